import { linking, type RecordAct } from "~/features/step/acts";

export type Asked = "text" | "date";

export const RECORD_ACTS: readonly RecordAct<Asked>[] = [
  { slug: "agree", event: "outcome.agree", title: "Agree the report", button: "Agree it for its readers", asks: [], explains: "You say for all its readers that you agree with what the authority says of itself.", done: "Agreed" },
  { slug: "query", event: "outcome.query", title: "Record a query", button: "Record the query", asks: ["text"], explains: "The authority has a window of working days to reply. Its query and its reply are read by those who may read the report.", done: "The query is recorded" },
  { slug: "evidence", event: "outcome.needEvidence", title: "Ask for evidence", button: "Ask for the evidence", asks: ["text"], explains: "The authority has a window of working days to say where the evidence is.", done: "The evidence is asked for" },
  { slug: "reply", event: "reply.give", title: "Reply", button: "Give the reply", asks: ["text"], explains: "Your reply goes to the readers of the report. It cannot be changed afterwards.", done: "Your reply is given" },
  { slug: "accept", event: "reply.accept", title: "The reply settles it", button: "Say that it is settled", asks: [], explains: "You say for all its readers that the reply settles the matter: the report is agreed.", done: "Settled" },
  { slug: "dispute", event: "reply.dispute", title: "The reply does not settle it", button: "Hold to the query", asks: ["text"], explains: "The query stays with the outcome, with the reply and your reason beside it.", done: "The query remains" },
  { slug: "extend", event: "window.extend", title: "Give longer to reply", button: "Give longer", asks: ["date"], explains: "The authority is told of the new last day.", done: "There is longer to reply" },
  { slug: "reopen", event: "window.reopen", title: "Open the window to reply again", button: "Open the window again", asks: ["date"], explains: "The authority can reply until the new last day.", done: "The window is open again" },
  { slug: "publish", event: "outcome.publish", title: "Publish the outcome", button: "Publish to those who may read the report", asks: [], explains: "Everybody who may read the report can read the outcome, what was asked, and the reply. Nobody else can.", done: "Published" },
  { slug: "decline", event: "reader.decline", title: "Decline to read it", button: "Decline to read it", asks: ["text"], explains: "The coordinator names another authority in your place. The report is closed to you at once.", warns: true, done: "You no longer read the report" },
  { slug: "withdraw", event: "report.withdraw", title: "Take the report out of the event", button: "Take it out", asks: ["text"], explains: "It is not scrutinised at this event. What was open to its readers for it is closed to them.", warns: true, done: "Taken out" },
];

export const recordAct = (slug: string | undefined) => RECORD_ACTS.find((one) => one.slug === slug);

/** What the page of an act asks for, by its event. */
export const askWords: Readonly<Record<string, { readonly label: string; readonly hint: string }>> = {
  "outcome.query": { label: "What is the query?", hint: "Facts and practice, never about one child. It is not put into the email." },
  "outcome.needEvidence": { label: "Evidence of what?", hint: "Say what would settle it. It is not put into the email." },
  "reply.give": { label: "Your reply", hint: "In aggregate, never about one child." },
  "reply.dispute": { label: "Why does the reply not settle it?", hint: "The authority reads it on the report’s page." },
  "reader.decline": { label: "Why can you not read it?", hint: "The coordinator reads it here. It is not put into the email." },
  "report.withdraw": { label: "Why is it taken out?", hint: "The authority and its readers can read it here. It is not put into the email." },
};

export const stepLinks = linking({
  base: "/validations",
  acts: RECORD_ACTS,
  pages: { "readers.change": { page: "readers", words: "Change who reads it" } },
  order: ["readers.change", "outcome.agree", "reply.give", "reply.accept", "outcome.publish", "outcome.query", "outcome.needEvidence", "reply.dispute", "window.extend", "window.reopen", "reader.decline", "report.withdraw"],
  neverFirst: ["reader.decline", "outcome.query", "outcome.needEvidence", "reply.dispute", "window.extend", "window.reopen", "report.withdraw"],
  supplied: ["hasReason", "hasText", "windowAhead", "readersComplete"],
});
