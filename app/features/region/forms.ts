import { z } from "zod";
import { isTicked, optional, ticked } from "~/ui/fields";
import { challengeAsTyped, challengeShape } from "./challenge-fields";
import { challengeSettings, challengeStyles, endorsers, visibilities, type RegionSettings } from "./settings";

function wholeNumber(name: string, from: number, to: number) {
  const message = `${name} must be a whole number from ${from} to ${to}`;
  return z.string({ error: message }).trim().regex(/^\d{1,3}$/, message).transform(Number).refine((number) => number >= from && number <= to, message);
}

/** The region's settings as its coordinator types them. */
export const settingsForm = z
  .object({
    challengeStyle: z.enum(challengeStyles, { error: "Choose how authorities challenge each other" }),
    visibility: z.enum(visibilities, { error: "Choose who may read a shared self-assessment" }),
    endorsements: ticked(z.enum(endorsers, { error: "Choose who endorses from the list" })),
    outlierRule: isTicked,
    moderationNeeded: isTicked,
    moderationDays: wholeNumber("The number of working days", 0, 60),
    followUpMonths: wholeNumber("The number of months", 1, 24),
    shareAutomatically: isTicked,
    contactEmail: optional("The address", 254).pipe(z.union([z.literal(""), z.email()], { error: "Enter an email address in the correct format, like name@example.org" })),
    ...challengeShape,
  })
  .transform(({ challengeStyle, visibility, endorsements, outlierRule, moderationNeeded, moderationDays, followUpMonths, shareAutomatically, contactEmail, ...challenge }): RegionSettings => ({
    challengeStyle, visibility, endorsements, outlierRule, followUpMonths, shareAutomatically, contactEmail,
    moderation: { needed: moderationNeeded, workingDaysBefore: moderationDays },
    challenge: challengeSettings.parse(challenge),
  }));

/** The settings as the form shows them. */
export function settingsAsTyped(settings: RegionSettings) {
  const yes = (value: boolean) => (value ? "yes" : undefined);
  return {
    challengeStyle: settings.challengeStyle,
    visibility: settings.visibility,
    endorsements: settings.endorsements,
    outlierRule: yes(settings.outlierRule),
    moderationNeeded: yes(settings.moderation.needed),
    moderationDays: String(settings.moderation.workingDaysBefore),
    followUpMonths: String(settings.followUpMonths),
    shareAutomatically: yes(settings.shareAutomatically),
    contactEmail: settings.contactEmail,
    ...challengeAsTyped(settings.challenge),
  };
}
