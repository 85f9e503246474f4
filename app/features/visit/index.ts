// What other features, the seed and the routes may use of visits. Every verb ends in fire().
export type { Act } from "./acting.server";
export type { Arrangements } from "./arrangements.server";
export type { RequestContent } from "./requesting.server";
export type { Scope } from "./scoping.server";
export type { VariantId } from "./variants";

export { visibleTo } from "./access.server";
export { beginVisit } from "./begin.server";
export { declineRequest, discardDraft, prepareRequest, returnRequest, saveRequest, sendRequest } from "./requesting.server";
export { agreeScope, endorseVisit, refuseEndorsement, reopenScope } from "./scoping.server";
export { confirmTeam, objectTo, proposeTeam, refillTeam, welcomeTeam, type TeamToAsk } from "./team.server";
export { proposeTeams, questionOf, type Proposal } from "./proposal.server";
export { changeArrangements, sendArrangements } from "./arrangements.server";
export { saveStatement, shareStatement } from "./statement.server";
export { saveDay, shareTimetable } from "./timetable.server";
export { beginOnSite, closeVisit, givePresentation } from "./on-site.server";
export { moveDates, postponeVisit, resumePlanning, setNewDates, withdrawVisit } from "./dates.server";
export { visitProcess } from "./workflow.server";
export { labelOf, stateLabels, type State } from "./words";
