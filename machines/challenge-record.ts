import { and, setup } from "xstate";

import { stepsFor, optionsFor, tellingFor, type Due, type MachineMeta } from "./step";
import { afterFinal, awaited, beforeFinal, chased, everybody, extendReview, respond, toldOfLetterToCheck } from "./challenge-record-steps";

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
const option = optionsFor<ChallengeRecordRole>();
const all = tellingFor<ChallengeRecordRole>();

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
            { day: -1, tells: all("challenge-record/step-due", "challenger", "leadChallenger") },
            { day: 1, tells: all("challenge-record/step-due", "challenger", "leadChallenger", "coordinator") },
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
          ...option({
            to: "filingFindings",
            by: ["challenger", "leadChallenger"],
            tells: all("challenge-record/finding-removed", "addressee", "leadChallenger"),
            urgency: "canWait",
          }),
        },
        "finding.restore": {
          ...option({
            to: "filingFindings",
            by: ["challenger", "leadChallenger"],
            tells: all("challenge-record/finding-restored", "addressee", "leadChallenger"),
            urgency: "canWait",
          }),
        },
        "findings.finish": {
          guard: and(["hasStrengths", "hasAreas", "noConflictOpen", "nothingUnchecked"]),
          ...step({
            to: "draftingLetter",
            by: ["leadChallenger"],
            tells: all("challenge-record/findings-are-in", "leadChallenger", "challenger", "coordinator", "hostDcs"),
          }),
        },
        ...beforeFinal("filingFindings"),
      },
    },
    draftingLetter: {
      meta: { due: [chased("Send the letter for its facts to be checked", "leadChallenger")] },
      on: {
        "letter.send": { guard: "letterSent", ...step({ to: "awaitingAccuracyCheck", by: ["leadChallenger"], tells: toldOfLetterToCheck }) },
        "findings.reopen": option({ to: "filingFindings", by: ["leadChallenger"], tells: all("challenge-record/findings-reopened", "leadChallenger", "challenger", "coordinator") }),
        ...beforeFinal("draftingLetter"),
      },
    },
    awaitingAccuracyCheck: {
      meta: {
        due: [
          awaited("Check the facts of the letter", [
            { day: -5, tells: all("challenge-record/step-due", "hostDcs", "hostDelegate") },
            { day: -1, tells: all("challenge-record/step-due", "hostDcs", "hostDelegate") },
            { day: 1, tells: all("challenge-record/step-due", "hostDcs", "hostDelegate", "coordinator") },
            { day: 5, tells: all("challenge-record/step-due", "hostDcs", "coordinator", "chiefExecutive") },
          ]),
        ],
      },
      on: {
        "points.submit": {
          guard: "hasPoints",
          ...step({
            to: "answeringPoints",
            by: ["hostDcs"],
            preparedBy: ["hostDelegate"],
            tells: { leadChallenger: "challenge-record/points-to-answer", hostDcs: "challenge-record/points-submitted", hostDelegate: "challenge-record/points-submitted", coordinator: "challenge-record/points-submitted" },
          }),
        },
        "accuracy.agree": {
          guard: "noPointWritten",
          ...step({
            to: "finalisingLetter",
            by: ["hostDcs"],
            tells: all("challenge-record/accuracy-agreed", "leadChallenger", "hostDcs", "hostDelegate", "coordinator"),
          }),
        },
        "accuracy.proceed": {
          guard: and(["accuracyDatePassed", "hasReason"]),
          ...option({
            to: "finalisingLetter",
            by: ["coordinator"],
            tells: all("challenge-record/went-on-unanswered", "leadChallenger", "hostDcs", "hostDelegate", "chiefExecutive", "coordinator"),
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
            tells: all("challenge-record/points-answered", "hostDcs", "hostDelegate", "leadChallenger", "coordinator"),
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
        "letter.send": { guard: "letterSent", ...option({ to: "awaitingAccuracyCheck", by: ["leadChallenger"], tells: toldOfLetterToCheck }) },
        ...respond("finalisingLetter"),
        ...beforeFinal("finalisingLetter"),
      },
    },
    awaitingActionPlan: {
      meta: {
        due: [
          awaited("Send the action plan", [
            { day: -5, tells: all("challenge-record/step-due", "hostDcs", "hostDelegate") },
            { day: -1, tells: all("challenge-record/step-due", "hostDcs", "hostDelegate") },
            { day: 1, tells: all("challenge-record/step-due", "hostDcs", "hostDelegate", "leadChallenger") },
            { day: 5, tells: all("challenge-record/step-due", "hostDcs", "coordinator", "chiefExecutive") },
          ]),
        ],
      },
      on: {
        "plan.submit": {
          guard: "everyAreaAnswered",
          ...step({
            to: "agreeingPlan",
            by: ["hostDcs"],
            preparedBy: ["hostDelegate"],
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
            tells: all("challenge-record/plan-agreed", "hostDcs", "hostDelegate", "chiefExecutive", "leadChallenger", "coordinator"),
          }),
        },
        "plan.return": {
          guard: "hasReason",
          ...option({ to: "awaitingActionPlan", by: ["leadChallenger"], tells: all("challenge-record/plan-returned", "hostDcs", "hostDelegate", "coordinator") }),
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
              { day: -5, tells: all("challenge-record/action-due", "hostDcs", "hostDelegate") },
              { day: 1, tells: all("challenge-record/action-due", "hostDcs", "hostDelegate") },
              { day: 10, tells: all("challenge-record/action-due", "hostDcs", "leadChallenger") },
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
            tells: all("challenge-record/progress-updated", "leadChallenger", "hostDcs"),
            urgency: "canWait",
          }),
        },
        "review.open": {
          ...step({
            to: "progressReviewDue",
            by: ["system", "leadChallenger"],
            optionalFor: ["leadChallenger"],
            tells: all("challenge-record/review-due", "leadChallenger", "hostDcs", "hostDelegate", "coordinator"),
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
              { day: -5, tells: all("challenge-record/step-due", "leadChallenger", "hostDcs") },
              { day: 1, tells: all("challenge-record/step-due", "leadChallenger", "coordinator") },
            ],
          } satisfies Due<ChallengeRecordRole>,
        ],
      },
      on: {
        "progress.update": {
          ...option({
            to: "progressReviewDue",
            by: ["hostDcs", "hostDelegate"],
            tells: all("challenge-record/progress-updated", "leadChallenger", "hostDcs"),
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
