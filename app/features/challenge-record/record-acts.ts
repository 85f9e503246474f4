import { linking, type RecordAct } from "~/features/step/acts";

export const RECORD_ACTS: readonly RecordAct<"reason" | "person">[] = [
  { slug: "finish", event: "findings.finish", title: "Finish the findings", button: "All findings are in", asks: [], explains: "Nobody can file or change a finding any more, unless you open them again. The letter is written from what is filed; drafts that nobody filed stay drafts.", done: "All findings are in" },
  { slug: "reopen", event: "findings.reopen", title: "Open the findings again", button: "Open the findings again", asks: [], explains: "The team can file and change findings again. Everything filed, and the draft of the letter, stays as it is.", done: "The findings are open again" },
  { slug: "lead", event: "lead.change", title: "Ask somebody else to lead", button: "Ask them to lead", asks: ["person"], explains: "What the record waits for is theirs from now on. Whoever led before stays on the team.", done: "They lead from now on" },
  { slug: "withdraw", event: "record.withdraw", title: "Withdraw this record", button: "Withdraw the record", asks: ["reason"], explains: "No letter follows, and it cannot be brought back. What was written is kept.", warns: true, done: "The record is withdrawn" },
];

export const recordAct = (slug: string | undefined) => RECORD_ACTS.find((one) => one.slug === slug);

export const stepLinks = linking({
  base: "/challenge-records",
  acts: RECORD_ACTS,
  pages: {
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
  },
  order: [
    "findings.finish", "finding.file", "letter.finalise", "letter.send", "points.submit", "accuracy.agree", "points.answer", "plan.submit", "plan.agree",
    "review.record", "progress.update", "plan.return", "findings.reopen", "response.give", "letter.release", "wording.approve", "review.open", "review.extend", "accuracy.proceed", "lead.change", "record.withdraw",
  ],
  neverFirst: ["findings.reopen", "response.give", "letter.release", "wording.approve", "review.open", "review.extend", "accuracy.proceed", "lead.change", "record.withdraw", "plan.return"],
  supplied: ["hasReason", "letterSent", "hasPoints", "everyPointAnswered", "everyAreaAnswered", "everyActionReviewed", "hasReview"],
});
