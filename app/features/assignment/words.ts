import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  invited: "Asked",
  awaitingDecision: "Accepted, conflict to be decided",
  accepted: "Accepted",
  declined: "Declined",
  objected: "Objected to by the host",
  released: "Released",
  withdrawn: "Withdrawn",
  completed: "Completed",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What stands now, in a sentence, for whoever reads the page. */
export const stateSentences = {
  invited: "The invitation waits for an answer.",
  awaitingDecision: "It is accepted with a declared conflict. The coordinator decides.",
  accepted: "The place is taken.",
  declined: "The invitation was declined, and the place is open again.",
  objected: "The host asked for somebody else, and the place is open again.",
  released: "The place was taken back.",
  withdrawn: "The challenger had accepted and can no longer come. The place is open again.",
  completed: "It has taken place and is on the challenger’s record.",
} as const satisfies Record<State, string>;

/** States in which a place is asked for or held, and takes its days. */
export const LIVE: readonly State[] = ["invited", "awaitingDecision", "accepted"];

export const roleLabels = { lead: "Lead challenger", challenger: "Challenger" } as const;
export type Role = keyof typeof roleLabels;

const tasks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  invited: { challenger: "Answer the invitation to" },
  awaitingDecision: { coordinator: "Decide about a declared conflict:" },
};

/** What waits for a role, as a link: "Answer the invitation to Triad 3". */
export const taskOf = awaiting(tasks, "Look at the place at");

const events: Readonly<Record<string, string>> = {
  begin: "prepared the invitation",
  "invitation.send": "sent the invitation",
  "invitation.accept": "accepted, without a conflict",
  "invitation.acceptWithConflict": "accepted and declared a conflict",
  "invitation.decline": "declined, with a reason",
  "invitation.pass": "let the day to answer pass",
  "conflict.keep": "decided that the conflict is no bar",
  "conflict.release": "decided that the conflict is a bar",
  "member.object": "objected, with a reason",
  "assignment.release": "released the place",
  "assignment.withdraw": "withdrew, with a reason",
  "activity.cancel": "cancelled the activity",
  "activity.move": "moved the activity",
  "activity.complete": "noted that the activity took place",
  "reminder.send": "sent a reminder",
};

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying(events);

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  notYetAsked: "the invitation has not gone out before",
  codeSigned: "the code of conduct is signed for this activity",
  conflictDeclared: "a conflict is declared",
  noConflictDeclared: "it is declared that there is no conflict",
  independent: "the challenger is neither employed by nor in conflict with an authority that is challenged",
  trainingHolds: "the challenger’s training holds until the last day",
  dayFree: "the challenger has no other session or visit on these days, and does not sit in their own authority’s session",
} as const;

const refusals: Readonly<Record<string, string>> = {
  "not-your-role": "This step is not yours to take.",
  "no-such-step": "The invitation has moved on, and this step is no longer open.",
  "no-such-record": "The invitation has moved on, and this step is no longer open.",
  "no-such-challenger": "Choose somebody from the pool of challengers",
  "not-available": "They cannot be invited now: their training has run out, or they have left the pool",
  "employed-by-host": "They are employed by an authority that is challenged",
  "in-conflict": "They have a declared conflict with an authority that is challenged",
  "training-runs-out": "Their training does not hold until the last day",
  "already-asked": "They have been asked already",
  "busy-that-day": "They are asked to, or hold, another session or visit on that day",
  "in-own-session": "They come to their own authority’s session on that day",
  "away-that-day": "They have said that they cannot come on that day",
  "cannot-lead": "They are not a lead challenger",
  "lead-already-asked": "Somebody is asked to lead already. Release them first",
  "load-reached": "They have as many sessions and visits as they can take",
  "objected-before": "The host has objected once already",
  hasReason: "Give a reason",
  notYetAsked: "The invitation has gone out already",
  codeSigned: "Read the code of conduct, and tick that you will keep to it",
  conflictDeclared: "Say what the conflict is",
  noConflictDeclared: "Say whether there is a conflict",
  independent: "You work for, or are in a known conflict with, an authority that is challenged there, so you cannot come. Decline, and say so",
  trainingHolds: "Your training does not hold until the last day. Ask the coordinator for a training day, or decline",
  dayFree: "You are at another session or visit on these days, your own authority’s counted. Decline, or ask the coordinator",
};

/** A refusal as a sentence. */
export const refusalWords = refusing(refusals);
