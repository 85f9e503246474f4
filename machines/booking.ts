import { setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

/** attendee is who comes; booker whoever booked for them, if somebody else did; coordinator of the region. */
export type BookingRole = "attendee" | "booker" | "coordinator";

/** Dates are ISO days or instants, empty while there is none. */
export interface BookingFacts {
  /** The day of the session, in London, has begun. */
  readonly dayHasCome: boolean;
  /** The code that hangs at the door was given with this act. */
  readonly codeIsRight: boolean;
  /** It is of the date that moves with this step; always so when every date of its owner does. */
  readonly ofThisDate: boolean;
  readonly startsOn: string;
  /** The instant at which an offered place goes to the next person. */
  readonly offerUntil: string;
}

export type BookingEvent =
  | { type: "place.take" }
  | { type: "place.takeTogether" }
  | { type: "queue.join" }
  | { type: "offer.make" }
  | { type: "offer.accept" }
  | { type: "offer.decline" }
  | { type: "offer.expire" }
  | { type: "offer.extend" }
  | { type: "booking.cancel" }
  | { type: "booking.swap" }
  | { type: "session.move" }
  | { type: "session.postpone" }
  | { type: "session.cancel" }
  | { type: "list.close" }
  | { type: "door.enter" }
  | { type: "attendance.full" }
  | { type: "attendance.part" }
  | { type: "attendance.miss" };

const step = stepsFor<BookingRole>();

/** Whoever made a booking can undo it, as can the person it is for; the system does when somebody leaves a programme. */
const cancel = {
  "booking.cancel": {
    ...step({ to: "cancelled", by: ["attendee", "booker", "coordinator", "system"], optionalFor: ["attendee", "booker", "coordinator"], tells: { attendee: "booking/cancelled", booker: "booking/cancelled" } }),
  },
};

/** What happens to the session happens to every booking of it that still counts. */
const withTheSession = <const Here extends string>(here: Here) => ({
  "session.move": { guard: "ofThisDate" as const, ...step({ to: here, by: ["system"], tells: { attendee: "booking/session-moved", booker: "booking/session-moved" } }) },
  "session.postpone": { ...step({ to: here, by: ["system"], tells: { attendee: "booking/session-postponed", booker: "booking/session-postponed" } }) },
  "session.cancel": { ...step({ to: "cancelled", by: ["system"], tells: { attendee: "booking/session-cancelled", booker: "booking/session-cancelled" } }) },
});

const listCloses = {
  "list.close": { ...step({ to: "notPlaced", by: ["system"], tells: { attendee: "booking/not-placed", booker: "booking/not-placed" } }) },
};

const full = {
  "attendance.full": {
    guard: "dayHasCome" as const,
    ...step({ to: "attended", by: ["coordinator"], optionalFor: ["coordinator"], tells: { attendee: "booking/attended" }, urgency: "canWait" }),
  },
};
const part = {
  "attendance.part": {
    guard: "dayHasCome" as const,
    ...step({ to: "partlyAttended", by: ["coordinator"], optionalFor: ["coordinator"], tells: { attendee: "booking/attended" }, urgency: "canWait" }),
  },
};
const miss = {
  "attendance.miss": {
    guard: "dayHasCome" as const,
    ...step({ to: "noShow", by: ["coordinator"], optionalFor: ["coordinator"], tells: { attendee: "booking/missed", booker: "booking/missed" }, urgency: "canWait" }),
  },
};

/** P10 and P11: one person's place at one session, of an event or of a programme. */
export const booking = setup({
  types: { context: {} as BookingFacts, events: {} as BookingEvent },
  guards: {
    dayHasCome: ({ context }) => context.dayHasCome,
    codeIsRight: ({ context }) => context.codeIsRight,
    ofThisDate: ({ context }) => context.ofThisDate,
  },
}).createMachine({
  id: "booking",
  version: "2",
  context: ({ input }) => input as unknown as BookingFacts,
  initial: "asked",
  meta: {
    title: "Booking",
    about: "One person's place at one session: booked at once or waiting in order; a freed place is offered to the first who can take it, and goes on to the next when the offer runs out.",
    roles: {
      attendee: "the person who comes",
      booker: "whoever booked for them",
      coordinator: "SLI coordinator of the region",
    },
    mayBeEmpty: ["booker"],
    byChoice: [],
    askedWithTheAct: ["codeIsRight"],
  } satisfies MachineMeta<BookingRole>,
  states: {
    asked: {
      on: {
        "place.take": {
          ...step({ to: "booked", by: ["attendee", "booker", "coordinator"], optionalFor: ["attendee", "booker", "coordinator"], tells: { attendee: "booking/booked", booker: "booking/booked" } }),
        },
        // One of many sessions that are booked at once: each has its confirmation, and whoever books reads the whole on the page.
        "place.takeTogether": {
          ...step({ to: "booked", by: ["attendee", "booker", "coordinator"], optionalFor: ["attendee", "booker", "coordinator"], tells: { attendee: "booking/booked" } }),
        },
        "queue.join": {
          ...step({ to: "waiting", by: ["attendee", "booker", "coordinator"], optionalFor: ["attendee", "booker", "coordinator"], tells: { attendee: "booking/waiting", booker: "booking/waiting" } }),
        },
      },
    },
    booked: {
      meta: {
        due: [{ name: "Come to the session", on: { fact: "startsOn" }, remind: [{ day: -2, tells: { attendee: "booking/soon" } }] } satisfies Due<BookingRole>],
      },
      on: {
        ...cancel,
        "booking.swap": {
          ...step({ to: "booked", by: ["attendee", "booker", "coordinator"], optionalFor: ["attendee", "booker", "coordinator"], tells: { attendee: "booking/swapped", booker: "booking/swapped" } }),
        },
        ...withTheSession("booked"),
        "door.enter": {
          guard: "codeIsRight",
          ...step({ to: "attended", by: ["attendee"], optionalFor: ["attendee"], tells: { attendee: "booking/attended" }, urgency: "canWait" }),
        },
        ...full,
        ...part,
        ...miss,
      },
    },
    waiting: {
      on: {
        "offer.make": { ...step({ to: "offered", by: ["system"], tells: { attendee: "booking/offered", booker: "booking/offered" } }) },
        ...cancel,
        ...withTheSession("waiting"),
        ...listCloses,
      },
    },
    offered: {
      meta: {
        due: [{ name: "Answer the offer of a place", on: { fact: "offerUntil" }, fires: "offer.expire", remind: [] } satisfies Due<BookingRole>],
      },
      on: {
        "offer.accept": { ...step({ to: "booked", by: ["attendee", "booker"], optionalFor: ["booker"], tells: { attendee: "booking/booked", booker: "booking/booked" } }) },
        "offer.decline": { ...step({ to: "declined", by: ["attendee", "booker"], optionalFor: ["booker"], tells: { attendee: "booking/declined", booker: "booking/declined" } }) },
        "offer.expire": { ...step({ to: "expired", by: ["system"], tells: { attendee: "booking/offer-expired", booker: "booking/offer-expired" } }) },
        "offer.extend": { ...step({ to: "offered", by: ["system"], tells: { attendee: "booking/offer-extended", booker: "booking/offer-extended" } }) },
        ...cancel,
        ...withTheSession("offered"),
        ...listCloses,
      },
    },
    attended: { on: { ...part, ...miss } },
    partlyAttended: { on: { ...full, ...miss } },
    noShow: { on: { ...full, ...part } },
    cancelled: { type: "final" },
    declined: { type: "final" },
    expired: { type: "final" },
    notPlaced: { type: "final" },
  },
});
