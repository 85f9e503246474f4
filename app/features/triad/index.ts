// What other features, the seed and the routes may use of triads. Every verb ends in fire().
export type { Act } from "./acting.server";
export type { GroupsToPublish, Published } from "./publishing.server";
export type { TriadLine } from "./queries.server";
export type { Answer } from "./polls.server";
export type { BlockedDay } from "./blocked.server";
export type { WayOn, Withdrawal } from "./members.server";

export { visibleTo } from "./access.server";
export { publishGroups } from "./publishing.server";
export { triadsOf } from "./queries.server";
export { triadRulesOf } from "./rules.server";
export { blockDate, blockedDays, freeDates } from "./blocked.server";
export { answerDates, closePoll, offerDates } from "./polls.server";
export { changeProposal, makeProposal, proposalOf, sendProposal } from "./proposing.server";
export { confirmAttendance, declineAttendance } from "./attendance.server";
export { cancelSession, changeDetails, closeTriad, confirmSession, holdSession, notePresent, postponeSession, proposeSession, releasePacks, remindAsked, rescheduleSession, waiveSelfAssessment } from "./session.server";
export { refillTeam } from "./team.server";
export { withdrawMember } from "./members.server";
export { changeTimes } from "./times.server";
export { keepKloes, shareLines } from "./kloes.server";
export { keepNote, notesOf, settleNote } from "./notes.server";
export { triadProcess } from "./workflow.server";
export { labelOf, stateLabels, statePillOf, type TriadState } from "./words";
