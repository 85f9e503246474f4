import { attended } from "./attended";
import { booked } from "./booked";
import { cancelled } from "./cancelled";
import { declined } from "./declined";
import { missed } from "./missed";
import { notPlaced } from "./not-placed";
import { offerExpired } from "./offer-expired";
import { offerExtended } from "./offer-extended";
import { offered } from "./offered";
import { sessionCancelled } from "./session-cancelled";
import { sessionMoved } from "./session-moved";
import { sessionPostponed } from "./session-postponed";
import { soon } from "./soon";
import { swapped } from "./swapped";
import { waiting } from "./waiting";

export const bookingEmails = {
  "booking/attended": attended,
  "booking/booked": booked,
  "booking/cancelled": cancelled,
  "booking/declined": declined,
  "booking/missed": missed,
  "booking/not-placed": notPlaced,
  "booking/offer-expired": offerExpired,
  "booking/offer-extended": offerExtended,
  "booking/offered": offered,
  "booking/session-cancelled": sessionCancelled,
  "booking/session-moved": sessionMoved,
  "booking/session-postponed": sessionPostponed,
  "booking/soon": soon,
  "booking/swapped": swapped,
  "booking/waiting": waiting,
} as const;
