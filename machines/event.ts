import { and, setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

/** coordinator of the region runs it; addressee is whom an invitation, or what was committed to there, is for. Who comes is told by their own booking. */
export type EventRole = "coordinator" | "addressee";

/** Dates are ISO days, empty while there is none. */
export interface EventFacts {
  readonly hasReason: boolean;
  /** Title, places, a place or a link, and a last day to book before it begins. */
  readonly complete: boolean;
  /** Every date it has lies ahead. */
  readonly dateAhead: boolean;
  /** The last day to book lies ahead. */
  readonly deadlineAhead: boolean;
  /** The day of its last date has begun. */
  readonly dayHasCome: boolean;
  /** For everybody booked it is known whether they came. */
  readonly attendanceRecorded: boolean;
  /** Something was committed to there. */
  readonly hasCommitments: boolean;
  readonly bookBy: string;
  readonly heldOn: string;
  readonly recordBy: string;
}

export type EventEvent =
  | { type: "booking.open" }
  | { type: "series.open" }
  | { type: "series.cancel" }
  | { type: "booking.close" }
  | { type: "booking.reopen" }
  | { type: "invitation.repeat" }
  | { type: "event.change" }
  | { type: "event.move" }
  | { type: "event.postpone" }
  | { type: "event.reschedule" }
  | { type: "event.cancel" }
  | { type: "event.hold" }
  | { type: "commitments.share" }
  | { type: "event.close" };

const step = stepsFor<EventRole>();

const cancel = {
  // With the whole series it is a session of: the coordinator is told of the series at once, of its sessions when there is time.
  "series.cancel": { ...step({ to: "cancelled", by: ["system"], tells: { coordinator: "event/cancelled" }, urgency: "canWait", cascades: { booking: "session.cancel" } }) },
  "event.cancel": {
    guard: "hasReason" as const,
    ...step({ to: "cancelled", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "event/cancelled" }, cascades: { booking: "session.cancel", validation: "event.cancel" } }),
  },
};

/** What can become of it between the first booking and the day. */
const meanwhile = <const Here extends string>(here: Here) => ({
  "event.change": { ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "event/changed" }, urgency: "canWait" }) },
  "event.move": {
    guard: "dateAhead" as const,
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "event/moved" }, cascades: { booking: "session.move", validation: "event.move" } }),
  },
  "event.postpone": {
    guard: "hasReason" as const,
    ...step({ to: "postponed", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "event/postponed" }, cascades: { booking: "session.postpone", validation: "event.postpone" } }),
  },
  "event.hold": {
    guard: "dayHasCome" as const,
    ...step({ to: "held", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "event/held" }, cascades: { booking: "list.close" } }),
  },
  ...cancel,
});

/** P10: a conference, a workshop, a network's meeting or a session of a series. */
export const event = setup({
  types: { context: {} as EventFacts, events: {} as EventEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    complete: ({ context }) => context.complete,
    dateAhead: ({ context }) => context.dateAhead,
    deadlineAhead: ({ context }) => context.deadlineAhead,
    dayHasCome: ({ context }) => context.dayHasCome,
    attendanceRecorded: ({ context }) => context.attendanceRecorded,
    hasCommitments: ({ context }) => context.hasCommitments,
  },
}).createMachine({
  id: "event",
  version: "3",
  context: ({ input }) => input as unknown as EventFacts,
  initial: "planned",
  meta: {
    title: "Event",
    about: "A conference, a workshop, a network's meeting or a session of a series: planned, opened for booking, closed on its last day to book, held, and closed once it is known who came. What people committed to there is shared with everybody who was there.",
    roles: {
      coordinator: "SLI coordinator of the region",
      addressee: "somebody who is invited, or who was there",
    },
    mayBeEmpty: ["addressee"],
    byChoice: [],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<EventRole>,
  states: {
    planned: {
      on: {
        "booking.open": {
          guard: and(["complete", "dateAhead", "deadlineAhead"]),
          ...step({ to: "bookingOpen", by: ["coordinator"], tells: { coordinator: "event/booking-opened", addressee: "event/invited" } }),
        },
        "series.open": { ...step({ to: "bookingOpen", by: ["system"], tells: { coordinator: "event/booking-opened" }, urgency: "canWait" }) },
        ...cancel,
      },
    },
    bookingOpen: {
      meta: {
        due: [
          {
            name: "Close the booking",
            on: { fact: "bookBy" },
            fires: "booking.close",
            remind: [{ day: -2, tells: { coordinator: "event/booking-closes-soon" } }],
          } satisfies Due<EventRole>,
        ],
      },
      on: {
        "booking.close": { ...step({ to: "bookingClosed", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "event/booking-closed" } }) },
        "invitation.repeat": {
          ...step({ to: "bookingOpen", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "event/invitation-repeated", addressee: "event/invited" } }),
        },
        ...meanwhile("bookingOpen"),
      },
    },
    bookingClosed: {
      meta: {
        due: [
          {
            name: "Hold the event",
            on: { fact: "heldOn" },
            fires: "event.hold",
            remind: [{ day: -1, tells: { coordinator: "event/tomorrow" } }],
          } satisfies Due<EventRole>,
        ],
      },
      on: {
        "booking.reopen": {
          guard: "deadlineAhead",
          ...step({ to: "bookingOpen", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "event/booking-opened" } }),
        },
        ...meanwhile("bookingClosed"),
      },
    },
    postponed: {
      meta: {
        due: [
          {
            name: "Set a new date, or cancel",
            on: { workingDays: 20 },
            remind: [
              { day: -5, tells: { coordinator: "event/date-wanted" } },
              { day: 1, tells: { coordinator: "event/date-wanted" } },
            ],
          } satisfies Due<EventRole>,
        ],
      },
      on: {
        "event.reschedule": {
          guard: "dateAhead",
          ...step({ to: "bookingOpen", by: ["coordinator"], tells: { coordinator: "event/moved" }, cascades: { booking: "session.move", validation: "event.move" } }),
        },
        ...cancel,
      },
    },
    held: {
      meta: {
        due: [
          {
            name: "Record who came",
            on: { fact: "recordBy" },
            remind: [
              { day: 0, tells: { coordinator: "event/attendance-wanted" } },
              { day: 3, tells: { coordinator: "event/attendance-wanted" } },
            ],
          } satisfies Due<EventRole>,
        ],
      },
      on: {
        "commitments.share": {
          guard: "hasCommitments",
          ...step({ to: "held", by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "event/commitments-shared", addressee: "event/commitments-to-read" } }),
        },
        // What was committed to and is not shared yet is shared with the closing.
        "event.close": { guard: "attendanceRecorded", ...step({ to: "closed", by: ["coordinator"], tells: { coordinator: "event/closed", addressee: "event/commitments-to-read" } }) },
      },
    },
    closed: { type: "final" },
    cancelled: { type: "final" },
  },
});
