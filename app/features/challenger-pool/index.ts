// What other features, the seed and the routes may use of the pool of challengers. Every verb ends in fire().
export { visibleTo, keepsPoolOf, readsPoolOf } from "./access.server";
export { applyToPool, endorseChallenger, enterChallenger, inviteToApply, leavePool, refuseChallenger, withdrawApplication, type Entered, type Entry } from "./entering.server";
export { addAway, declareConflict, endConflict, removeAway, saveThemes, setLevel } from "./profile.server";
export { bookTraining, cancelTraining, giveBackPlace, moveTraining, planTraining, recordAttendance, recordTraining } from "./training.server";
export { employersOf } from "./employer.server";
export { hasPlaceOn, isNamedFor } from "./own-days.server";
export { challengersForSolver, daysBetween, loadAround, NO_EMPLOYER, type ForSolver } from "./solver.server";
export { challengerProcess } from "./workflow.server";
export { INVITED_FROM, labelOf, levelLabels, POOL_STATES, refusalWords, stateLabels, type Level, type State } from "./words";
