import { arrangementsChanged } from "./arrangements-changed";
import { arrangementsSent } from "./arrangements-sent";
import { coordinatorReminds } from "./coordinator-reminds";
import { datesMoved } from "./dates-moved";
import { draftDiscarded } from "./draft-discarded";
import { endorsed } from "./endorsed";
import { endorsementRefused } from "./endorsement-refused";
import { endorsementWanted } from "./endorsement-wanted";
import { memberObjected } from "./member-objected";
import { positionShared } from "./position-shared";
import { postponed } from "./postponed";
import { presentationGiven } from "./presentation-given";
import { requestDeclined } from "./request-declined";
import { requestReady } from "./request-ready";
import { requestReceived } from "./request-received";
import { requestReturned } from "./request-returned";
import { resumed } from "./resumed";
import { scopeAgreed } from "./scope-agreed";
import { scopeReopened } from "./scope-reopened";
import { stepDue } from "./step-due";
import { stepLate } from "./step-late";
import { teamChanged } from "./team-changed";
import { teamConfirmed } from "./team-confirmed";
import { teamProposed } from "./team-proposed";
import { teamReopened } from "./team-reopened";
import { teamWelcomed } from "./team-welcomed";
import { timetableShared } from "./timetable-shared";
import { visitBegun } from "./visit-begun";
import { visitClosed } from "./visit-closed";
import { withdrawn } from "./withdrawn";

export const visitEmails = {
  "visit/arrangements-changed": arrangementsChanged,
  "visit/arrangements-sent": arrangementsSent,
  "visit/coordinator-reminds": coordinatorReminds,
  "visit/dates-moved": datesMoved,
  "visit/draft-discarded": draftDiscarded,
  "visit/endorsed": endorsed,
  "visit/endorsement-refused": endorsementRefused,
  "visit/endorsement-wanted": endorsementWanted,
  "visit/member-objected": memberObjected,
  "visit/position-shared": positionShared,
  "visit/postponed": postponed,
  "visit/presentation-given": presentationGiven,
  "visit/request-declined": requestDeclined,
  "visit/request-ready": requestReady,
  "visit/request-received": requestReceived,
  "visit/request-returned": requestReturned,
  "visit/resumed": resumed,
  "visit/scope-agreed": scopeAgreed,
  "visit/scope-reopened": scopeReopened,
  "visit/step-due": stepDue,
  "visit/step-late": stepLate,
  "visit/team-changed": teamChanged,
  "visit/team-confirmed": teamConfirmed,
  "visit/team-proposed": teamProposed,
  "visit/team-reopened": teamReopened,
  "visit/team-welcomed": teamWelcomed,
  "visit/timetable-shared": timetableShared,
  "visit/visit-begun": visitBegun,
  "visit/visit-closed": visitClosed,
  "visit/withdrawn": withdrawn,
} as const;
