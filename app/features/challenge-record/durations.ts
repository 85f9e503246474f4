import { challengeSettings, type ChallengeSettings } from "~/features/region/settings";

/** How long each part of a record takes, in England working days, after how many months it is reviewed, and which themes it knows. */
export type Durations = Pick<
  ChallengeSettings,
  "findingsWorkingDays" | "letterWorkingDays" | "accuracyWorkingDays" | "answerPointsWorkingDays" | "finaliseWorkingDays" | "actionPlanWorkingDays" | "reviewMonths" | "themes"
>;

/** The durations of a round's rules or a region's settings as stored. What was never set has its default. */
export function durationsOf(rules: unknown): Durations {
  const challenge = typeof rules === "object" && rules !== null && "challenge" in rules ? rules.challenge : {};
  return challengeSettings.parse(challenge ?? {});
}
