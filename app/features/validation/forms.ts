import { z } from "zod";

import { isTicked, required, ticked } from "~/ui/fields";
import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import type { ScrutinyRules } from "./draft";

const whole = (ask: string, most: number) => z.string({ error: ask }).trim().regex(/^\d{1,3}$/, ask).transform(Number).refine((value) => value >= 1 && value <= most, `${ask}, from 1 to ${most}`);

const rulesFields = z.object({
  cycleId: z.uuid({ error: "Choose the round whose reports are read" }),
  perReport: whole("Enter how many authorities read each report", 10),
  tables: whole("Enter how many tables there are", 100),
  replyDays: whole("Enter how many working days there are to reply", 60),
  groupsAllowed: isTicked,
  elsewhere: ticked(z.string().max(80)),
});

type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

/** How the reports are to be given out, as the coordinator types it. Conflicts are a pair of names a line. */
export function readRules(values: FormValues, authorities: readonly { readonly id: string; readonly name: string }[]): Read<ScrutinyRules> {
  const parsed = rulesFields.safeParse(values);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  const never: [string, string][] = [];
  const lines = valueOf({ values, errors: {} }, "never").split("\n").map((text) => text.trim()).filter((text) => text !== "");
  for (const text of lines) {
    const names = text.split(",").map((name) => name.trim().toLowerCase());
    const [one, other] = names.map((name) => authorities.find((authority) => authority.name.toLowerCase() === name)?.id);
    if (names.length !== 2 || !one || !other || one === other) issues.push({ path: ["never"], message: `“${text.slice(0, 80)}” is not two authorities of the region with a comma between them` });
    else never.push([one, other]);
  }
  if (!parsed.success || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: { ...parsed.data, never, elsewhere: parsed.data.elsewhere.filter((id) => authorities.some((authority) => authority.id === id)) } };
}

export const textField = required("Write something", 4000);
