import { challengeBegun } from "./challenge-begun";
import { datesMoved } from "./dates-moved";
import { decisionsRecorded } from "./decisions-recorded";
import { joinedLate } from "./joined-late";
import { roundCancelled } from "./round-cancelled";
import { roundClosed } from "./round-closed";
import { roundOpened } from "./round-opened";
import { stepDue } from "./step-due";
import { submissionsClosed } from "./submissions-closed";
import { submissionsReopened } from "./submissions-reopened";
import { synthesisBegun } from "./synthesis-begun";

export const cycleEmails = {
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
} as const;
