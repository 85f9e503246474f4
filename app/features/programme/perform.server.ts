import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import { askWhatChanged, beginProgramme, cancelCohort, closeFollowUp, closeNominations, completeProgramme, extendNominations, openNominations, releaseAll, repeatInvitation, type Act } from "./stepping.server";

export interface Performed extends Act {
  readonly reason: string;
  readonly closesOn: string;
}

const plain = (verb: (given: Act) => Promise<FireResult>) => ({ reason: _reason, closesOn: _closesOn, ...given }: Performed) => verb(given);

/** The verb of each event that has an act's page (record-acts.ts). */
export const perform = performing<Performed, FireResult>({
  "nominations.open": plain(openNominations),
  "invitation.repeat": plain(repeatInvitation),
  "nominations.extend": ({ reason: _reason, ...given }) => extendNominations(given),
  "nominations.reopen": ({ reason: _reason, ...given }) => extendNominations(given),
  "nominations.close": plain(closeNominations),
  "decisions.release": plain(releaseAll),
  "programme.begin": plain(beginProgramme),
  "programme.complete": plain(completeProgramme),
  "impact.ask": plain(askWhatChanged),
  "impact.close": plain(closeFollowUp),
  "cohort.cancel": ({ closesOn: _closesOn, ...given }) => cancelCohort(given),
});
