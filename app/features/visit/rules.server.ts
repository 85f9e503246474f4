import { z } from "zod";

import { challengeSettings, type ChallengeSettings } from "~/features/region/settings";

/** What a round says of visits: sizes, days and dates, each the region's to set. */
export type VisitRules = ChallengeSettings;

const wholeRules = z.looseObject({ challenge: challengeSettings.prefault({}) });

/**
 * The rules of visits out of a round's rules; what nobody has set has its default.
 * @throws ZodError when the row holds what no version of Candour writes
 */
export function visitRulesOf(rules: unknown): VisitRules {
  return wholeRules.parse(rules ?? {}).challenge;
}
