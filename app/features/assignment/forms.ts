import { valueOf, type FormState, type FormValues } from "~/ui/form-state";

export const LONGEST_REASON = 1000;

/** What is pressed on an invitation's page, each with the fields it needs. */
export const intents = ["accept", "decline", "withdraw", "release", "keep", "bar", "remind"] as const;
export type Intent = (typeof intents)[number];

export interface Answer {
  readonly intent: Intent;
  readonly conflict: string;
  readonly signed: boolean;
  readonly reason: string;
}

/** Intents that need a reason, and the field it is typed in. */
const reasons: Readonly<Partial<Record<Intent, { readonly field: string; readonly ask: string }>>> = {
  decline: { field: "declineReason", ask: "Say why you cannot come" },
  withdraw: { field: "withdrawReason", ask: "Say why you can no longer come" },
};

/** Reads an answer; everything wrong is said at once, each at its field. */
export function readAnswer(values: FormValues): { readonly ok: true; readonly data: Answer } | { readonly ok: false; readonly form: FormState } {
  const form = { values, errors: {} };
  const intent = intents.find((one) => one === valueOf(form, "intent")) ?? "accept";
  const errors: Record<string, string> = {};
  const needed = reasons[intent];
  const reason = valueOf(form, needed?.field ?? "reason").trim();
  if (needed && reason === "") errors[needed.field] = needed.ask;
  if (reason.length > LONGEST_REASON) errors[needed?.field ?? "reason"] = `The reason must be ${LONGEST_REASON} characters or fewer`;
  const has = valueOf(form, "hasConflict");
  const conflict = has === "yes" ? valueOf(form, "conflict").trim() : "";
  const signed = valueOf(form, "signed") !== "";
  if (intent === "accept") {
    if (has !== "yes" && has !== "no") errors["hasConflict"] = "Say whether there is a conflict";
    if (has === "yes" && conflict === "") errors["conflict"] = "Say what the conflict is";
    if (conflict.length > LONGEST_REASON) errors["conflict"] = `It must be ${LONGEST_REASON} characters or fewer`;
    if (!signed) errors["signed"] = "Read the code of conduct, and tick that you will keep to it";
  }
  return Object.keys(errors).length > 0 ? { ok: false, form: { values, errors } } : { ok: true, data: { intent, conflict, signed, reason } };
}

/** Under which field a refusal of the server belongs, if under one. */
export const fieldOf: Readonly<Record<string, string>> = { codeSigned: "signed", conflictDeclared: "conflict", noConflictDeclared: "hasConflict" };
