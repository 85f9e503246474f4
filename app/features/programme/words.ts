import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States of a cohort as the people of the process call them. */
export const stateLabels = {
  planned: "Planned",
  nominationsOpen: "Nominations open",
  selecting: "Being selected",
  confirmed: "Decisions released",
  running: "Under way",
  completed: "Completed",
  followingUp: "Asked what it changed",
  evaluated: "Evaluated",
  cancelled: "Cancelled",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What waits for a role, as a link. */
export const taskOf = awaiting({
  planned: { coordinator: "Open nominations for" },
  selecting: { coordinator: "Select and release the decisions for" },
  running: { coordinator: "Complete" },
});

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "planned the cohort",
  "nominations.open": "opened nominations",
  "nominations.close": "closed nominations",
  "nominations.extend": "gave more time to nominate",
  "nominations.reopen": "opened nominations again",
  "invitation.repeat": "sent the invitation again",
  "decisions.release": "released the decisions",
  "programme.begin": "began the programme",
  "programme.complete": "completed the programme",
  "impact.ask": "asked what it changed",
  "impact.close": "closed the follow-up",
  "cohort.cancel": "cancelled the cohort, with a reason",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  complete: "it has places and at least one day",
  closingAhead: "the closing date lies ahead, and before the first day",
  allDecided: "it is drafted of everybody what becomes of them, and the offers fit the places",
  firstDayHasCome: "the first day has come",
  daysDone: "every day is evaluated or cancelled",
} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This is for the coordinator of the region.",
  "no-such-step": "The cohort has moved on, and this step is no longer open.",
  "no-such-record": "There is no such cohort any more.",
  "places-below-taken": "There are more places taken than that",
  "quota-below-taken": "An authority has more places taken than that",
  "choose-authority": "Choose authorities of the region",
  hasReason: "Give a reason",
  complete: "Give it places and at least one day first",
  closingAhead: "The closing date must lie ahead, and before the first day",
  allDecided: "Draft a decision on everybody first, with no more offers than places",
  firstDayHasCome: "The first day has not come yet",
  daysDone: "Every day must be evaluated or cancelled first",
  undecided: "Draft a decision on everybody first",
  "over-places": "There are more offers than places. Put some on the reserve list",
  "over-quota": "An authority would get more places for one service than its quota",
  "team-split": "People of one team are decided together: all offered, all reserve, or none",
  nobody: "Nobody’s nomination was endorsed in time",
  placeFree: "There are more offers than places",
});
