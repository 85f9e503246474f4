import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import type { Act } from "./acting.server";
import { close, openFollowUp, recordChallenge } from "./after-sharing.server";
import { admitObserver, assignModerator, revise, share, withdraw } from "./sharing.server";
import { editAgain, returnDocument, returnDraft, submit } from "./signing.server";
import { grantExtension, optOut, resume, waive } from "./standing-aside.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export interface Performed extends Act {
  readonly reason: string;
  readonly newDate: string;
  readonly personId: string;
}

/** The verb of each event that has an act's page (record-acts.ts). */
export const perform = performing<Performed, FireResult>({
  "draft.return": returnDraft,
  "draft.edit": editAgain,
  "document.submit": submit,
  "document.return": returnDocument,
  "document.share": share,
  "document.revise": revise,
  "document.withdraw": withdraw,
  "participation.optOut": optOut,
  "submission.waive": waive,
  "participation.resume": resume,
  "extension.grant": grantExtension,
  "moderator.assign": assignModerator,
  "observer.admit": admitObserver,
  "challenge.record": recordChallenge,
  "followUp.open": openFollowUp,
  "assessment.close": close,
});
