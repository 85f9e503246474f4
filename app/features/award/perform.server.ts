import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import { cancelAward, closeNominations, moveDeadline, openAward, type Act } from "./running.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export interface Performed extends Act {
  readonly reason: string;
  /** ISO day. */
  readonly closesOn: string;
}

/** The verb of each event that has an act's page (`AWARD_ACTS`). */
export const perform = performing<Performed, FireResult>({
  "award.open": openAward,
  "deadline.move": moveDeadline,
  "nominations.close": closeNominations,
  "award.cancel": cancelAward,
});
