import { agendaMoved } from "./agenda-moved";
import { agendaRemoved } from "./agenda-removed";
import { approvalDue } from "./approval-due";
import { approved } from "./approved";
import { beginDue } from "./begin-due";
import { begun } from "./begun";
import { commentAnswered } from "./comment-answered";
import { commentMade } from "./comment-made";
import { consultationClosed } from "./consultation-closed";
import { consultationClosing } from "./consultation-closing";
import { consultationOpened } from "./consultation-opened";
import { onAgenda } from "./on-agenda";
import { placingDue } from "./placing-due";
import { returned } from "./returned";
import { reviewDue } from "./review-due";
import { reviewed } from "./reviewed";
import { superseded } from "./superseded";
import { withdrawn } from "./withdrawn";

export const planEmails = {
  "plan/agenda-moved": agendaMoved,
  "plan/agenda-removed": agendaRemoved,
  "plan/approval-due": approvalDue,
  "plan/approved": approved,
  "plan/begin-due": beginDue,
  "plan/begun": begun,
  "plan/comment-answered": commentAnswered,
  "plan/comment-made": commentMade,
  "plan/consultation-closed": consultationClosed,
  "plan/consultation-closing": consultationClosing,
  "plan/consultation-opened": consultationOpened,
  "plan/on-agenda": onAgenda,
  "plan/placing-due": placingDue,
  "plan/returned": returned,
  "plan/review-due": reviewDue,
  "plan/reviewed": reviewed,
  "plan/superseded": superseded,
  "plan/withdrawn": withdrawn,
} as const;
