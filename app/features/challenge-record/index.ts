// What other features, the seed and the routes may use of challenge records. Every verb ends in fire().
export type { Act, Beside } from "./acting.server";
export type { NewChallengeRecord } from "./begin.server";
export type { FindingView } from "./findings";
export type { Head, ListRow, TeamMember } from "./queries.server";
export type { Standing } from "./access.server";

export { standingOf, visibleTo } from "./access.server";
export { takeStep, worksForHost } from "./acting.server";
export { beginChallengeRecord } from "./begin.server";
export { findingsOf, countsOf } from "./findings-list.server";
export { headOf, listFor, recordsOf } from "./queries.server";
export { challengeRecordProcess } from "./workflow.server";
export { outcomeOf } from "./outcome";
export { BEFORE_FINAL, labelOf, stateLabels, type FindingKind, type State } from "./words";
export { rulesOf } from "./rules.server";
export { beginFinding, saveFinding, settleFinding, type FindingSaved, type FindingToSave } from "./writing.server";
export { changeLead, fileFinding, finishFindings, remind, removeFinding, reopenFindings, restoreFinding, withdrawRecord } from "./filing.server";
export type { FindingMeta } from "./meta";
