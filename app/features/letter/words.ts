import { fileRefusals } from "~/features/step/words";
import type { RefusalGround, ReleaseScope } from "./content";

export const groundWords = {
  opinion: "It is about an opinion, not a fact",
  notShown: "The evidence does not show it",
  alreadyRight: "The letter already says so",
  other: "Another reason",
} as const satisfies Readonly<Record<RefusalGround, string>>;

export const groundHints = {
  opinion: "The letter is a view of peers. The authority can say what it thinks of it in its response, beside the letter.",
  notShown: "Say what evidence would show it.",
  alreadyRight: "Say where.",
  other: "Say which.",
} as const satisfies Readonly<Record<RefusalGround, string>>;

export const scopeWords = {
  region: "The region’s coordinator and chair may read the letter",
  themes: "Only the count of themes, without the letter",
} as const satisfies Readonly<Record<ReleaseScope, string>>;

export const readHow: Readonly<Record<string, string>> = { page: "On the page", word: "As a Word file", pdf: "As a PDF" };

export const kindTitles: Readonly<Record<string, string>> = { strength: "Strength", area: "Area for consideration", recommendation: "Recommendation", goodPractice: "Good practice" };

const refusals: Readonly<Record<string, string>> = {
  "no-such-record": "There is no such record any more.",
  "not-your-role": "This is not yours to do.",
  "not-now": "The record has moved on since this page was opened. Nothing was changed.",
  "no-such-step": "The record has moved on since this page was opened. Nothing was done.",
  "no-letter": "The letter is not drafted yet. Draft it from the findings first.",
  "no-strengths": "The letter has no strengths. A letter names what is strong as well as what to consider: write at least one paragraph of strengths.",
  "no-areas": "The letter has no areas for consideration. Write at least one, so that the authority has something to act on.",
  "open-conflicts": "Two people wrote one paragraph at the same time. Choose what to keep first.",
  "child-data": "Something here may identify a child. Take it out, or look at each and say why it is not about a child.",
  "already-final": "The letter is final already. A record has one final letter, and it is frozen.",
  "other-version": "The letter was sent again since this page was opened. Look at the present version; what you wrote is still here.",
  "no-such-paragraph": "That paragraph is not in the letter any more.",
  "not-a-fact": "Say that this is a matter of fact. What you think of a judgement belongs in your response, which is kept beside the letter.",
  "not-quoted": "Quote words that stand in this paragraph, so that the lead challenger finds them.",
  "too-many-points": "There are 60 points already. Put some together.",
  "no-such-point": "That point is not there any more, or has been sent.",
  ...fileRefusals,
  "storage-full": "There is no room for the file just now. The point is not kept yet: try without it",
  "no-answer": "Say why. The authority reads your reason.",
  "nothing-changed": "Change the paragraph so that it is right, or refuse the point.",
  "no-points": "There is no point to send. Raise one, or say that the facts are right.",
  "points-unanswered": "Some points have no answer yet.",
  "too-soon": "The time for checking has not passed yet.",
  "no-reason": "Give a reason.",
  "hasReason": "Give a reason.",
  "hasPoints": "There is no point to send. Raise one, or say that the facts are right.",
  "everyPointAnswered": "Some points have no answer yet.",
  "empty": "There is nothing written yet.",
  "too-long": "It is too long. Shorten it.",
  "no-such-finding": "One of the findings is not there any more. Look at the page again.",
  "names-authority": "One wording names your authority. Others in the region would know whose finding it is: leave the name out.",
  "no-such-conflict": "Somebody has already settled this one.",
};

/** A refusal as a sentence; undefined for those that are not the letter’s own. */
export function refusalWords(reason: string): string | undefined {
  return refusals[reason];
}
