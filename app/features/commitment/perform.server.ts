import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import { acceptCommitment, changeOwner, declineCommitment, finishCommitment, noteProgress, remindOwner, startWork, withdrawCommitment, type Act } from "./making.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export const perform = performing<Act & { readonly text: string; readonly ownerPostId: string }, FireResult>({
  "commitment.accept": acceptCommitment,
  "commitment.decline": declineCommitment,
  "owner.change": changeOwner,
  "work.start": startWork,
  "reminder.send": remindOwner,
  "progress.note": noteProgress,
  "commitment.finish": finishCommitment,
  "commitment.withdraw": withdrawCommitment,
});
