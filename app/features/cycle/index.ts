export * from "./rules";
export * from "./progress";
export type { CycleMade, CycleRefusal, CycleSaved, CycleVerbs, NewCycle, Press, Reminded, RemindResult } from "./acts";
export { regionsRunBy } from "./access.server";
export { changeDraft, createCycle } from "./creating.server";
export { joinLate, openRound } from "./opening.server";
export { setGroups } from "./groups.server";
export { remindChosen } from "./reminding.server";
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
