// What the routes, the seed and the tests may use of awards. Every verb ends in fire().
export { changeNomination, judge, nominateTeam, withdrawNomination, type Score } from "./nominating.server";
export { cancelAward, changeAward, closeNominations, moveDeadline, openAward, planAward, publishShortlist, setJudges, tellOutcome, type AwardDetails } from "./running.server";
export { awardNominationProcess, awardProcess } from "./workflow.server";
export { labelOf, refusalWords, stateLabels, type State } from "./words";
