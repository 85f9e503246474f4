import { beginChallengeRecord, beginFinding, fileFinding, saveFinding, type FindingMeta } from "~/features/challenge-record";
import { setKloes, shareKloes } from "~/features/kloe";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import { inTransaction } from "~/workflow/transaction.server";
import { dayOf } from "~/workflow/working-days";
import { lettersAtRandom } from "~tests/support/letters-at-random";
import { aDraft, aHolder, aRegion, type TestAuthority, type TestRegion } from "../cycle/region";

export { aHolder, inPost, lettersOf } from "../cycle/region";

export interface World {
  /** The record. */
  readonly id: string;
  readonly region: TestRegion;
  readonly host: TestAuthority;
  readonly other: TestAuthority;
  /** In another group: nothing of this exists for them. */
  readonly third: TestAuthority;
  readonly lead: SignedIn;
  readonly challengers: readonly SignedIn[];
  readonly cycleId: string;
  readonly kloeIds: readonly string[];
}

/** Somebody who may challenge: in a post of another authority. */
export function aChallenger(region: Pick<TestRegion, "id">, authority: TestAuthority, name: string): Promise<SignedIn> {
  return aHolder({ regionId: region.id, authorityId: authority.id, kind: "assistant-director", name });
}

/**
 * A record of one challenged authority with its team. The activity it belongs to is, for these tests, a round:
 * a record asks nothing of its activity but that it is a process. `beside` another: of the same round, with the
 * other authority challenged.
 */
export async function aChallengeRecord({ challengers = 2, beside }: { readonly challengers?: number; readonly beside?: World | undefined } = {}): Promise<World> {
  const region = beside?.region ?? (await aRegion());
  const [one, two, third] = region.authorities;
  const [host, other] = beside ? [beside.other, beside.host] : [one, two];
  if (!host || !other || !third) throw new Error("three authorities are needed");
  const cycleId = beside?.cycleId ?? await aDraft(region, { name: lettersAtRandom() });
  const lead = await aChallenger(region, other, "Grace Lead");
  const team: SignedIn[] = [];
  for (let index = 0; index < challengers; index += 1) team.push(await aChallenger(region, other, `Challenger ${index + 1}`));
  const kloeIds = await inTransaction(async (tx) => {
    await setKloes(tx, { activityId: cycleId, authorityId: host.id, texts: ["How well do we know our front door?", "Is supervision recorded?"], atMost: 5 });
    await shareKloes(tx, { activityId: cycleId, authorityId: host.id });
    return (await tx.kloe.findMany({ where: { activityId: cycleId, authorityId: host.id }, orderBy: { number: "asc" }, select: { id: true } })).map((line) => line.id);
  });
  const { id } = await inTransaction((tx) =>
    beginChallengeRecord(tx, {
      activityId: cycleId, kind: "triad", cycleId, regionId: region.id, authorityId: host.id, heldOn: dayOf(now()), title: `${host.name}’s challenge record`, actor: region.coordinator,
      team: { leadId: lead.personId, challengerIds: team.map((person) => person.personId) },
    }),
  );
  return { id, region, host, other, third, lead, challengers: team, cycleId, kloeIds };
}

export async function stateOf(id: string): Promise<string> {
  return (await db.workflow.findUniqueOrThrow({ where: { id } })).state;
}

/** Throws unless the act was done: for what a test only passes through. */
export async function done(result: Promise<FireResult>): Promise<void> {
  const ended = await result;
  if (ended.kind !== "moved") throw new Error(`expected it to move: ${JSON.stringify(ended)}`);
}

/** A finding as somebody would write it. */
export const someMeta = (over: Partial<FindingMeta> = {}): FindingMeta => ({ kind: "strength", theme: "leadership", evidence: ["interview"], kloeId: null, noNames: true, ...over });

const blank: FindingMeta = { kind: "strength", theme: "", evidence: [], kloeId: null, noNames: false };

/** A draft of somebody's, saved with these words. */
export async function aDraftFinding(world: Pick<World, "id">, actor: SignedIn, text: string, meta: Partial<FindingMeta> = {}): Promise<string> {
  const kind = meta.kind ?? "strength";
  const made = await beginFinding({ recordId: world.id, kind, actor });
  if (made.kind !== "made") throw new Error(made.reason);
  const saved = await saveFinding({ recordId: world.id, findingId: made.id, actor, text, textRevision: 0, was: { ...blank, kind }, meta: someMeta(meta) });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return made.id;
}

/** The same, filed. */
export async function aFinding(world: Pick<World, "id">, actor: SignedIn, text: string, meta: Partial<FindingMeta> = {}): Promise<string> {
  const findingId = await aDraftFinding(world, actor, text, meta);
  const filed = await fileFinding({ recordId: world.id, findingId, actor });
  if (filed.kind !== "moved") throw new Error(JSON.stringify(filed));
  return findingId;
}

/** A record with a strength and an area filed: enough to finish. */
export async function filed(world: World): Promise<World> {
  await aFinding(world, world.lead, "The director is known to every team.");
  await aFinding(world, world.challengers[0] ?? world.lead, "Supervision is not always written down.", { kind: "area", theme: "workforce" });
  return world;
}
