import { and, setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

/**
 * challenger is the person of the pool; ownDcs the director of the authority that employs them today, or the
 * regional chair for somebody of no authority; coordinator keeps the pool; addressee is whom a reminder is for.
 */
export type ChallengerRole = "challenger" | "ownDcs" | "coordinator" | "addressee";

/** Dates are ISO days, empty while there is none. Pairs of opposites are kept as two facts: a guard only refuses. */
export interface ChallengerFacts {
  readonly hasReason: boolean;
  /** Themes and a few words about the person: what a director needs to judge. */
  readonly applicationComplete: boolean;
  readonly trainingInDate: boolean;
  readonly trainingNotInDate: boolean;
  /** A training day is chosen with this act. */
  readonly placeTaken: boolean;
  readonly onAssignment: boolean;
  readonly notOnAssignment: boolean;
  readonly endorseBy: string;
  readonly trainingOn: string;
  readonly trainedUntil: string;
}

export type ChallengerEvent =
  | { type: "application.send" }
  | { type: "application.withdraw" }
  | { type: "application.invite" }
  | { type: "endorsement.give" }
  | { type: "endorsement.welcome" }
  | { type: "endorsement.refuse" }
  | { type: "register.enter" }
  | { type: "register.enterUntrained" }
  | { type: "training.book" }
  | { type: "training.move" }
  | { type: "training.attend" }
  | { type: "training.miss" }
  | { type: "training.cancel" }
  | { type: "training.renew" }
  | { type: "training.renewMeanwhile" }
  | { type: "training.expire" }
  | { type: "assignment.take" }
  | { type: "assignment.end" }
  | { type: "pool.leave" }
  | { type: "reminder.send" };

const step = stepsFor<ChallengerRole>();

const remind = <const Here extends string>(here: Here) => ({
  "reminder.send": { ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { addressee: "challenger/coordinator-reminds" } }) },
});

/** A person asks to be in the pool; or the coordinator enters somebody who already is a challenger. */
const ways = {
  "application.send": {
    guard: "applicationComplete" as const,
    ...step({
      to: "awaitingEndorsement",
      by: ["challenger"],
      optionalFor: ["challenger"],
      tells: { ownDcs: "challenger/endorsement-wanted", challenger: "challenger/applied", coordinator: "challenger/applied" },
    }),
  },
  "register.enter": {
    guard: "trainingInDate" as const,
    ...step({ to: "available", by: ["coordinator"], optionalFor: ["coordinator"], tells: { challenger: "challenger/entered", ownDcs: "challenger/entered" } }),
  },
  "register.enterUntrained": {
    guard: "trainingNotInDate" as const,
    ...step({ to: "awaitingTraining", by: ["coordinator"], optionalFor: ["coordinator"], tells: { challenger: "challenger/entered", ownDcs: "challenger/entered" } }),
  },
};

/** Somebody who completed a leadership programme is asked to join; they apply, or leave it. */
const invite = <const Here extends string>(here: Here) => ({
  "application.invite": { ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { challenger: "challenger/invited" } }) },
});

const leave = {
  "pool.leave": {
    guard: and(["hasReason", "notOnAssignment"]),
    ...step({
      to: "left",
      by: ["challenger", "coordinator"],
      optionalFor: ["challenger", "coordinator"],
      tells: { challenger: "challenger/left", coordinator: "challenger/left", ownDcs: "challenger/left" },
    }),
  },
};

/** What becomes of a training day that is booked, where it changes nothing else. */
const bookedDay = <const Here extends string>(here: Here) => ({
  "training.move": { ...step({ to: here, by: ["system"], tells: { challenger: "challenger/training-moved" } }) },
  "training.miss": { ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { challenger: "challenger/training-missed" } }) },
  "training.cancel": {
    ...step({ to: here, by: ["challenger", "coordinator", "system"], optionalFor: ["challenger", "coordinator"], tells: { challenger: "challenger/training-cancelled", coordinator: "challenger/training-cancelled" } }),
  },
});

/** The days of training, for those in the pool whose training still holds: nothing else changes for them. */
const training = <const Here extends string>(here: Here) => ({
  "training.book": {
    guard: "placeTaken" as const,
    ...step({ to: here, by: ["challenger", "coordinator"], optionalFor: ["challenger", "coordinator"], tells: { challenger: "challenger/training-booked", coordinator: "challenger/training-booked" } }),
  },
  ...bookedDay(here),
  "training.renew": {
    guard: "trainingInDate" as const,
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { challenger: "challenger/trained" } }),
  },
});

const trained = step({ to: "available", by: ["coordinator"], tells: { challenger: "challenger/trained" } });

const expire = {
  "training.expire": {
    guard: "trainingNotInDate" as const,
    ...step({ to: "trainingExpired", by: ["system"], tells: { challenger: "challenger/training-expired", coordinator: "challenger/training-expired" } }),
  },
};

const runsOut: Due<ChallengerRole> = {
  name: "Renew the training",
  on: { fact: "trainedUntil" },
  fires: "training.expire",
  remind: [
    { day: -40, tells: { challenger: "challenger/training-expiring" } },
    { day: -10, tells: { challenger: "challenger/training-expiring", coordinator: "challenger/training-expiring" } },
    { day: 0, tells: { challenger: "challenger/training-expiring", coordinator: "challenger/training-expiring" } },
  ],
};

/** P6: one person in a region's pool of challengers. */
export const challenger = setup({
  types: { context: {} as ChallengerFacts, events: {} as ChallengerEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    applicationComplete: ({ context }) => context.applicationComplete,
    trainingInDate: ({ context }) => context.trainingInDate,
    trainingNotInDate: ({ context }) => context.trainingNotInDate,
    placeTaken: ({ context }) => context.placeTaken,
    onAssignment: ({ context }) => context.onAssignment,
    notOnAssignment: ({ context }) => context.notOnAssignment,
  },
}).createMachine({
  id: "challenger",
  version: "3",
  context: ({ input }) => input as unknown as ChallengerFacts,
  initial: "awaitingApplication",
  meta: {
    title: "Challenger",
    about: "A person in a region's pool of challengers: endorsed by their own director, trained, available, on assignment, and trained again before the training runs out.",
    roles: {
      challenger: "the challenger",
      ownDcs: "director of the challenger's own authority, or the regional chair for somebody of none",
      coordinator: "SLI coordinator of the region",
      addressee: "the person this step concerns",
    },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: ["hasReason", "applicationComplete", "trainingInDate", "placeTaken"],
  } satisfies MachineMeta<ChallengerRole>,
  states: {
    awaitingApplication: { on: { ...ways, ...invite("awaitingApplication") } },
    awaitingEndorsement: {
      meta: {
        due: [
          {
            name: "Endorse the application",
            on: { fact: "endorseBy" },
            remind: [
              { day: -2, tells: { ownDcs: "challenger/endorsement-due" } },
              { day: 1, tells: { ownDcs: "challenger/endorsement-due", coordinator: "challenger/endorsement-due" } },
              { day: 5, tells: { ownDcs: "challenger/endorsement-due", coordinator: "challenger/endorsement-due" } },
            ],
          } satisfies Due<ChallengerRole>,
        ],
      },
      on: {
        "endorsement.give": {
          guard: "trainingNotInDate",
          ...step({ to: "awaitingTraining", by: ["ownDcs"], tells: { challenger: "challenger/endorsed", coordinator: "challenger/endorsed" } }),
        },
        "endorsement.welcome": {
          guard: "trainingInDate",
          ...step({ to: "available", by: ["ownDcs"], tells: { challenger: "challenger/endorsed", coordinator: "challenger/endorsed" } }),
        },
        "endorsement.refuse": {
          guard: "hasReason",
          ...step({
            to: "notEndorsed",
            by: ["ownDcs"],
            optionalFor: ["ownDcs"],
            tells: { challenger: "challenger/endorsement-refused", coordinator: "challenger/endorsement-refused" },
          }),
        },
        "application.withdraw": {
          ...step({
            to: "left",
            by: ["challenger"],
            optionalFor: ["challenger"],
            tells: { ownDcs: "challenger/application-withdrawn", coordinator: "challenger/application-withdrawn", challenger: "challenger/application-withdrawn" },
          }),
        },
        ...remind("awaitingEndorsement"),
      },
    },
    notEndorsed: { on: { ...ways, ...invite("notEndorsed") } },
    awaitingTraining: {
      on: {
        "training.book": {
          guard: "placeTaken",
          ...step({ to: "trainingBooked", by: ["coordinator", "challenger"], tells: { challenger: "challenger/training-booked", coordinator: "challenger/training-booked" } }),
        },
        "training.renew": { guard: "trainingInDate", ...trained },
        ...leave,
        ...remind("awaitingTraining"),
      },
    },
    trainingBooked: {
      meta: {
        due: [
          {
            name: "Come to the training",
            on: { fact: "trainingOn" },
            remind: [
              { day: -2, tells: { challenger: "challenger/training-soon" } },
              { day: 1, tells: { coordinator: "challenger/attendance-wanted" } },
              { day: 5, tells: { coordinator: "challenger/attendance-wanted" } },
            ],
          } satisfies Due<ChallengerRole>,
        ],
      },
      on: {
        "training.attend": { guard: and(["trainingInDate", "notOnAssignment"]), ...trained },
        "training.renewMeanwhile": {
          guard: and(["trainingInDate", "onAssignment"]),
          ...step({ to: "onAssignment", by: ["coordinator"], optionalFor: ["coordinator"], tells: { challenger: "challenger/trained" } }),
        },
        "training.miss": { ...step({ to: "awaitingTraining", by: ["coordinator"], optionalFor: ["coordinator"], tells: { challenger: "challenger/training-missed" } }) },
        "training.cancel": {
          ...step({
            to: "awaitingTraining",
            by: ["challenger", "coordinator", "system"],
            optionalFor: ["challenger", "coordinator"],
            tells: { challenger: "challenger/training-cancelled", coordinator: "challenger/training-cancelled" },
          }),
        },
        "training.move": { ...step({ to: "trainingBooked", by: ["system"], tells: { challenger: "challenger/training-moved" } }) },
        ...leave,
      },
    },
    available: {
      meta: { due: [runsOut] },
      on: {
        "assignment.take": { ...step({ to: "onAssignment", by: ["system"], tells: { ownDcs: "challenger/on-assignment" } }) },
        ...training("available"),
        ...expire,
        ...leave,
        ...remind("available"),
      },
    },
    onAssignment: {
      meta: { due: [runsOut] },
      on: {
        "assignment.take": { ...step({ to: "onAssignment", by: ["system"], tells: { ownDcs: "challenger/on-assignment" } }) },
        "assignment.end": {
          guard: "notOnAssignment",
          ...step({ to: "available", by: ["system"], tells: { coordinator: "challenger/available-again" }, urgency: "canWait" }),
        },
        ...training("onAssignment"),
        ...expire,
        ...remind("onAssignment"),
      },
    },
    trainingExpired: {
      on: {
        "training.book": {
          guard: "placeTaken",
          ...step({ to: "trainingBooked", by: ["coordinator", "challenger"], tells: { challenger: "challenger/training-booked", coordinator: "challenger/training-booked" } }),
        },
        "training.renew": { guard: and(["trainingInDate", "notOnAssignment"]), ...trained, meta: { ...trained.meta, optionalFor: ["coordinator"] } },
        "training.renewMeanwhile": {
          guard: and(["trainingInDate", "onAssignment"]),
          ...step({ to: "onAssignment", by: ["coordinator"], optionalFor: ["coordinator"], tells: { challenger: "challenger/trained" } }),
        },
        // A day may have been booked while the training still held.
        ...bookedDay("trainingExpired"),
        ...leave,
        ...remind("trainingExpired"),
      },
    },
    left: { on: { ...ways, ...invite("left") } },
  },
});
