import { linking, type RecordAct } from "~/features/step/acts";

export const RECORD_ACTS: readonly RecordAct<"reason">[] = [
  { slug: "ready", event: "request.prepare", title: "Tell the director that it is ready", button: "Tell the director", asks: [], explains: "Your director is told that the request is ready to be read and sent. You can still change it until then.", done: "The director is told" },
  { slug: "ask", event: "request.send", title: "Ask for the visit", button: "Ask for the visit", asks: [], explains: "The region’s coordinator reads the request and agrees with you what the visit looks at and when it can be. Then your chief executive is asked to endorse it.", done: "Asked for" },
  { slug: "discard", event: "draft.discard", title: "Throw the draft away", button: "Throw it away", asks: [], explains: "Nobody outside your authority has seen it. It cannot be brought back.", warns: true, done: "Thrown away" },
  { slug: "return", event: "request.return", title: "Send it back for more", button: "Send it back", asks: ["reason"], explains: "The request opens again for the host, with your reason. Nothing they wrote is lost.", done: "Sent back" },
  { slug: "decline", event: "request.decline", title: "Decline the request", button: "Decline it", asks: ["reason"], explains: "The visit will not take place. The host reads your reason here; the email only says that there is one.", warns: true, done: "Declined" },
  { slug: "change-scope", event: "scope.reopen", title: "Take the scope back to change it", button: "Take it back", asks: [], explains: "The chief executive is told that there is nothing to endorse for now, and is asked again when you have agreed the scope afresh.", done: "The scope is open again" },
  { slug: "confirm-team", event: "team.confirm", title: "Confirm the team", button: "Confirm the team", asks: [], explains: "Everybody has accepted. The host, its chief executive and the team get the dates for their calendars.", done: "The team is confirmed" },
  { slug: "welcome", event: "team.welcome", title: "Say that the team is welcome", button: "The team is welcome", asks: [], explains: "You make no objection, and will not be able to make one later. The coordinator can confirm the team as soon as everybody has accepted.", done: "The coordinator is told" },
  { slug: "begin", event: "visit.begin", title: "Begin the visit now", button: "Begin the visit", asks: [], explains: "It begins by itself on its first day. Begin it now only when the team is there already.", done: "The visit has begun" },
  { slug: "presented", event: "presentation.give", title: "Say that the presentation was given", button: "The presentation was given", asks: [], explains: "A challenge record begins with the same team: findings are filed there, and the letter is written from them.", done: "Presented" },
  { slug: "postpone", event: "visit.postpone", title: "Postpone it", button: "Postpone the visit", asks: ["reason"], explains: "The dates are taken out of everybody’s calendars. Whatever has been prepared is kept; when there are new dates, the team is asked again.", warns: true, done: "Postponed" },
  { slug: "withdraw", event: "visit.withdraw", title: "Withdraw it", button: "Withdraw the visit", asks: ["reason"], explains: "The visit will not take place. Everybody on it is told, and the dates are taken out of their calendars.", warns: true, done: "Withdrawn" },
  { slug: "close", event: "visit.close", title: "Close it without a letter", button: "Close the visit", asks: ["reason"], explains: "A visit closes by itself when its letter is final. Close it here only when there will be none.", warns: true, done: "Closed" },
];

export const recordAct = (slug: string | undefined) => RECORD_ACTS.find((one) => one.slug === slug);

export const stepLinks = linking({
  base: "/visits",
  acts: RECORD_ACTS,
  pages: {
    "scope.agree": { page: "scope", words: "Scope the visit" },
    "endorsement.give": { page: "endorse", words: "Read and endorse" },
    "endorsement.refuse": { page: "endorse", words: "Read and endorse" },
    "team.propose": { page: "team/propose", words: "Propose a team" },
    "team.refill": { page: "team/propose", words: "Fill a free place" },
    "member.object": { page: "object", words: "Object to a member of the team" },
    "arrangements.send": { page: "arrangements", words: "Make the arrangements" },
    "arrangements.change": { page: "arrangements", words: "Change the arrangements" },
    "position.share": { page: "statement", words: "Write and share the position statement" },
    "timetable.share": { page: "timetable", words: "Work on the timetable" },
    "dates.move": { page: "dates", words: "Move the dates" },
    "dates.set": { page: "dates", words: "Set new dates" },
    "planning.resume": { page: "dates", words: "Set new possible dates" },
  },
  order: [
    "request.send", "request.prepare", "scope.agree", "endorsement.give", "endorsement.refuse", "team.propose", "team.confirm", "team.refill", "team.welcome", "member.object",
    "arrangements.send", "position.share", "presentation.give", "dates.set", "planning.resume", "timetable.share", "arrangements.change", "scope.reopen",
    "visit.begin", "request.return", "request.decline", "draft.discard", "dates.move", "visit.postpone", "visit.close", "visit.withdraw",
  ],
  neverFirst: [
    "endorsement.refuse", "member.object", "scope.reopen", "request.return", "request.decline", "draft.discard", "dates.move", "visit.postpone", "visit.withdraw", "visit.close", "visit.begin", "arrangements.change",
  ],
  supplied: ["hasReason", "scopeComplete", "teamFits", "venueKnown", "statementReady", "timetableReady"],
});
