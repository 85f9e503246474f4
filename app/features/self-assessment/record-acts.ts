import { linking, type RecordAct } from "~/features/step/acts";

export type Asked = "reason" | "date" | "moderator" | "observer";

export const RECORD_ACTS: readonly RecordAct<Asked>[] = [
  { slug: "return", event: "draft.return", title: "Return it to its authors", button: "Return it", asks: ["reason"], explains: "The chapters open again. Those who write them read your reason here, on this record; the email only says that there is one.", done: "Returned to its authors" },
  { slug: "edit", event: "draft.edit", title: "Open it for writing again", button: "Open it for writing", asks: [], explains: "The chapters open again. A signature and every endorsement given so far are void, and will be asked for again.", warns: true, done: "Open for writing" },
  { slug: "submit", event: "document.submit", title: "Submit it", button: "Submit the self-assessment", asks: [], explains: "The signed and endorsed version goes to the region's coordinator. From then on its content cannot be changed; a change makes a new version.", done: "Submitted" },
  { slug: "send-back", event: "document.return", title: "Send it back", button: "Send it back", asks: ["reason"], explains: "The document goes back to its authority. The signature and endorsements are void, and you can no longer read the content until it is submitted again.", warns: true, done: "Sent back to the authority" },
  { slug: "share", event: "document.share", title: "Share it", button: "Share it", asks: [], explains: "The readers of this round's policy can read the submitted version from now on. Each reading is logged for its authority.", done: "Shared" },
  { slug: "revise", event: "document.revise", title: "Begin a new version", button: "Begin a new version", asks: ["reason"], explains: "The chapters open again. Readers keep the version they have until the new one is signed, endorsed, submitted and shared.", done: "A new version is begun" },
  { slug: "withdraw", event: "document.withdraw", title: "Withdraw it", button: "Withdraw the self-assessment", asks: ["reason"], explains: "Nobody outside your authority can read it any more, and it cannot be brought back in this round.", warns: true, done: "Withdrawn" },
  { slug: "opt-out", event: "participation.optOut", title: "Opt out of this round", button: "Opt out", asks: ["reason"], explains: "Your authority does not take part in this round. What has been written is kept, and you can come back.", warns: true, done: "Opted out of the round" },
  { slug: "waive", event: "submission.waive", title: "Waive it", button: "Waive the submission", asks: ["reason"], explains: "The authority is excused from submitting in this round. What has been written is kept.", warns: true, done: "Waived" },
  { slug: "resume", event: "participation.resume", title: "Come back into the round", button: "Come back into the round", asks: [], explains: "The self-assessment begins again with everything that had been written.", done: "Back in the round" },
  { slug: "extension", event: "extension.grant", title: "Give more time", button: "Give more time", asks: ["date", "reason"], explains: "The date changes for this authority only. Reminders follow the new date.", done: "More time given" },
  { slug: "moderator", event: "moderator.assign", title: "Ask somebody to moderate", button: "Ask them to moderate", asks: ["moderator"], explains: "A moderator comes from another authority of the region. They can read the shared version and comment on it.", done: "Asked to moderate" },
  { slug: "observer", event: "observer.admit", title: "Admit an observer", button: "Admit as an observer", asks: ["observer"], explains: "An observer reads the shared version and does nothing else. Each reading is logged for its authority.", done: "Admitted as an observer" },
  { slug: "challenge", event: "challenge.record", title: "Record the challenge", button: "Record that the challenge was held", asks: [], explains: "The six-month update is asked for at its time.", done: "The challenge is recorded" },
  { slug: "ask-update", event: "followUp.open", title: "Ask for the six-month update now", button: "Ask for the update", asks: [], explains: "The director is asked now instead of on the day.", done: "The update is asked for" },
  { slug: "close", event: "assessment.close", title: "Close it without an update", button: "Close it", asks: ["reason"], explains: "Nothing more is asked of the authority in this round.", warns: true, done: "Closed" },
];

export const recordAct = (slug: string | undefined) => RECORD_ACTS.find((one) => one.slug === slug);

export const stepLinks = linking({
  base: "/self-assessments",
  acts: RECORD_ACTS,
  pages: {
    "writing.start": { page: "chapters", words: "Start writing" },
    "chapter.assign": { page: "authors", words: "Ask people to write chapters" },
    "draft.complete": { page: "check", words: "Check answers and send to the director" },
    "declaration.sign": { page: "sign", words: "Read and sign" },
    "declaration.submit": { page: "sign", words: "Read, sign and submit" },
    "endorsement.give": { page: "endorse", words: "Read and endorse" },
    "endorsement.complete": { page: "endorse", words: "Read and endorse" },
    "endorsement.refuse": { page: "endorse", words: "Read and endorse" },
    "moderation.complete": { page: "comments", words: "Read and comment" },
    "followUp.submit": { page: "update", words: "Write the six-month update" },
  },
  order: [
    "endorsement.give", "endorsement.complete", "endorsement.refuse", "declaration.sign", "declaration.submit", "document.submit", "writing.start", "draft.complete",
    "moderation.complete", "followUp.submit", "document.share", "moderator.assign", "challenge.record", "participation.resume", "draft.edit",
    "chapter.assign", "observer.admit", "draft.return", "document.revise", "document.return", "extension.grant", "followUp.open",
    "assessment.close", "submission.waive", "participation.optOut", "document.withdraw",
  ],
  neverFirst: ["endorsement.refuse", "draft.return", "document.return", "extension.grant", "submission.waive", "participation.optOut", "document.withdraw", "document.revise", "assessment.close", "observer.admit", "followUp.open", "chapter.assign"],
  supplied: ["hasReason", "declarationMade", "hasUpdate", "hasComments"],
  always: ["draft.complete"],
});
