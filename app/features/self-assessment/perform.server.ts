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

type Verb = (given: Performed) => Promise<FireResult>;

/** The verb of each event that has an act's page (record-acts.ts). */
const verbs: Readonly<Record<string, Verb>> = {
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
};

/** Does what an act's page is for. Throws for an event without a page: a bug of the caller. */
export function perform(event: string, given: Performed): Promise<FireResult> {
  const verb = verbs[event];
  if (!verb) throw new Error(`no verb for "${event}"`);
  return verb(given);
}
