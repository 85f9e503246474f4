import { applicationWithdrawn } from "./application-withdrawn";
import { applied } from "./applied";
import { attendanceWanted } from "./attendance-wanted";
import { availableAgain } from "./available-again";
import { coordinatorReminds } from "./coordinator-reminds";
import { endorsed } from "./endorsed";
import { endorsementDue } from "./endorsement-due";
import { endorsementRefused } from "./endorsement-refused";
import { endorsementWanted } from "./endorsement-wanted";
import { entered } from "./entered";
import { invited } from "./invited";
import { left } from "./left";
import { onAssignment } from "./on-assignment";
import { trained } from "./trained";
import { trainingBooked } from "./training-booked";
import { trainingCancelled } from "./training-cancelled";
import { trainingExpired } from "./training-expired";
import { trainingExpiring } from "./training-expiring";
import { trainingMissed } from "./training-missed";
import { trainingMoved } from "./training-moved";
import { trainingSoon } from "./training-soon";

export const challengerEmails = {
  "challenger/application-withdrawn": applicationWithdrawn,
  "challenger/applied": applied,
  "challenger/attendance-wanted": attendanceWanted,
  "challenger/available-again": availableAgain,
  "challenger/coordinator-reminds": coordinatorReminds,
  "challenger/endorsed": endorsed,
  "challenger/endorsement-due": endorsementDue,
  "challenger/endorsement-refused": endorsementRefused,
  "challenger/endorsement-wanted": endorsementWanted,
  "challenger/entered": entered,
  "challenger/invited": invited,
  "challenger/left": left,
  "challenger/on-assignment": onAssignment,
  "challenger/trained": trained,
  "challenger/training-booked": trainingBooked,
  "challenger/training-cancelled": trainingCancelled,
  "challenger/training-expired": trainingExpired,
  "challenger/training-expiring": trainingExpiring,
  "challenger/training-missed": trainingMissed,
  "challenger/training-moved": trainingMoved,
  "challenger/training-soon": trainingSoon,
} as const;
