import { and, setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

/** challenger is the one who is asked; coordinator of the region of the activity. */
export type AssignmentRole = "challenger" | "coordinator" | "addressee";

/** Dates are ISO days, empty while there is none. */
export interface AssignmentFacts {
  readonly hasReason: boolean;
  /** The invitation has not gone out yet. */
  readonly notYetAsked: boolean;
  /** The code of conduct is signed for this activity. */
  readonly codeSigned: boolean;
  readonly conflictDeclared: boolean;
  readonly noConflictDeclared: boolean;
  /** Not employed by, nor in a known conflict with, an authority that is challenged. */
  readonly independent: boolean;
  /** Training holds until the last day of the activity. */
  readonly trainingHolds: boolean;
  /** No other session or visit on these days. */
  readonly dayFree: boolean;
  readonly respondBy: string;
  readonly decideBy: string;
}

export type AssignmentEvent =
  | { type: "invitation.send" }
  | { type: "invitation.accept" }
  | { type: "invitation.acceptWithConflict" }
  | { type: "invitation.decline" }
  | { type: "invitation.pass" }
  | { type: "conflict.keep" }
  | { type: "conflict.release" }
  | { type: "member.object" }
  | { type: "assignment.release" }
  | { type: "assignment.withdraw" }
  | { type: "activity.cancel" }
  | { type: "activity.move" }
  | { type: "activity.complete" }
  | { type: "reminder.send" };

const step = stepsFor<AssignmentRole>();

const remind = <const Here extends string>(here: Here) => ({
  "reminder.send": { ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { addressee: "assignment/coordinator-reminds" } }) },
});

/** What may happen to a place as long as it is held or asked for. */
const meanwhile = {
  "member.object": {
    guard: "hasReason" as const,
    ...step({ to: "objected", by: ["system"], tells: { challenger: "assignment/objected", coordinator: "assignment/objected" } }),
  },
  "assignment.release": {
    ...step({ to: "released", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { challenger: "assignment/released", coordinator: "assignment/released" } }),
  },
  "activity.cancel": { ...step({ to: "released", by: ["system"], tells: { challenger: "assignment/activity-cancelled" } }) },
  "activity.move": { ...step({ to: "invited", by: ["system"], tells: { challenger: "assignment/activity-moved" } }) },
};

const withdraw = {
  "assignment.withdraw": {
    guard: "hasReason" as const,
    ...step({ to: "withdrawn", by: ["challenger"], optionalFor: ["challenger"], tells: { coordinator: "assignment/withdrawn", challenger: "assignment/withdrawn" } }),
  },
};

const answer: Due<AssignmentRole> = {
  name: "Answer the invitation",
  on: { fact: "respondBy" },
  fires: "invitation.pass",
  remind: [
    { day: -2, tells: { challenger: "assignment/invitation-due" } },
    { day: 0, tells: { challenger: "assignment/invitation-due" } },
    { day: 2, tells: { challenger: "assignment/invitation-due", coordinator: "assignment/invitation-due" } },
  ],
};

/** P6: one challenger at one session or visit, from the invitation to its end. */
export const assignment = setup({
  types: { context: {} as AssignmentFacts, events: {} as AssignmentEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    notYetAsked: ({ context }) => context.notYetAsked,
    codeSigned: ({ context }) => context.codeSigned,
    conflictDeclared: ({ context }) => context.conflictDeclared,
    noConflictDeclared: ({ context }) => context.noConflictDeclared,
    independent: ({ context }) => context.independent,
    trainingHolds: ({ context }) => context.trainingHolds,
    dayFree: ({ context }) => context.dayFree,
  },
}).createMachine({
  id: "assignment",
  version: "1",
  context: ({ input }) => input as unknown as AssignmentFacts,
  initial: "invited",
  meta: {
    title: "Challenger's assignment",
    about: "A challenger is asked to a session or a visit: accepts with the code of conduct and any conflict declared, or declines with a reason, and the place is open again.",
    roles: {
      challenger: "the challenger who is asked",
      coordinator: "SLI coordinator of the region",
      addressee: "the person this step concerns",
    },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: ["hasReason", "codeSigned", "conflictDeclared", "noConflictDeclared"],
  } satisfies MachineMeta<AssignmentRole>,
  states: {
    invited: {
      meta: { due: [answer] },
      on: {
        "invitation.send": {
          guard: "notYetAsked",
          ...step({ to: "invited", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { challenger: "assignment/invited" } }),
        },
        "invitation.accept": {
          guard: and(["independent", "trainingHolds", "dayFree", "codeSigned", "noConflictDeclared"]),
          ...step({ to: "accepted", by: ["challenger"], tells: { challenger: "assignment/accepted", coordinator: "assignment/accepted" } }),
        },
        "invitation.acceptWithConflict": {
          guard: and(["independent", "trainingHolds", "dayFree", "codeSigned", "conflictDeclared"]),
          ...step({ to: "awaitingDecision", by: ["challenger"], tells: { coordinator: "assignment/conflict-declared", challenger: "assignment/conflict-declared" } }),
        },
        "invitation.decline": {
          guard: "hasReason",
          ...step({ to: "declined", by: ["challenger"], tells: { coordinator: "assignment/declined", challenger: "assignment/declined" } }),
        },
        "invitation.pass": {
          ...step({ to: "invited", by: ["system"], tells: { coordinator: "assignment/invitation-overdue", challenger: "assignment/invitation-overdue" } }),
        },
        ...meanwhile,
        "activity.complete": { ...step({ to: "released", by: ["system"], tells: { challenger: "assignment/lapsed" }, urgency: "canWait" }) },
        ...remind("invited"),
      },
    },
    awaitingDecision: {
      meta: {
        due: [
          {
            name: "Decide about the declared conflict",
            on: { fact: "decideBy" },
            remind: [
              { day: -1, tells: { coordinator: "assignment/decision-due" } },
              { day: 2, tells: { coordinator: "assignment/decision-due" } },
            ],
          } satisfies Due<AssignmentRole>,
        ],
      },
      on: {
        "conflict.keep": {
          guard: and(["independent", "trainingHolds", "dayFree"]),
          ...step({ to: "accepted", by: ["coordinator"], tells: { challenger: "assignment/conflict-kept", coordinator: "assignment/conflict-kept" } }),
        },
        "conflict.release": {
          ...step({ to: "released", by: ["coordinator"], tells: { challenger: "assignment/conflict-released", coordinator: "assignment/conflict-released" } }),
        },
        ...meanwhile,
        ...withdraw,
        "activity.complete": { ...step({ to: "released", by: ["system"], tells: { challenger: "assignment/lapsed" }, urgency: "canWait" }) },
      },
    },
    accepted: {
      on: {
        ...meanwhile,
        ...withdraw,
        "activity.complete": { ...step({ to: "completed", by: ["system"], tells: { challenger: "assignment/completed" } }) },
      },
    },
    declined: { type: "final" },
    objected: { type: "final" },
    released: { type: "final" },
    withdrawn: { type: "final" },
    completed: { type: "final" },
  },
});
