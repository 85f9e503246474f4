import { setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

/** coordinator of the region runs it; tutor teaches on it. Who comes is told by their own booking. */
export type ProgrammeDayRole = "coordinator" | "tutor";

/** Dates are ISO days or instants, empty while there is none. */
export interface ProgrammeDayFacts {
  readonly hasReason: boolean;
  /** It has a date ahead, places, and a place or a link. */
  readonly complete: boolean;
  readonly dateAhead: boolean;
  /** The day of its last date has begun. */
  readonly dayHasCome: boolean;
  /** For everybody booked it is known whether they came. */
  readonly attendanceRecorded: boolean;
  /** The instant at which its last date ends. */
  readonly heldOn: string;
  /** Of alternative dates: the instant at which the next of them ends that is not the last. */
  readonly dateEndsAt: string;
  readonly recordBy: string;
  readonly evaluateBy: string;
}

export type ProgrammeDayEvent =
  | { type: "booking.open" }
  | { type: "day.change" }
  | { type: "day.move" }
  | { type: "date.end" }
  | { type: "day.hold" }
  | { type: "register.complete" }
  | { type: "day.cancel" }
  | { type: "evaluation.close" };

const step = stepsFor<ProgrammeDayRole>();

const cancel = {
  "day.cancel": {
    guard: "hasReason" as const,
    ...step({ to: "cancelled", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "programme-day/cancelled", tutor: "programme-day/cancelled" }, cascades: { booking: "session.cancel" } }),
  },
};
const change = <const Here extends string>(here: Here) => ({
  "day.change": { ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "programme-day/changed", tutor: "programme-day/changed" }, urgency: "canWait" }) },
});

/** P11: one day of a cohort. Its places are bookings, as an event's are. */
export const programmeDay = setup({
  types: { context: {} as ProgrammeDayFacts, events: {} as ProgrammeDayEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    complete: ({ context }) => context.complete,
    dateAhead: ({ context }) => context.dateAhead,
    dayHasCome: ({ context }) => context.dayHasCome,
    attendanceRecorded: ({ context }) => context.attendanceRecorded,
  },
}).createMachine({
  id: "programme-day",
  version: "3",
  context: ({ input }) => input as unknown as ProgrammeDayFacts,
  initial: "scheduled",
  meta: {
    title: "Programme day",
    about: "One day of a cohort: scheduled, opened for its participants to book, held, and evaluated by those who were there.",
    roles: { coordinator: "SLI coordinator of the region", tutor: "a tutor of the day" },
    mayBeEmpty: ["tutor"],
    byChoice: [],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<ProgrammeDayRole>,
  states: {
    scheduled: {
      on: {
        "booking.open": {
          guard: "complete",
          ...step({ to: "bookingOpen", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "programme-day/booking-opened", tutor: "programme-day/tutor-asked" } }),
        },
        ...change("scheduled"),
        ...cancel,
      },
    },
    bookingOpen: {
      meta: {
        due: [
          {
            name: "Hold the day",
            on: { fact: "heldOn" },
            fires: "day.hold",
            remind: [{ day: -5, tells: { coordinator: "programme-day/soon", tutor: "programme-day/soon" } }],
          } satisfies Due<ProgrammeDayRole>,
          { name: "Ask those of an earlier date", on: { fact: "dateEndsAt" }, fires: "date.end", remind: [] } satisfies Due<ProgrammeDayRole>,
        ],
      },
      on: {
        ...change("bookingOpen"),
        "day.move": {
          guard: "dateAhead",
          ...step({ to: "bookingOpen", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "programme-day/moved", tutor: "programme-day/moved" }, cascades: { booking: "session.move" } }),
        },
        // One of its alternative dates is over: whoever was there is asked at once, not when the last is over too.
        "date.end": { ...step({ to: "bookingOpen", by: ["system"], tells: { coordinator: "programme-day/date-held" } }) },
        "day.hold": {
          guard: "dayHasCome",
          ...step({ to: "evaluationOpen", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "programme-day/held" }, cascades: { booking: "list.close" } }),
        },
        ...cancel,
      },
    },
    evaluationOpen: {
      meta: {
        due: [
          {
            name: "Record who came",
            on: { fact: "recordBy" },
            remind: [
              { day: 0, tells: { coordinator: "programme-day/attendance-wanted" } },
              { day: 3, tells: { coordinator: "programme-day/attendance-wanted" } },
            ],
          } satisfies Due<ProgrammeDayRole>,
          { name: "Close the evaluation", on: { fact: "evaluateBy" }, fires: "evaluation.close", remind: [] } satisfies Due<ProgrammeDayRole>,
        ],
      },
      on: {
        // It is known of everybody booked whether they came: nothing about the register is due any more.
        "register.complete": {
          guard: "attendanceRecorded",
          ...step({ to: "evaluationOpen", by: ["system"], tells: { coordinator: "programme-day/register-complete" }, urgency: "canWait" }),
        },
        "evaluation.close": {
          guard: "attendanceRecorded",
          ...step({ to: "evaluated", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "programme-day/evaluated", tutor: "programme-day/evaluated" }, cascades: { evaluation: "evaluation.lapse" } }),
        },
      },
    },
    evaluated: { type: "final" },
    cancelled: { type: "final" },
  },
});
