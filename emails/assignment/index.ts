import { accepted } from "./accepted";
import { activityCancelled } from "./activity-cancelled";
import { activityMoved } from "./activity-moved";
import { completed } from "./completed";
import { conflictDeclared } from "./conflict-declared";
import { conflictKept } from "./conflict-kept";
import { conflictReleased } from "./conflict-released";
import { coordinatorReminds } from "./coordinator-reminds";
import { decisionDue } from "./decision-due";
import { declined } from "./declined";
import { invitationDue } from "./invitation-due";
import { invitationOverdue } from "./invitation-overdue";
import { invited } from "./invited";
import { lapsed } from "./lapsed";
import { objected } from "./objected";
import { released } from "./released";
import { withdrawn } from "./withdrawn";

export const assignmentEmails = {
  "assignment/accepted": accepted,
  "assignment/activity-cancelled": activityCancelled,
  "assignment/activity-moved": activityMoved,
  "assignment/completed": completed,
  "assignment/conflict-declared": conflictDeclared,
  "assignment/conflict-kept": conflictKept,
  "assignment/conflict-released": conflictReleased,
  "assignment/coordinator-reminds": coordinatorReminds,
  "assignment/decision-due": decisionDue,
  "assignment/declined": declined,
  "assignment/invitation-due": invitationDue,
  "assignment/invitation-overdue": invitationOverdue,
  "assignment/invited": invited,
  "assignment/lapsed": lapsed,
  "assignment/objected": objected,
  "assignment/released": released,
  "assignment/withdrawn": withdrawn,
} as const;
