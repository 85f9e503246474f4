import { coordinatesIn, followsIn, holds } from "~/features/summit";
import type { Prisma } from "~/platform/prisma-client/client";
import { personOf, Refusal } from "~/workflow/acting.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { EDITABLE } from "./words";

/** Posts of a region that see also what is only drafted. */
const RUNS: readonly string[] = ["sli-coordinator", "regional-chair"];

export const runsIn = coordinatesIn;

/** Every plan that exists for this person: of a region that they run, its drafts too; for its directors and their people, once it was opened for comments. */
export function visibleTo(actor: SignedIn): Prisma.PlanWhereInput {
  const runs = actor.holdings.filter(({ kind }) => RUNS.includes(kind)).map(({ regionId }) => regionId);
  return { OR: [{ regionId: { in: runs } }, { regionId: { in: followsIn(actor) }, workflow: { events: { some: { event: "consultation.open" } } } }] };
}

/** The plan as its coordinator may change it now. It stays as it is until the transaction ends. */
export async function editing(tx: Tx, actor: Actor, planId: string): Promise<{ readonly regionId: string; readonly startsOn: Date; readonly endsOn: Date }> {
  const [locked] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM workflow WHERE id = ${planId}::uuid AND machine = 'plan' FOR UPDATE`;
  const plan = locked && (await tx.plan.findUnique({ where: { id: planId }, select: { regionId: true, startsOn: true, endsOn: true } }));
  if (!plan) throw new Refusal("no-such-record");
  if (!(await holds(tx, personOf(actor), plan.regionId, ["sli-coordinator"]))) throw new Refusal("not-your-role");
  if (!EDITABLE.includes(locked.state)) throw new Refusal("not-editable");
  return plan;
}
