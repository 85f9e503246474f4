import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import type { Act } from "./acting.server";
import { cancelEvent, closeBooking, closeEvent, holdEvent, openBooking, postponeEvent, reopenBooking, repeatInvitation, shareCommitments } from "./stepping.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export interface Performed extends Act {
  readonly reason: string;
  readonly bookBy: string;
}

/** The verb of each event that has an act's page (`EVENT_ACTS`). */
export const perform = performing<Performed, FireResult>({
  "booking.open": openBooking,
  "invitation.repeat": repeatInvitation,
  "booking.close": closeBooking,
  "booking.reopen": reopenBooking,
  "event.postpone": postponeEvent,
  "event.cancel": cancelEvent,
  "event.hold": holdEvent,
  "commitments.share": shareCommitments,
  "event.close": closeEvent,
});
