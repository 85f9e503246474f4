import type { RecordAct } from "~/features/step/acts";
import { labelling, refusing, saying } from "~/features/step/words";

/** States of an award. */
export const stateLabels = { planned: "Planned", nominationsOpen: "Nominations open", judging: "Being judged", shortlisted: "Shortlist published", told: "Outcome told", cancelled: "Cancelled" } as const;
export type State = keyof typeof stateLabels;
export const { isState, labelOf } = labelling(stateLabels);

/** States of a nomination. */
export const nominationLabels = { drafted: "Being sent", submitted: "Sent", shortlisted: "On the shortlist", notShortlisted: "Not on the shortlist", won: "Won", commended: "Commended", withdrawn: "Withdrawn", cancelled: "Award cancelled" } as const;
export type NominationState = keyof typeof nominationLabels;
export const { labelOf: nominationLabelOf } = labelling(nominationLabels);

const tasks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  planned: { coordinator: "Open nominations for" },
  judging: { coordinator: "Publish the shortlist of", awaitedJudge: "Judge the nominations for" },
  shortlisted: { coordinator: "Tell the outcome of" },
};

/** What waits for a role, as a link: "Publish the shortlist of the Team Excellence Award". */
export function taskOf({ state, role, title }: { readonly state: string; readonly role: string; readonly title: string }): string {
  return `${tasks[state]?.[role] ?? "Look at"} ${title}`;
}

export function nominationTaskOf({ title }: { readonly title: string }): string {
  return `Look at ${title}`;
}

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "planned the award",
  "award.open": "opened nominations",
  "deadline.move": "moved the last day to nominate",
  "nominations.close": "closed nominations",
  "scores.give": "judged the nominations",
  "shortlist.publish": "published the shortlist",
  "outcome.tell": "told the outcome",
  "award.cancel": "cancelled the award, with a reason",
});

export const nominationHappened = saying({
  begin: "began a nomination",
  "nomination.submit": "nominated a team",
  "nomination.change": "changed the nomination",
  "nomination.withdraw": "withdrew the nomination",
  "nomination.shortlist": "put it on the shortlist",
  "nomination.pass": "left it off the shortlist",
  "award.win": "gave it the award",
  "award.commend": "commended it",
  "award.cancel": "cancelled the award",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  deadlineAhead: "the last day to nominate lies ahead",
  hasJudges: "it has a judge",
  hasNominations: "an authority has nominated",
  hasShortlist: "the shortlist has at least one nomination, and no more than the award allows",
  hasWinner: "one of the shortlist has won",
} as const;

export const nominationConditions = { stillOpen: "nominations are open" } as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This award is not yours to change.",
  "no-such-step": "It has moved on, and this step is no longer open.",
  "no-such-record": "There is no such award any more.",
  "not-open": "Nominations are not open",
  stillOpen: "Nominations are closed",
  "nominated-already": "Your authority has nominated a team already. Change that nomination, or withdraw it first",
  "not-of-your-authority": "You can nominate for your own authority only",
  "write-team": "Enter the team",
  "write-text": "Say why the team deserves it",
  "own-authority": "You do not judge a nomination of your own authority",
  "score-range": "Give each nomination from 1 to 5",
  "choose-judges": "Choose at least one judge who holds a post in the region",
  "not-shortlisted": "Choose from the shortlist",
  hasReason: "Give a reason",
  deadlineAhead: "The last day to nominate must be today or later",
  hasJudges: "Choose the judges first",
  hasNominations: "Nobody has nominated",
  hasShortlist: "Choose at least one nomination, and no more than the award allows",
  hasWinner: "Choose who has won",
});

/** The steps of an award that have a page of their own. */
export const AWARD_ACTS: readonly RecordAct<"reason" | "date">[] = [
  { slug: "open", event: "award.open", title: "Check, and open nominations", button: "Open nominations and tell every director", explains: "Directors and their delegates get an email. Each authority can nominate one team, until the last day.", done: "Nominations are open", asks: [] },
  { slug: "deadline", event: "deadline.move", title: "Move the last day to nominate", button: "Move the last day", explains: "Directors and their delegates are told. Nominations that were sent stay as they are.", done: "The last day is moved", asks: ["date"] },
  { slug: "close", event: "nominations.close", title: "Close nominations now", button: "Close nominations", explains: "Nobody can nominate any more, and the judges begin. Without this, it closes by itself at the end of the last day.", done: "Nominations are closed", asks: [] },
  { slug: "cancel", event: "award.cancel", title: "Cancel the award", button: "Cancel it and tell whoever nominated", explains: "Whoever nominated, and the judges, are told. This cannot be undone.", done: "The award is cancelled", asks: ["reason"], warns: true },
];
