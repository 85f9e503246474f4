import { verifyGroups } from "./groups";
import { verifyScrutiny } from "./scrutiny";
import { verifySessions } from "./sessions";
import type { Verdict } from "./verdict";

export type { Verdict } from "./verdict";

/**
 * Checks an answer against its question by independent means: the rules, the costs, the repeats, the bound,
 * the promise of further rounds. A question with `sessions` is a sessions question, one with `reports` is about who reads what,
 * any other is about groups.
 */
export function verifyAnswer(problem: unknown, answer: unknown): Verdict {
  if (typeof problem === "object" && problem !== null && "sessions" in problem) return verifySessions(problem, answer);
  if (typeof problem === "object" && problem !== null && "reports" in problem) return verifyScrutiny(problem, answer);
  return verifyGroups(problem, answer);
}
