const refusals: Readonly<Record<string, string>> = {
  "not-now": "The record has moved on since this page was opened. Nothing was changed; what you wrote is still here.",
  "no-such-step": "The record has moved on since this page was opened. Nothing was done.",
  "no-such-area": "That area is not in the letter.",
  "no-answer": "Answer with at least one action, or say why there is none.",
  "incomplete-action": "Each action needs what, who and by when.",
  "past-date": "An action cannot be due before today.",
  "too-many-actions": "There are too many actions for one area. Put some together.",
  "too-long": "It is too long. Shorten it.",
  "no-reason": "Give a reason.",
  hasReason: "Give a reason.",
  everyAreaAnswered: "Some areas have no answer yet. Answer each with an action, or with the reason for none.",
  "nothing-said": "Say how at least one action goes.",
  "no-such-action": "One of the actions is not there any more. Look at the page again.",
  "no-what-changed": "Say what has changed for children and families.",
  "not-every-action": "Give every action a status.",
  "future-date": "The review cannot have been held after today.",
  everyActionReviewed: "Give every action a status.",
  hasReview: "Say what has changed.",
  "not-a-date": "Enter a real date.",
  "date-not-later": "The new date must be later than the present one.",
};

/** A refusal as a sentence; undefined for those that are not the plan's own. */
export function refusalWords(reason: string): string | undefined {
  return refusals[reason];
}
