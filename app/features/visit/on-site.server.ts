import { settleTeam } from "~/features/assignment";
import { beginChallengeRecord } from "~/features/challenge-record";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { possessive } from "~/ui/wording";
import { withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { act, keepReason, type Act } from "./acting.server";

/** The visit begins before its day comes by itself: the team is there. */
export function beginOnSite(given: Act): Promise<FireResult> {
  return act(given, "visit.begin");
}

/** The team has presented what it saw: one challenge record begins, with the same team. */
export function givePresentation(given: Act): Promise<FireResult> {
  return act(given, "presentation.give", {
    write: async (tx, workflow) => {
      if (workflow.state !== "onSite") return;
      await tx.visit.update({ where: { id: given.visitId }, data: { presentedAt: now() }, select: { id: true } });
      // Before the team's places are completed by the same step: the record takes the team as it stands.
      await beginRecord(tx, given);
    },
    settle: (tx) => settleTeam(tx, given.visitId),
  });
}

/** The one challenge record of the visit. A refusal of the step undoes it with everything else. */
async function beginRecord(tx: Tx, { visitId, actor }: Act): Promise<void> {
  const visit = await tx.visit.findUniqueOrThrow({
    where: { id: visitId },
    select: { authorityId: true, cycleId: true, lastDay: true, authority: { select: { name: true } }, cycle: { select: { regionId: true } } },
  });
  if (!visit.lastDay) return;
  await beginChallengeRecord(tx, {
    activityId: visitId, kind: "visit", cycleId: visit.cycleId, regionId: visit.cycle.regionId, authorityId: visit.authorityId,
    heldOn: dayText(visit.lastDay), title: `${possessive(visit.authority.name)} challenge record`, actor,
  });
}

/** There will be no letter: the coordinator closes the visit, with a reason. */
export function closeVisit(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "visit.close", { payload, write: (tx) => keepReason(tx, given.visitId, text) });
}
