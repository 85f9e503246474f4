import { and } from "xstate";

import type { EmailName } from "~emails/index";
import { stepsFor, type Due } from "./step";
import type { TriadRole } from "./triad";

// What several states of a triad share: its deadlines, and the steps that are the same in each. The process itself is the table in triad.ts.

const step = stepsFor<TriadRole>();

type TriadEmail = Extract<EmailName, `triad/${string}`>;

export const members = <const Email extends TriadEmail>(email: Email) => ({ memberDcs: email, delegate: email, deputy: email, coordinator: email }) as const;
export const everybody = <const Email extends TriadEmail>(email: Email) => ({ ...members(email), leadChallenger: email, challenger: email }) as const;

/** The coordinator's own word to those from whom something is still wanted. */
export const remind = <const Here extends string>(here: Here) => ({
  "reminder.send": {
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { addressee: "triad/coordinator-reminds" } }),
  },
});

export const postpone = {
  "session.postpone": {
    guard: "hasReason" as const,
    ...step({ to: "postponed", by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/session-postponed") }),
  },
};

/** The end of a group before its session: the coordinator's act, or because its round ended. */
export const end = {
  "session.cancel": {
    guard: "hasReason" as const,
    ...step({ to: "cancelled", by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/session-cancelled"), cascades: { assignment: "activity.cancel" } }),
  },
  "round.withdraw": {
    ...step({ to: "cancelled", by: ["system"], tells: everybody("triad/session-cancelled"), cascades: { assignment: "activity.cancel" } }),
  },
};

/** One authority leaves, another comes, or what is left goes into another group. `afterJoining` is where a newcomer leads. */
export const membership = <const Here extends string, const Then extends string>(here: Here, afterJoining: Then) => ({
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

export const offerDates = step({ to: "awaitingAnswers", by: ["coordinator"], tells: { asked: "triad/dates-offered", coordinator: "triad/dates-offered" } });
export const offerAgain = step({
  to: "awaitingAnswers",
  by: ["coordinator"],
  optionalFor: ["coordinator"],
  tells: { asked: "triad/dates-offered", coordinator: "triad/dates-offered" },
});

export const changeDetails = <const Here extends string>(here: Here) => ({
  "details.change": {
    guard: "sessionPlaced" as const,
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/session-changed") }),
  },
  "agenda.change": {
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: everybody("triad/agenda-changed"), urgency: "canWait" }),
  },
});

/** The first sharing is awaited; a change afterwards is merely possible, and everybody is told of both. */
export const shareKloes = <const Here extends string>(here: Here) => ({
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
export const fillPlaces = <const Here extends string>(here: Here) => ({
  "team.reopen": {
    guard: "placeOpen" as const,
    ...step({ to: here, by: ["system"], tells: { coordinator: "triad/place-open", leadChallenger: "triad/place-open" } }),
  },
  "team.refill": {
    ...step({ to: here, by: ["coordinator"], optionalFor: ["coordinator"], tells: { coordinator: "triad/challenger-asked", leadChallenger: "triad/challenger-asked" } }),
  },
});

export const coordinatorWithin = (name: string, days: number): Due<TriadRole> => ({
  name,
  on: { workingDays: days },
  remind: [
    { day: -1, tells: { coordinator: "triad/step-due" } },
    { day: 3, tells: { coordinator: "triad/step-due" } },
  ],
});

export const poll: Due<TriadRole> = {
  name: "Answer the date poll",
  on: { fact: "pollClosesOn" },
  remind: [
    { day: -3, tells: { asked: "triad/answer-wanted" } },
    { day: -1, tells: { asked: "triad/answer-wanted" } },
  ],
  fires: "poll.close",
};

export const attendance: Due<TriadRole> = {
  name: "Say who comes",
  on: { fact: "attendanceDueOn" },
  remind: [
    { day: -1, tells: { asked: "triad/attendance-wanted" } },
    { day: 1, tells: { asked: "triad/attendance-wanted", coordinator: "triad/attendance-wanted" } },
    { day: 4, tells: { asked: "triad/attendance-wanted", coordinator: "triad/attendance-wanted" } },
  ],
};

export const kloes: Due<TriadRole> = {
  name: "Share key lines of enquiry",
  on: { fact: "kloesDueOn" },
  remind: [
    { day: -5, tells: { asked: "triad/kloes-wanted" } },
    { day: -1, tells: { asked: "triad/kloes-wanted" } },
    { day: 1, tells: { asked: "triad/kloes-wanted", coordinator: "triad/kloes-wanted" } },
  ],
};

export const packs: Due<TriadRole> = {
  name: "Release the pack",
  on: { fact: "packsDueOn" },
  remind: [
    { day: -2, tells: { coordinator: "triad/step-due" } },
    { day: 1, tells: { coordinator: "triad/step-due" } },
    { day: 4, tells: { coordinator: "triad/step-due" } },
  ],
};

export const session: Due<TriadRole> = {
  name: "Mark the session as held",
  on: { fact: "sessionOn" },
  remind: [
    { day: -5, tells: everybody("triad/session-soon") },
    { day: -1, tells: everybody("triad/session-soon") },
    { day: 1, tells: { coordinator: "triad/step-due" } },
    { day: 3, tells: { coordinator: "triad/step-due" } },
  ],
};
