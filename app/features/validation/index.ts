// What the routes, the seed and the tests may use of validation events. Every verb ends in fire().
export { visibleTo } from "./access.server";
export { acceptReply, agreeReport, answerQuestion, askQuestion, disputeReply, extendWindow, giveReply, publishOutcome, publishOutcomes, queryReport, reopenWindow, withdrawReport, type Act } from "./acting.server";
export { changeReaders, declineToRead } from "./readers.server";
export { countsOf } from "./queries.server";
export { proposeAllocation, publishAllocation } from "./scrutiny.server";
export { validationProcess } from "./workflow.server";
export { labelOf, refusalWords, stateLabels, type State } from "./words";
