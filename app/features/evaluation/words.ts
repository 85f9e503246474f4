import { labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = { asked: "Being asked", open: "Not answered yet", given: "Answered", lapsed: "Closed without an answer", void: "Not asked after all" } as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What waits for a role, as a link. */
export function taskOf({ state, title }: { readonly state: string; readonly role: string; readonly title: string }): string {
  return state === "open" ? `Say what you thought: ${title}` : `Look at ${title}`;
}

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "noted who is to be asked",
  "evaluation.open": "asked what they thought",
  "evaluation.give": "answered",
  "evaluation.lapse": "closed it without an answer",
  "reminder.send": "sent a reminder",
  "evaluation.void": "took the question back: they were not there",
});

/** Each condition as it ends the words "only when". */
export const conditions = { answered: "every question that wants an answer has one" } as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "Only those who were there are asked what they thought.",
  "no-such-step": "You have answered already, or the time to answer is over. One person has one answer.",
  "no-such-record": "Only those who were there are asked what they thought.",
  answered: "Answer every question that is not optional",
});
