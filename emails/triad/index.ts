import { agendaChanged } from "./agenda-changed";
import { answerWanted } from "./answer-wanted";
import { answersGiven } from "./answers-given";
import { attendanceConfirmed } from "./attendance-confirmed";
import { attendanceDeclined } from "./attendance-declined";
import { attendanceWanted } from "./attendance-wanted";
import { challengerAsked } from "./challenger-asked";
import { coordinatorReminds } from "./coordinator-reminds";
import { datesOffered } from "./dates-offered";
import { groupMerged } from "./group-merged";
import { groupPublished } from "./group-published";
import { kloesShared } from "./kloes-shared";
import { kloesWanted } from "./kloes-wanted";
import { memberJoined } from "./member-joined";
import { memberLeft } from "./member-left";
import { packsReleased } from "./packs-released";
import { placeOpen } from "./place-open";
import { pollClosed } from "./poll-closed";
import { proposalSent } from "./proposal-sent";
import { recordsAgreed } from "./records-agreed";
import { sessionCancelled } from "./session-cancelled";
import { sessionChanged } from "./session-changed";
import { sessionClosed } from "./session-closed";
import { sessionConfirmed } from "./session-confirmed";
import { sessionHeld } from "./session-held";
import { sessionPostponed } from "./session-postponed";
import { sessionRescheduled } from "./session-rescheduled";
import { sessionSoon } from "./session-soon";
import { stepDue } from "./step-due";
import { waiverGiven } from "./waiver-given";

export const triadEmails = {
  "triad/agenda-changed": agendaChanged,
  "triad/answer-wanted": answerWanted,
  "triad/answers-given": answersGiven,
  "triad/attendance-confirmed": attendanceConfirmed,
  "triad/attendance-declined": attendanceDeclined,
  "triad/attendance-wanted": attendanceWanted,
  "triad/challenger-asked": challengerAsked,
  "triad/coordinator-reminds": coordinatorReminds,
  "triad/dates-offered": datesOffered,
  "triad/group-merged": groupMerged,
  "triad/group-published": groupPublished,
  "triad/kloes-shared": kloesShared,
  "triad/kloes-wanted": kloesWanted,
  "triad/member-joined": memberJoined,
  "triad/member-left": memberLeft,
  "triad/packs-released": packsReleased,
  "triad/place-open": placeOpen,
  "triad/poll-closed": pollClosed,
  "triad/proposal-sent": proposalSent,
  "triad/records-agreed": recordsAgreed,
  "triad/session-cancelled": sessionCancelled,
  "triad/session-changed": sessionChanged,
  "triad/session-closed": sessionClosed,
  "triad/session-confirmed": sessionConfirmed,
  "triad/session-held": sessionHeld,
  "triad/session-postponed": sessionPostponed,
  "triad/session-rescheduled": sessionRescheduled,
  "triad/session-soon": sessionSoon,
  "triad/step-due": stepDue,
  "triad/waiver-given": waiverGiven,
} as const;
