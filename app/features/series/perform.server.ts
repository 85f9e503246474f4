import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import { cancelSeries, closeSeries, finishSessions, openSeries, publishReport, reopenReport, type Act } from "./acting.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export interface Performed extends Act {
  readonly reason: string;
}

/** The verb of each event that has an act's page (`SERIES_ACTS`). */
export const perform = performing<Performed, FireResult>({
  "series.open": openSeries,
  "sessions.finish": finishSessions,
  "report.publish": publishReport,
  "report.reopen": reopenReport,
  "series.close": closeSeries,
  "series.cancel": cancelSeries,
});
