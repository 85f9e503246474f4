import { and, setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

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

/** Reminders before and after, then escalation to the coordinator and the chief executive. */
const submission: Due<SelfAssessmentRole> = {
  name: "Submit the self-assessment",
  on: { fact: "dueOn" },
  fires: "deadline.pass",
  remind: [
    { day: -10, tells: { dcs: "self-assessment/due-soon", delegate: "self-assessment/due-soon", author: "self-assessment/due-soon" } },
    { day: -2, tells: { dcs: "self-assessment/due-soon", delegate: "self-assessment/due-soon", author: "self-assessment/due-soon" } },
    { day: 3, tells: { dcs: "self-assessment/still-late", delegate: "self-assessment/still-late", coordinator: "self-assessment/still-late" } },
    {
      day: 8,
      tells: {
        dcs: "self-assessment/still-late",
        delegate: "self-assessment/still-late",
        coordinator: "self-assessment/still-late",
        chiefExecutive: "self-assessment/still-late",
      },
    },
  ],
};

const signature: Due<SelfAssessmentRole> = {
  name: "Sign",
  on: { workingDays: 3 },
  remind: [{ day: 0, tells: { dcs: "self-assessment/ready-to-sign" } }],
};

const endorsement: Due<SelfAssessmentRole> = {
  name: "Endorse",
  on: { workingDays: 5 },
  remind: [
    { day: -1, tells: { chiefExecutive: "self-assessment/endorsement-due", leadMember: "self-assessment/endorsement-due" } },
    { day: 2, tells: { chiefExecutive: "self-assessment/endorsement-due", leadMember: "self-assessment/endorsement-due", dcs: "self-assessment/endorsement-due" } },
  ],
};

/** What may happen at any time before submission, and leaves the state as it is. */
const beforeSubmission = <const Here extends string>(here: Here) => ({
  "extension.grant": {
    guard: "hasReason" as const,
    ...step({
      to: here,
      by: ["coordinator"],
      optionalFor: ["coordinator"],
      tells: { dcs: "self-assessment/extension-granted", delegate: "self-assessment/extension-granted", coordinator: "self-assessment/extension-granted" },
    }),
  },
  "deadline.move": {
    ...step({
      to: here,
      by: ["system"],
      tells: { author: "self-assessment/date-moved", contributor: "self-assessment/date-moved", dcs: "self-assessment/date-moved" },
      urgency: "canWait",
    }),
  },
  "deadline.pass": {
    ...step({
      to: here,
      by: ["system"],
      tells: { dcs: "self-assessment/overdue", delegate: "self-assessment/overdue", coordinator: "self-assessment/overdue" },
    }),
  },
  "reminder.send": {
    ...step({
      to: here,
      by: ["coordinator"],
      optionalFor: ["coordinator"],
      tells: { addressee: "self-assessment/coordinator-reminds" },
    }),
  },
  "participation.optOut": {
    guard: "hasReason" as const,
    ...step({
      to: "optedOut",
      by: ["dcs"],
      optionalFor: ["dcs"],
      tells: { coordinator: "self-assessment/opted-out", dcs: "self-assessment/opted-out", delegate: "self-assessment/opted-out", author: "self-assessment/opted-out" },
    }),
  },
  "submission.waive": {
    guard: "hasReason" as const,
    ...step({
      to: "waived",
      by: ["coordinator"],
      optionalFor: ["coordinator"],
      tells: { dcs: "self-assessment/waived", delegate: "self-assessment/waived", author: "self-assessment/waived" },
    }),
  },
  "round.withdraw": {
    ...step({
      to: "withdrawn",
      by: ["system"],
      tells: { dcs: "self-assessment/withdrawn", author: "self-assessment/withdrawn", contributor: "self-assessment/withdrawn" },
    }),
  },
});

/** Chapters change hands while the document can be written. */
const whileWriting = <const Here extends string>(here: Here) => ({
  "chapter.assign": {
    ...step({
      to: here,
      by: ["dcs", "delegate", "coordinator"],
      optionalFor: ["dcs", "delegate", "coordinator"],
      tells: { addressee: "self-assessment/chapter-assigned" },
    }),
  },
});

const edit = step({
  to: "inProgress",
  by: ["dcs", "delegate"],
  optionalFor: ["dcs", "delegate"],
  tells: { dcs: "self-assessment/reopened-for-editing", delegate: "self-assessment/reopened-for-editing" },
});

/** An edit after the signature voids it and every endorsement: those who were asked or had endorsed are told. */
const editSigned = step({
  to: "inProgress",
  by: ["dcs", "delegate"],
  optionalFor: ["dcs", "delegate"],
  tells: {
    dcs: "self-assessment/signature-voided",
    delegate: "self-assessment/signature-voided",
    chiefExecutive: "self-assessment/signature-voided",
    leadMember: "self-assessment/signature-voided",
    endorser: "self-assessment/signature-voided",
  },
});

const refuseEndorsement = step({
  to: "returned",
  by: ["chiefExecutive", "leadMember"],
  optionalFor: ["chiefExecutive", "leadMember"],
  tells: { dcs: "self-assessment/endorsement-refused", delegate: "self-assessment/endorsement-refused", endorser: "self-assessment/endorsement-refused" },
});

/** After submission the content is immutable: a change makes a new version, and its readers are told. */
const revise = step({
  to: "inProgress",
  by: ["dcs"],
  optionalFor: ["dcs"],
  tells: { coordinator: "self-assessment/being-revised", dcs: "self-assessment/being-revised", delegate: "self-assessment/being-revised", reader: "self-assessment/being-revised" },
});

const admitObserver = <const Here extends string>(here: Here) =>
  step({
    to: here,
    by: ["dcs", "coordinator"],
    optionalFor: ["dcs", "coordinator"],
    tells: { addressee: "self-assessment/observer-admitted", dcs: "self-assessment/observer-admitted" },
  });

const assignModerator = <const Here extends string>(here: Here) =>
  step({
    to: here,
    by: ["coordinator"],
    optionalFor: ["coordinator"],
    tells: { addressee: "self-assessment/moderator-assigned", dcs: "self-assessment/moderator-assigned" },
  });

const withdrawDocument = step({
  to: "withdrawn",
  by: ["dcs"],
  optionalFor: ["dcs"],
  tells: { coordinator: "self-assessment/withdrawn", dcs: "self-assessment/withdrawn", reader: "self-assessment/withdrawn" },
});

const challengeHeld = step({
  to: "challenged",
  by: ["coordinator"],
  optionalFor: ["coordinator"],
  tells: { dcs: "self-assessment/challenged", delegate: "self-assessment/challenged" },
});

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
        "writing.start": {
          ...step({
            to: "inProgress",
            by: ["delegate", "dcs", "author"],
            tells: { dcs: "self-assessment/writing-started", delegate: "self-assessment/writing-started" },
            urgency: "canWait",
          }),
        },
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
            tells: { dcs: "self-assessment/chapter-complete", delegate: "self-assessment/chapter-complete" },
            urgency: "canWait",
          }),
        },
        "draft.complete": {
          guard: and(["everythingAnswered", "outliersExplained", "noConflictOpen"]),
          ...step({
            to: "readyForDcs",
            by: ["delegate", "dcs"],
            tells: { dcs: "self-assessment/ready-to-sign", delegate: "self-assessment/ready-to-sign" },
          }),
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
          ...step({
            to: "submitted",
            by: ["dcs"],
            tells: { coordinator: "self-assessment/submitted", dcs: "self-assessment/submitted", delegate: "self-assessment/submitted" },
          }),
        },
        "draft.return": {
          guard: "hasReason",
          ...step({
            to: "returned",
            by: ["dcs"],
            optionalFor: ["dcs"],
            tells: { delegate: "self-assessment/returned", author: "self-assessment/returned", contributor: "self-assessment/returned", dcs: "self-assessment/returned" },
          }),
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
            tells: { dcs: "self-assessment/writing-started", delegate: "self-assessment/writing-started" },
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
          ...step({
            to: "awaitingEndorsement",
            by: ["chiefExecutive", "leadMember"],
            tells: { dcs: "self-assessment/endorsed", delegate: "self-assessment/endorsed" },
          }),
        },
        "endorsement.complete": {
          guard: "endorsedByAll",
          ...step({
            to: "awaitingSubmission",
            by: ["chiefExecutive", "leadMember"],
            tells: { dcs: "self-assessment/endorsed-by-all", delegate: "self-assessment/endorsed-by-all" },
          }),
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
          ...step({
            to: "submitted",
            by: ["dcs", "delegate"],
            tells: { coordinator: "self-assessment/submitted", dcs: "self-assessment/submitted", delegate: "self-assessment/submitted" },
          }),
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
          ...step({
            to: "returned",
            by: ["coordinator"],
            optionalFor: ["coordinator"],
            tells: { dcs: "self-assessment/returned", delegate: "self-assessment/returned", author: "self-assessment/returned", contributor: "self-assessment/returned" },
          }),
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
              { day: 1, tells: { moderator: "self-assessment/moderation-due", coordinator: "self-assessment/moderation-due" } },
            ],
          } satisfies Due<SelfAssessmentRole>,
        ],
      },
      on: {
        "moderator.assign": { ...assignModerator("shared") },
        "moderation.complete": {
          guard: "hasComments",
          ...step({
            to: "moderated",
            by: ["moderator"],
            tells: { dcs: "self-assessment/moderated", delegate: "self-assessment/moderated", coordinator: "self-assessment/moderated" },
          }),
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
        "followUp.open": {
          ...step({
            to: "followUpDue",
            by: ["system", "coordinator"],
            optionalFor: ["coordinator"],
            tells: { dcs: "self-assessment/follow-up-wanted", delegate: "self-assessment/follow-up-wanted" },
          }),
        },
        "assessment.close": {
          guard: "hasReason",
          ...step({
            to: "closed",
            by: ["coordinator"],
            optionalFor: ["coordinator"],
            tells: { dcs: "self-assessment/closed", delegate: "self-assessment/closed" },
          }),
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
              { day: -5, tells: { dcs: "self-assessment/follow-up-due", delegate: "self-assessment/follow-up-due" } },
              { day: 1, tells: { dcs: "self-assessment/follow-up-due", delegate: "self-assessment/follow-up-due", coordinator: "self-assessment/follow-up-due" } },
            ],
          } satisfies Due<SelfAssessmentRole>,
        ],
      },
      on: {
        "followUp.submit": {
          guard: "hasUpdate",
          ...step({
            to: "closed",
            by: ["dcs"],
            tells: { coordinator: "self-assessment/follow-up-submitted", dcs: "self-assessment/follow-up-submitted", reader: "self-assessment/follow-up-submitted" },
          }),
        },
        "reminder.send": {
          ...step({ to: "followUpDue", by: ["coordinator"], optionalFor: ["coordinator"], tells: { addressee: "self-assessment/coordinator-reminds" } }),
        },
        "assessment.close": {
          guard: "hasReason",
          ...step({
            to: "closed",
            by: ["coordinator"],
            optionalFor: ["coordinator"],
            tells: { dcs: "self-assessment/closed", delegate: "self-assessment/closed" },
          }),
        },
      },
    },
    optedOut: {
      on: {
        "participation.resume": {
          ...step({
            to: "notStarted",
            by: ["dcs", "coordinator"],
            optionalFor: ["dcs", "coordinator"],
            tells: { coordinator: "self-assessment/resumed", dcs: "self-assessment/resumed", delegate: "self-assessment/resumed" },
          }),
        },
      },
    },
    waived: {
      on: {
        "participation.resume": {
          ...step({
            to: "notStarted",
            by: ["dcs", "coordinator"],
            optionalFor: ["dcs", "coordinator"],
            tells: { coordinator: "self-assessment/resumed", dcs: "self-assessment/resumed", delegate: "self-assessment/resumed" },
          }),
        },
      },
    },
    withdrawn: { type: "final" },
    closed: { type: "final" },
  },
});
