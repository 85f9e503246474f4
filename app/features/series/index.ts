// What the routes, the seed and the tests may use of series. Every verb ends in fire().
export { visibleTo } from "./access.server";
export { cancelSeries, closeSeries, finishSessions, leaveSeries, openSeries, publishReport, reopenReport } from "./acting.server";
export { noteHeard, removeNote, saveSummary, sessionNotes } from "./notes.server";
export { planSeries, type NewSeries } from "./planning.server";
export { seriesFor } from "./queries.server";
export { seriesProcess } from "./workflow.server";
export { labelOf, refusalWords, stateLabels, type State } from "./words";
