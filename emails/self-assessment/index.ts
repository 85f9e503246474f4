import { beingRevised } from "./being-revised";
import { challenged } from "./challenged";
import { chapterAssigned } from "./chapter-assigned";
import { chapterComplete } from "./chapter-complete";
import { closed } from "./closed";
import { coordinatorReminds } from "./coordinator-reminds";
import { dateMoved } from "./date-moved";
import { dueSoon } from "./due-soon";
import { endorsed } from "./endorsed";
import { endorsedByAll } from "./endorsed-by-all";
import { endorsementDue } from "./endorsement-due";
import { endorsementRefused } from "./endorsement-refused";
import { endorsementWanted } from "./endorsement-wanted";
import { extensionGranted } from "./extension-granted";
import { followUpDue } from "./follow-up-due";
import { followUpSubmitted } from "./follow-up-submitted";
import { followUpWanted } from "./follow-up-wanted";
import { moderated } from "./moderated";
import { moderationDue } from "./moderation-due";
import { moderatorAssigned } from "./moderator-assigned";
import { observerAdmitted } from "./observer-admitted";
import { optedOut } from "./opted-out";
import { overdue } from "./overdue";
import { readyToSign } from "./ready-to-sign";
import { reopenedForEditing } from "./reopened-for-editing";
import { resumed } from "./resumed";
import { returned } from "./returned";
import { shared } from "./shared";
import { sharedWithYou } from "./shared-with-you";
import { signatureVoided } from "./signature-voided";
import { signed } from "./signed";
import { stillLate } from "./still-late";
import { submitted } from "./submitted";
import { waived } from "./waived";
import { withdrawn } from "./withdrawn";
import { writingStarted } from "./writing-started";

export const selfAssessmentEmails = {
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
} as const;
