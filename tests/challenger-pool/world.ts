import { enterChallenger, type Entry } from "~/features/challenger-pool";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { begin } from "~/workflow/fire.server";
import { dayOf } from "~/workflow/working-days";
import { aHolder, aRegion, type TestRegion } from "../cycle/region";

export { aHolder, aRegion, inPost, lettersOf } from "../cycle/region";

/** The day that many days from today. */
export function dayFromNow(days: number): string {
  return dayOf(new Date(now().getTime() + days * 86_400_000));
}

export interface TestChallenger {
  readonly id: string;
  readonly person: SignedIn;
}

/** Somebody of an authority (its number in the region) in the pool, trained a month ago. */
export async function aChallenger(region: TestRegion, name: string, authority: number, over: Partial<Entry> = {}): Promise<TestChallenger> {
  const person = await aHolder({ regionId: region.id, authorityId: region.authorities[authority]?.id ?? "", kind: "assistant-director", name });
  const entered = await enterChallenger({ regionId: region.id, personId: person.personId, level: "challenger", themes: ["SEND"], about: "", maxLoad: 2, trainedOn: dayFromNow(-30), actor: region.coordinator, ...over });
  if (entered.kind !== "entered") throw new Error(`the challenger was refused: ${entered.reason}`);
  return { id: entered.challengerId, person };
}

export interface PoolWorld {
  readonly region: TestRegion;
  /** An activity of the first authority. */
  readonly activityId: string;
}

/** A region of four authorities, and an activity at the first of them. */
export async function aPool(): Promise<PoolWorld> {
  const region = await aRegion(["Ashford", "Barton", "Carne", "Dunley"]);
  return { region, activityId: await anActivity(region) };
}

/** Any process can be an activity to an assignment: a visit request of the first authority stands for one here. */
export async function anActivity(region: TestRegion): Promise<string> {
  const cycleId = (await db.cycle.findFirst({ where: { regionId: region.id }, select: { id: true } }))?.id ?? (await aDraftOf(region));
  const { id } = await begin({
    machine: "visit",
    regionId: region.id,
    title: "the visit",
    parties: [],
    actor: region.coordinator,
    write: async (tx, visitId) => {
      await tx.visit.create({ data: { id: visitId, cycleId, authorityId: region.authorities[0]?.id ?? "", variant: "peer", theme: "SEND", days: 1, teamSize: 2 }, select: { id: true } });
    },
  });
  return id;
}

async function aDraftOf(region: TestRegion): Promise<string> {
  const { aDraft } = await import("../cycle/region");
  return aDraft(region);
}

export async function stateOf(id: string): Promise<string> {
  return (await db.workflow.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
}
