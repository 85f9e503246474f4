import { accuracyAgreed } from "./accuracy-agreed";
import { actionDue } from "./action-due";
import { coordinatorReminds } from "./coordinator-reminds";
import { findingFiled } from "./finding-filed";
import { findingRemoved } from "./finding-removed";
import { findingRestored } from "./finding-restored";
import { findingsAreIn } from "./findings-are-in";
import { findingsReopened } from "./findings-reopened";
import { leadChanged } from "./lead-changed";
import { letterFinal } from "./letter-final";
import { letterReleased } from "./letter-released";
import { letterSent } from "./letter-sent";
import { letterToCheck } from "./letter-to-check";
import { planAgreed } from "./plan-agreed";
import { planReturned } from "./plan-returned";
import { planSubmitted } from "./plan-submitted";
import { planToAgree } from "./plan-to-agree";
import { pointsAnswered } from "./points-answered";
import { pointsSubmitted } from "./points-submitted";
import { pointsToAnswer } from "./points-to-answer";
import { progressUpdated } from "./progress-updated";
import { recordClosed } from "./record-closed";
import { recordWithdrawn } from "./record-withdrawn";
import { responseGiven } from "./response-given";
import { reviewDue } from "./review-due";
import { reviewExtended } from "./review-extended";
import { stepDue } from "./step-due";
import { wentOnUnanswered } from "./went-on-unanswered";
import { wordingApproved } from "./wording-approved";

export const challengeRecordEmails = {
  "challenge-record/accuracy-agreed": accuracyAgreed,
  "challenge-record/action-due": actionDue,
  "challenge-record/coordinator-reminds": coordinatorReminds,
  "challenge-record/finding-filed": findingFiled,
  "challenge-record/finding-removed": findingRemoved,
  "challenge-record/finding-restored": findingRestored,
  "challenge-record/findings-are-in": findingsAreIn,
  "challenge-record/findings-reopened": findingsReopened,
  "challenge-record/lead-changed": leadChanged,
  "challenge-record/letter-final": letterFinal,
  "challenge-record/letter-released": letterReleased,
  "challenge-record/letter-sent": letterSent,
  "challenge-record/letter-to-check": letterToCheck,
  "challenge-record/plan-agreed": planAgreed,
  "challenge-record/plan-returned": planReturned,
  "challenge-record/plan-submitted": planSubmitted,
  "challenge-record/plan-to-agree": planToAgree,
  "challenge-record/points-answered": pointsAnswered,
  "challenge-record/points-submitted": pointsSubmitted,
  "challenge-record/points-to-answer": pointsToAnswer,
  "challenge-record/progress-updated": progressUpdated,
  "challenge-record/record-closed": recordClosed,
  "challenge-record/record-withdrawn": recordWithdrawn,
  "challenge-record/response-given": responseGiven,
  "challenge-record/review-due": reviewDue,
  "challenge-record/review-extended": reviewExtended,
  "challenge-record/step-due": stepDue,
  "challenge-record/went-on-unanswered": wentOnUnanswered,
  "challenge-record/wording-approved": wordingApproved,
} as const;
