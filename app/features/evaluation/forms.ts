import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import type { Answer, Question } from "./questions";

/** What one person answers, by question; every scale wants an answer. */
export function readAnswer(values: FormValues, questions: readonly Question[]): { readonly ok: true; readonly data: Answer } | { readonly ok: false; readonly form: FormState } {
  const form = { values, errors: {} };
  const issues: FormIssue[] = [];
  const answer: Record<string, string | number> = {};
  for (const { id, kind, text, required } of questions) {
    const given = valueOf(form, `q-${id}`).trim();
    if (kind === "scale" && /^[1-5]$/.test(given)) answer[id] = Number(given);
    else if (kind === "text" && given.length > 2000) issues.push({ path: [`q-${id}`], message: "An answer must be 2,000 characters or fewer" });
    else if (kind === "text" && given !== "") answer[id] = given;
    else if (required) issues.push({ path: [`q-${id}`], message: `Answer: ${text}` });
  }
  return issues.length > 0 ? { ok: false, form: refusedForm(values, issues) } : { ok: true, data: answer };
}
