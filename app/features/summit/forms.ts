import { z } from "zod";

import { isUuid } from "~/session/params";
import { optional, required } from "~/ui/fields";
import { readDate } from "~/ui/dates";
import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import type { Asked } from "./record-acts";

export const newFields = z.object({
  title: required("Enter what it is called", 100),
  text: required("Enter what you recommend", 2000),
  theme: optional("The theme", 60),
});

export const itemFields = z.object({
  startsAt: z.string({ error: "Enter when it begins" }).trim().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, "Enter when it begins, like 09:30").transform((text) => text.replace(".", ":").padStart(5, "0")),
  title: required("Enter what it is about", 160),
  speaker: optional("Who speaks", 160),
});

interface Answers {
  readonly reason: string;
  readonly evidence: string;
  readonly amendedText: string;
  readonly deferredTo: string;
  readonly meetingId: string;
  readonly paper: string;
  readonly ownerPostId: string;
  readonly doneBy: string;
  readonly heldOn: string;
  readonly workstreamId: string;
}

type Read = { readonly ok: true; readonly data: Answers } | { readonly ok: false; readonly form: FormState };

const texts: Readonly<Partial<Record<Asked, { readonly name: keyof Answers; readonly ask: string }>>> = {
  reason: { name: "reason", ask: "Give the reason" },
  evidence: { name: "evidence", ask: "Say what came of it" },
  amended: { name: "amendedText", ask: "Give the words as they are accepted" },
  meeting: { name: "meetingId", ask: "Choose a meeting" },
  owner: { name: "ownerPostId", ask: "Choose who owns it" },
};

const days: Readonly<Partial<Record<Asked, { readonly name: "deferredTo" | "doneBy" | "heldOn"; readonly what: string }>>> = {
  next: { name: "deferredTo", what: "The date of the next meeting" },
  owner: { name: "doneBy", what: "The date by which it is done" },
  day: { name: "heldOn", what: "The new day" },
};

/** What an act's page asked for; everything wrong is said together, beside its field. */
export function readAnswers(values: FormValues, asks: readonly Asked[], today: string): Read {
  const form = { values, errors: {} };
  const issues: FormIssue[] = [];
  const answers: Record<keyof Answers, string> = { reason: "", evidence: "", amendedText: "", deferredTo: "", meetingId: "", paper: valueOf(form, "paper").trim().slice(0, 8000), ownerPostId: "", doneBy: "", heldOn: "", workstreamId: isUuid(valueOf(form, "workstreamId")) ? valueOf(form, "workstreamId") : "" };
  for (const asked of asks) {
    const text = texts[asked];
    if (text) {
      const read = required(text.ask, 4000).safeParse(valueOf(form, text.name));
      if (read.success) answers[text.name] = read.data;
      else issues.push({ path: [text.name], message: read.error.issues[0]?.message ?? text.ask });
    }
    const day = days[asked];
    if (day) {
      const read = readDate(values, day.name, day.what);
      const wrong = !read.ok ? read.message : !read.date ? `Enter ${day.what.charAt(0).toLowerCase()}${day.what.slice(1)}` : read.date <= today ? `${day.what} must lie ahead` : null;
      if (wrong) issues.push({ path: [day.name], message: wrong });
      else if (read.ok && read.date) answers[day.name] = read.date;
    }
  }
  return issues.length > 0 ? { ok: false, form: refusedForm(values, issues) } : { ok: true, data: answers };
}
