// What other features, the seed and the routes may use of challengers' places. Every verb ends in fire().
export { visibleTo } from "./access.server";
export { acceptInvitation, decideConflict, declineInvitation, objectToMember, releasePlace, remindChallenger, withdrawFrom } from "./answering.server";
export { inviteToActivity, whyNot, type Invitation, type Invited, type InviteRefusal } from "./inviting.server";
export { moveAssignments, type NewDays } from "./moving.server";
export { releaseUntrained, settleTeam } from "./settling.server";
export { teamOf, type Member } from "./team.server";
export { assignmentProcess } from "./workflow.server";
export { labelOf, LIVE, refusalWords, roleLabels, stateLabels, type Role, type State } from "./words";
