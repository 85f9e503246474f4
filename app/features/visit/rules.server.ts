import { cycleRules } from "~/features/cycle";

export type VisitRules = ReturnType<typeof challengeRulesOf>;

/** What the round says of challenges: sizes, days and dates, each the region's to set. */
export function challengeRulesOf(rules: unknown) {
  return cycleRules.parse(rules).challenge;
}
