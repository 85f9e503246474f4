import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States of a plan as the people of the process call them. */
export const stateLabels = {
  draft: "Draft",
  consultation: "Open for comments",
  answering: "Comments being answered",
  onAgenda: "On the directors’ agenda",
  approved: "Approved",
  live: "Under way",
  reviewed: "Reviewed",
  superseded: "Followed by the next plan",
  withdrawn: "Withdrawn",
} as const;
export type State = keyof typeof stateLabels;
export const { isState, labelOf } = labelling(stateLabels);

/** States in which its priorities, workstreams and workplans can be changed. */
export const EDITABLE: readonly string[] = ["draft", "answering"];
/** States in which the workplans are what its owners do. */
export const BEGUN: readonly string[] = ["live", "reviewed", "superseded"];

export const workstreamLabels = { approved: "Approved", underWay: "Under way", updateAwaited: "Update awaited", ended: "Ended" } as const;
export type WorkstreamState = keyof typeof workstreamLabels;
export const workstreamLabelOf = labelling(workstreamLabels).labelOf;

/** How a workstream stands, as its lead says. */
export const statusLabels = { onTrack: "On track", atRisk: "At risk", offTrack: "Off track" } as const;
export type Status = keyof typeof statusLabels;
export const statuses = ["onTrack", "atRisk", "offTrack"] as const satisfies readonly Status[];
/** The event that each status fires. */
export const statusEvents = { onTrack: "update.onTrack", atRisk: "update.atRisk", offTrack: "update.offTrack" } as const satisfies Record<Status, string>;
export const statusOfEvent = (event: string): Status | undefined => statuses.find((status) => statusEvents[status] === event);

export const decisionLabels = { approve: "Approved", return: "Returned" } as const;
export type DecisionKind = keyof typeof decisionLabels;

/** What waits for a role, as a link. */
export const taskOf = awaiting({
  draft: { coordinator: "Open for comments" },
  answering: { coordinator: "Answer the comments, and put on an agenda:" },
  onAgenda: { chair: "Approve or return" },
  approved: { coordinator: "Begin" },
});

export const workstreamTaskOf = awaiting({ updateAwaited: { workstreamLead: "Give the quarter’s update of" } });

export const happened = saying({
  begin: "began a draft of the plan",
  "consultation.open": "opened the draft for comments",
  "comment.make": "commented on the draft",
  "comment.answer": "answered a comment",
  "consultation.close": "closed the consultation",
  "agenda.add": "put the plan on the agenda of a directors’ meeting",
  "agenda.move": "moved the meeting that decides it",
  "agenda.remove": "took the plan off the agenda",
  "plan.approve": "recorded that the plan is approved, with the reason",
  "plan.return": "recorded that the plan is returned, with the reason",
  "plan.begin": "began the plan",
  "plan.review": "reviewed the plan",
  "plan.supersede": "began the plan that follows it",
  "plan.withdraw": "withdrew the plan, with a reason",
});

export const workstreamHappened = saying({
  begin: "made it a workstream of the plan",
  "workstream.begin": "began the workstream with the plan",
  "update.ask": "asked for the quarter’s update",
  "update.onTrack": "said that it is on track",
  "update.atRisk": "said that it is at risk, with what is done to recover",
  "update.offTrack": "said that it is off track, with what is done to recover",
  "reminder.send": "asked for the update again",
  "workstream.end": "began the plan that follows",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  hasText: "something is written",
  complete: "every priority has a workstream, and every workstream an action",
  consultAhead: "the last day for comments lies ahead",
  everythingAnswered: "every comment is answered",
  hasMeeting: "a meeting is chosen that is still to decide",
  meetingHasCome: "the day of the directors’ meeting has come",
} as const;

export const workstreamConditions = {
  hasNarrative: "it is said in words how it stands",
  hasRecovery: "it is said what is done to recover, and by when",
} as const;

export const refusalWords = refusing({
  "not-your-role": "This is not yours to do.",
  "no-such-step": "The plan has moved on, and this step is no longer open.",
  "no-such-record": "It is no longer there.",
  "not-editable": "The plan can be changed while it is a draft, or while comments are answered.",
  "no-such-post": "Choose a post of the region from the list",
  "no-such-priority": "Choose a priority of the plan",
  "no-such-workstream": "Choose a workstream of the plan",
  "no-such-plan": "Choose a plan of the region that nothing follows yet",
  "has-workstreams": "Move or remove its workstreams first",
  "is-carried": "It goes on from the plan before. Withdraw it on its own page, with a reason, if it is not to go on",
  "outside-plan": "Its date must lie within the plan",
  "day-passed": "The day must lie ahead",
  "previous-not-reviewed": "Review the plan before first: this one carries its open actions",
  hasReason: "Give the reason",
  hasText: "Write something",
  complete: "Every priority needs a workstream, and every workstream an action in its workplan",
  consultAhead: "The last day for comments must lie ahead: change it first",
  everythingAnswered: "Answer every comment first",
  hasMeeting: "Choose a meeting that is still to decide",
  meetingHasCome: "The directors’ meeting has not been held yet",
  hasNarrative: "Say in a few sentences how it stands",
  hasRecovery: "Say what is done to recover, and by when",
});
