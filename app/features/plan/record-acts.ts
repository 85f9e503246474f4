import { linking, type RecordAct } from "~/features/step/acts";

export type Asked = "text" | "meeting";

export const RECORD_ACTS: readonly RecordAct<Asked>[] = [
  { slug: "open", event: "consultation.open", title: "Open it for comments", button: "Open it, and tell every director", asks: [], explains: "Directors, sponsors and leads are told, and can comment until its last day. What it says can be changed again afterwards.", done: "It is open for comments" },
  { slug: "close-comments", event: "consultation.close", title: "Close the consultation now", button: "Close it", asks: [], explains: "Nobody can comment any more. Without this it closes by itself after its last day.", done: "The consultation is closed" },
  { slug: "agenda", event: "agenda.add", title: "Put it on a directors’ agenda", button: "Put it on the agenda", asks: ["meeting"], explains: "The directors read it with the agenda. The chair records whether it is approved.", done: "It is on the agenda" },
  { slug: "off-agenda", event: "agenda.remove", title: "Take it off the agenda", button: "Take it off", asks: [], explains: "It can be changed again, and waits for another meeting.", done: "It is off the agenda" },
  { slug: "approve", event: "plan.approve", title: "Record that it is approved", button: "Record that it is approved", asks: ["text"], explains: "Directors, sponsors and leads are told. The coordinator begins it on its first day.", done: "The decision is recorded" },
  { slug: "return", event: "plan.return", title: "Return it", button: "Record that it is returned", asks: ["text"], explains: "The coordinator changes it, and puts it on another agenda.", warns: true, done: "The decision is recorded" },
  { slug: "begin", event: "plan.begin", title: "Begin the plan", button: "Begin it, and tell everybody in it", asks: [], explains: "Every action of its workplans goes to its owner, who is asked to accept it. Leads are asked for an update every quarter. Open actions of the plan before go on here.", done: "The plan has begun" },
  { slug: "review", event: "plan.review", title: "Review the plan", button: "Keep the review, and tell the directors", asks: ["text"], explains: "Its workstreams go on until the next plan begins, which carries what is open.", done: "It is reviewed" },
  { slug: "withdraw", event: "plan.withdraw", title: "Withdraw it", button: "Withdraw it", asks: ["text"], explains: "It is not taken further. What it says stays to be read.", warns: true, done: "It is withdrawn" },
];

export const recordAct = (slug: string | undefined) => RECORD_ACTS.find((one) => one.slug === slug);

/** What the page of an act asks for in words, and what is said when it is left empty. */
export const questions: Readonly<Record<string, { readonly label: string; readonly ask: string }>> = {
  "plan.approve": { label: "Why is it approved?", ask: "Give the reason" },
  "plan.return": { label: "What is to change?", ask: "Give the reason: what is to change?" },
  "plan.review": { label: "What did it achieve, and what is left?", ask: "Say what it achieved, and what is left" },
  "plan.withdraw": { label: "Why is it withdrawn?", ask: "Give the reason" },
};

export const stepLinks = linking({
  base: "/plans", acts: RECORD_ACTS, pages: {},
  order: ["consultation.open", "agenda.add", "plan.approve", "plan.begin", "plan.return", "consultation.close", "agenda.remove", "plan.review", "plan.withdraw"],
  neverFirst: ["plan.return", "consultation.close", "agenda.remove", "plan.review", "plan.withdraw"], supplied: ["hasMeeting", "hasText"],
});
