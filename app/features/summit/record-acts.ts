import { linking, type RecordAct } from "~/features/step/acts";

export type Asked = "reason" | "evidence" | "amended" | "next" | "meeting" | "owner" | "day";

export const RECORD_ACTS: readonly RecordAct<Asked>[] = [
  { slug: "propose", event: "recommendation.propose", title: "Propose it to the directors", button: "Propose it", asks: [], explains: "The coordinator puts it on the agenda of a directors’ meeting. Directors and their people can read it from now.", done: "It is proposed" },
  { slug: "agenda", event: "agenda.add", title: "Put it on an agenda", button: "Put it on the agenda", asks: ["meeting"], explains: "The chair and whoever drafted it are told. Its paper goes out with the agenda.", done: "It is on the agenda" },
  { slug: "off-agenda", event: "agenda.remove", title: "Take it off the agenda", button: "Take it off", asks: [], explains: "It stands as it was proposed, and waits for another meeting.", done: "It is off the agenda" },
  { slug: "accept", event: "decision.accept", title: "Accept it", button: "Record that it is accepted", asks: ["reason"], explains: "It enters the plan with an owner and a date.", done: "The decision is recorded" },
  { slug: "amend", event: "decision.amend", title: "Accept it with changes", button: "Record it with its new words", asks: ["amended", "reason"], explains: "It enters the plan in its new words. The first ones stay beside them.", done: "The decision is recorded" },
  { slug: "defer", event: "decision.defer", title: "Defer it", button: "Record that it is deferred", asks: ["next", "reason"], explains: "It is decided at a later meeting, whose date you give.", done: "The decision is recorded" },
  { slug: "reject", event: "decision.reject", title: "Do not accept it", button: "Record that it is not accepted", asks: ["reason"], explains: "It is not taken further. The decision and its reason stay in the log.", warns: true, done: "The decision is recorded" },
  { slug: "plan", event: "plan.enter", title: "Put it into the plan", button: "Put it into the plan", asks: ["owner"], explains: "Its owner is told, and reminded before the date.", done: "It is in the plan" },
  { slug: "complete", event: "action.complete", title: "Say what came of it", button: "Say that it is done", asks: ["evidence"], explains: "Whoever drafted it, the coordinator and the chair are told.", done: "It is done" },
  { slug: "withdraw", event: "recommendation.withdraw", title: "Withdraw it", button: "Withdraw it", asks: ["reason"], explains: "It is not taken further.", warns: true, done: "It is withdrawn" },
];

export const recordAct = (slug: string | undefined) => RECORD_ACTS.find((one) => one.slug === slug);

export const stepLinks = linking({
  base: "/recommendations", acts: RECORD_ACTS, pages: {},
  order: ["recommendation.propose", "agenda.add", "decision.accept", "plan.enter", "action.complete", "decision.amend", "decision.defer", "decision.reject", "agenda.remove", "recommendation.withdraw"],
  neverFirst: ["decision.amend", "decision.defer", "decision.reject", "agenda.remove", "recommendation.withdraw"],
  supplied: [],
});

export const MEETING_ACTS: readonly RecordAct<Asked>[] = [
  { slug: "send", event: "agenda.send", title: "Send the agenda", button: "Send it to every director", asks: [], explains: "Every director of the region gets an email with the date for their calendar, and can read the agenda with its papers.", done: "The agenda is sent" },
  { slug: "resend", event: "agenda.resend", title: "Send the changed agenda", button: "Send it to every director again", asks: [], explains: "Every director is told that the agenda has changed.", done: "The changed agenda is sent" },
  { slug: "move", event: "meeting.move", title: "Move the meeting", button: "Move it", asks: ["day"], explains: "Its agenda stays as it is. Whoever drafted something on it is told; so are the directors, once they have the agenda.", done: "The meeting has moved" },
  { slug: "cancel", event: "meeting.cancel", title: "Cancel the meeting", button: "Cancel it", asks: ["reason"], explains: "What is on its agenda waits for another meeting.", warns: true, done: "The meeting is cancelled" },
  { slug: "close", event: "meeting.close", title: "Close the meeting", button: "Close it, and tell every director", asks: [], explains: "Every director is told of the decisions.", done: "The meeting is closed" },
];

export const meetingAct = (slug: string | undefined) => MEETING_ACTS.find((one) => one.slug === slug);

export const meetingLinks = linking({
  base: "/directors-meetings", acts: MEETING_ACTS, pages: {}, order: ["agenda.send", "meeting.close", "agenda.resend", "meeting.move", "meeting.cancel"], neverFirst: ["agenda.resend", "meeting.move", "meeting.cancel"], supplied: [],
});
