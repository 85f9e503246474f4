import { agreed } from "./agreed";
import { disputed } from "./disputed";
import { eventCancelled } from "./event-cancelled";
import { eventMoved } from "./event-moved";
import { eventPostponed } from "./event-postponed";
import { evidenceWanted } from "./evidence-wanted";
import { noLongerReader } from "./no-longer-reader";
import { outcomeDue } from "./outcome-due";
import { packReleased } from "./pack-released";
import { published } from "./published";
import { questionAnswered } from "./question-answered";
import { questionAsked } from "./question-asked";
import { readerDeclined } from "./reader-declined";
import { readerWanted } from "./reader-wanted";
import { readersChanged } from "./readers-changed";
import { readersNamed } from "./readers-named";
import { replyDue } from "./reply-due";
import { replyGiven } from "./reply-given";
import { replyWanted } from "./reply-wanted";
import { settlingDue } from "./settling-due";
import { windowClosed } from "./window-closed";
import { windowExtended } from "./window-extended";
import { withdrawn } from "./withdrawn";

export const validationEmails = {
  "validation/pack-released": packReleased,
  "validation/readers-named": readersNamed,
  "validation/reader-declined": readerDeclined,
  "validation/reader-wanted": readerWanted,
  "validation/readers-changed": readersChanged,
  "validation/no-longer-reader": noLongerReader,
  "validation/event-moved": eventMoved,
  "validation/event-postponed": eventPostponed,
  "validation/event-cancelled": eventCancelled,
  "validation/outcome-due": outcomeDue,
  "validation/question-asked": questionAsked,
  "validation/question-answered": questionAnswered,
  "validation/agreed": agreed,
  "validation/reply-wanted": replyWanted,
  "validation/evidence-wanted": evidenceWanted,
  "validation/reply-due": replyDue,
  "validation/reply-given": replyGiven,
  "validation/window-extended": windowExtended,
  "validation/window-closed": windowClosed,
  "validation/settling-due": settlingDue,
  "validation/disputed": disputed,
  "validation/published": published,
  "validation/withdrawn": withdrawn,
} as const;
