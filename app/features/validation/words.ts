import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  allocated: "Allocated",
  reading: "Being read",
  awaitingReader: "Another reader to be named",
  awaitingReply: "Reply awaited",
  replied: "Replied, to be settled",
  unanswered: "No reply came",
  agreed: "Agreed",
  disputed: "Query remains",
  published: "Published",
  withdrawn: "Taken out",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What happens now, in one sentence. */
export const stateSentences = {
  allocated: "Its readers are about to be named.",
  reading: "Its readers read it, and may ask before the event. On the day they record the outcome.",
  awaitingReader: "A reader has declined. The coordinator names another.",
  awaitingReply: "The authority’s reply is awaited.",
  replied: "The authority has replied. The lead reader says whether that settles it.",
  unanswered: "The window to reply closed without a reply. That is never taken as agreement.",
  agreed: "Its readers agree it. The coordinator publishes the outcome.",
  disputed: "Its readers hold to their query. The coordinator publishes the outcome.",
  published: "The outcome can be read by everybody who may read the report.",
  withdrawn: "It was taken out of the event.",
} as const satisfies Record<State, string>;

/** States in which the readers have said what they think of the report: what "reports validated" counts. */
export const VALIDATED: readonly string[] = ["agreed", "disputed", "unanswered", "published"];

export const outcomeLabels = { agreed: "Agreed", query: "Query", needsEvidence: "Needs evidence" } as const;
export type OutcomeKind = keyof typeof outcomeLabels;

const outcomeSentences: Readonly<Record<string, string>> = {
  agreed: "agreed by its readers", disputed: "its readers hold to their query", unanswered: "no reply came to what its readers asked",
};

/** How the scrutiny of a report ended, from the state before it was published. */
export const outcomeWords = (state: string): string => outcomeSentences[state] ?? "the outcome is recorded";

/** What waits for a role, as a link: "Record the outcome of Barnsley’s report". */
export const taskOf = awaiting({
  reading: { leadScrutineer: "Read, and record the outcome of", questioned: "Answer the questions about" },
  awaitingReader: { coordinator: "Name another reader of", questioned: "Answer the questions about" },
  awaitingReply: { hostDcs: "Reply to what was asked about" },
  replied: { leadScrutineer: "Say whether the reply settles" },
  unanswered: { coordinator: "Publish the outcome of" },
  agreed: { coordinator: "Publish the outcome of" },
  disputed: { coordinator: "Publish the outcome of" },
});

/** An event as the timeline says it, in the past. */
export const happened = saying({
  begin: "gave the report to its readers",
  "allocation.publish": "named its readers and opened the report to them",
  "reader.decline": "declined to read it, with a reason",
  "readers.change": "changed who reads it",
  "event.move": "moved the event",
  "event.postpone": "postponed the event",
  "event.cancel": "cancelled the event",
  "question.ask": "asked a question",
  "question.answer": "answered a question",
  "outcome.agree": "agreed the report for its readers",
  "outcome.query": "recorded a query",
  "outcome.needEvidence": "asked for evidence",
  "reply.give": "replied",
  "reply.accept": "found the matter settled by the reply",
  "reply.dispute": "held to the query, with a reason",
  "window.extend": "gave longer to reply",
  "window.close": "closed the window to reply: no reply had come",
  "window.reopen": "opened the window to reply again",
  "outcome.publish": "published the outcome",
  "report.withdraw": "took the report out of the event, with a reason",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "it is said why",
  hasText: "it is written",
  windowAhead: "the new last day lies ahead",
  readersComplete: "as many authorities read it as the event asks for, one of them leading",
} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This is not yours to do.",
  "no-such-step": "The report has moved on, and this step is no longer open.",
  "no-such-record": "There is no such report any more.",
  "no-such-question": "This question is no longer there.",
  "already-answered": "Somebody has answered this question already.",
  "already-published": "The readers are named already.",
  "draft-changed": "The allocation was changed while this page was open. Look at it as it is now.",
  "no-draft": "Propose an allocation first.",
  "report-gone": "A report of the allocation is no longer shared. Propose an allocation again.",
  "no-director": "An authority of the allocation has no post of a director. Add it in the directory first.",
  "choose-readers": "Choose a different authority for each place",
  "may-not-read": "One of the authorities you chose cannot read this report. Choose from the list",
  readersComplete: "Choose an authority for each place",
  hasReason: "Say what you ask, or why",
  hasText: "Write something",
  windowAhead: "The new last day must lie ahead",
});
