import { and, setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

/**
 * hostDcs answers for the challenged authority, hostDelegate prepares; chiefExecutive and leadMember are the
 * host's; leadChallenger and challenger are the team, in person; coordinator is the region's; reader may read
 * the letter once the host has released it; addressee is whom one step concerns (a lead who is replaced).
 */
export type ChallengeRecordRole =
  | "hostDcs"
  | "hostDelegate"
  | "chiefExecutive"
  | "leadMember"
  | "leadChallenger"
  | "challenger"
  | "coordinator"
  | "reader"
  | "addressee";

/** Dates are ISO days. Everything else is counted from rows at the moment of asking. */
export interface ChallengeRecordFacts {
  /** Filed findings that stand, by kind. */
  readonly strengths: number;
  readonly areas: number;
  readonly noConflictOpen: boolean;
  /** Nothing in a filed finding that may identify a child is left unlooked at. */
  readonly nothingUnchecked: boolean;
  readonly letterSent: boolean;
  readonly points: number;
  readonly noPointWritten: boolean;
  readonly everyPointAnswered: boolean;
  readonly accuracyDatePassed: boolean;
  readonly everyAreaAnswered: boolean;
  readonly everyActionReviewed: boolean;
  readonly hasReview: boolean;
  readonly hasReason: boolean;
  /** By when the present state's step is awaited. */
  readonly dueOn: string;
  /** The earliest date of an action not yet done; empty when there is none. */
  readonly nextActionOn: string;
  readonly reviewDueOn: string;
  readonly reviewRecordBy: string;
}

export type ChallengeRecordEvent =
  | { type: "finding.file" }
  | { type: "finding.remove" }
  | { type: "finding.restore" }
  | { type: "findings.finish" }
  | { type: "findings.reopen" }
  | { type: "letter.send" }
  | { type: "points.submit" }
  | { type: "accuracy.agree" }
  | { type: "accuracy.proceed" }
  | { type: "points.answer" }
  | { type: "letter.finalise" }
  | { type: "letter.release" }
  | { type: "wording.approve" }
  | { type: "response.give" }
  | { type: "plan.submit" }
  | { type: "plan.agree" }
  | { type: "plan.return" }
  | { type: "progress.update" }
  | { type: "review.open" }
  | { type: "review.record" }
  | { type: "review.extend" }
  | { type: "lead.change" }
  | { type: "record.withdraw" }
  | { type: "reminder.send" };

const step = stepsFor<ChallengeRecordRole>();

/** The whole team, the host's office and the region, told of what concerns all of them. */
const everybody = <const Email extends string>(email: Email) =>
  ({ hostDcs: email, hostDelegate: email, chiefExecutive: email, leadMember: email, leadChallenger: email, challenger: email, coordinator: email }) as const;

/** What somebody is awaited for, by the record's own date: reminders before, then those who can help. */
function awaited(name: string, remind: Due<ChallengeRecordRole>["remind"]): Due<ChallengeRecordRole> {
  return { name, on: { fact: "dueOn" }, remind };
}

/** A reminder to those awaited, two days before and the day after; three days later the coordinator is told too. */
const chased = (name: string, ...roles: readonly ChallengeRecordRole[]): Due<ChallengeRecordRole> => {
  const tells = Object.fromEntries(roles.map((role) => [role, "challenge-record/step-due" as const]));
  return awaited(name, [
    { day: -2, tells },
    { day: 1, tells },
    { day: 3, tells: { ...tells, coordinator: "challenge-record/step-due" } },
  ]);
};

const remind = <const Here extends string>(here: Here) => ({
  "reminder.send": { ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { addressee: "challenge-record/coordinator-reminds" } }) },
});

const changeLead = <const Here extends string>(here: Here) => ({
  "lead.change": {
    ...step({
      to: here,
      by: ["coordinator"],
      optionalFor: ["coordinator"],
      tells: { leadChallenger: "challenge-record/lead-changed", addressee: "challenge-record/lead-changed", hostDcs: "challenge-record/lead-changed", coordinator: "challenge-record/lead-changed" },
    }),
  },
});

/** What may happen at any time before the letter is final. */
const beforeFinal = <const Here extends string>(here: Here) => ({
  ...remind(here),
  ...changeLead(here),
  "record.withdraw": {
    guard: "hasReason" as const,
    ...step({ to: "withdrawn", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: everybody("challenge-record/record-withdrawn") }),
  },
});

/** The host's free response stands beside the letter from the check onward; it is no evidence and changes nothing. */
const respond = <const Here extends string>(here: Here) => ({
  "response.give": {
    ...step({
      to: here,
      by: ["hostDcs"],
      optionalFor: ["hostDcs"],
      tells: { leadChallenger: "challenge-record/response-given", coordinator: "challenge-record/response-given", hostDcs: "challenge-record/response-given" },
    }),
  },
});

/** What the host decides once the letter is final: who else reads it, and which words the region may use. */
const afterFinal = <const Here extends string>(here: Here) => ({
  ...remind(here),
  ...changeLead(here),
  ...respond(here),
  ...release(here),
});

const release = <const Here extends string>(here: Here) => ({
  "letter.release": {
    ...step({
      to: here,
      by: ["hostDcs"],
      optionalFor: ["hostDcs"],
      tells: { reader: "challenge-record/letter-released", coordinator: "challenge-record/letter-released", leadChallenger: "challenge-record/letter-released", hostDcs: "challenge-record/letter-released" },
    }),
  },
  "wording.approve": {
    ...step({ to: here, by: ["hostDcs"], optionalFor: ["hostDcs"], tells: { coordinator: "challenge-record/wording-approved", hostDcs: "challenge-record/wording-approved" }, urgency: "canWait" }),
  },
});

const toldOfLetterToCheck = {
  hostDcs: "challenge-record/letter-to-check", hostDelegate: "challenge-record/letter-to-check",
  leadChallenger: "challenge-record/letter-sent", coordinator: "challenge-record/letter-sent",
} as const;

const extendReview = {
  guard: "hasReason" as const,
  ...step({
    to: "monitoring",
    by: ["leadChallenger", "coordinator"],
    optionalFor: ["leadChallenger", "coordinator"],
    tells: { hostDcs: "challenge-record/review-extended", hostDelegate: "challenge-record/review-extended", leadChallenger: "challenge-record/review-extended", coordinator: "challenge-record/review-extended" },
  }),
};

/** P4: what one authority was told in a challenge, and what it led to. */
export const challengeRecord = setup({
  types: { context: {} as ChallengeRecordFacts, events: {} as ChallengeRecordEvent },
  guards: {
    hasStrengths: ({ context }) => context.strengths > 0,
    hasAreas: ({ context }) => context.areas > 0,
    noConflictOpen: ({ context }) => context.noConflictOpen,
    nothingUnchecked: ({ context }) => context.nothingUnchecked,
    letterSent: ({ context }) => context.letterSent,
    hasPoints: ({ context }) => context.points > 0,
    noPointWritten: ({ context }) => context.noPointWritten,
    everyPointAnswered: ({ context }) => context.everyPointAnswered,
    accuracyDatePassed: ({ context }) => context.accuracyDatePassed,
    everyAreaAnswered: ({ context }) => context.everyAreaAnswered,
    everyActionReviewed: ({ context }) => context.everyActionReviewed,
    hasReview: ({ context }) => context.hasReview,
    hasReason: ({ context }) => context.hasReason,
  },
}).createMachine({
  id: "challenge-record",
  version: "1",
  context: ({ input }) => input as unknown as ChallengeRecordFacts,
  initial: "filingFindings",
  meta: {
    title: "Challenge record and letter",
    about: "What the challengers found in one authority: filed on the day, told in a letter whose facts its director checks, answered by a plan, and followed up after six months.",
    roles: {
      hostDcs: "director of the challenged authority",
      hostDelegate: "that director's delegate (prepares, never decides)",
      chiefExecutive: "chief executive of the challenged authority",
      leadMember: "lead member of the challenged authority",
      leadChallenger: "lead challenger",
      challenger: "challenger",
      coordinator: "SLI coordinator of the region",
      reader: "post of the region the letter was released to",
      addressee: "the person this step concerns",
    },
    mayBeEmpty: ["hostDelegate", "chiefExecutive", "leadMember", "challenger", "reader"],
    byChoice: ["hostDelegate"],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<ChallengeRecordRole>,
  states: {
    filingFindings: {
      meta: {
        due: [
          awaited("File the findings", [
            { day: -1, tells: { challenger: "challenge-record/step-due", leadChallenger: "challenge-record/step-due" } },
            { day: 1, tells: { challenger: "challenge-record/step-due", leadChallenger: "challenge-record/step-due", coordinator: "challenge-record/step-due" } },
          ]),
        ],
      },
      on: {
        "finding.file": {
          ...step({
            to: "filingFindings",
            by: ["challenger", "leadChallenger"],
            optionalFor: ["leadChallenger"],
            tells: { leadChallenger: "challenge-record/finding-filed" },
            urgency: "canWait",
          }),
        },
        "finding.remove": {
          ...step({
            to: "filingFindings",
            by: ["challenger", "leadChallenger"],
            optionalFor: ["challenger", "leadChallenger"],
            tells: { addressee: "challenge-record/finding-removed", leadChallenger: "challenge-record/finding-removed" },
            urgency: "canWait",
          }),
        },
        "finding.restore": {
          ...step({
            to: "filingFindings",
            by: ["challenger", "leadChallenger"],
            optionalFor: ["challenger", "leadChallenger"],
            tells: { addressee: "challenge-record/finding-restored", leadChallenger: "challenge-record/finding-restored" },
            urgency: "canWait",
          }),
        },
        "findings.finish": {
          guard: and(["hasStrengths", "hasAreas", "noConflictOpen", "nothingUnchecked"]),
          ...step({
            to: "draftingLetter",
            by: ["leadChallenger"],
            tells: { leadChallenger: "challenge-record/findings-are-in", challenger: "challenge-record/findings-are-in", coordinator: "challenge-record/findings-are-in", hostDcs: "challenge-record/findings-are-in" },
          }),
        },
        ...beforeFinal("filingFindings"),
      },
    },
    draftingLetter: {
      meta: { due: [chased("Send the letter for its facts to be checked", "leadChallenger")] },
      on: {
        "letter.send": { guard: "letterSent", ...step({ to: "awaitingAccuracyCheck", by: ["leadChallenger"], tells: toldOfLetterToCheck }) },
        "findings.reopen": {
          ...step({
            to: "filingFindings",
            by: ["leadChallenger"],
            optionalFor: ["leadChallenger"],
            tells: { leadChallenger: "challenge-record/findings-reopened", challenger: "challenge-record/findings-reopened", coordinator: "challenge-record/findings-reopened" },
          }),
        },
        ...beforeFinal("draftingLetter"),
      },
    },
    awaitingAccuracyCheck: {
      meta: {
        due: [
          awaited("Check the facts of the letter", [
            { day: -5, tells: { hostDcs: "challenge-record/step-due", hostDelegate: "challenge-record/step-due" } },
            { day: -1, tells: { hostDcs: "challenge-record/step-due", hostDelegate: "challenge-record/step-due" } },
            { day: 1, tells: { hostDcs: "challenge-record/step-due", hostDelegate: "challenge-record/step-due", coordinator: "challenge-record/step-due" } },
            { day: 5, tells: { hostDcs: "challenge-record/step-due", coordinator: "challenge-record/step-due", chiefExecutive: "challenge-record/step-due" } },
          ]),
        ],
      },
      on: {
        "points.submit": {
          guard: "hasPoints",
          ...step({
            to: "answeringPoints",
            by: ["hostDcs"],
            tells: { leadChallenger: "challenge-record/points-to-answer", hostDcs: "challenge-record/points-submitted", hostDelegate: "challenge-record/points-submitted", coordinator: "challenge-record/points-submitted" },
          }),
        },
        "accuracy.agree": {
          guard: "noPointWritten",
          ...step({
            to: "finalisingLetter",
            by: ["hostDcs"],
            tells: { leadChallenger: "challenge-record/accuracy-agreed", hostDcs: "challenge-record/accuracy-agreed", hostDelegate: "challenge-record/accuracy-agreed", coordinator: "challenge-record/accuracy-agreed" },
          }),
        },
        "accuracy.proceed": {
          guard: and(["accuracyDatePassed", "hasReason"]),
          ...step({
            to: "finalisingLetter",
            by: ["coordinator"],
            optionalFor: ["coordinator"],
            tells: {
              leadChallenger: "challenge-record/went-on-unanswered", hostDcs: "challenge-record/went-on-unanswered", hostDelegate: "challenge-record/went-on-unanswered",
              chiefExecutive: "challenge-record/went-on-unanswered", coordinator: "challenge-record/went-on-unanswered",
            },
          }),
        },
        ...respond("awaitingAccuracyCheck"),
        ...beforeFinal("awaitingAccuracyCheck"),
      },
    },
    answeringPoints: {
      meta: { due: [chased("Answer the points of accuracy", "leadChallenger")] },
      on: {
        "points.answer": {
          guard: "everyPointAnswered",
          ...step({
            to: "finalisingLetter",
            by: ["leadChallenger"],
            tells: { hostDcs: "challenge-record/points-answered", hostDelegate: "challenge-record/points-answered", leadChallenger: "challenge-record/points-answered", coordinator: "challenge-record/points-answered" },
          }),
        },
        ...respond("answeringPoints"),
        ...beforeFinal("answeringPoints"),
      },
    },
    finalisingLetter: {
      meta: { due: [chased("Make the letter final", "leadChallenger")] },
      on: {
        "letter.finalise": { guard: "letterSent", ...step({ to: "awaitingActionPlan", by: ["leadChallenger"], tells: everybody("challenge-record/letter-final") }) },
        "letter.send": { guard: "letterSent", ...step({ to: "awaitingAccuracyCheck", by: ["leadChallenger"], optionalFor: ["leadChallenger"], tells: toldOfLetterToCheck }) },
        ...respond("finalisingLetter"),
        ...beforeFinal("finalisingLetter"),
      },
    },
    awaitingActionPlan: {
      meta: {
        due: [
          awaited("Send the action plan", [
            { day: -5, tells: { hostDcs: "challenge-record/step-due", hostDelegate: "challenge-record/step-due" } },
            { day: -1, tells: { hostDcs: "challenge-record/step-due", hostDelegate: "challenge-record/step-due" } },
            { day: 1, tells: { hostDcs: "challenge-record/step-due", hostDelegate: "challenge-record/step-due", leadChallenger: "challenge-record/step-due" } },
            { day: 5, tells: { hostDcs: "challenge-record/step-due", coordinator: "challenge-record/step-due", chiefExecutive: "challenge-record/step-due" } },
          ]),
        ],
      },
      on: {
        "plan.submit": {
          guard: "everyAreaAnswered",
          ...step({
            to: "agreeingPlan",
            by: ["hostDcs"],
            tells: { leadChallenger: "challenge-record/plan-to-agree", hostDcs: "challenge-record/plan-submitted", hostDelegate: "challenge-record/plan-submitted", coordinator: "challenge-record/plan-submitted" },
          }),
        },
        ...afterFinal("awaitingActionPlan"),
      },
    },
    agreeingPlan: {
      meta: { due: [chased("Agree the action plan, or return it", "leadChallenger")] },
      on: {
        "plan.agree": {
          guard: "everyAreaAnswered",
          ...step({
            to: "monitoring",
            by: ["leadChallenger"],
            tells: {
              hostDcs: "challenge-record/plan-agreed", hostDelegate: "challenge-record/plan-agreed", chiefExecutive: "challenge-record/plan-agreed",
              leadChallenger: "challenge-record/plan-agreed", coordinator: "challenge-record/plan-agreed",
            },
          }),
        },
        "plan.return": {
          guard: "hasReason",
          ...step({
            to: "awaitingActionPlan",
            by: ["leadChallenger"],
            optionalFor: ["leadChallenger"],
            tells: { hostDcs: "challenge-record/plan-returned", hostDelegate: "challenge-record/plan-returned", coordinator: "challenge-record/plan-returned" },
          }),
        },
        ...afterFinal("agreeingPlan"),
      },
    },
    monitoring: {
      meta: {
        due: [
          {
            name: "Say how the actions go",
            on: { fact: "nextActionOn" },
            remind: [
              { day: -5, tells: { hostDcs: "challenge-record/action-due", hostDelegate: "challenge-record/action-due" } },
              { day: 1, tells: { hostDcs: "challenge-record/action-due", hostDelegate: "challenge-record/action-due" } },
              { day: 10, tells: { hostDcs: "challenge-record/action-due", leadChallenger: "challenge-record/action-due" } },
            ],
          } satisfies Due<ChallengeRecordRole>,
          { name: "Progress review opens", on: { fact: "reviewDueOn" }, remind: [], fires: "review.open" } satisfies Due<ChallengeRecordRole>,
        ],
      },
      on: {
        "progress.update": {
          ...step({
            to: "monitoring",
            by: ["hostDcs", "hostDelegate"],
            tells: { leadChallenger: "challenge-record/progress-updated", hostDcs: "challenge-record/progress-updated" },
            urgency: "canWait",
          }),
        },
        "review.open": {
          ...step({
            to: "progressReviewDue",
            by: ["system", "leadChallenger"],
            optionalFor: ["leadChallenger"],
            tells: { leadChallenger: "challenge-record/review-due", hostDcs: "challenge-record/review-due", hostDelegate: "challenge-record/review-due", coordinator: "challenge-record/review-due" },
          }),
        },
        "review.extend": extendReview,
        ...afterFinal("monitoring"),
      },
    },
    progressReviewDue: {
      meta: {
        due: [
          {
            name: "Record the progress review",
            on: { fact: "reviewRecordBy" },
            remind: [
              { day: -5, tells: { leadChallenger: "challenge-record/step-due", hostDcs: "challenge-record/step-due" } },
              { day: 1, tells: { leadChallenger: "challenge-record/step-due", coordinator: "challenge-record/step-due" } },
            ],
          } satisfies Due<ChallengeRecordRole>,
        ],
      },
      on: {
        "progress.update": {
          ...step({
            to: "progressReviewDue",
            by: ["hostDcs", "hostDelegate"],
            optionalFor: ["hostDcs", "hostDelegate"],
            tells: { leadChallenger: "challenge-record/progress-updated", hostDcs: "challenge-record/progress-updated" },
            urgency: "canWait",
          }),
        },
        "review.record": { guard: and(["everyActionReviewed", "hasReview"]), ...step({ to: "closed", by: ["leadChallenger"], tells: everybody("challenge-record/record-closed") }) },
        "review.extend": extendReview,
        ...afterFinal("progressReviewDue"),
      },
    },
    withdrawn: { type: "final" },
    closed: { type: "final" },
  },
});
