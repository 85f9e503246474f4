/** What an act's page asks for, beside pressing the button. */
export type Asked = "reason" | "person";

/** An act with a page of its own: what it does, in words, before anybody presses anything. */
export interface RecordAct {
  readonly slug: string;
  readonly event: string;
  readonly title: string;
  readonly button: string;
  readonly explains: string;
  readonly asks: readonly Asked[];
  /** It takes something away from others. */
  readonly warns?: boolean;
  readonly done: string;
}

export const RECORD_ACTS: readonly RecordAct[] = [
  { slug: "finish", event: "findings.finish", title: "Finish the findings", button: "All findings are in", asks: [], explains: "Nobody can file or change a finding any more, unless you open them again. The letter is written from what is filed; drafts that nobody filed stay drafts.", done: "All findings are in" },
  { slug: "reopen", event: "findings.reopen", title: "Open the findings again", button: "Open the findings again", asks: [], explains: "The team can file and change findings again. Everything filed, and the draft of the letter, stays as it is.", done: "The findings are open again" },
  { slug: "lead", event: "lead.change", title: "Ask somebody else to lead", button: "Ask them to lead", asks: ["person"], explains: "What the record waits for is theirs from now on. Whoever led before stays on the team.", done: "They lead from now on" },
  { slug: "withdraw", event: "record.withdraw", title: "Withdraw this record", button: "Withdraw the record", asks: ["reason"], explains: "No letter follows, and it cannot be brought back. What was written is kept.", warns: true, done: "The record is withdrawn" },
];

export function recordAct(slug: string | undefined): RecordAct | undefined {
  return RECORD_ACTS.find((one) => one.slug === slug);
}

export interface StepLink {
  readonly event: string;
  readonly href: string;
  readonly words: string;
}

/** Where a step is taken, when it has a page of its own making. */
const ownPages: Readonly<Record<string, { readonly page: string; readonly words: string }>> = {
  "finding.file": { page: "findings", words: "File your findings" },
  "letter.send": { page: "letter", words: "Write the letter" },
  "letter.finalise": { page: "letter/finalise", words: "Make the letter final" },
  "points.submit": { page: "accuracy", words: "Read the letter and check its facts" },
  "accuracy.agree": { page: "accuracy", words: "Read the letter and check its facts" },
  "points.answer": { page: "accuracy", words: "Answer the points of accuracy" },
  "accuracy.proceed": { page: "accuracy/proceed", words: "Go on without an answer" },
  "response.give": { page: "response", words: "Give a response of your own" },
  "letter.release": { page: "release", words: "Decide who may read the letter" },
  "wording.approve": { page: "release", words: "Decide who may read the letter" },
  "plan.submit": { page: "plan", words: "Write the action plan" },
  "plan.agree": { page: "plan", words: "Read the action plan" },
  "plan.return": { page: "plan", words: "Read the action plan" },
  "progress.update": { page: "progress", words: "Say how the actions go" },
  "review.record": { page: "review", words: "Record the progress review" },
  "review.open": { page: "review", words: "Open the progress review" },
  "review.extend": { page: "review", words: "Put the review off" },
};

/** The order in which steps are offered: the first that is open to somebody is their green button. */
const order: readonly string[] = [
  "findings.finish", "finding.file", "letter.finalise", "letter.send", "points.submit", "accuracy.agree", "points.answer", "plan.submit", "plan.agree",
  "review.record", "progress.update", "plan.return", "findings.reopen", "response.give", "letter.release", "wording.approve", "review.open", "review.extend", "accuracy.proceed", "lead.change", "record.withdraw",
];

/** Steps that nobody should be led to with the green button. */
const neverFirst: readonly string[] = ["findings.reopen", "response.give", "letter.release", "wording.approve", "review.open", "review.extend", "accuracy.proceed", "lead.change", "record.withdraw", "plan.return"];

/** What a step's own page supplies, lists or waits for: with only this missing, the step is offered all the same. */
const suppliedThere: readonly string[] = ["hasReason", "letterSent", "hasPoints", "everyPointAnswered", "everyAreaAnswered", "everyActionReviewed", "hasReview"];

/** The steps somebody may take, as links to where they are taken, each page once. The first is the main one when there is a main one. */
export function stepLinks(id: string, steps: readonly { readonly event: string; readonly blockedBy?: string }[]): { readonly main: StepLink | null; readonly others: readonly StepLink[] } {
  const links = order
    .filter((event) => steps.some((step) => step.event === event && (!step.blockedBy || suppliedThere.includes(step.blockedBy))))
    .flatMap((event): StepLink[] => {
      const own = ownPages[event];
      if (own) return [{ event, href: `/challenge-records/${id}/${own.page}`, words: own.words }];
      const act = RECORD_ACTS.find((one) => one.event === event);
      return act ? [{ event, href: `/challenge-records/${id}/act/${act.slug}`, words: act.title }] : [];
    })
    .filter((link, index, all) => all.findIndex((one) => one.href === link.href) === index);
  const main = links.find((link) => !neverFirst.includes(link.event)) ?? null;
  return { main, others: links.filter((link) => link !== main) };
}
