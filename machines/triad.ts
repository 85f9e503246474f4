import { and, setup } from "xstate";

import { stepsFor, type MachineMeta } from "./step";
import { attendance, changeDetails, coordinatorWithin, end, everybody, fillPlaces, kloes, members, membership, offerAgain, offerDates, packs, poll, postpone, remind, session, shareKloes } from "./triad-steps";

/**
 * memberDcs and delegate stand for each authority in the group, by post; asked are those of them from
 * whom the present step still wants something (an answer, a name, key lines of enquiry); deputy comes
 * to the session in a director's place; leadChallenger and challenger stand here once they have
 * accepted (machine "assignment"); addressee is whom one step concerns.
 */
export type TriadRole = "coordinator" | "memberDcs" | "delegate" | "asked" | "deputy" | "leadChallenger" | "challenger" | "addressee";

/** Dates are ISO days, empty while they are not known. Everything else is counted from rows at the moment of asking. */
export interface TriadFacts {
  readonly hasReason: boolean;
  /** Dates stand to be answered, none of them past. */
  readonly datesOffered: boolean;
  /** Every date of the poll has the authority's own answer. */
  readonly allDatesAnswered: boolean;
  /** Two authorities or more are in the group. */
  readonly enoughMembers: boolean;
  /** Day, time, host and venue are set, and the day lies ahead. */
  readonly sessionPlaced: boolean;
  /** Each authority has said that its director or a named deputy comes. */
  readonly everybodyConfirmed: boolean;
  /** Each authority's self-assessment is in, or is waived with a reason. */
  readonly packsComplete: boolean;
  /** The authority that acts has written its key lines of enquiry. */
  readonly kloesWritten: boolean;
  readonly dayReached: boolean;
  /** Fewer challengers are asked or have accepted than the round wants at a session. */
  readonly placeOpen: boolean;
  readonly pollClosesOn: string;
  readonly attendanceDueOn: string;
  readonly packsDueOn: string;
  readonly kloesDueOn: string;
  readonly sessionOn: string;
}

export type TriadEvent =
  | { type: "group.publish" }
  | { type: "dates.offer" }
  | { type: "answers.give" }
  | { type: "poll.close" }
  | { type: "proposal.send" }
  | { type: "attendance.confirm" }
  | { type: "attendance.decline" }
  | { type: "session.confirm" }
  | { type: "details.change" }
  | { type: "agenda.change" }
  | { type: "waiver.give" }
  | { type: "kloes.share" }
  | { type: "packs.release" }
  | { type: "session.hold" }
  | { type: "records.agree" }
  | { type: "session.close" }
  | { type: "session.postpone" }
  | { type: "session.reschedule" }
  | { type: "session.cancel" }
  | { type: "round.withdraw" }
  | { type: "member.withdraw" }
  | { type: "member.join" }
  | { type: "group.merge" }
  | { type: "team.reopen" }
  | { type: "team.refill" }
  | { type: "reminder.send" };

const step = stepsFor<TriadRole>();

/** P3: three or four authorities that challenge each other in one session. */
export const triad = setup({
  types: { context: {} as TriadFacts, events: {} as TriadEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    datesOffered: ({ context }) => context.datesOffered,
    allDatesAnswered: ({ context }) => context.allDatesAnswered,
    enoughMembers: ({ context }) => context.enoughMembers,
    sessionPlaced: ({ context }) => context.sessionPlaced,
    everybodyConfirmed: ({ context }) => context.everybodyConfirmed,
    packsComplete: ({ context }) => context.packsComplete,
    kloesWritten: ({ context }) => context.kloesWritten,
    dayReached: ({ context }) => context.dayReached,
    placeOpen: ({ context }) => context.placeOpen,
  },
}).createMachine({
  id: "triad",
  version: "2",
  context: ({ input }) => input as unknown as TriadFacts,
  initial: "proposed",
  meta: {
    title: "Triad",
    about: "Three or four authorities challenge each other in one session: dates found, a host, key lines of enquiry, packs, the day itself, and a record for each authority.",
    roles: {
      coordinator: "SLI coordinator of the region",
      memberDcs: "directors of the group",
      delegate: "their delegates (answer and book)",
      asked: "those from whom something is still wanted",
      deputy: "deputies who come in their place",
      leadChallenger: "lead challenger",
      challenger: "other challengers",
      addressee: "those this step concerns",
    },
    mayBeEmpty: ["delegate", "asked", "deputy", "leadChallenger", "challenger"],
    byChoice: ["delegate"],
    askedWithTheAct: ["hasReason", "datesOffered", "allDatesAnswered", "kloesWritten", "sessionPlaced"],
  } satisfies MachineMeta<TriadRole>,
  states: {
    proposed: {
      on: {
        "group.publish": {
          ...step({ to: "awaitingDates", by: ["coordinator"], tells: members("triad/group-published") }),
        },
        ...end,
      },
    },
    awaitingDates: {
      meta: { due: [coordinatorWithin("Offer dates", 5)] },
      on: {
        "dates.offer": { guard: "datesOffered", ...offerDates },
        ...membership("awaitingDates", "awaitingDates"),
        ...end,
      },
    },
    awaitingAnswers: {
      meta: { due: [poll] },
      on: {
        "answers.give": {
          guard: "allDatesAnswered",
          ...step({
            to: "awaitingAnswers",
            by: ["asked", "memberDcs", "delegate"],
            optionalFor: ["memberDcs", "delegate"],
            tells: { coordinator: "triad/answers-given", addressee: "triad/answers-given" },
            urgency: "canWait",
          }),
        },
        "poll.close": {
          ...step({
            to: "awaitingProposal",
            by: ["system", "coordinator"],
            optionalFor: ["coordinator"],
            tells: { coordinator: "triad/poll-closed", memberDcs: "triad/poll-closed", delegate: "triad/poll-closed" },
          }),
        },
        "dates.offer": { guard: "datesOffered", ...offerAgain },
        ...membership("awaitingAnswers", "awaitingAnswers"),
        ...remind("awaitingAnswers"),
        ...end,
      },
    },
    awaitingProposal: {
      meta: { due: [coordinatorWithin("Propose a date, a host and challengers", 5)] },
      on: {
        "proposal.send": {
          guard: "sessionPlaced",
          ...step({ to: "awaitingConfirmation", by: ["coordinator"], tells: { asked: "triad/proposal-sent", coordinator: "triad/proposal-sent" }, cascades: { assignment: "activity.move" } }),
        },
        "dates.offer": { guard: "datesOffered", ...offerAgain },
        ...postpone,
        ...membership("awaitingProposal", "awaitingProposal"),
        ...end,
      },
    },
    awaitingConfirmation: {
      meta: { due: [attendance] },
      on: {
        "attendance.confirm": {
          ...step({
            to: "awaitingConfirmation",
            by: ["asked", "memberDcs", "delegate"],
            optionalFor: ["memberDcs", "delegate"],
            tells: { coordinator: "triad/attendance-confirmed", addressee: "triad/attendance-confirmed" },
          }),
        },
        "attendance.decline": {
          guard: "hasReason",
          ...step({
            to: "awaitingConfirmation",
            by: ["memberDcs", "delegate"],
            optionalFor: ["memberDcs", "delegate"],
            tells: { coordinator: "triad/attendance-declined", addressee: "triad/attendance-declined" },
          }),
        },
        "session.confirm": {
          guard: and(["sessionPlaced", "everybodyConfirmed"]),
          ...step({ to: "confirmed", by: ["coordinator"], tells: everybody("triad/session-confirmed") }),
        },
        "proposal.send": {
          guard: "sessionPlaced",
          ...step({
            to: "awaitingConfirmation",
            by: ["coordinator"],
            optionalFor: ["coordinator"],
            tells: { asked: "triad/proposal-sent", coordinator: "triad/proposal-sent" },
            cascades: { assignment: "activity.move" },
          }),
        },
        "dates.offer": { guard: "datesOffered", ...offerAgain },
        ...postpone,
        ...membership("awaitingConfirmation", "awaitingConfirmation"),
        ...remind("awaitingConfirmation"),
        ...end,
      },
    },
    confirmed: {
      meta: { due: [packs, kloes, session] },
      on: {
        "packs.release": {
          guard: "packsComplete",
          ...step({ to: "packsReleased", by: ["coordinator"], tells: everybody("triad/packs-released") }),
        },
        "waiver.give": {
          guard: "hasReason",
          ...step({
            to: "confirmed",
            by: ["coordinator"],
            optionalFor: ["coordinator"],
            tells: { addressee: "triad/waiver-given", memberDcs: "triad/waiver-given", coordinator: "triad/waiver-given" },
          }),
        },
        ...shareKloes("confirmed"),
        ...changeDetails("confirmed"),
        ...fillPlaces("confirmed"),
        ...postpone,
        ...membership("confirmed", "awaitingConfirmation"),
        ...remind("confirmed"),
        ...end,
      },
    },
    packsReleased: {
      meta: { due: [kloes, session] },
      on: {
        "session.hold": {
          guard: and(["dayReached", "enoughMembers"]),
          ...step({ to: "held", by: ["coordinator", "leadChallenger"], optionalFor: ["leadChallenger"], tells: everybody("triad/session-held"), cascades: { assignment: "activity.complete" } }),
        },
        ...shareKloes("packsReleased"),
        ...changeDetails("packsReleased"),
        ...fillPlaces("packsReleased"),
        ...postpone,
        ...membership("packsReleased", "awaitingConfirmation"),
        ...remind("packsReleased"),
        ...end,
      },
    },
    held: {
      on: {
        "records.agree": {
          ...step({ to: "agreed", by: ["system"], tells: everybody("triad/records-agreed") }),
        },
        "session.close": {
          guard: "hasReason",
          ...step({ to: "closed", by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/session-closed") }),
        },
      },
    },
    agreed: {
      meta: { due: [coordinatorWithin("Close the triad", 10)] },
      on: {
        "session.close": {
          ...step({ to: "closed", by: ["coordinator"], tells: everybody("triad/session-closed") }),
        },
      },
    },
    postponed: {
      meta: { due: [coordinatorWithin("Find a new date", 10)] },
      on: {
        "session.reschedule": {
          guard: "sessionPlaced",
          ...step({ to: "awaitingConfirmation", by: ["coordinator"], tells: everybody("triad/session-rescheduled"), cascades: { assignment: "activity.move" } }),
        },
        "dates.offer": { guard: "datesOffered", ...offerAgain },
        ...membership("postponed", "postponed"),
        ...end,
      },
    },
    closed: { type: "final" },
    cancelled: { type: "final" },
  },
});
