import { z } from "zod";
import { challengeSettings, type ChallengeSettings } from "./settings";

type NumberKey = { [Key in keyof ChallengeSettings]: ChallengeSettings[Key] extends number ? Key : never }[keyof ChallengeSettings];

/** The numbers of sessions, visits, letters and challengers as the settings page asks for them, in its order. */
export const challengeNumbers = [
  { legend: "Sessions", key: "pollWorkingDays", label: "Working days that a poll of dates is open" },
  { legend: "Sessions", key: "attendanceWorkingDays", label: "Working days to say who will come, once a date is proposed" },
  { legend: "Sessions", key: "challengersPerSession", label: "Challengers at each session" },
  { legend: "Sessions", key: "packsWorkingDaysBefore", label: "Working days before a session by which packs are released" },
  { legend: "Sessions", key: "kloesWorkingDaysBefore", label: "Working days before a session by which lines of enquiry are shared" },
  { legend: "Sessions", key: "kloesAtMost", label: "Most lines of enquiry of one authority" },
  { legend: "Letters and plans", key: "findingsWorkingDays", label: "Working days to file the findings" },
  { legend: "Letters and plans", key: "letterWorkingDays", label: "Working days to write the letter" },
  { legend: "Letters and plans", key: "accuracyWorkingDays", label: "Working days to check its facts" },
  { legend: "Letters and plans", key: "answerPointsWorkingDays", label: "Working days to answer the points raised" },
  { legend: "Letters and plans", key: "finaliseWorkingDays", label: "Working days to make the letter final" },
  { legend: "Letters and plans", key: "actionPlanWorkingDays", label: "Working days to send an action plan" },
  { legend: "Letters and plans", key: "reviewMonths", label: "Months from the agreed plan to the review of progress" },
  { legend: "Letters and plans", key: "themesFromAuthorities", label: "Fewest authorities behind a number on the page of themes" },
  { legend: "Visits", key: "visitTeamSize", label: "Challengers in the team of a visit" },
  { legend: "Visits", key: "visitDays", label: "Days that a visit lasts" },
  { legend: "Visits", key: "visitScopeWorkingDays", label: "Working days to scope a visit that is asked for" },
  { legend: "Visits", key: "visitEndorseWorkingDays", label: "Working days for the chief executive to endorse a visit" },
  { legend: "Visits", key: "visitProposeWorkingDays", label: "Working days to propose a team" },
  { legend: "Visits", key: "visitObjectWorkingDays", label: "Working days for the host to say what it thinks of the team" },
  { legend: "Visits", key: "visitArrangeWorkingDaysBefore", label: "Working days before a visit by which its arrangements are made" },
  { legend: "Visits", key: "visitNewDatesWorkingDays", label: "Working days to set new dates for a postponed visit" },
  { legend: "Visits", key: "positionStatementWorkingDaysBefore", label: "Working days before a visit by which the position statement is in" },
  { legend: "Challengers", key: "acceptWorkingDays", label: "Working days for a challenger to answer an invitation" },
  { legend: "Challengers", key: "endorseChallengerWorkingDays", label: "Working days for a director to endorse somebody who applies" },
  { legend: "Challengers", key: "trainingValidMonths", label: "Months that training is good for" },
] as const satisfies readonly { readonly legend: string; readonly key: NumberKey; readonly label: string }[];

type Asked = (typeof challengeNumbers)[number];

function wholeNumber({ key, label }: Asked) {
  const schema = challengeSettings.shape[key].unwrap();
  const [from, to] = [schema.minValue ?? 0, schema.maxValue ?? 999];
  const message = `${label}: enter a whole number from ${from} to ${to}`;
  return z.string({ error: message }).trim().regex(/^\d{1,3}$/, message).transform(Number).refine((number) => number >= from && number <= to, message);
}

const numberShape = Object.fromEntries(challengeNumbers.map((asked) => [asked.key, wholeNumber(asked)])) as Record<Asked["key"], ReturnType<typeof wholeNumber>>;

/** One theme a line; repeated ones count once. */
const themes = z
  .string({ error: "Enter at least one theme" })
  .transform((text) => [...new Set(text.split("\n").map((line) => line.trim()).filter((line) => line !== ""))])
  .pipe(z.array(z.string().max(60, "Each theme must be 60 characters or fewer")).min(1, "Enter at least one theme").max(40, "Enter 40 themes or fewer"));

/** The fields of the settings page that concern sessions, visits, letters and challengers. */
export const challengeShape = { ...numberShape, themes };

/** Those settings as the page shows them. */
export function challengeAsTyped(settings: ChallengeSettings): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(challengeNumbers.map(({ key }) => [key, String(settings[key])])), themes: settings.themes.join("\n") };
}
