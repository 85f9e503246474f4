import { makeWithin } from "~/features/commitment";
import { now } from "~/platform/clock.server";
import { act, personOf, type Acting } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { dayOf } from "~/workflow/working-days";
import { nextQuarterEnd } from "./quarters";
import { statusEvents, type Status } from "./words";

export interface WorkstreamAct extends Acting {
  readonly workstreamId: string;
}

export interface Update extends WorkstreamAct {
  readonly status: Status;
  readonly narrative: string;
  /** What is done to recover, and by when (an ISO day): where it is not on track. */
  readonly recovery: string;
  readonly recoveryBy: string;
}

/**
 * How a workstream stands this quarter. Where it is not on track, the recovery action is made a commitment of
 * its lead, and is chased like every other. Refused: "hasNarrative", "hasRecovery".
 */
export function giveUpdate({ status, narrative, recovery, recoveryBy, ...given }: Update): Promise<FireResult> {
  const { workstreamId, actor } = given;
  const text = recovery.trim();
  const recovers = text !== "" && recoveryBy > dayOf(now());
  const id = uuidv7();
  return act(workstreamId, given, statusEvents[status], {
    payload: { hasNarrative: narrative.trim() !== "", hasRecovery: recovers, status },
    write: async (tx, workflow) => {
      const { updateOn, plan } = await tx.workstream.findUniqueOrThrow({ where: { id: workstreamId }, select: { updateOn: true, plan: { select: { startsOn: true } } } });
      const quarterOn = updateOn ?? plan.startsOn;
      await tx.workstreamUpdate.create({ data: { id, workstreamId, quarterOn, status, narrative: narrative.trim(), byId: personOf(actor), at: now() }, select: { id: true } });
      // What comes before it was asked for is one more word about the same quarter.
      if (workflow.state !== "updateAwaited") return;
      const [today, due] = [dayOf(now()), quarterOn.toISOString().slice(0, 10)];
      const next = nextQuarterEnd(plan.startsOn.toISOString().slice(0, 10), today > due ? today : due);
      await tx.workstream.update({ where: { id: workstreamId }, data: { updateOn: new Date(`${next}T00:00:00Z`) }, select: { id: true } });
    },
    settle: async (tx) => {
      if (status === "onTrack") return;
      const { leadPostId, plan } = await tx.workstream.findUniqueOrThrow({ where: { id: workstreamId }, select: { leadPostId: true, plan: { select: { regionId: true } } } });
      const recoveryId = await makeWithin(tx, { regionId: plan.regionId, eventId: null, recommendationId: null, workstreamId, text, ownerPostId: leadPostId, doneBy: recoveryBy, actor });
      await tx.workstreamUpdate.update({ where: { id }, data: { recoveryId }, select: { id: true } });
    },
  });
}

/** The coordinator asks again. */
export function askForUpdate(given: WorkstreamAct): Promise<FireResult> {
  return act(given.workstreamId, given, "reminder.send");
}
