import { linking, type RecordAct } from "~/features/step/acts";

export type Asked = "text" | "owner";

export const RECORD_ACTS: readonly RecordAct<Asked>[] = [
  { slug: "accept", event: "commitment.accept", title: "Accept it", button: "Accept it", asks: [], explains: "You see to it by its date. You are reminded before.", done: "You have accepted it" },
  { slug: "decline", event: "commitment.decline", title: "Decline it", button: "Decline it", asks: ["text"], explains: "Whoever made it names somebody else, or withdraws it.", done: "You have declined it" },
  { slug: "start", event: "work.start", title: "Say that you have begun", button: "I have begun", asks: [], explains: "Whoever made it is told.", done: "It is under way" },
  { slug: "note", event: "progress.note", title: "Note how it goes", button: "Keep the note", asks: ["text"], explains: "Whoever made it is told, and those who were at the event can read it.", done: "The note is kept" },
  { slug: "finish", event: "commitment.finish", title: "Say what came of it", button: "Say that it is done", asks: ["text"], explains: "Whoever made it and the coordinator are told.", done: "It is done" },
  { slug: "owner", event: "owner.change", title: "Name somebody else", button: "Ask them to accept", asks: ["owner"], explains: "They are asked to accept it.", done: "They are asked" },
  { slug: "remind", event: "reminder.send", title: "Ask how it stands", button: "Send them an email", asks: [], explains: "Whoever sees to it gets an email from you. Reminders before and after its day go out by themselves as well.", done: "They are asked" },
  { slug: "withdraw", event: "commitment.withdraw", title: "Withdraw it", button: "Withdraw it", asks: ["text"], explains: "It is not taken further.", warns: true, done: "It is withdrawn" },
];

export const recordAct = (slug: string | undefined) => RECORD_ACTS.find((one) => one.slug === slug);

/** What the page of an act asks for in words, by its event. */
export const questions: Readonly<Record<string, string>> = {
  "commitment.decline": "Why is it not for you?",
  "progress.note": "How does it go?",
  "commitment.finish": "What changed, and what shows it?",
  "commitment.withdraw": "Why is it withdrawn?",
};

/** What is said when it is left empty. */
export const askWords: Readonly<Record<string, string>> = {
  "commitment.decline": "Give the reason: why is it not for you?",
  "progress.note": "Write how it goes",
  "commitment.finish": "Say what changed, and what shows it",
  "commitment.withdraw": "Give the reason: why is it withdrawn?",
};

export const stepLinks = linking({
  base: "/commitments", acts: RECORD_ACTS, pages: {},
  order: ["commitment.accept", "commitment.finish", "owner.change", "work.start", "progress.note", "reminder.send", "commitment.decline", "commitment.withdraw"],
  neverFirst: ["commitment.decline", "commitment.withdraw", "progress.note", "work.start", "reminder.send"], supplied: [],
});
