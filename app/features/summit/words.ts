import { awaiting, fileRefusals, labelling, refusing, saying } from "~/features/step/words";

/** States of a recommendation as the people of the process call them. */
export const stateLabels = {
  drafted: "Draft",
  proposed: "Proposed",
  onAgenda: "On an agenda",
  deferred: "Deferred",
  accepted: "Accepted",
  amended: "Accepted with changes",
  rejected: "Not accepted",
  inPlan: "In the plan",
  done: "Done",
  withdrawn: "Withdrawn",
} as const;
export type State = keyof typeof stateLabels;

/** Until it is decided whoever prepares the agenda adds papers to it and takes them off. */
export const takesPapers = (state: string): boolean => ["drafted", "proposed", "onAgenda", "deferred"].includes(state);
export const { isState, labelOf } = labelling(stateLabels);

/** States of a directors' meeting. */
export const meetingLabels = { planned: "Planned", agendaSent: "Agenda sent", closed: "Closed", cancelled: "Cancelled" } as const;
export type MeetingState = keyof typeof meetingLabels;
export const meetingLabelOf = labelling(meetingLabels).labelOf;

export const decisionLabels = { accept: "Accepted", amend: "Accepted with changes", defer: "Deferred", reject: "Not accepted" } as const;
export type DecisionKind = keyof typeof decisionLabels;
export const decisionKinds = ["accept", "amend", "defer", "reject"] as const satisfies readonly DecisionKind[];

/** The event that each decision fires. */
export const decisionEvents = { accept: "decision.accept", amend: "decision.amend", defer: "decision.defer", reject: "decision.reject" } as const satisfies Record<DecisionKind, string>;

/** What waits for a role, as a link: "Decide the recommendation “One kinship offer”". */
export const taskOf = awaiting({
  drafted: { submitter: "Propose" },
  proposed: { coordinator: "Put on an agenda" },
  onAgenda: { chair: "Decide" },
  deferred: { coordinator: "Put on the next agenda" },
  accepted: { coordinator: "Put into the plan" },
  amended: { coordinator: "Put into the plan" },
  inPlan: { owner: "Do, and say what came of," },
});

export const meetingTaskOf = awaiting({ planned: { coordinator: "Send the agenda of" }, agendaSent: { coordinator: "Record the decisions of", chair: "Record the decisions of" } });

/** An event of a recommendation as the timeline says it, in the past. */
export const happened = saying({
  begin: "drafted the recommendation",
  "recommendation.propose": "proposed it to the directors",
  "recommendation.withdraw": "withdrew it, with a reason",
  "agenda.add": "put it on the agenda of a directors’ meeting",
  "agenda.move": "moved the meeting that decides it",
  "agenda.remove": "took it off the agenda",
  "decision.accept": "recorded that it is accepted, with the reason",
  "decision.amend": "recorded that it is accepted with changes, with the reason",
  "decision.defer": "deferred it to a next date, with the reason",
  "decision.reject": "recorded that it is not accepted, with the reason",
  "plan.enter": "put it into the plan, with an owner",
  "action.complete": "said that it is done, with the evidence",
});

export const meetingHappened = saying({
  begin: "planned the meeting",
  "agenda.send": "sent the agenda and its papers",
  "agenda.resend": "sent the changed agenda",
  "meeting.move": "moved the meeting",
  "meeting.cancel": "cancelled the meeting, with a reason",
  "meeting.close": "closed the meeting",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  hasMeeting: "a meeting is chosen that is still to decide",
  meetingHasCome: "the day of the meeting has come",
  hasAmendment: "its new words are given",
  hasNextDate: "the date of a next meeting is given, and lies ahead",
  hasOwner: "it has an owner, and a date that lies ahead",
  hasEvidence: "it is said what came of it",
} as const;

export const meetingConditions = {
  hasReason: "a reason is given",
  hasItems: "something is on its agenda",
  dateAhead: "its day lies ahead",
  everythingDecided: "everything on its agenda is decided",
} as const;

/** A refusal as a sentence, of a recommendation or of a meeting. */
export const refusalWords = refusing({
  "not-your-role": "This is not yours to do.",
  "no-such-step": "It has moved on, and this step is no longer open.",
  "no-such-record": "It is no longer there.",
  "no-such-workstream": "Choose a workstream of the region’s plan",
  "no-such-event": "Choose an event of your region",
  ...fileRefusals,
  "papers-closed": "It is decided. Its papers stay as the directors had them before them",
  hasReason: "Give the reason",
  hasMeeting: "Choose a meeting that is still to decide",
  meetingHasCome: "A decision is recorded on the day of the meeting, or after it",
  hasAmendment: "Give the words as they are accepted",
  hasNextDate: "Enter the date of the next meeting, which must lie ahead",
  hasOwner: "Choose an owner, and a date that lies ahead",
  hasEvidence: "Say what came of it",
  hasItems: "Put something on the agenda first",
  dateAhead: "The day must lie ahead",
  everythingDecided: "Something on the agenda is not decided yet",
});
