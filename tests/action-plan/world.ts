import { randomUUID } from "node:crypto";

import { agreePlan, answerArea, planOf, submitPlan } from "~/features/action-plan";
import type { AreaShown } from "~/features/action-plan/content";
import { now } from "~/platform/clock.server";
import { dayOf } from "~/workflow/working-days";
import { done, final, type World } from "../letter/world";

export { done, lettersOf, stateOf, type World } from "../letter/world";
export { final } from "../letter/world";

/** A day some days from now. */
export const inDays = (days: number) => dayOf(new Date(now().getTime() + days * 86_400_000));

export const anAction = (over: { readonly what?: string; readonly dueOn?: string } = {}) => ({ id: randomUUID(), what: "Hire two duty workers", owner: "Head of the front door", dueOn: inDays(60), ...over });

export async function areas(world: Pick<World, "id">): Promise<readonly AreaShown[]> {
  return (await planOf(world.id))?.areas ?? [];
}

/** Every area answered: the first with an action, the others with the reason for none. */
export async function answered(world: World): Promise<World> {
  const [first, ...others] = await areas(world);
  await answerArea({ recordId: world.id, actor: world.host.delegate, areaId: first!.id, answer: { kind: "actions", actions: [anAction()] }, baseRevision: 0 });
  for (const area of others) await answerArea({ recordId: world.id, actor: world.host.dcs, areaId: area.id, answer: { kind: "none", because: "It is done already." }, baseRevision: 0 });
  return world;
}

/** The plan agreed and under way. */
export async function underWay(): Promise<World> {
  const world = await answered(await final());
  await done(submitPlan({ recordId: world.id, actor: world.host.dcs }));
  await done(agreePlan({ recordId: world.id, actor: world.lead }));
  return world;
}
