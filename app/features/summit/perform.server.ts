import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import { cancelMeeting, closeMeeting, moveMeeting, resendAgenda, sendAgenda, type MeetingAct } from "./meeting.server";
import { addToAgenda, completeAction, decide, enterPlan, proposeRecommendation, removeFromAgenda, withdrawRecommendation, type Act } from "./recommending.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export interface Performed extends Act {
  readonly reason: string;
  readonly amendedText: string;
  readonly deferredTo: string;
  readonly meetingId: string;
  readonly paper: string;
  readonly ownerPostId: string;
  readonly doneBy: string;
  readonly evidence: string;
  readonly workstreamId: string;
}

export const perform = performing<Performed, FireResult>({
  "recommendation.propose": proposeRecommendation,
  "recommendation.withdraw": withdrawRecommendation,
  "agenda.add": addToAgenda,
  "agenda.remove": removeFromAgenda,
  "decision.accept": (given) => decide({ ...given, kind: "accept" }),
  "decision.amend": (given) => decide({ ...given, kind: "amend" }),
  "decision.defer": (given) => decide({ ...given, kind: "defer" }),
  "decision.reject": (given) => decide({ ...given, kind: "reject" }),
  "plan.enter": enterPlan,
  "action.complete": completeAction,
});

export const performMeeting = performing<MeetingAct & { readonly reason: string; readonly heldOn: string }, FireResult>({
  "agenda.send": sendAgenda,
  "agenda.resend": resendAgenda,
  "meeting.move": moveMeeting,
  "meeting.cancel": cancelMeeting,
  "meeting.close": closeMeeting,
});
