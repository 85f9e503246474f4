export * from "./rules";
export * from "./progress";
export type { CycleMade, CycleRefusal, CycleSaved, CycleVerbs, NewCycle, Press, Reminded, RemindResult } from "./acts";
export { regionsRunBy } from "./access.server";
export { changeDraft, createCycle } from "./creating.server";
export { joinLate, openRound } from "./opening.server";
export { takeStep } from "./acting.server";
export { placeGroups, setGroups, takingPartIn } from "./groups.server";
export { mayRemind, remindChosen, remindedBy } from "./reminding.server";
export {
  beginChallenge,
  beginSynthesis,
  cancelRound,
  closeRound,
  closeSubmissions,
  moveDates,
  recordDecisions,
  reopenSubmissions,
} from "./steps.server";
export { absentOn, daysOff, draftChoices, mayJoin, roundPage, roundsFor, toldWhen, wantsReason, type DraftChoices, type RoundLine, type RoundPage } from "./queries.server";
export { chaseBoard, chaseCsv, type ChaseBoard } from "./chase.server";
