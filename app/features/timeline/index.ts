export type { RecordEntry } from "./entry";
export { recordTimeline } from "./queries.server";
