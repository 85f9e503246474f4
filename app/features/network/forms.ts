import { z } from "zod";

import { optional, required, ticked } from "~/ui/fields";
import { refusedForm, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import type { NetworkDetails } from "./planning.server";
import { kinds } from "./words";

const fields = z.object({
  title: required("Enter what it is called", 100),
  kind: z.enum(kinds, { error: "Choose what it is" }),
  about: optional("What it is about", 4000),
  who: z.enum(["region", "attended"], { error: "Choose who may join" }),
  source: ticked(z.uuid()),
  instructions: optional("How to join", 2000),
  joinLink: optional("The link", 500).refine((text) => text === "" || /^https:\/\/[^\s]+$/.test(text), "Enter a link that begins with https://"),
});

/** A network as the coordinator types it. */
export function readNetwork(values: FormValues): { readonly ok: true; readonly data: NetworkDetails } | { readonly ok: false; readonly form: FormState } {
  const parsed = fields.safeParse(values);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  if (parsed.success && parsed.data.who === "attended" && parsed.data.source.length === 0) issues.push({ path: ["source"], message: "Choose at least one event" });
  if (!parsed.success || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  const { who, source, ...details } = parsed.data;
  return { ok: true, data: { ...details, sourceIds: who === "attended" ? source : [] } };
}

export const fieldOf: Readonly<Record<string, string>> = { "choose-source": "source", hasReason: "reason", "choose-people": "person", "member-already": "person", "may-not-join": "person" };
