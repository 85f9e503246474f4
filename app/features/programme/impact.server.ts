import { askThem, impactQuestions } from "~/features/evaluation";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";


/** Working days for which the follow-up of the impact can be answered. */
export const IMPACT_WITHIN = 15;

/** Asks everybody who completed a programme what it changed. */
export async function askImpact(tx: Tx, cohortId: string): Promise<void> {
  const cohort = await tx.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { regionId: true, impactOn: true, workflow: { select: { title: true } }, nominations: { where: { workflow: { state: "completed" } }, select: { personId: true } } } });
  const today = dayOf(now());
  const from = cohort.impactOn?.toISOString().slice(0, 10) ?? today;
  await askThem(tx, {
    ownerId: cohortId, regionId: cohort.regionId, title: `What ${cohort.workflow.title} changed`, personIds: cohort.nominations.map(({ personId }) => personId),
    closesOn: addWorkingDays(from > today ? today : from, IMPACT_WITHIN), questions: impactQuestions,
  });
}
