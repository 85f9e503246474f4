import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import type { Act } from "./acting.server";
import { accept, approve, decline, defer, endorse, endorseReplacement, extendOffer, refuseAsManager, refuseAsSponsor, resendLink, resume, withdraw } from "./stepping.server";

export interface Performed extends Act {
  readonly reason: string;
}

/** An act without a reason, told apart so that a reason that was typed elsewhere does not travel. */
const plain = (verb: (given: Act) => Promise<FireResult>) => ({ reason: _reason, ...given }: Performed) => verb(given);

/** The verb of each event that has an act's page (record-acts.ts). */
export const perform = performing<Performed, FireResult>({
  "manager.approve": plain(approve),
  "manager.refuse": refuseAsManager,
  "sponsor.endorse": plain(endorse),
  "sponsor.endorseReplacement": plain(endorseReplacement),
  "sponsor.refuse": refuseAsSponsor,
  "link.resend": plain(resendLink),
  "offer.accept": plain(accept),
  "offer.decline": decline,
  "offer.extend": plain(extendOffer),
  "participation.defer": defer,
  "participation.resume": plain(resume),
  "nomination.withdraw": withdraw,
});
