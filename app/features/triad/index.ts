// What other features, the seed and the routes may use of triads. Every verb ends in fire().
export type { GroupsToPublish, Published } from "./publishing.server";
export type { TriadLine } from "./queries.server";

export { visibleTo } from "./access.server";
export { publishGroups } from "./publishing.server";
export { triadsOf } from "./queries.server";
export { triadProcess } from "./workflow.server";
export { labelOf, stateLabels, statePillOf, type TriadState } from "./words";
