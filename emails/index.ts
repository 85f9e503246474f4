import { assignmentEmails } from "./assignment";
import { awardEmails } from "./award";
import { awardNominationEmails } from "./award-nomination";
import { bookingEmails } from "./booking";
import { challengeRecordEmails } from "./challenge-record";
import { challengerEmails } from "./challenger";
import { cohortEmails } from "./cohort";
import { commitmentEmails } from "./commitment";
import { cycleEmails } from "./cycle";
import { directorsMeetingEmails } from "./directors-meeting";
import { evaluationEmails } from "./evaluation";
import { eventEmails } from "./event";
import { membershipEmails } from "./membership";
import { networkEmails } from "./network";
import { nominationEmails } from "./nomination";
import { peopleEmails } from "./people";
import { planEmails } from "./plan";
import { programmeDayEmails } from "./programme-day";
import { recommendationEmails } from "./recommendation";
import { selfAssessmentEmails } from "./self-assessment";
import { seriesEmails } from "./series";
import { sessionEmails } from "./session";
import { triadEmails } from "./triad";
import { tutoringEmails } from "./tutoring";
import { validationEmails } from "./validation";
import { visitEmails } from "./visit";
import { workflowEmails } from "./workflow";
import { workstreamEmails } from "./workstream";
import type { Email } from "./define-email";

/** Every email there is, by name, from the folder of each process. A name that is not here does not compile in a process. */
export const emails = {
  ...assignmentEmails,
  ...awardEmails,
  ...awardNominationEmails,
  ...bookingEmails,
  ...challengeRecordEmails,
  ...challengerEmails,
  ...cohortEmails,
  ...commitmentEmails,
  ...cycleEmails,
  ...directorsMeetingEmails,
  ...evaluationEmails,
  ...eventEmails,
  ...membershipEmails,
  ...networkEmails,
  ...nominationEmails,
  ...peopleEmails,
  ...planEmails,
  ...programmeDayEmails,
  ...recommendationEmails,
  ...selfAssessmentEmails,
  ...seriesEmails,
  ...sessionEmails,
  ...triadEmails,
  ...tutoringEmails,
  ...validationEmails,
  ...visitEmails,
  ...workflowEmails,
  ...workstreamEmails,
} as const satisfies Record<string, Email>;

export type EmailName = keyof typeof emails;

/** True for the name of an email that exists: for names read back from the database. */
export function isEmailName(name: string): name is EmailName {
  return Object.hasOwn(emails, name);
}

/** The email of that name. Throws when there is none: a row names an email that was removed. */
export function emailNamed(name: string): Email {
  if (!isEmailName(name)) throw new Error(`there is no email "${name}"`);
  return emails[name];
}
