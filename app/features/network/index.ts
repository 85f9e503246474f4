// What the routes, the seed and the tests may use of networks. Every verb ends in fire().
export { visibleTo } from "./access.server";
export { acceptInvitation, declineInvitation, endMembership, inviteMembers, joinNetwork, leaveNetwork } from "./joining.server";
export { changeNetwork, closeNetwork, openNetwork, planNetwork, repeatInvitation, sendInstructions, type NetworkDetails } from "./planning.server";
export { membershipProcess, networkProcess } from "./workflow.server";
export { kindLabels, kinds, labelOf, refusalWords, stateLabels, type State } from "./words";
