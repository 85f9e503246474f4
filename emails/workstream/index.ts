import { begun } from "./begun";
import { coordinatorReminds } from "./coordinator-reminds";
import { ended } from "./ended";
import { notOnTrack } from "./not-on-track";
import { updateDue } from "./update-due";
import { updateGiven } from "./update-given";
import { updateWanted } from "./update-wanted";

export const workstreamEmails = {
  "workstream/begun": begun,
  "workstream/coordinator-reminds": coordinatorReminds,
  "workstream/ended": ended,
  "workstream/not-on-track": notOnTrack,
  "workstream/update-due": updateDue,
  "workstream/update-given": updateGiven,
  "workstream/update-wanted": updateWanted,
} as const;
