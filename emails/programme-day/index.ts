import { attendanceWanted } from "./attendance-wanted";
import { bookingOpened } from "./booking-opened";
import { cancelled } from "./cancelled";
import { changed } from "./changed";
import { evaluated } from "./evaluated";
import { dateHeld } from "./date-held";
import { held } from "./held";
import { moved } from "./moved";
import { registerComplete } from "./register-complete";
import { soon } from "./soon";
import { tutorAsked } from "./tutor-asked";

export const programmeDayEmails = {
  "programme-day/booking-opened": bookingOpened,
  "programme-day/tutor-asked": tutorAsked,
  "programme-day/changed": changed,
  "programme-day/moved": moved,
  "programme-day/register-complete": registerComplete,
  "programme-day/soon": soon,
  "programme-day/date-held": dateHeld,
  "programme-day/held": held,
  "programme-day/attendance-wanted": attendanceWanted,
  "programme-day/evaluated": evaluated,
  "programme-day/cancelled": cancelled,
} as const;
