import { and, setup } from "xstate";

import type { EmailName } from "~emails/index";
import { stepsFor, type Due, type MachineMeta } from "./step";

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

type TriadEmail = Extract<EmailName, `triad/${string}`>;

const members = <const Email extends TriadEmail>(email: Email) => ({ memberDcs: email, delegate: email, deputy: email, coordinator: email }) as const;
const everybody = <const Email extends TriadEmail>(email: Email) => ({ ...members(email), leadChallenger: email, challenger: email }) as const;

/** The coordinator's own word to those from whom something is still wanted. */
const remind = <const Here extends string>(here: Here) => ({
  "reminder.send": {
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { addressee: "triad/coordinator-reminds" } }),
  },
});

const postpone = {
  "session.postpone": {
    guard: "hasReason" as const,
    ...step({ to: "postponed", by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/session-postponed") }),
  },
};

/** The end of a group before its session: the coordinator's act, or because its round ended. */
const end = {
  "session.cancel": {
    guard: "hasReason" as const,
    ...step({ to: "cancelled", by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/session-cancelled"), cascades: { assignment: "activity.cancel" } }),
  },
  "round.withdraw": {
    ...step({ to: "cancelled", by: ["system"], tells: everybody("triad/session-cancelled"), cascades: { assignment: "activity.cancel" } }),
  },
};

/** One authority leaves, another comes, or what is left goes into another group. `afterJoining` is where a newcomer leads. */
const membership = <const Here extends string, const Then extends string>(here: Here, afterJoining: Then) => ({
  "member.withdraw": {
    guard: and(["hasReason", "enoughMembers"]),
    ...step({
      to: here,
      by: ["coordinator"],
      optionalFor: ["coordinator"],
      tells: { addressee: "triad/member-left", ...everybody("triad/member-left") },
    }),
  },
  "member.join": {
    ...step({
      to: afterJoining,
      by: ["coordinator"],
      optionalFor: ["coordinator"],
      tells: { addressee: "triad/member-joined", ...everybody("triad/member-joined") },
    }),
  },
  "group.merge": {
    guard: "hasReason" as const,
    ...step({
      to: "cancelled",
      by: ["coordinator"],
      optionalFor: ["coordinator"],
      tells: { addressee: "triad/group-merged", ...everybody("triad/group-merged") },
      cascades: { assignment: "activity.cancel" },
    }),
  },
});

const offerDates = step({ to: "awaitingAnswers", by: ["coordinator"], tells: { asked: "triad/dates-offered", coordinator: "triad/dates-offered" } });
const offerAgain = step({
  to: "awaitingAnswers",
  by: ["coordinator"],
  optionalFor: ["coordinator"],
  tells: { asked: "triad/dates-offered", coordinator: "triad/dates-offered" },
});

const changeDetails = <const Here extends string>(here: Here) => ({
  "details.change": {
    guard: "sessionPlaced" as const,
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/session-changed") }),
  },
  "agenda.change": {
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/agenda-changed"), urgency: "canWait" }),
  },
});

/** The first sharing is awaited; a change afterwards is merely possible, and everybody is told of both. */
const shareKloes = <const Here extends string>(here: Here) => ({
  "kloes.share": {
    guard: "kloesWritten" as const,
    ...step({
      to: here,
      by: ["asked", "memberDcs", "delegate"],
      optionalFor: ["memberDcs", "delegate"],
      tells: everybody("triad/kloes-shared"),
    }),
  },
});

/** A challenger's place that became free is asked for again at once. */
const fillPlaces = <const Here extends string>(here: Here) => ({
  "team.reopen": {
    guard: "placeOpen" as const,
    ...step({ to: here, by: ["system"], tells: { coordinator: "triad/place-open", leadChallenger: "triad/place-open" } }),
  },
  "team.refill": {
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "triad/challenger-asked", leadChallenger: "triad/challenger-asked" } }),
  },
});

const coordinatorWithin = (name: string, days: number): Due<TriadRole> => ({
  name,
  on: { workingDays: days },
  remind: [
    { day: -1, tells: { coordinator: "triad/step-due" } },
    { day: 3, tells: { coordinator: "triad/step-due" } },
  ],
});

const poll: Due<TriadRole> = {
  name: "Answer the date poll",
  on: { fact: "pollClosesOn" },
  remind: [
    { day: -3, tells: { asked: "triad/answer-wanted" } },
    { day: -1, tells: { asked: "triad/answer-wanted" } },
  ],
  fires: "poll.close",
};

const attendance: Due<TriadRole> = {
  name: "Say who comes",
  on: { fact: "attendanceDueOn" },
  remind: [
    { day: -1, tells: { asked: "triad/attendance-wanted" } },
    { day: 1, tells: { asked: "triad/attendance-wanted", coordinator: "triad/attendance-wanted" } },
    { day: 4, tells: { asked: "triad/attendance-wanted", coordinator: "triad/attendance-wanted" } },
  ],
};

const kloes: Due<TriadRole> = {
  name: "Share key lines of enquiry",
  on: { fact: "kloesDueOn" },
  remind: [
    { day: -5, tells: { asked: "triad/kloes-wanted" } },
    { day: -1, tells: { asked: "triad/kloes-wanted" } },
    { day: 1, tells: { asked: "triad/kloes-wanted", coordinator: "triad/kloes-wanted" } },
  ],
};

const packs: Due<TriadRole> = {
  name: "Release the pack",
  on: { fact: "packsDueOn" },
  remind: [
    { day: -2, tells: { coordinator: "triad/step-due" } },
    { day: 1, tells: { coordinator: "triad/step-due" } },
    { day: 4, tells: { coordinator: "triad/step-due" } },
  ],
};

const session: Due<TriadRole> = {
  name: "Mark the session as held",
  on: { fact: "sessionOn" },
  remind: [
    { day: -5, tells: everybody("triad/session-soon") },
    { day: -1, tells: everybody("triad/session-soon") },
    { day: 1, tells: { coordinator: "triad/step-due" } },
    { day: 3, tells: { coordinator: "triad/step-due" } },
  ],
};

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
          ...step({ to: "held", by: ["coordinator"], tells: everybody("triad/session-held"), cascades: { assignment: "activity.complete" } }),
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
