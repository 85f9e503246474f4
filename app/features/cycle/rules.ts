import { z } from "zod";

import { challengeSettings } from "~/features/region/settings";

/** Who may read a submitted self-assessment: the authority's own group, every director of the region, or they and named observers. */
export const VISIBILITIES = ["group", "region", "regionAndObservers"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const CHALLENGE_STYLES = ["triads", "validation"] as const;
export type ChallengeStyle = (typeof CHALLENGE_STYLES)[number];

export const ENDORSERS = ["chiefExecutive", "leadMember"] as const;
export type EndorserRole = (typeof ENDORSERS)[number];

/**
 * The rules of one round. Copied from the region's settings when the round is made, and the
 * coordinator's to change until it opens: a later change of the region's settings leaves it alone.
 */
export const cycleRules = z.object({
  challengeStyle: z.enum(CHALLENGE_STYLES),
  visibility: z.enum(VISIBILITIES),
  /** Who endorses a signed self-assessment before it can be submitted; nobody when empty. */
  endorsements: z.array(z.enum(ENDORSERS)),
  /** Every indicator in the top or bottom fifth of authorities must be explained. */
  outlierRule: z.boolean(),
  moderation: z.object({ needed: z.boolean(), workingDaysBefore: z.number().int().min(0).max(60) }),
  /** Months from the challenge to the update that is then asked for. */
  followUpMonths: z.number().int().min(1).max(24),
  /** Shared at the moment of submission, or when the coordinator says so. */
  shareAutomatically: z.boolean(),
  /** Sizes and working days of sessions, letters and challengers; rounds made before it existed have the usual ones. */
  challenge: challengeSettings.prefault({}),
  /** The authorities asked to take part when the round opens, by id. */
  takingPart: z.array(z.string().min(1)),
});
export type CycleRules = z.infer<typeof cycleRules>;

/** The five dates of a round, as ISO days ("2026-11-30"), in the order they must fall. */
export const DATE_FIELDS = ["opensOn", "submissionsDueOn", "challengeStartsOn", "summitOn", "endsOn"] as const;
export type DateField = (typeof DATE_FIELDS)[number];
export type CycleDates = Readonly<Record<DateField, string>>;

/** True when each date of a round is later than the one before; the challenge may begin the day after submissions are due. */
export function datesInOrder(dates: CycleDates): boolean {
  return DATE_FIELDS.every((field, index) => {
    const before = DATE_FIELDS[index - 1];
    return before === undefined || dates[before] < dates[field];
  });
}
