import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import { declineToRead } from "./readers.server";
import { acceptReply, agreeReport, disputeReply, extendWindow, giveReply, publishOutcome, queryReport, reopenWindow, withdrawReport, type Act } from "./acting.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export interface Performed extends Act {
  readonly text: string;
  readonly day: string;
}

/** The verb of each event that has an act's page (record-acts.ts). */
export const perform = performing<Performed, FireResult>({
  "outcome.agree": agreeReport,
  "outcome.query": (given) => queryReport({ ...given, kind: "query" }),
  "outcome.needEvidence": (given) => queryReport({ ...given, kind: "needsEvidence" }),
  "reply.give": giveReply,
  "reply.accept": acceptReply,
  "reply.dispute": disputeReply,
  "window.extend": extendWindow,
  "window.reopen": reopenWindow,
  "outcome.publish": publishOutcome,
  "reader.decline": declineToRead,
  "report.withdraw": withdrawReport,
});
