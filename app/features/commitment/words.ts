import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. Late is what its date says, not a state. */
export const stateLabels = {
  noted: "Noted",
  made: "Made, to be accepted",
  declined: "Declined",
  accepted: "Accepted",
  inProgress: "Under way",
  done: "Done",
  withdrawn: "Withdrawn",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** States in which somebody is still to do it. */
export const OPEN: readonly string[] = ["made", "declined", "accepted", "inProgress"];

/** What is kept of what an owner says on the way. */
export const noteLabels = { progress: "How it goes", declined: "Why it was declined" } as const;
export type NoteKind = keyof typeof noteLabels;

/** What waits for a role, as a link. */
export const taskOf = awaiting({
  made: { owner: "Accept or decline" },
  declined: { maker: "Name somebody else for", coordinator: "Name somebody else for" },
  accepted: { owner: "Do, and say what came of," },
  inProgress: { owner: "Do, and say what came of," },
});

export const happened = saying({
  begin: "wrote it down",
  "commitment.make": "made the commitment",
  "commitment.undertake": "took it on",
  "commitment.accept": "accepted it",
  "commitment.decline": "declined it, with a reason",
  "owner.change": "named somebody else to see to it",
  "reminder.send": "asked how it stands",
  "work.start": "began",
  "progress.note": "noted how it goes",
  "commitment.finish": "said that it is done, with what shows it",
  "commitment.withdraw": "withdrew it, with a reason",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  hasText: "the note is written",
  hasEvidence: "it is said what came of it",
  hasNewOwner: "another post of the region is named",
} as const;

export const refusalWords = refusing({
  "not-your-role": "This is not yours to do.",
  "no-such-step": "The commitment has moved on, and this step is no longer open.",
  "no-such-record": "It is no longer there.",
  "no-such-event": "Choose an event that you can see",
  "no-such-recommendation": "Choose a recommendation that you can see",
  "no-such-owner": "Choose another post of the region that somebody holds",
  "day-passed": "The day by which it is done must lie ahead",
  hasReason: "Give the reason",
  hasText: "Write how it goes",
  hasEvidence: "Say what came of it",
  hasNewOwner: "Choose another post of the region that somebody holds",
});
