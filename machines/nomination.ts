import { and, setup } from "xstate";

import { optionsFor, stepsFor, type Due, type MachineMeta } from "./step";

/**
 * participant is who is nominated; nominator whoever did it; lineManager approves; sponsor endorses: the
 * director of children's or of adult services, by the person's service; coordinator of the region.
 */
export type NominationRole = "participant" | "nominator" | "lineManager" | "sponsor" | "coordinator";

/** Dates are ISO days or instants, empty while there is none. */
export interface NominationFacts {
  readonly hasReason: boolean;
  /** Nominations are open, and their closing date has not passed; a replacement may come later. */
  readonly inTime: boolean;
  /** The authority has nominated no more of that service than it has places. */
  readonly withinQuota: boolean;
  /** The sponsor is not the person nominated. */
  readonly notOneself: boolean;
  /** It takes over the place of somebody else. */
  readonly isReplacement: boolean;
  readonly isOfItsOwn: boolean;
  /** The cohort can still seat somebody. */
  readonly placeFree: boolean;
  readonly approveBy: string;
  /** By when the director is asked: ten working days, and no later than nominations close. */
  readonly endorseBy: string;
  /** The instant at which an offer goes to the first reserve. */
  readonly offerUntil: string;
}

export type NominationEvent =
  | { type: "nomination.send" }
  | { type: "nomination.sendApproved" }
  | { type: "link.resend" }
  | { type: "reminder.send" }
  | { type: "manager.approve" }
  | { type: "manager.refuse" }
  | { type: "sponsor.endorse" }
  | { type: "sponsor.endorseReplacement" }
  | { type: "sponsor.refuse" }
  | { type: "place.offer" }
  | { type: "reserve.put" }
  | { type: "reserve.release" }
  | { type: "selection.refuse" }
  | { type: "offer.accept" }
  | { type: "offer.decline" }
  | { type: "offer.expire" }
  | { type: "offer.extend" }
  | { type: "participation.defer" }
  | { type: "participation.resume" }
  | { type: "nomination.withdraw" }
  | { type: "nomination.replace" }
  | { type: "programme.begin" }
  | { type: "programme.complete" }
  | { type: "programme.fall" }
  | { type: "cohort.cancel" };

const step = stepsFor<NominationRole>();
const option = optionsFor<NominationRole>();

const withdraw = {
  "nomination.withdraw": {
    guard: "hasReason" as const,
    ...option({ to: "withdrawn", by: ["participant", "nominator", "coordinator"], tells: { participant: "nomination/withdrawn", nominator: "nomination/withdrawn", coordinator: "nomination/withdrawn" } }),
  },
};
/** The coordinator's press on the chase board: it goes to whoever holds the next step. */
const remind = <const Here extends string, const Tells extends Parameters<typeof step>[0]["tells"]>(here: Here, tells: Tells) => ({
  "reminder.send": { ...option({ to: here, by: ["coordinator"], tells }) },
});
const cancelled = {
  "cohort.cancel": { ...step({ to: "cohortCancelled", by: ["system"], tells: { participant: "nomination/cohort-cancelled", nominator: "nomination/cohort-cancelled" } }) },
};
const ends = { ...withdraw, ...cancelled };
const offer = {
  "place.offer": { guard: "placeFree" as const, ...step({ to: "offered", by: ["system"], tells: { participant: "nomination/offered", nominator: "nomination/offered" } }) },
};
const refuse = {
  "selection.refuse": { ...step({ to: "notSelected", by: ["system"], tells: { participant: "nomination/not-selected", nominator: "nomination/not-selected" } }) },
};
const defer = {
  "participation.defer": { guard: "hasReason" as const, ...option({ to: "deferred", by: ["participant", "coordinator"], tells: { participant: "nomination/deferred", coordinator: "nomination/deferred" } }) },
};
const replace = {
  "nomination.replace": {
    guard: "hasReason" as const,
    ...option({ to: "replaced", by: ["nominator", "sponsor", "coordinator"], tells: { participant: "nomination/replaced", nominator: "nomination/replaced" } }),
  },
};

/** P11: one person's way to a place on a programme, and through it. */
export const nomination = setup({
  types: { context: {} as NominationFacts, events: {} as NominationEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    inTime: ({ context }) => context.inTime,
    withinQuota: ({ context }) => context.withinQuota,
    notOneself: ({ context }) => context.notOneself,
    isReplacement: ({ context }) => context.isReplacement,
    isOfItsOwn: ({ context }) => context.isOfItsOwn,
    placeFree: ({ context }) => context.placeFree,
  },
}).createMachine({
  id: "nomination",
  version: "2",
  context: ({ input }) => input as unknown as NominationFacts,
  initial: "nominated",
  meta: {
    title: "Nomination",
    about: "One person's way to a place on a programme: nominated, approved by their manager, endorsed by the director of their service, selected with everybody else, offered a place or put on the reserve list in order, and through the programme to its end.",
    roles: {
      participant: "the person who is nominated",
      nominator: "whoever nominated them",
      lineManager: "their line manager",
      sponsor: "director of children's or of adult services, whose service they are of",
      coordinator: "SLI coordinator of the region",
    },
    mayBeEmpty: ["nominator"],
    byChoice: [],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<NominationRole>,
  states: {
    nominated: {
      on: {
        "nomination.send": {
          guard: and(["inTime", "withinQuota"]),
          ...option({ to: "awaitingManager", by: ["participant", "nominator", "coordinator"], tells: { lineManager: "nomination/approval-wanted", participant: "nomination/nominated" } }),
        },
        "nomination.sendApproved": {
          guard: and(["inTime", "withinQuota"]),
          ...option({ to: "awaitingSponsor", by: ["lineManager"], tells: { sponsor: "nomination/endorsement-wanted", participant: "nomination/nominated" } }),
        },
        ...ends,
      },
    },
    awaitingManager: {
      meta: {
        due: [
          {
            name: "Approve the nomination",
            on: { fact: "approveBy" },
            remind: [
              { day: -3, tells: { lineManager: "nomination/approval-due" } },
              { day: 1, tells: { lineManager: "nomination/approval-due", participant: "nomination/approval-late", nominator: "nomination/approval-late" } },
            ],
          } satisfies Due<NominationRole>,
        ],
      },
      on: {
        "manager.approve": {
          guard: "inTime",
          ...step({ to: "awaitingSponsor", by: ["lineManager"], tells: { sponsor: "nomination/endorsement-wanted", participant: "nomination/approved" } }),
        },
        "manager.refuse": { guard: "hasReason", ...option({ to: "refused", by: ["lineManager"], tells: { participant: "nomination/refused", nominator: "nomination/refused" } }) },
        "link.resend": {
          guard: "inTime",
          ...option({ to: "awaitingManager", by: ["participant", "nominator", "coordinator"], tells: { lineManager: "nomination/approval-wanted" } }),
        },
        ...remind("awaitingManager", { lineManager: "nomination/approval-due" }),
        ...refuse,
        ...ends,
      },
    },
    awaitingSponsor: {
      meta: {
        due: [
          {
            name: "Endorse the nomination",
            on: { fact: "endorseBy" },
            remind: [
              { day: -3, tells: { sponsor: "nomination/endorsement-due" } },
              { day: 1, tells: { sponsor: "nomination/endorsement-due" } },
            ],
          } satisfies Due<NominationRole>,
        ],
      },
      on: {
        "sponsor.endorse": {
          guard: and(["notOneself", "isOfItsOwn", "inTime"]),
          ...step({ to: "submitted", by: ["sponsor"], tells: { participant: "nomination/submitted", nominator: "nomination/submitted" } }),
        },
        "sponsor.endorseReplacement": {
          guard: and(["notOneself", "isReplacement"]),
          ...step({ to: "offered", by: ["sponsor"], tells: { participant: "nomination/offered", nominator: "nomination/offered" } }),
        },
        "sponsor.refuse": { guard: "hasReason", ...option({ to: "refused", by: ["sponsor"], tells: { participant: "nomination/refused", nominator: "nomination/refused" } }) },
        ...remind("awaitingSponsor", { sponsor: "nomination/endorsement-due" }),
        ...refuse,
        ...ends,
      },
    },
    submitted: {
      on: {
        ...offer,
        "reserve.put": { ...step({ to: "reserve", by: ["system"], tells: { participant: "nomination/on-reserve", nominator: "nomination/on-reserve" } }) },
        ...refuse,
        ...ends,
      },
    },
    reserve: {
      on: {
        ...offer,
        "reserve.release": { ...step({ to: "notSelected", by: ["system"], tells: { participant: "nomination/reserve-released", nominator: "nomination/reserve-released" } }) },
        ...ends,
      },
    },
    offered: {
      meta: {
        due: [
          {
            name: "Answer the offer of a place",
            on: { fact: "offerUntil" },
            fires: "offer.expire",
            remind: [{ day: -2, tells: { participant: "nomination/offer-lapses-soon" } }],
          } satisfies Due<NominationRole>,
        ],
      },
      on: {
        "offer.accept": { ...step({ to: "accepted", by: ["participant"], tells: { participant: "nomination/accepted" } }) },
        "offer.decline": { guard: "hasReason", ...option({ to: "declined", by: ["participant"], tells: { participant: "nomination/declined", coordinator: "nomination/declined" } }) },
        "offer.expire": { ...step({ to: "expired", by: ["system"], tells: { participant: "nomination/expired", nominator: "nomination/expired" } }) },
        "offer.extend": { ...option({ to: "offered", by: ["coordinator", "system"], tells: { participant: "nomination/offer-extended" } }) },
        ...remind("offered", { participant: "nomination/offer-lapses-soon" }),
        ...defer,
        ...replace,
        ...ends,
      },
    },
    accepted: {
      on: {
        "programme.begin": { ...step({ to: "participating", by: ["system"], tells: { participant: "nomination/programme-begun" }, urgency: "canWait" }) },
        ...defer,
        ...replace,
        ...ends,
      },
    },
    participating: {
      on: {
        "programme.complete": { ...step({ to: "completed", by: ["system"], tells: { participant: "nomination/completed" } }) },
        "programme.fall": { ...step({ to: "notCompleted", by: ["system"], tells: { participant: "nomination/not-completed" } }) },
        ...ends,
      },
    },
    deferred: {
      on: {
        "participation.resume": { ...option({ to: "submitted", by: ["participant", "coordinator"], tells: { participant: "nomination/submitted", coordinator: "nomination/resumed" } }) },
        ...withdraw,
      },
    },
    refused: { type: "final" },
    notSelected: { type: "final" },
    declined: { type: "final" },
    expired: { type: "final" },
    withdrawn: { type: "final" },
    replaced: { type: "final" },
    completed: { type: "final" },
    notCompleted: { type: "final" },
    cohortCancelled: { type: "final" },
  },
});
