import type { AnyStateMachine } from "xstate";

import { challengeRecord } from "./challenge-record";
import { assignment } from "./assignment";
import { award } from "./award";
import { awardNomination } from "./award-nomination";
import { booking } from "./booking";
import { challenger } from "./challenger";
import { cohort } from "./cohort";
import { commitment } from "./commitment";
import { cycle } from "./cycle";
import { evaluation } from "./evaluation";
import { event } from "./event";
import { series } from "./series";
import { membership } from "./membership";
import { network } from "./network";
import { nomination } from "./nomination";
import { plan } from "./plan";
import { programmeDay } from "./programme-day";
import { directorsMeeting } from "./directors-meeting";
import { recommendation } from "./recommendation";
import { selfAssessment } from "./self-assessment";
import { triad } from "./triad";
import { tutoring } from "./tutoring";
import { validation } from "./validation";
import { visit } from "./visit";
import { workstream } from "./workstream";

/** Every process there is, by name. */
export const machines: Readonly<Record<string, AnyStateMachine>> = {
  "challenge-record": challengeRecord,
  assignment,
  award,
  "award-nomination": awardNomination,
  booking,
  challenger,
  cohort,
  commitment,
  cycle,
  evaluation,
  event,
  membership,
  network,
  nomination,
  plan,
  "programme-day": programmeDay,
  "directors-meeting": directorsMeeting,
  recommendation,
  "self-assessment": selfAssessment,
  series,
  triad,
  tutoring,
  validation,
  visit,
  workstream,
};

/** The machine of that name. Throws when there is none: a row names a machine that was removed without a migration. */
export function machineNamed(name: string): AnyStateMachine {
  const machine = machines[name];
  if (!machine) throw new Error(`there is no machine "${name}"`);
  return machine;
}
