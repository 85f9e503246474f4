// What the routes, the seed and the tests may use of commitments. Every verb ends in fire().
export { visibleTo } from "./access.server";
export { acceptCommitment, changeOwner, declineCommitment, finishCommitment, makeCommitment, makeWithin, noteProgress, startWork, withdrawCommitment, type Act, type NewCommitment } from "./making.server";
export { commitmentProcess } from "./workflow.server";
export { labelOf, refusalWords, stateLabels, type State } from "./words";
