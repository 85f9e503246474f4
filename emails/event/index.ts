import { attendanceWanted } from "./attendance-wanted";
import { bookingClosed } from "./booking-closed";
import { bookingClosesSoon } from "./booking-closes-soon";
import { bookingOpened } from "./booking-opened";
import { cancelled } from "./cancelled";
import { changed } from "./changed";
import { closed } from "./closed";
import { commitmentsShared } from "./commitments-shared";
import { commitmentsToRead } from "./commitments-to-read";
import { dateWanted } from "./date-wanted";
import { held } from "./held";
import { invitationRepeated } from "./invitation-repeated";
import { invited } from "./invited";
import { moved } from "./moved";
import { postponed } from "./postponed";
import { tomorrow } from "./tomorrow";

export const eventEmails = {
  "event/attendance-wanted": attendanceWanted,
  "event/booking-closed": bookingClosed,
  "event/booking-closes-soon": bookingClosesSoon,
  "event/booking-opened": bookingOpened,
  "event/cancelled": cancelled,
  "event/changed": changed,
  "event/closed": closed,
  "event/commitments-shared": commitmentsShared,
  "event/commitments-to-read": commitmentsToRead,
  "event/date-wanted": dateWanted,
  "event/held": held,
  "event/invitation-repeated": invitationRepeated,
  "event/invited": invited,
  "event/moved": moved,
  "event/postponed": postponed,
  "event/tomorrow": tomorrow,
} as const;
