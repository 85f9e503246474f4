import { and, setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

/** coordinator of the region directs it; addressee is whom an invitation to nominate is for. */
export type CohortRole = "coordinator" | "addressee";

/** Dates are ISO days or instants, empty while there is none. */
export interface CohortFacts {
  readonly hasReason: boolean;
  /** It has places and at least one day. */
  readonly complete: boolean;
  /** The closing date of nominations lies ahead, and before the first day. */
  readonly closingAhead: boolean;
  /** Of every nomination that was submitted it is drafted what becomes of it, and the offers fit. */
  readonly allDecided: boolean;
  readonly firstDayHasCome: boolean;
  /** Every day is evaluated or cancelled. */
  readonly daysDone: boolean;
  readonly closesOn: string;
  readonly selectBy: string;
  /** The instant at which its first day begins. */
  readonly firstDay: string;
  readonly completeBy: string;
  readonly impactOn: string;
  readonly impactBy: string;
}

export type CohortEvent =
  | { type: "nominations.open" }
  | { type: "nominations.close" }
  | { type: "nominations.extend" }
  | { type: "nominations.reopen" }
  | { type: "invitation.repeat" }
  | { type: "decisions.release" }
  | { type: "programme.begin" }
  | { type: "programme.complete" }
  | { type: "impact.ask" }
  | { type: "impact.close" }
  | { type: "cohort.cancel" };

const step = stepsFor<CohortRole>();

const cancel = {
  "cohort.cancel": {
    guard: "hasReason" as const,
    ...step({ to: "cancelled", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "cohort/cancelled" }, cascades: { "programme-day": "day.cancel", nomination: "cohort.cancel" } }),
  },
};

/** P11: one run of a leadership programme, from its plan to the follow-up of what it changed. */
export const cohort = setup({
  types: { context: {} as CohortFacts, events: {} as CohortEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    complete: ({ context }) => context.complete,
    closingAhead: ({ context }) => context.closingAhead,
    allDecided: ({ context }) => context.allDecided,
    firstDayHasCome: ({ context }) => context.firstDayHasCome,
    daysDone: ({ context }) => context.daysDone,
  },
}).createMachine({
  id: "cohort",
  version: "1",
  context: ({ input }) => input as unknown as CohortFacts,
  initial: "planned",
  meta: {
    title: "Cohort of a programme",
    about: "One run of a leadership programme: planned, opened for nominations, selected by a board whose decisions come out together, run day by day, completed, and asked six months later what it changed.",
    roles: { coordinator: "SLI coordinator of the region", addressee: "a director who is invited to nominate" },
    mayBeEmpty: ["addressee"],
    byChoice: [],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<CohortRole>,
  states: {
    planned: {
      on: {
        "nominations.open": {
          guard: and(["complete", "closingAhead"]),
          ...step({ to: "nominationsOpen", by: ["coordinator"], tells: { coordinator: "cohort/nominations-opened", addressee: "cohort/nominations-invited" } }),
        },
        ...cancel,
      },
    },
    nominationsOpen: {
      meta: {
        due: [
          {
            name: "Close the nominations",
            on: { fact: "closesOn" },
            fires: "nominations.close",
            remind: [{ day: -3, tells: { coordinator: "cohort/closes-soon" } }],
          } satisfies Due<CohortRole>,
        ],
      },
      on: {
        "nominations.close": { ...step({ to: "selecting", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "cohort/nominations-closed" } }) },
        "nominations.extend": {
          guard: "closingAhead",
          ...step({ to: "nominationsOpen", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "cohort/nominations-extended", addressee: "cohort/nominations-invited" } }),
        },
        "invitation.repeat": {
          ...step({ to: "nominationsOpen", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "cohort/invitation-repeated", addressee: "cohort/nominations-invited" } }),
        },
        ...cancel,
      },
    },
    selecting: {
      meta: {
        due: [
          {
            name: "Release the decisions",
            on: { fact: "selectBy" },
            remind: [
              { day: -2, tells: { coordinator: "cohort/selection-due" } },
              { day: 1, tells: { coordinator: "cohort/selection-due" } },
            ],
          } satisfies Due<CohortRole>,
        ],
      },
      on: {
        "decisions.release": {
          guard: "allDecided",
          ...step({ to: "confirmed", by: ["coordinator"], tells: { coordinator: "cohort/decisions-released" }, cascades: { "programme-day": "booking.open" } }),
        },
        "nominations.reopen": {
          guard: "closingAhead",
          ...step({ to: "nominationsOpen", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "cohort/nominations-extended", addressee: "cohort/nominations-invited" } }),
        },
        ...cancel,
      },
    },
    confirmed: {
      meta: {
        due: [
          {
            name: "Begin the programme",
            on: { fact: "firstDay" },
            fires: "programme.begin",
            remind: [{ day: -5, tells: { coordinator: "cohort/begins-soon" } }],
          } satisfies Due<CohortRole>,
        ],
      },
      on: {
        "programme.begin": {
          guard: "firstDayHasCome",
          ...step({ to: "running", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "cohort/begun" }, cascades: { nomination: "programme.begin" } }),
        },
        ...cancel,
      },
    },
    running: {
      meta: {
        due: [
          {
            name: "Complete the programme",
            on: { fact: "completeBy" },
            remind: [
              { day: -5, tells: { coordinator: "cohort/completion-due" } },
              { day: 1, tells: { coordinator: "cohort/completion-due" } },
            ],
          } satisfies Due<CohortRole>,
        ],
      },
      on: {
        "programme.complete": { guard: "daysDone", ...step({ to: "completed", by: ["coordinator"], tells: { coordinator: "cohort/completed" } }) },
        ...cancel,
      },
    },
    completed: {
      meta: {
        due: [{ name: "Ask what it changed", on: { fact: "impactOn" }, fires: "impact.ask", remind: [] } satisfies Due<CohortRole>],
      },
      on: {
        "impact.ask": { ...step({ to: "followingUp", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "cohort/impact-asked" } }) },
      },
    },
    followingUp: {
      meta: {
        due: [{ name: "Close the follow-up", on: { fact: "impactBy" }, fires: "impact.close", remind: [] } satisfies Due<CohortRole>],
      },
      on: {
        "impact.close": { ...step({ to: "evaluated", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "cohort/evaluated" }, cascades: { evaluation: "evaluation.lapse" } }) },
      },
    },
    evaluated: { type: "final" },
    cancelled: { type: "final" },
  },
});
