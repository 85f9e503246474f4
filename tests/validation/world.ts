import "~/features/processes.server";

import { planEvent } from "~/features/event";
import { proposeAllocation, publishAllocation } from "~/features/validation";
import type { ScrutinyRules } from "~/features/validation/draft";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { workingDay } from "../support/days";
import { anOpenRound, aRegion, type TestRegion } from "../cycle/region";

export { workingDay } from "../support/days";

export interface TestValidation {
  readonly region: TestRegion;
  readonly cycleId: string;
  readonly eventId: string;
  readonly selfAssessments: Readonly<Record<string, string>>;
}

/** A validation event of a region of six, planned; nothing is allocated. */
export async function aValidationEvent(names: readonly string[] = ["Ashford", "Barton", "Carne", "Deal", "Elham", "Frome"]): Promise<TestValidation> {
  const region = await aRegion(names);
  const { id: cycleId, selfAssessments } = await anOpenRound(region, { rules: { visibility: "group" } });
  const made = await planEvent({
    regionId: region.id, details: { title: "Challenge event", kind: "validation", about: "" }, actor: region.coordinator,
    date: { day: workingDay(20), startsAt: "10:00", endsAt: "15:30", mode: "inPerson", place: "Town Hall", joinLink: "", instructions: "", capacity: 40 },
    rules: { bookBy: workingDay(15), audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 },
  });
  if (made.kind !== "made") throw new Error(made.reason);
  return { region, cycleId, eventId: made.id, selfAssessments };
}

export function rulesOf(world: TestValidation, over: Partial<ScrutinyRules> = {}): ScrutinyRules {
  return { cycleId: world.cycleId, perReport: 2, tables: 2, replyDays: 10, groupsAllowed: true, never: [], elsewhere: world.region.authorities.map(({ id }) => id), ...over };
}

export interface TestReport {
  readonly id: string;
  readonly host: TestRegion["authorities"][number];
  readonly lead: SignedIn;
  readonly other: SignedIn;
  readonly stranger: SignedIn;
}

/** The readers are named; the report of one authority, with its people. */
export async function published(world: TestValidation, over: Partial<ScrutinyRules> = {}): Promise<(name: string) => Promise<TestReport>> {
  const { eventId, region } = world;
  const proposed = await proposeAllocation({ eventId, actor: region.coordinator, rules: rulesOf(world, over) });
  if (proposed.kind !== "proposed") throw new Error(JSON.stringify(proposed));
  const done = await publishAllocation({ eventId, actor: region.coordinator });
  if (done.kind !== "published") throw new Error(JSON.stringify(done));
  return async (name) => {
    const host = region.authorities.find((one) => one.name === name);
    if (!host) throw new Error(`there is no ${name}`);
    const { id, readers } = await db.validation.findFirstOrThrow({ where: { scrutinyId: eventId, authorityId: host.id }, select: { id: true, readers: { orderBy: { leads: "desc" } } } });
    const [lead, other] = readers.map(({ authorityId }) => region.authorities.find((one) => one.id === authorityId)?.dcs);
    const stranger = region.authorities.find((one) => one.id !== host.id && !readers.some(({ authorityId }) => authorityId === one.id))?.dcs;
    if (!lead || !other || !stranger) throw new Error("two readers and somebody else are expected");
    return { id, host, lead, other, stranger };
  };
}
