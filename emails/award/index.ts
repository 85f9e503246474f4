import { cancelled } from "./cancelled";
import { deadlineMoved } from "./deadline-moved";
import { judged } from "./judged";
import { judgingDue } from "./judging-due";
import { judgingOpen } from "./judging-open";
import { nominationsCloseSoon } from "./nominations-close-soon";
import { nominationsClosed } from "./nominations-closed";
import { nominationsOpen } from "./nominations-open";
import { outcomeTold } from "./outcome-told";
import { outcomeWanted } from "./outcome-wanted";
import { shortlistPublished } from "./shortlist-published";

export const awardEmails = {
  "award/cancelled": cancelled,
  "award/deadline-moved": deadlineMoved,
  "award/judged": judged,
  "award/judging-due": judgingDue,
  "award/judging-open": judgingOpen,
  "award/nominations-close-soon": nominationsCloseSoon,
  "award/nominations-closed": nominationsClosed,
  "award/nominations-open": nominationsOpen,
  "award/outcome-told": outcomeTold,
  "award/outcome-wanted": outcomeWanted,
  "award/shortlist-published": shortlistPublished,
} as const;
