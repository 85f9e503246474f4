import { beginsSoon } from "./begins-soon";
import { begun } from "./begun";
import { cancelled } from "./cancelled";
import { closesSoon } from "./closes-soon";
import { completed } from "./completed";
import { completionDue } from "./completion-due";
import { decisionsReleased } from "./decisions-released";
import { evaluated } from "./evaluated";
import { impactAsked } from "./impact-asked";
import { invitationRepeated } from "./invitation-repeated";
import { nominationsClosed } from "./nominations-closed";
import { nominationsExtended } from "./nominations-extended";
import { nominationsInvited } from "./nominations-invited";
import { nominationsOpened } from "./nominations-opened";
import { selectionDue } from "./selection-due";

export const cohortEmails = {
  "cohort/nominations-opened": nominationsOpened,
  "cohort/nominations-invited": nominationsInvited,
  "cohort/invitation-repeated": invitationRepeated,
  "cohort/nominations-extended": nominationsExtended,
  "cohort/closes-soon": closesSoon,
  "cohort/nominations-closed": nominationsClosed,
  "cohort/selection-due": selectionDue,
  "cohort/decisions-released": decisionsReleased,
  "cohort/begins-soon": beginsSoon,
  "cohort/begun": begun,
  "cohort/completion-due": completionDue,
  "cohort/completed": completed,
  "cohort/impact-asked": impactAsked,
  "cohort/evaluated": evaluated,
  "cohort/cancelled": cancelled,
} as const;
