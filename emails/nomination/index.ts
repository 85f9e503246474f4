import { accepted } from "./accepted";
import { approvalDue } from "./approval-due";
import { approvalLate } from "./approval-late";
import { approvalWanted } from "./approval-wanted";
import { approved } from "./approved";
import { cohortCancelled } from "./cohort-cancelled";
import { completed } from "./completed";
import { declined } from "./declined";
import { deferred } from "./deferred";
import { endorsementDue } from "./endorsement-due";
import { endorsementWanted } from "./endorsement-wanted";
import { expired } from "./expired";
import { nominated } from "./nominated";
import { notCompleted } from "./not-completed";
import { notSelected } from "./not-selected";
import { offerExtended } from "./offer-extended";
import { offerLapsesSoon } from "./offer-lapses-soon";
import { offered } from "./offered";
import { onReserve } from "./on-reserve";
import { programmeBegun } from "./programme-begun";
import { refused } from "./refused";
import { replaced } from "./replaced";
import { reserveReleased } from "./reserve-released";
import { resumed } from "./resumed";
import { submitted } from "./submitted";
import { withdrawn } from "./withdrawn";

export const nominationEmails = {
  "nomination/nominated": nominated,
  "nomination/approval-wanted": approvalWanted,
  "nomination/approval-due": approvalDue,
  "nomination/approval-late": approvalLate,
  "nomination/approved": approved,
  "nomination/endorsement-wanted": endorsementWanted,
  "nomination/endorsement-due": endorsementDue,
  "nomination/refused": refused,
  "nomination/submitted": submitted,
  "nomination/resumed": resumed,
  "nomination/offered": offered,
  "nomination/offer-lapses-soon": offerLapsesSoon,
  "nomination/offer-extended": offerExtended,
  "nomination/on-reserve": onReserve,
  "nomination/not-selected": notSelected,
  "nomination/reserve-released": reserveReleased,
  "nomination/accepted": accepted,
  "nomination/declined": declined,
  "nomination/expired": expired,
  "nomination/deferred": deferred,
  "nomination/withdrawn": withdrawn,
  "nomination/replaced": replaced,
  "nomination/programme-begun": programmeBegun,
  "nomination/completed": completed,
  "nomination/not-completed": notCompleted,
  "nomination/cohort-cancelled": cohortCancelled,
} as const;
