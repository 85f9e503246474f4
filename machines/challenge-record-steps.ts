import { stepsFor, optionsFor, tellingFor, type Due } from "./step";
import type { ChallengeRecordRole } from "./challenge-record";

// What several states of a challenge record share: its deadlines, and the steps that are the same in each. The process itself is the table in challenge-record.ts.

const step = stepsFor<ChallengeRecordRole>();
const option = optionsFor<ChallengeRecordRole>();
const all = tellingFor<ChallengeRecordRole>();

/** The whole team, the host's office and the region, told of what concerns all of them. */
export const everybody = <const Email extends string>(email: Email) =>
  ({ hostDcs: email, hostDelegate: email, chiefExecutive: email, leadMember: email, leadChallenger: email, challenger: email, coordinator: email }) as const;

/** What somebody is awaited for, by the record's own date: reminders before, then those who can help. */
export function awaited(name: string, remind: Due<ChallengeRecordRole>["remind"]): Due<ChallengeRecordRole> {
  return { name, on: { fact: "dueOn" }, remind };
}

/** A reminder to those awaited, two days before and the day after; three days later the coordinator is told too. */
export const chased = (name: string, ...roles: readonly ChallengeRecordRole[]): Due<ChallengeRecordRole> => {
  const tells = Object.fromEntries(roles.map((role) => [role, "challenge-record/step-due" as const]));
  return awaited(name, [
    { day: -2, tells },
    { day: 1, tells },
    { day: 3, tells: { ...tells, coordinator: "challenge-record/step-due" } },
  ]);
};

const remind = <const Here extends string>(here: Here) => ({
  "reminder.send": option({ to: here, by: ["coordinator"], tells: { addressee: "challenge-record/coordinator-reminds" } }),
});

const changeLead = <const Here extends string>(here: Here) => ({
  "lead.change": option({ to: here, by: ["coordinator"], tells: all("challenge-record/lead-changed", "leadChallenger", "addressee", "hostDcs", "coordinator") }),
});

/** What may happen at any time before the letter is final. */
export const beforeFinal = <const Here extends string>(here: Here) => ({
  ...remind(here),
  ...changeLead(here),
  "record.withdraw": {
    guard: "hasReason" as const,
    ...step({ to: "withdrawn", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: everybody("challenge-record/record-withdrawn") }),
  },
});

/** The host's free response stands beside the letter from the check onward; it is no evidence and changes nothing. */
export const respond = <const Here extends string>(here: Here) => ({
  "response.give": option({ to: here, by: ["hostDcs"], tells: all("challenge-record/response-given", "leadChallenger", "coordinator", "hostDcs") }),
});

/** What the host decides once the letter is final: who else reads it, and which words the region may use. */
export const afterFinal = <const Here extends string>(here: Here) => ({
  ...remind(here),
  ...changeLead(here),
  ...respond(here),
  ...release(here),
});

const release = <const Here extends string>(here: Here) => ({
  "letter.release": option({ to: here, by: ["hostDcs"], tells: all("challenge-record/letter-released", "reader", "coordinator", "leadChallenger", "hostDcs") }),
  "wording.approve": option({ to: here, by: ["hostDcs"], tells: all("challenge-record/wording-approved", "coordinator", "hostDcs"), urgency: "canWait" }),
});

export const toldOfLetterToCheck = {
  hostDcs: "challenge-record/letter-to-check", hostDelegate: "challenge-record/letter-to-check",
  leadChallenger: "challenge-record/letter-sent", coordinator: "challenge-record/letter-sent",
} as const;

export const extendReview = {
  guard: "hasReason" as const,
  ...option({
    to: "monitoring",
    by: ["leadChallenger", "coordinator"],
    tells: all("challenge-record/review-extended", "hostDcs", "hostDelegate", "leadChallenger", "coordinator"),
  }),
};
