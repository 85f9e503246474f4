import type { StateValueFrom } from "xstate";

import type { triad, TriadEvent } from "~machines/triad";

import { doneOn, labelling } from "~/features/step/words";
import type { PillKind } from "~/ui/own/pill";
import { listed } from "~/ui/wording";

export type TriadState = StateValueFrom<typeof triad>;
export type TriadEventName = TriadEvent["type"];

/** Each state as the people of a group say it. */
export const stateLabels = {
  proposed: "Being prepared",
  awaitingDates: "Dates to be offered",
  awaitingAnswers: "Dates being answered",
  awaitingProposal: "Session to be proposed",
  awaitingConfirmation: "Awaiting confirmation",
  confirmed: "Confirmed",
  packsReleased: "Pack released",
  held: "Held, records being agreed",
  agreed: "Records agreed",
  postponed: "Postponed",
  closed: "Closed",
  cancelled: "Cancelled",
} satisfies Record<TriadState, string>;

export const statePills = {
  proposed: "quiet",
  awaitingDates: "calm",
  awaitingAnswers: "calm",
  awaitingProposal: "calm",
  awaitingConfirmation: "calm",
  confirmed: "calm",
  packsReleased: "calm",
  held: "calm",
  agreed: "calm",
  postponed: "late",
  closed: "quiet",
  cancelled: "quiet",
} satisfies Record<TriadState, PillKind>;

export const { isState, labelOf } = labelling(stateLabels);

export function statePillOf(state: string): PillKind {
  return isState(state) ? statePills[state] : "quiet";
}

/** What is wanted of whom in each state, for the coordinator and for the members. */
export const wantedIn = {
  proposed: { coordinator: "Publish the group.", members: "" },
  awaitingDates: { coordinator: "Offer dates to the group.", members: "The coordinator offers dates. You will be asked which you can make." },
  awaitingAnswers: { coordinator: "The authorities answer the dates. You can remind those who have not.", members: "Say which days you can make." },
  awaitingProposal: { coordinator: "Propose a day, a host and challengers.", members: "The dates are answered. The coordinator proposes a day and a host." },
  awaitingConfirmation: { coordinator: "Each authority says who comes. Then confirm the session.", members: "Say who comes for your authority." },
  confirmed: { coordinator: "Release the pack once the self-assessments are in.", members: "Share your key lines of enquiry, and read the others’." },
  packsReleased: { coordinator: "Prepare the day. When it has been held, say so.", members: "Read the pack. On the day, the day page says who does what." },
  held: { coordinator: "Challengers file what they found and write the letters.", members: "The session has been held. Each authority gets its letter." },
  agreed: { coordinator: "Every letter is final. Close the triad.", members: "Every letter is final." },
  postponed: { coordinator: "Set a new date, or offer dates again.", members: "The session is put off. A new date follows." },
  closed: { coordinator: "Nothing more is wanted.", members: "Nothing more is wanted." },
  cancelled: { coordinator: "The group does not meet.", members: "The group does not meet." },
} satisfies Record<TriadState, { coordinator: string; members: string }>;

/** The same for a member whose authority has done its part and may still change it. */
export const wantedOnceAnswered: Readonly<Partial<Record<TriadState, string>>> = {
  awaitingAnswers: "You have answered the dates, and can change your answers until the poll closes.",
  awaitingConfirmation: "You have said who comes. Once every authority has, the coordinator confirms the session.",
  confirmed: "Your key lines of enquiry are shared. The pack follows once the self-assessments are in.",
};

/** What each authority still owes in a state, as the head of a column. */
export const owed: Readonly<Partial<Record<string, string>>> = { awaitingAnswers: "Answers", awaitingConfirmation: "Answer", confirmed: "Shared", packsReleased: "Shared" };

const tasks = {
  proposed: "Publish",
  awaitingDates: "Offer dates to",
  awaitingAnswers: "Answer the dates for",
  awaitingProposal: "Propose a session for",
  awaitingConfirmation: "Say who comes to",
  confirmed: "Share key lines of enquiry for",
  packsReleased: "Share key lines of enquiry for",
  held: "See",
  agreed: "Close",
  postponed: "Find a new date for",
  closed: "See",
  cancelled: "See",
} satisfies Record<TriadState, string>;

const coordinatorTasks: Readonly<Partial<Record<TriadState, string>>> = {
  awaitingConfirmation: "Confirm the session of",
  confirmed: "Release the pack of",
  packsReleased: "Mark as held",
};

/** What waits for a role, as a link text. */
export function taskOf({ state, role, title }: { readonly state: string; readonly role: string; readonly title: string }): string {
  if (!isState(state)) return title;
  const verb = (role === "coordinator" ? coordinatorTasks[state] : undefined) ?? tasks[state];
  return verb === "Mark as held" ? `Mark the session of ${title} as held` : `${verb} ${title}`;
}

/** Where it is done, below the group's own page. */
export const taskPage = doneOn({
  awaitingDates: { coordinator: "offer" },
  awaitingAnswers: { asked: "dates" },
  awaitingProposal: { coordinator: "session" },
  awaitingConfirmation: { asked: "attendance" },
  confirmed: { asked: "kloes" },
  packsReleased: { asked: "kloes" },
  agreed: { coordinator: "act/close" },
  postponed: { coordinator: "session" },
});

const happenings = {
  "group.publish": "published the group",
  "dates.offer": "offered dates",
  "answers.give": "answered the dates",
  "poll.close": "closed the date poll",
  "proposal.send": "proposed a session",
  "attendance.confirm": "said who comes",
  "attendance.decline": "said that nobody can come",
  "session.confirm": "confirmed the session",
  "details.change": "changed the time or the place",
  "agenda.change": "changed the agenda",
  "waiver.give": "let the pack go out without a self-assessment",
  "kloes.share": "shared key lines of enquiry",
  "packs.release": "released the pack",
  "session.hold": "marked the session as held",
  "records.agree": "made every letter final",
  "session.close": "closed the triad",
  "session.postpone": "postponed the session",
  "session.reschedule": "set a new date",
  "session.cancel": "cancelled the session",
  "round.withdraw": "ended the group with its round",
  "member.withdraw": "let an authority leave",
  "member.join": "let an authority join",
  "group.merge": "moved the rest into another group",
  "team.reopen": "opened a challenger’s place again",
  "team.refill": "asked another challenger",
  "reminder.send": "sent a reminder",
} satisfies Record<TriadEventName, string>;

/** An event as the timeline says it. */
export function happened(event: string): string {
  if (event === "begin") return "made the group";
  return Object.hasOwn(happenings, event) ? happenings[event as TriadEventName] : event;
}

/** "Triad 4 (Kent, Medway and Surrey)": a group as everybody knows it. */
export function titleOf(number: number, members: readonly string[]): string {
  return members.length > 0 ? `Triad ${number} (${listed(members)})` : `Triad ${number}`;
}

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  datesOffered: "days are offered, none of them past",
  allDatesAnswered: "the authority answers every day",
  enoughMembers: "two authorities or more are in the group",
  sessionPlaced: "a day to come, a host of the group and a place are set",
  everybodyConfirmed: "every authority has said who comes",
  packsComplete: "every self-assessment is in, or waived with a reason",
  kloesWritten: "the authority has written its key lines of enquiry",
  placeOpen: "a challenger’s place is free",
  dayReached: "the day of the session has come",
} as const satisfies Readonly<Record<string, string>>;
