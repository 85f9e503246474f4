import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = { named: "Being asked", asked: "Asked to teach", agreed: "Tutor", declined: "Does not teach just now" } as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What waits for a role, as a link. */
export const taskOf = awaiting({ asked: { person: "Say whether you teach:" } }, "Look at");

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({ begin: "named somebody as a tutor", "tutor.ask": "asked whether they would teach", "tutor.agree": "agreed to teach", "tutor.decline": "would not teach just now" });

export const conditions = {} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "Only the coordinator asks, and only the person who is asked answers.",
  "no-such-step": "It has been answered already.",
  "no-such-record": "There is no such invitation any more.",
  "not-an-alumnus": "Only people who completed a programme of the region are asked this way",
  "teaches-already": "They are in the pool of tutors already",
});
