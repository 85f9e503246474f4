import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import { closeNetwork, openNetwork, repeatInvitation, sendInstructions, type Act } from "./planning.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export interface Performed extends Act {
  readonly reason: string;
}

/** The verb of each event that has an act's page (`NETWORK_ACTS`). */
export const perform = performing<Performed, FireResult>({
  "network.open": openNetwork,
  "instructions.send": sendInstructions,
  "invitation.repeat": repeatInvitation,
  "network.close": closeNetwork,
});
