import { accuracyAgreed } from "./challenge-record/accuracy-agreed";
import { actionDue } from "./challenge-record/action-due";
import { coordinatorReminds as recordCoordinatorReminds } from "./challenge-record/coordinator-reminds";
import { findingFiled } from "./challenge-record/finding-filed";
import { findingRemoved } from "./challenge-record/finding-removed";
import { findingRestored } from "./challenge-record/finding-restored";
import { findingsAreIn } from "./challenge-record/findings-are-in";
import { findingsReopened } from "./challenge-record/findings-reopened";
import { leadChanged } from "./challenge-record/lead-changed";
import { letterFinal } from "./challenge-record/letter-final";
import { letterReleased } from "./challenge-record/letter-released";
import { letterSent } from "./challenge-record/letter-sent";
import { letterToCheck } from "./challenge-record/letter-to-check";
import { planAgreed } from "./challenge-record/plan-agreed";
import { planReturned } from "./challenge-record/plan-returned";
import { planSubmitted } from "./challenge-record/plan-submitted";
import { planToAgree } from "./challenge-record/plan-to-agree";
import { pointsAnswered } from "./challenge-record/points-answered";
import { pointsSubmitted } from "./challenge-record/points-submitted";
import { pointsToAnswer } from "./challenge-record/points-to-answer";
import { progressUpdated } from "./challenge-record/progress-updated";
import { recordClosed } from "./challenge-record/record-closed";
import { recordWithdrawn } from "./challenge-record/record-withdrawn";
import { responseGiven } from "./challenge-record/response-given";
import { reviewDue } from "./challenge-record/review-due";
import { reviewExtended } from "./challenge-record/review-extended";
import { stepDue as recordStepDue } from "./challenge-record/step-due";
import { wentOnUnanswered } from "./challenge-record/went-on-unanswered";
import { wordingApproved } from "./challenge-record/wording-approved";
import { applied as challengerApplied } from "./challenger/applied";
import { endorsementWanted as challengerEndorsementWanted } from "./challenger/endorsement-wanted";
import { endorsementDue as challengerEndorsementDue } from "./challenger/endorsement-due";
import { endorsed as challengerEndorsed } from "./challenger/endorsed";
import { endorsementRefused as challengerEndorsementRefused } from "./challenger/endorsement-refused";
import { applicationWithdrawn as challengerApplicationWithdrawn } from "./challenger/application-withdrawn";
import { entered as challengerEntered } from "./challenger/entered";
import { trainingBooked as challengerTrainingBooked } from "./challenger/training-booked";
import { trainingMoved as challengerTrainingMoved } from "./challenger/training-moved";
import { trainingSoon as challengerTrainingSoon } from "./challenger/training-soon";
import { attendanceWanted as challengerAttendanceWanted } from "./challenger/attendance-wanted";
import { trainingMissed as challengerTrainingMissed } from "./challenger/training-missed";
import { trainingCancelled as challengerTrainingCancelled } from "./challenger/training-cancelled";
import { trained as challengerTrained } from "./challenger/trained";
import { trainingExpiring as challengerTrainingExpiring } from "./challenger/training-expiring";
import { trainingExpired as challengerTrainingExpired } from "./challenger/training-expired";
import { onAssignment as challengerOnAssignment } from "./challenger/on-assignment";
import { availableAgain as challengerAvailableAgain } from "./challenger/available-again";
import { left as challengerLeft } from "./challenger/left";
import { coordinatorReminds as challengerCoordinatorReminds } from "./challenger/coordinator-reminds";
import { invited as assignmentInvited } from "./assignment/invited";
import { invitationDue as assignmentInvitationDue } from "./assignment/invitation-due";
import { invitationOverdue as assignmentInvitationOverdue } from "./assignment/invitation-overdue";
import { accepted as assignmentAccepted } from "./assignment/accepted";
import { declined as assignmentDeclined } from "./assignment/declined";
import { conflictDeclared as assignmentConflictDeclared } from "./assignment/conflict-declared";
import { decisionDue as assignmentDecisionDue } from "./assignment/decision-due";
import { conflictKept as assignmentConflictKept } from "./assignment/conflict-kept";
import { conflictReleased as assignmentConflictReleased } from "./assignment/conflict-released";
import { released as assignmentReleased } from "./assignment/released";
import { objected as assignmentObjected } from "./assignment/objected";
import { withdrawn as assignmentWithdrawn } from "./assignment/withdrawn";
import { activityCancelled as assignmentActivityCancelled } from "./assignment/activity-cancelled";
import { activityMoved as assignmentActivityMoved } from "./assignment/activity-moved";
import { completed as assignmentCompleted } from "./assignment/completed";
import { lapsed as assignmentLapsed } from "./assignment/lapsed";
import { coordinatorReminds as assignmentCoordinatorReminds } from "./assignment/coordinator-reminds";
import { booked as bookingBooked } from "./booking/booked";
import { waiting as bookingWaiting } from "./booking/waiting";
import { offered as bookingOffered } from "./booking/offered";
import { declined as bookingDeclined } from "./booking/declined";
import { offerExpired as bookingOfferExpired } from "./booking/offer-expired";
import { offerExtended as bookingOfferExtended } from "./booking/offer-extended";
import { cancelled as bookingCancelled } from "./booking/cancelled";
import { swapped as bookingSwapped } from "./booking/swapped";
import { sessionMoved as bookingSessionMoved } from "./booking/session-moved";
import { sessionPostponed as bookingSessionPostponed } from "./booking/session-postponed";
import { sessionCancelled as bookingSessionCancelled } from "./booking/session-cancelled";
import { notPlaced as bookingNotPlaced } from "./booking/not-placed";
import { soon as bookingSoon } from "./booking/soon";
import { attended as bookingAttended } from "./booking/attended";
import { missed as bookingMissed } from "./booking/missed";
import { invited as eventInvited } from "./event/invited";
import { bookingOpened as eventBookingOpened } from "./event/booking-opened";
import { invitationRepeated as eventInvitationRepeated } from "./event/invitation-repeated";
import { bookingClosesSoon as eventBookingClosesSoon } from "./event/booking-closes-soon";
import { bookingClosed as eventBookingClosed } from "./event/booking-closed";
import { changed as eventChanged } from "./event/changed";
import { moved as eventMoved } from "./event/moved";
import { postponed as eventPostponed } from "./event/postponed";
import { cancelled as eventCancelled } from "./event/cancelled";
import { tomorrow as eventTomorrow } from "./event/tomorrow";
import { held as eventHeld } from "./event/held";
import { attendanceWanted as eventAttendanceWanted } from "./event/attendance-wanted";
import { dateWanted as eventDateWanted } from "./event/date-wanted";
import { closed as eventClosed } from "./event/closed";
import { packReleased as validationPackReleased } from "./validation/pack-released";
import { readersNamed as validationReadersNamed } from "./validation/readers-named";
import { outcomeDue as validationOutcomeDue } from "./validation/outcome-due";
import { questionAsked as validationQuestionAsked } from "./validation/question-asked";
import { questionAnswered as validationQuestionAnswered } from "./validation/question-answered";
import { agreed as validationAgreed } from "./validation/agreed";
import { replyWanted as validationReplyWanted } from "./validation/reply-wanted";
import { evidenceWanted as validationEvidenceWanted } from "./validation/evidence-wanted";
import { replyDue as validationReplyDue } from "./validation/reply-due";
import { replyGiven as validationReplyGiven } from "./validation/reply-given";
import { windowExtended as validationWindowExtended } from "./validation/window-extended";
import { windowClosed as validationWindowClosed } from "./validation/window-closed";
import { settlingDue as validationSettlingDue } from "./validation/settling-due";
import { disputed as validationDisputed } from "./validation/disputed";
import { published as validationPublished } from "./validation/published";
import { withdrawn as validationWithdrawn } from "./validation/withdrawn";
import { opened as seriesOpened } from "./series/opened";
import { invited as seriesInvited } from "./series/invited";
import { cancelled as seriesCancelled } from "./series/cancelled";
import { sessionsFinished as seriesSessionsFinished } from "./series/sessions-finished";
import { notesToCombine as seriesNotesToCombine } from "./series/notes-to-combine";
import { reportWanted as seriesReportWanted } from "./series/report-wanted";
import { reportPublished as seriesReportPublished } from "./series/report-published";
import { reportReopened as seriesReportReopened } from "./series/report-reopened";
import { closed as seriesClosed } from "./series/closed";
import { nominationsOpened as cohortNominationsOpened } from "./cohort/nominations-opened";
import { nominationsInvited as cohortNominationsInvited } from "./cohort/nominations-invited";
import { invitationRepeated as cohortInvitationRepeated } from "./cohort/invitation-repeated";
import { nominationsExtended as cohortNominationsExtended } from "./cohort/nominations-extended";
import { closesSoon as cohortClosesSoon } from "./cohort/closes-soon";
import { nominationsClosed as cohortNominationsClosed } from "./cohort/nominations-closed";
import { selectionDue as cohortSelectionDue } from "./cohort/selection-due";
import { decisionsReleased as cohortDecisionsReleased } from "./cohort/decisions-released";
import { beginsSoon as cohortBeginsSoon } from "./cohort/begins-soon";
import { begun as cohortBegun } from "./cohort/begun";
import { completionDue as cohortCompletionDue } from "./cohort/completion-due";
import { completed as cohortCompleted } from "./cohort/completed";
import { impactAsked as cohortImpactAsked } from "./cohort/impact-asked";
import { evaluated as cohortEvaluated } from "./cohort/evaluated";
import { cancelled as cohortCancelled } from "./cohort/cancelled";
import { nominated as nominationNominated } from "./nomination/nominated";
import { approvalWanted as nominationApprovalWanted } from "./nomination/approval-wanted";
import { approvalDue as nominationApprovalDue } from "./nomination/approval-due";
import { approvalLate as nominationApprovalLate } from "./nomination/approval-late";
import { approved as nominationApproved } from "./nomination/approved";
import { endorsementWanted as nominationEndorsementWanted } from "./nomination/endorsement-wanted";
import { endorsementDue as nominationEndorsementDue } from "./nomination/endorsement-due";
import { refused as nominationRefused } from "./nomination/refused";
import { submitted as nominationSubmitted } from "./nomination/submitted";
import { resumed as nominationResumed } from "./nomination/resumed";
import { offered as nominationOffered } from "./nomination/offered";
import { offerLapsesSoon as nominationOfferLapsesSoon } from "./nomination/offer-lapses-soon";
import { offerExtended as nominationOfferExtended } from "./nomination/offer-extended";
import { onReserve as nominationOnReserve } from "./nomination/on-reserve";
import { notSelected as nominationNotSelected } from "./nomination/not-selected";
import { reserveReleased as nominationReserveReleased } from "./nomination/reserve-released";
import { accepted as nominationAccepted } from "./nomination/accepted";
import { declined as nominationDeclined } from "./nomination/declined";
import { expired as nominationExpired } from "./nomination/expired";
import { deferred as nominationDeferred } from "./nomination/deferred";
import { withdrawn as nominationWithdrawn } from "./nomination/withdrawn";
import { replaced as nominationReplaced } from "./nomination/replaced";
import { programmeBegun as nominationProgrammeBegun } from "./nomination/programme-begun";
import { completed as nominationCompleted } from "./nomination/completed";
import { notCompleted as nominationNotCompleted } from "./nomination/not-completed";
import { cohortCancelled as nominationCohortCancelled } from "./nomination/cohort-cancelled";
import { bookingOpened as programmeDayBookingOpened } from "./programme-day/booking-opened";
import { tutorAsked as programmeDayTutorAsked } from "./programme-day/tutor-asked";
import { changed as programmeDayChanged } from "./programme-day/changed";
import { moved as programmeDayMoved } from "./programme-day/moved";
import { soon as programmeDaySoon } from "./programme-day/soon";
import { held as programmeDayHeld } from "./programme-day/held";
import { attendanceWanted as programmeDayAttendanceWanted } from "./programme-day/attendance-wanted";
import { evaluated as programmeDayEvaluated } from "./programme-day/evaluated";
import { cancelled as programmeDayCancelled } from "./programme-day/cancelled";
import { wanted as evaluationWanted } from "./evaluation/wanted";
import { reminder as evaluationReminder } from "./evaluation/reminder";
import { thanks as evaluationThanks } from "./evaluation/thanks";
import { closed as evaluationClosed } from "./evaluation/closed";
import { takenBack as evaluationTakenBack } from "./evaluation/taken-back";
import { proposed as recommendationProposed } from "./recommendation/proposed";
import { onAgenda as recommendationOnAgenda } from "./recommendation/on-agenda";
import { agendaMoved as recommendationAgendaMoved } from "./recommendation/agenda-moved";
import { agendaRemoved as recommendationAgendaRemoved } from "./recommendation/agenda-removed";
import { decisionDue as recommendationDecisionDue } from "./recommendation/decision-due";
import { accepted as recommendationAccepted } from "./recommendation/accepted";
import { amended as recommendationAmended } from "./recommendation/amended";
import { deferred as recommendationDeferred } from "./recommendation/deferred";
import { rejected as recommendationRejected } from "./recommendation/rejected";
import { placingDue as recommendationPlacingDue } from "./recommendation/placing-due";
import { inPlan as recommendationInPlan } from "./recommendation/in-plan";
import { actionDue as recommendationActionDue } from "./recommendation/action-due";
import { done as recommendationDone } from "./recommendation/done";
import { withdrawn as recommendationWithdrawn } from "./recommendation/withdrawn";
import { agendaSent as meetingAgendaSent } from "./directors-meeting/agenda-sent";
import { agendaChanged as meetingAgendaChanged } from "./directors-meeting/agenda-changed";
import { agendaWanted as meetingAgendaWanted } from "./directors-meeting/agenda-wanted";
import { moved as meetingMoved } from "./directors-meeting/moved";
import { decisionsWanted as meetingDecisionsWanted } from "./directors-meeting/decisions-wanted";
import { closed as meetingClosed } from "./directors-meeting/closed";
import { cancelled as meetingCancelled } from "./directors-meeting/cancelled";
import { challengeBegun } from "./cycle/challenge-begun";
import { datesMoved } from "./cycle/dates-moved";
import { decisionsRecorded } from "./cycle/decisions-recorded";
import { joinedLate } from "./cycle/joined-late";
import { roundCancelled } from "./cycle/round-cancelled";
import { roundClosed } from "./cycle/round-closed";
import { roundOpened } from "./cycle/round-opened";
import { stepDue } from "./cycle/step-due";
import { submissionsClosed } from "./cycle/submissions-closed";
import { submissionsReopened } from "./cycle/submissions-reopened";
import { synthesisBegun } from "./cycle/synthesis-begun";
import { beingRevised } from "./self-assessment/being-revised";
import { challenged } from "./self-assessment/challenged";
import { chapterAssigned } from "./self-assessment/chapter-assigned";
import { chapterComplete } from "./self-assessment/chapter-complete";
import { closed } from "./self-assessment/closed";
import { coordinatorReminds } from "./self-assessment/coordinator-reminds";
import { dateMoved } from "./self-assessment/date-moved";
import { dueSoon } from "./self-assessment/due-soon";
import { endorsedByAll } from "./self-assessment/endorsed-by-all";
import { endorsed } from "./self-assessment/endorsed";
import { endorsementDue } from "./self-assessment/endorsement-due";
import { endorsementRefused } from "./self-assessment/endorsement-refused";
import { endorsementWanted } from "./self-assessment/endorsement-wanted";
import { extensionGranted } from "./self-assessment/extension-granted";
import { followUpDue } from "./self-assessment/follow-up-due";
import { followUpSubmitted } from "./self-assessment/follow-up-submitted";
import { followUpWanted } from "./self-assessment/follow-up-wanted";
import { moderated } from "./self-assessment/moderated";
import { moderationDue } from "./self-assessment/moderation-due";
import { moderatorAssigned } from "./self-assessment/moderator-assigned";
import { observerAdmitted } from "./self-assessment/observer-admitted";
import { optedOut } from "./self-assessment/opted-out";
import { overdue } from "./self-assessment/overdue";
import { readyToSign } from "./self-assessment/ready-to-sign";
import { reopenedForEditing } from "./self-assessment/reopened-for-editing";
import { resumed } from "./self-assessment/resumed";
import { returned } from "./self-assessment/returned";
import { sharedWithYou } from "./self-assessment/shared-with-you";
import { shared } from "./self-assessment/shared";
import { signatureVoided } from "./self-assessment/signature-voided";
import { signed } from "./self-assessment/signed";
import { stillLate } from "./self-assessment/still-late";
import { submitted } from "./self-assessment/submitted";
import { waived } from "./self-assessment/waived";
import { withdrawn } from "./self-assessment/withdrawn";
import { writingStarted } from "./self-assessment/writing-started";
import { joinedPost } from "./people/joined-post";
import { leftPost } from "./people/left-post";
import { signIn } from "./session/sign-in";
import { arrangementsChanged as visitArrangementsChanged } from "./visit/arrangements-changed";
import { arrangementsSent as visitArrangementsSent } from "./visit/arrangements-sent";
import { coordinatorReminds as visitCoordinatorReminds } from "./visit/coordinator-reminds";
import { datesMoved as visitDatesMoved } from "./visit/dates-moved";
import { draftDiscarded as visitDraftDiscarded } from "./visit/draft-discarded";
import { endorsed as visitEndorsed } from "./visit/endorsed";
import { endorsementRefused as visitEndorsementRefused } from "./visit/endorsement-refused";
import { endorsementWanted as visitEndorsementWanted } from "./visit/endorsement-wanted";
import { memberObjected as visitMemberObjected } from "./visit/member-objected";
import { positionShared as visitPositionShared } from "./visit/position-shared";
import { postponed as visitPostponed } from "./visit/postponed";
import { presentationGiven as visitPresentationGiven } from "./visit/presentation-given";
import { requestDeclined as visitRequestDeclined } from "./visit/request-declined";
import { requestReady as visitRequestReady } from "./visit/request-ready";
import { requestReceived as visitRequestReceived } from "./visit/request-received";
import { requestReturned as visitRequestReturned } from "./visit/request-returned";
import { resumed as visitResumed } from "./visit/resumed";
import { scopeAgreed as visitScopeAgreed } from "./visit/scope-agreed";
import { scopeReopened as visitScopeReopened } from "./visit/scope-reopened";
import { stepDue as visitStepDue } from "./visit/step-due";
import { stepLate as visitStepLate } from "./visit/step-late";
import { teamChanged as visitTeamChanged } from "./visit/team-changed";
import { teamConfirmed as visitTeamConfirmed } from "./visit/team-confirmed";
import { teamProposed as visitTeamProposed } from "./visit/team-proposed";
import { teamReopened as visitTeamReopened } from "./visit/team-reopened";
import { teamWelcomed as visitTeamWelcomed } from "./visit/team-welcomed";
import { timetableShared as visitTimetableShared } from "./visit/timetable-shared";
import { visitBegun as visitVisitBegun } from "./visit/visit-begun";
import { visitClosed as visitVisitClosed } from "./visit/visit-closed";
import { withdrawn as visitWithdrawn } from "./visit/withdrawn";
import { deliveryFailed } from "./workflow/delivery-failed";
import { digest } from "./workflow/digest";
import { nobodyToTell } from "./workflow/nobody-to-tell";
import { agendaChanged as triadAgendaChanged } from "./triad/agenda-changed";
import { answerWanted as triadAnswerWanted } from "./triad/answer-wanted";
import { answersGiven as triadAnswersGiven } from "./triad/answers-given";
import { attendanceConfirmed as triadAttendanceConfirmed } from "./triad/attendance-confirmed";
import { attendanceDeclined as triadAttendanceDeclined } from "./triad/attendance-declined";
import { attendanceWanted as triadAttendanceWanted } from "./triad/attendance-wanted";
import { challengerAsked as triadChallengerAsked } from "./triad/challenger-asked";
import { coordinatorReminds as triadCoordinatorReminds } from "./triad/coordinator-reminds";
import { datesOffered as triadDatesOffered } from "./triad/dates-offered";
import { groupMerged as triadGroupMerged } from "./triad/group-merged";
import { groupPublished as triadGroupPublished } from "./triad/group-published";
import { kloesShared as triadKloesShared } from "./triad/kloes-shared";
import { kloesWanted as triadKloesWanted } from "./triad/kloes-wanted";
import { memberJoined as triadMemberJoined } from "./triad/member-joined";
import { memberLeft as triadMemberLeft } from "./triad/member-left";
import { packsReleased as triadPacksReleased } from "./triad/packs-released";
import { placeOpen as triadPlaceOpen } from "./triad/place-open";
import { pollClosed as triadPollClosed } from "./triad/poll-closed";
import { proposalSent as triadProposalSent } from "./triad/proposal-sent";
import { recordsAgreed as triadRecordsAgreed } from "./triad/records-agreed";
import { sessionCancelled as triadSessionCancelled } from "./triad/session-cancelled";
import { sessionChanged as triadSessionChanged } from "./triad/session-changed";
import { sessionClosed as triadSessionClosed } from "./triad/session-closed";
import { sessionConfirmed as triadSessionConfirmed } from "./triad/session-confirmed";
import { sessionHeld as triadSessionHeld } from "./triad/session-held";
import { sessionPostponed as triadSessionPostponed } from "./triad/session-postponed";
import { sessionRescheduled as triadSessionRescheduled } from "./triad/session-rescheduled";
import { sessionSoon as triadSessionSoon } from "./triad/session-soon";
import { stepDue as triadStepDue } from "./triad/step-due";
import { waiverGiven as triadWaiverGiven } from "./triad/waiver-given";
import type { Email } from "./define-email";

/** Every email there is, by name. A name that is not here does not compile in a process. */
export const emails = {
  "booking/attended": bookingAttended,
  "booking/booked": bookingBooked,
  "booking/cancelled": bookingCancelled,
  "booking/declined": bookingDeclined,
  "booking/missed": bookingMissed,
  "booking/not-placed": bookingNotPlaced,
  "booking/offer-expired": bookingOfferExpired,
  "booking/offer-extended": bookingOfferExtended,
  "booking/offered": bookingOffered,
  "booking/session-cancelled": bookingSessionCancelled,
  "booking/session-moved": bookingSessionMoved,
  "booking/session-postponed": bookingSessionPostponed,
  "booking/soon": bookingSoon,
  "booking/swapped": bookingSwapped,
  "booking/waiting": bookingWaiting,
  "challenge-record/accuracy-agreed": accuracyAgreed,
  "challenge-record/action-due": actionDue,
  "challenge-record/coordinator-reminds": recordCoordinatorReminds,
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
  "challenge-record/step-due": recordStepDue,
  "challenge-record/went-on-unanswered": wentOnUnanswered,
  "challenge-record/wording-approved": wordingApproved,
  "assignment/accepted": assignmentAccepted,
  "assignment/activity-cancelled": assignmentActivityCancelled,
  "assignment/activity-moved": assignmentActivityMoved,
  "assignment/completed": assignmentCompleted,
  "assignment/conflict-declared": assignmentConflictDeclared,
  "assignment/conflict-kept": assignmentConflictKept,
  "assignment/conflict-released": assignmentConflictReleased,
  "assignment/coordinator-reminds": assignmentCoordinatorReminds,
  "assignment/decision-due": assignmentDecisionDue,
  "assignment/declined": assignmentDeclined,
  "assignment/invitation-due": assignmentInvitationDue,
  "assignment/invitation-overdue": assignmentInvitationOverdue,
  "assignment/invited": assignmentInvited,
  "assignment/lapsed": assignmentLapsed,
  "assignment/objected": assignmentObjected,
  "assignment/released": assignmentReleased,
  "assignment/withdrawn": assignmentWithdrawn,
  "challenger/application-withdrawn": challengerApplicationWithdrawn,
  "challenger/applied": challengerApplied,
  "challenger/attendance-wanted": challengerAttendanceWanted,
  "challenger/available-again": challengerAvailableAgain,
  "challenger/coordinator-reminds": challengerCoordinatorReminds,
  "challenger/endorsed": challengerEndorsed,
  "challenger/endorsement-due": challengerEndorsementDue,
  "challenger/endorsement-refused": challengerEndorsementRefused,
  "challenger/endorsement-wanted": challengerEndorsementWanted,
  "challenger/entered": challengerEntered,
  "challenger/left": challengerLeft,
  "challenger/on-assignment": challengerOnAssignment,
  "challenger/trained": challengerTrained,
  "challenger/training-booked": challengerTrainingBooked,
  "challenger/training-cancelled": challengerTrainingCancelled,
  "challenger/training-expired": challengerTrainingExpired,
  "challenger/training-expiring": challengerTrainingExpiring,
  "challenger/training-missed": challengerTrainingMissed,
  "challenger/training-moved": challengerTrainingMoved,
  "challenger/training-soon": challengerTrainingSoon,
  "cycle/challenge-begun": challengeBegun,
  "cycle/dates-moved": datesMoved,
  "cycle/decisions-recorded": decisionsRecorded,
  "cycle/joined-late": joinedLate,
  "cycle/round-cancelled": roundCancelled,
  "cycle/round-closed": roundClosed,
  "cycle/round-opened": roundOpened,
  "cycle/step-due": stepDue,
  "cycle/submissions-closed": submissionsClosed,
  "cycle/submissions-reopened": submissionsReopened,
  "cycle/synthesis-begun": synthesisBegun,
  "self-assessment/being-revised": beingRevised,
  "self-assessment/challenged": challenged,
  "self-assessment/chapter-assigned": chapterAssigned,
  "self-assessment/chapter-complete": chapterComplete,
  "self-assessment/closed": closed,
  "self-assessment/coordinator-reminds": coordinatorReminds,
  "self-assessment/date-moved": dateMoved,
  "self-assessment/due-soon": dueSoon,
  "self-assessment/endorsed-by-all": endorsedByAll,
  "self-assessment/endorsed": endorsed,
  "self-assessment/endorsement-due": endorsementDue,
  "self-assessment/endorsement-refused": endorsementRefused,
  "self-assessment/endorsement-wanted": endorsementWanted,
  "self-assessment/extension-granted": extensionGranted,
  "self-assessment/follow-up-due": followUpDue,
  "self-assessment/follow-up-submitted": followUpSubmitted,
  "self-assessment/follow-up-wanted": followUpWanted,
  "self-assessment/moderated": moderated,
  "self-assessment/moderation-due": moderationDue,
  "self-assessment/moderator-assigned": moderatorAssigned,
  "self-assessment/observer-admitted": observerAdmitted,
  "self-assessment/opted-out": optedOut,
  "self-assessment/overdue": overdue,
  "self-assessment/ready-to-sign": readyToSign,
  "self-assessment/reopened-for-editing": reopenedForEditing,
  "self-assessment/resumed": resumed,
  "self-assessment/returned": returned,
  "self-assessment/shared-with-you": sharedWithYou,
  "self-assessment/shared": shared,
  "self-assessment/signature-voided": signatureVoided,
  "self-assessment/signed": signed,
  "self-assessment/still-late": stillLate,
  "self-assessment/submitted": submitted,
  "self-assessment/waived": waived,
  "self-assessment/withdrawn": withdrawn,
  "self-assessment/writing-started": writingStarted,
  "cohort/nominations-opened": cohortNominationsOpened,
  "cohort/nominations-invited": cohortNominationsInvited,
  "cohort/invitation-repeated": cohortInvitationRepeated,
  "cohort/nominations-extended": cohortNominationsExtended,
  "cohort/closes-soon": cohortClosesSoon,
  "cohort/nominations-closed": cohortNominationsClosed,
  "cohort/selection-due": cohortSelectionDue,
  "cohort/decisions-released": cohortDecisionsReleased,
  "cohort/begins-soon": cohortBeginsSoon,
  "cohort/begun": cohortBegun,
  "cohort/completion-due": cohortCompletionDue,
  "cohort/completed": cohortCompleted,
  "cohort/impact-asked": cohortImpactAsked,
  "cohort/evaluated": cohortEvaluated,
  "cohort/cancelled": cohortCancelled,
  "nomination/nominated": nominationNominated,
  "nomination/approval-wanted": nominationApprovalWanted,
  "nomination/approval-due": nominationApprovalDue,
  "nomination/approval-late": nominationApprovalLate,
  "nomination/approved": nominationApproved,
  "nomination/endorsement-wanted": nominationEndorsementWanted,
  "nomination/endorsement-due": nominationEndorsementDue,
  "nomination/refused": nominationRefused,
  "nomination/submitted": nominationSubmitted,
  "nomination/resumed": nominationResumed,
  "nomination/offered": nominationOffered,
  "nomination/offer-lapses-soon": nominationOfferLapsesSoon,
  "nomination/offer-extended": nominationOfferExtended,
  "nomination/on-reserve": nominationOnReserve,
  "nomination/not-selected": nominationNotSelected,
  "nomination/reserve-released": nominationReserveReleased,
  "nomination/accepted": nominationAccepted,
  "nomination/declined": nominationDeclined,
  "nomination/expired": nominationExpired,
  "nomination/deferred": nominationDeferred,
  "nomination/withdrawn": nominationWithdrawn,
  "nomination/replaced": nominationReplaced,
  "nomination/programme-begun": nominationProgrammeBegun,
  "nomination/completed": nominationCompleted,
  "nomination/not-completed": nominationNotCompleted,
  "nomination/cohort-cancelled": nominationCohortCancelled,
  "programme-day/booking-opened": programmeDayBookingOpened,
  "programme-day/tutor-asked": programmeDayTutorAsked,
  "programme-day/changed": programmeDayChanged,
  "programme-day/moved": programmeDayMoved,
  "programme-day/soon": programmeDaySoon,
  "programme-day/held": programmeDayHeld,
  "programme-day/attendance-wanted": programmeDayAttendanceWanted,
  "programme-day/evaluated": programmeDayEvaluated,
  "programme-day/cancelled": programmeDayCancelled,
  "evaluation/wanted": evaluationWanted,
  "evaluation/reminder": evaluationReminder,
  "evaluation/thanks": evaluationThanks,
  "evaluation/closed": evaluationClosed,
  "evaluation/taken-back": evaluationTakenBack,
  "event/attendance-wanted": eventAttendanceWanted,
  "event/booking-closed": eventBookingClosed,
  "event/booking-closes-soon": eventBookingClosesSoon,
  "event/booking-opened": eventBookingOpened,
  "event/cancelled": eventCancelled,
  "event/changed": eventChanged,
  "event/closed": eventClosed,
  "event/date-wanted": eventDateWanted,
  "event/held": eventHeld,
  "event/invitation-repeated": eventInvitationRepeated,
  "event/invited": eventInvited,
  "event/moved": eventMoved,
  "event/postponed": eventPostponed,
  "event/tomorrow": eventTomorrow,
  "series/cancelled": seriesCancelled,
  "series/closed": seriesClosed,
  "series/invited": seriesInvited,
  "series/notes-to-combine": seriesNotesToCombine,
  "series/opened": seriesOpened,
  "series/report-published": seriesReportPublished,
  "series/report-reopened": seriesReportReopened,
  "series/report-wanted": seriesReportWanted,
  "series/sessions-finished": seriesSessionsFinished,
  "people/joined-post": joinedPost,
  "people/left-post": leftPost,
  "session/sign-in": signIn,
  "visit/arrangements-changed": visitArrangementsChanged,
  "visit/arrangements-sent": visitArrangementsSent,
  "visit/coordinator-reminds": visitCoordinatorReminds,
  "visit/dates-moved": visitDatesMoved,
  "visit/draft-discarded": visitDraftDiscarded,
  "visit/endorsed": visitEndorsed,
  "visit/endorsement-refused": visitEndorsementRefused,
  "visit/endorsement-wanted": visitEndorsementWanted,
  "visit/member-objected": visitMemberObjected,
  "visit/position-shared": visitPositionShared,
  "visit/postponed": visitPostponed,
  "visit/presentation-given": visitPresentationGiven,
  "visit/request-declined": visitRequestDeclined,
  "visit/request-ready": visitRequestReady,
  "visit/request-received": visitRequestReceived,
  "visit/request-returned": visitRequestReturned,
  "visit/resumed": visitResumed,
  "visit/scope-agreed": visitScopeAgreed,
  "visit/scope-reopened": visitScopeReopened,
  "visit/step-due": visitStepDue,
  "visit/step-late": visitStepLate,
  "visit/team-changed": visitTeamChanged,
  "visit/team-confirmed": visitTeamConfirmed,
  "visit/team-proposed": visitTeamProposed,
  "visit/team-reopened": visitTeamReopened,
  "visit/team-welcomed": visitTeamWelcomed,
  "visit/timetable-shared": visitTimetableShared,
  "visit/visit-begun": visitVisitBegun,
  "visit/visit-closed": visitVisitClosed,
  "visit/withdrawn": visitWithdrawn,
  "workflow/delivery-failed": deliveryFailed,
  "workflow/digest": digest,
  "workflow/nobody-to-tell": nobodyToTell,
  "triad/agenda-changed": triadAgendaChanged,
  "triad/answer-wanted": triadAnswerWanted,
  "triad/answers-given": triadAnswersGiven,
  "triad/attendance-confirmed": triadAttendanceConfirmed,
  "triad/attendance-declined": triadAttendanceDeclined,
  "triad/attendance-wanted": triadAttendanceWanted,
  "triad/challenger-asked": triadChallengerAsked,
  "triad/coordinator-reminds": triadCoordinatorReminds,
  "triad/dates-offered": triadDatesOffered,
  "triad/group-merged": triadGroupMerged,
  "triad/group-published": triadGroupPublished,
  "triad/kloes-shared": triadKloesShared,
  "triad/kloes-wanted": triadKloesWanted,
  "triad/member-joined": triadMemberJoined,
  "triad/member-left": triadMemberLeft,
  "triad/packs-released": triadPacksReleased,
  "triad/place-open": triadPlaceOpen,
  "triad/poll-closed": triadPollClosed,
  "triad/proposal-sent": triadProposalSent,
  "triad/records-agreed": triadRecordsAgreed,
  "triad/session-cancelled": triadSessionCancelled,
  "triad/session-changed": triadSessionChanged,
  "triad/session-closed": triadSessionClosed,
  "triad/session-confirmed": triadSessionConfirmed,
  "triad/session-held": triadSessionHeld,
  "triad/session-postponed": triadSessionPostponed,
  "triad/session-rescheduled": triadSessionRescheduled,
  "triad/session-soon": triadSessionSoon,
  "triad/step-due": triadStepDue,
  "triad/waiver-given": triadWaiverGiven,
  "validation/pack-released": validationPackReleased,
  "validation/readers-named": validationReadersNamed,
  "validation/outcome-due": validationOutcomeDue,
  "validation/question-asked": validationQuestionAsked,
  "validation/question-answered": validationQuestionAnswered,
  "validation/agreed": validationAgreed,
  "validation/reply-wanted": validationReplyWanted,
  "validation/evidence-wanted": validationEvidenceWanted,
  "validation/reply-due": validationReplyDue,
  "validation/reply-given": validationReplyGiven,
  "validation/window-extended": validationWindowExtended,
  "validation/window-closed": validationWindowClosed,
  "validation/settling-due": validationSettlingDue,
  "validation/disputed": validationDisputed,
  "validation/published": validationPublished,
  "validation/withdrawn": validationWithdrawn,
  "recommendation/proposed": recommendationProposed,
  "recommendation/on-agenda": recommendationOnAgenda,
  "recommendation/agenda-moved": recommendationAgendaMoved,
  "recommendation/agenda-removed": recommendationAgendaRemoved,
  "recommendation/decision-due": recommendationDecisionDue,
  "recommendation/accepted": recommendationAccepted,
  "recommendation/amended": recommendationAmended,
  "recommendation/deferred": recommendationDeferred,
  "recommendation/rejected": recommendationRejected,
  "recommendation/placing-due": recommendationPlacingDue,
  "recommendation/in-plan": recommendationInPlan,
  "recommendation/action-due": recommendationActionDue,
  "recommendation/done": recommendationDone,
  "recommendation/withdrawn": recommendationWithdrawn,
  "directors-meeting/agenda-sent": meetingAgendaSent,
  "directors-meeting/agenda-changed": meetingAgendaChanged,
  "directors-meeting/agenda-wanted": meetingAgendaWanted,
  "directors-meeting/moved": meetingMoved,
  "directors-meeting/decisions-wanted": meetingDecisionsWanted,
  "directors-meeting/closed": meetingClosed,
  "directors-meeting/cancelled": meetingCancelled,
} as const satisfies Record<string, Email>;

export type EmailName = keyof typeof emails;

/** True for the name of an email that exists: for names read back from the database. */
export function isEmailName(name: string): name is EmailName {
  return Object.hasOwn(emails, name);
}

/** The email of that name. Throws when there is none: a row names an email that was removed. */
export function emailNamed(name: string): Email {
  if (!isEmailName(name)) throw new Error(`there is no email "${name}"`);
  return emails[name];
}
