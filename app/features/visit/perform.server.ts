import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import type { Act } from "./acting.server";
import { postponeVisit, withdrawVisit } from "./dates.server";
import { beginOnSite, closeVisit, givePresentation } from "./on-site.server";
import { declineRequest, discardDraft, prepareRequest, returnRequest, sendRequest } from "./requesting.server";
import { reopenScope } from "./scoping.server";
import { confirmTeam, welcomeTeam } from "./team.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export interface Performed extends Act {
  readonly reason: string;
}

/** The verb of each event that has an act's page (record-acts.ts). */
export const perform = performing<Performed, FireResult>({
  "request.prepare": prepareRequest,
  "request.send": sendRequest,
  "draft.discard": discardDraft,
  "request.return": returnRequest,
  "request.decline": declineRequest,
  "scope.reopen": reopenScope,
  "team.confirm": confirmTeam,
  "team.welcome": welcomeTeam,
  "visit.begin": beginOnSite,
  "presentation.give": givePresentation,
  "visit.postpone": postponeVisit,
  "visit.withdraw": withdrawVisit,
  "visit.close": closeVisit,
});
