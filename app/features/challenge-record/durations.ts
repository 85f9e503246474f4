import { z } from "zod";

const days = (usual: number) => z.int().min(0).max(120).default(usual);

/**
 * How long each part of a record takes, in England working days, and after how many months progress is
 * reviewed: the part of a round's (or region's) challenge rules that a record needs.
 */
const durations = z.object({
  findingsWorkingDays: days(5),
  letterWorkingDays: days(10),
  accuracyWorkingDays: days(10),
  answerPointsWorkingDays: days(5),
  finaliseWorkingDays: days(5),
  actionPlanWorkingDays: days(20),
  reviewMonths: z.int().min(1).max(24).default(6),
  themes: z.array(z.string().min(1)).default([
    "leadership", "front door", "assessment and planning", "children in care", "care leavers", "SEND", "workforce",
    "quality assurance", "early help", "safeguarding partnership", "data and performance",
  ]),
});
export type Durations = z.output<typeof durations>;

/** The durations of rules as stored. What was never set has its default. */
export function durationsOf(rules: unknown): Durations {
  const challenge = typeof rules === "object" && rules !== null && "challenge" in rules ? rules.challenge : {};
  return durations.parse(challenge ?? {});
}
