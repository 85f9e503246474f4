import { and, setup } from "xstate";

import { stepsFor, optionsFor, tellingFor, type Due, type MachineMeta } from "./step";
import { admitObserver, assignModerator, beforeSubmission, challengeHeld, edit, editSigned, endorsement, refuseEndorsement, revise, signature, submission, whileWriting, withdrawDocument } from "./self-assessment-steps";

/**
 * dcs signs; delegate prepares and never signs; author writes chapters not yet complete, contributor has
 * completed theirs; chiefExecutive and leadMember are yet to endorse, endorser has; reader may read once shared; addressee is whom one step concerns (a newly assigned author).
 */
export type SelfAssessmentRole =
  | "dcs"
  | "delegate"
  | "author"
  | "contributor"
  | "chiefExecutive"
  | "leadMember"
  | "endorser"
  | "coordinator"
  | "moderator"
  | "reader"
  | "observer"
  | "addressee";

/** Dates are ISO days. Everything else is counted from rows at the moment of asking. */
export interface SelfAssessmentFacts {
  readonly unanswered: number;
  /** Indicators in the top or bottom fifth still without a narrative, where the cycle asks for one. */
  readonly outliersWithoutNarrative: number;
  readonly openConflicts: number;
  readonly endorsementsNeeded: number;
  readonly endorsementsGiven: number;
  readonly declarationMade: boolean;
  readonly hasReason: boolean;
  readonly hasUpdate: boolean;
  readonly moderationNeeded: boolean;
  readonly moderators: number;
  readonly comments: number;
  readonly dueOn: string;
  readonly moderateBy: string;
  readonly followUpDueOn: string;
}

export type SelfAssessmentEvent =
  | { type: "writing.start" }
  | { type: "chapter.assign" }
  | { type: "chapter.complete" }
  | { type: "draft.complete" }
  | { type: "draft.edit" }
  | { type: "draft.return" }
  | { type: "declaration.sign" }
  | { type: "declaration.submit" }
  | { type: "endorsement.give" }
  | { type: "endorsement.complete" }
  | { type: "endorsement.refuse" }
  | { type: "document.submit" }
  | { type: "document.return" }
  | { type: "document.share" }
  | { type: "document.revise" }
  | { type: "document.withdraw" }
  | { type: "observer.admit" }
  | { type: "moderator.assign" }
  | { type: "moderation.complete" }
  | { type: "challenge.record" }
  | { type: "followUp.open" }
  | { type: "followUp.submit" }
  | { type: "assessment.close" }
  | { type: "extension.grant" }
  | { type: "deadline.move" }
  | { type: "deadline.pass" }
  | { type: "reminder.send" }
  | { type: "participation.optOut" }
  | { type: "participation.resume" }
  | { type: "submission.waive" }
  | { type: "round.withdraw" };

const step = stepsFor<SelfAssessmentRole>();
const option = optionsFor<SelfAssessmentRole>();
const all = tellingFor<SelfAssessmentRole>();

/** P2: one authority's self-assessment in one round. */
export const selfAssessment = setup({
  types: { context: {} as SelfAssessmentFacts, events: {} as SelfAssessmentEvent },
  guards: {
    everythingAnswered: ({ context }) => context.unanswered === 0,
    outliersExplained: ({ context }) => context.outliersWithoutNarrative === 0,
    noConflictOpen: ({ context }) => context.openConflicts === 0,
    declarationMade: ({ context }) => context.declarationMade,
    endorsementRequired: ({ context }) => context.endorsementsNeeded > 0,
    noEndorsementRequired: ({ context }) => context.endorsementsNeeded === 0,
    moreEndorsementsToCome: ({ context }) => context.endorsementsGiven < context.endorsementsNeeded,
    endorsedByAll: ({ context }) => context.endorsementsGiven >= context.endorsementsNeeded,
    hasReason: ({ context }) => context.hasReason,
    hasUpdate: ({ context }) => context.hasUpdate,
    moderatedIfNeeded: ({ context }) => !context.moderationNeeded,
    hasComments: ({ context }) => context.comments > 0,
  },
}).createMachine({
  id: "self-assessment",
  version: "1",
  context: ({ input }) => input as unknown as SelfAssessmentFacts,
  initial: "notStarted",
  meta: {
    title: "Self-assessment",
    about: "An authority's account of itself: written in chapters, signed by its director, endorsed, shared, moderated and followed up.",
    roles: {
      dcs: "director of children's services (signs)",
      delegate: "director's delegate (prepares, never signs)",
      author: "author of a chapter",
      contributor: "author whose chapters are complete",
      chiefExecutive: "chief executive",
      leadMember: "lead member",
      endorser: "chief executive or lead member who has endorsed",
      coordinator: "SLI coordinator of the region",
      moderator: "moderator from another authority",
      reader: "director of an authority it is shared with",
      observer: "named observer, reads only",
      addressee: "the person this step concerns",
    },
    mayBeEmpty: ["delegate", "author", "contributor", "chiefExecutive", "leadMember", "endorser", "moderator", "reader", "observer"],
    byChoice: ["delegate"],
    askedWithTheAct: ["hasReason", "declarationMade", "hasUpdate"],
  } satisfies MachineMeta<SelfAssessmentRole>,
  states: {
    notStarted: {
      meta: { due: [submission] },
      on: {
        "writing.start": step({ to: "inProgress", by: ["delegate", "dcs", "author"], tells: all("self-assessment/writing-started", "dcs", "delegate"), urgency: "canWait" }),
        ...whileWriting("notStarted"),
        ...beforeSubmission("notStarted"),
      },
    },
    inProgress: {
      meta: { due: [submission] },
      on: {
        "chapter.complete": {
          ...step({
            to: "inProgress",
            by: ["author", "contributor", "delegate", "dcs"],
            optionalFor: ["contributor", "delegate", "dcs"],
            tells: all("self-assessment/chapter-complete", "dcs", "delegate"),
            urgency: "canWait",
          }),
        },
        "draft.complete": {
          guard: and(["everythingAnswered", "outliersExplained", "noConflictOpen"]),
          ...step({ to: "readyForDcs", by: ["delegate", "dcs"], tells: all("self-assessment/ready-to-sign", "dcs", "delegate") }),
        },
        ...whileWriting("inProgress"),
        ...beforeSubmission("inProgress"),
      },
    },
    readyForDcs: {
      meta: { due: [signature, submission] },
      on: {
        "declaration.sign": {
          guard: and(["endorsementRequired", "declarationMade", "everythingAnswered", "outliersExplained", "noConflictOpen"]),
          ...step({
            to: "awaitingEndorsement",
            by: ["dcs"],
            tells: { chiefExecutive: "self-assessment/endorsement-wanted", leadMember: "self-assessment/endorsement-wanted", dcs: "self-assessment/signed", delegate: "self-assessment/signed" },
          }),
        },
        "declaration.submit": {
          guard: and(["noEndorsementRequired", "declarationMade", "everythingAnswered", "outliersExplained", "noConflictOpen"]),
          ...step({ to: "submitted", by: ["dcs"], tells: all("self-assessment/submitted", "coordinator", "dcs", "delegate") }),
        },
        "draft.return": {
          guard: "hasReason",
          ...option({ to: "returned", by: ["dcs"], tells: all("self-assessment/returned", "delegate", "author", "contributor", "dcs") }),
        },
        "draft.edit": { ...edit },
        ...beforeSubmission("readyForDcs"),
      },
    },
    returned: {
      meta: { due: [submission] },
      on: {
        "draft.edit": {
          ...step({
            to: "inProgress",
            by: ["delegate", "dcs", "author", "contributor"],
            optionalFor: ["author", "contributor"],
            tells: all("self-assessment/writing-started", "dcs", "delegate"),
            urgency: "canWait",
          }),
        },
        ...whileWriting("returned"),
        ...beforeSubmission("returned"),
      },
    },
    awaitingEndorsement: {
      meta: { due: [endorsement, submission] },
      on: {
        "endorsement.give": {
          guard: "moreEndorsementsToCome",
          ...step({ to: "awaitingEndorsement", by: ["chiefExecutive", "leadMember"], tells: all("self-assessment/endorsed", "dcs", "delegate") }),
        },
        "endorsement.complete": {
          guard: "endorsedByAll",
          ...step({ to: "awaitingSubmission", by: ["chiefExecutive", "leadMember"], tells: all("self-assessment/endorsed-by-all", "dcs", "delegate") }),
        },
        "endorsement.refuse": { guard: "hasReason", ...refuseEndorsement },
        "draft.edit": { ...editSigned },
        ...beforeSubmission("awaitingEndorsement"),
      },
    },
    awaitingSubmission: {
      meta: { due: [submission] },
      on: {
        "document.submit": {
          guard: "endorsedByAll",
          ...step({ to: "submitted", by: ["dcs", "delegate"], tells: all("self-assessment/submitted", "coordinator", "dcs", "delegate") }),
        },
        "draft.edit": { ...editSigned },
        ...beforeSubmission("awaitingSubmission"),
      },
    },
    submitted: {
      on: {
        "document.share": {
          ...step({
            to: "shared",
            by: ["coordinator", "system"],
            tells: { dcs: "self-assessment/shared", delegate: "self-assessment/shared", reader: "self-assessment/shared-with-you", observer: "self-assessment/shared-with-you" },
          }),
        },
        "document.return": {
          guard: "hasReason",
          ...option({ to: "returned", by: ["coordinator"], tells: all("self-assessment/returned", "dcs", "delegate", "author", "contributor") }),
        },
        "document.revise": { guard: "hasReason", ...revise },
        "document.withdraw": { guard: "hasReason", ...withdrawDocument },
        "observer.admit": { ...admitObserver("submitted") },
        "round.withdraw": { ...beforeSubmission("submitted")["round.withdraw"] },
      },
    },
    shared: {
      meta: {
        due: [
          {
            name: "Moderate",
            on: { fact: "moderateBy" },
            remind: [
              { day: -5, tells: { moderator: "self-assessment/moderation-due" } },
              { day: 1, tells: all("self-assessment/moderation-due", "moderator", "coordinator") },
            ],
          } satisfies Due<SelfAssessmentRole>,
        ],
      },
      on: {
        "moderator.assign": { ...assignModerator("shared") },
        "moderation.complete": {
          guard: "hasComments",
          ...step({ to: "moderated", by: ["moderator"], tells: all("self-assessment/moderated", "dcs", "delegate", "coordinator") }),
        },
        "challenge.record": { guard: "moderatedIfNeeded", ...challengeHeld },
        "document.revise": { guard: "hasReason", ...revise },
        "document.withdraw": { guard: "hasReason", ...withdrawDocument },
        "observer.admit": { ...admitObserver("shared") },
        "round.withdraw": { ...beforeSubmission("shared")["round.withdraw"] },
      },
    },
    moderated: {
      on: {
        "challenge.record": { ...challengeHeld },
        "document.revise": { guard: "hasReason", ...revise },
        "document.withdraw": { guard: "hasReason", ...withdrawDocument },
        "observer.admit": { ...admitObserver("moderated") },
        "round.withdraw": { ...beforeSubmission("moderated")["round.withdraw"] },
      },
    },
    challenged: {
      meta: {
        due: [{ name: "Six-month update falls due", on: { fact: "followUpDueOn" }, remind: [], fires: "followUp.open" } satisfies Due<SelfAssessmentRole>],
      },
      on: {
        "followUp.open": step({ to: "followUpDue", by: ["system", "coordinator"], optionalFor: ["coordinator"], tells: all("self-assessment/follow-up-wanted", "dcs", "delegate") }),
        "assessment.close": {
          guard: "hasReason",
          ...option({ to: "closed", by: ["coordinator"], tells: all("self-assessment/closed", "dcs", "delegate") }),
        },
      },
    },
    followUpDue: {
      meta: {
        due: [
          {
            name: "Six-month update",
            on: { workingDays: 20 },
            remind: [
              { day: -5, tells: all("self-assessment/follow-up-due", "dcs", "delegate") },
              { day: 1, tells: all("self-assessment/follow-up-due", "dcs", "delegate", "coordinator") },
            ],
          } satisfies Due<SelfAssessmentRole>,
        ],
      },
      on: {
        "followUp.submit": {
          guard: "hasUpdate",
          ...step({ to: "closed", by: ["dcs"], tells: all("self-assessment/follow-up-submitted", "coordinator", "dcs", "reader") }),
        },
        "reminder.send": option({ to: "followUpDue", by: ["coordinator"], tells: { addressee: "self-assessment/coordinator-reminds" } }),
        "assessment.close": {
          guard: "hasReason",
          ...option({ to: "closed", by: ["coordinator"], tells: all("self-assessment/closed", "dcs", "delegate") }),
        },
      },
    },
    optedOut: {
      on: {
        "participation.resume": option({ to: "notStarted", by: ["dcs", "coordinator"], tells: all("self-assessment/resumed", "coordinator", "dcs", "delegate") }),
      },
    },
    waived: {
      on: {
        "participation.resume": option({ to: "notStarted", by: ["dcs", "coordinator"], tells: all("self-assessment/resumed", "coordinator", "dcs", "delegate") }),
      },
    },
    withdrawn: { type: "final" },
    closed: { type: "final" },
  },
});
