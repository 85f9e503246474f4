import { acceptInvitation } from "~/features/assignment";
import { enterChallenger } from "~/features/challenger-pool";
import { agreeScope, beginVisit, confirmTeam, endorseVisit, proposeTeam, proposeTeams, questionOf, saveRequest, sendArrangements, sendRequest, welcomeTeam, type RequestContent, type Scope } from "~/features/visit";
import { wrongWithDay } from "~/features/visit/days";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import { dayOf } from "~/workflow/working-days";
import { aHolder, aRegion, anOpenRound, type TestAuthority, type TestRegion } from "../cycle/region";
import { daysAfter } from "../support/days";

export { aHolder, inPost, lettersOf } from "../cycle/region";

export interface World {
  readonly id: string;
  readonly cycleId: string;
  readonly region: TestRegion;
  readonly host: TestAuthority;
  readonly other: TestAuthority;
  readonly third: TestAuthority;
  readonly organiser: SignedIn;
}

const day = (offset: number) => daysAfter(dayOf(now()), offset);

/** The dates of a round that began lately and ends in a year, so that there is room for every visit. */
export const roundDates = () => ({ opensOn: day(-30), submissionsDueOn: day(60), challengeStartsOn: day(90), summitOn: day(200), endsOn: day(360) });

/** First days that can be, from so many days on, each a week or more after the one before. */
export function someDays(count = 3, from = 60, days = 3, endsOn = day(360)): readonly string[] {
  const bounds = { today: dayOf(now()), endsOn, days };
  const found: string[] = [];
  for (let offset = from; found.length < count; offset += 1) {
    const candidate = day(offset);
    const last = found.at(-1);
    if (wrongWithDay(candidate, bounds) === null && (!last || candidate > daysAfter(last, 6))) found.push(candidate);
  }
  return found;
}

export const request = (over: Partial<RequestContent> = {}): RequestContent => ({
  variant: "peer", theme: "SEND", passage: "", themeReason: "An inspection has asked about it", wants: "Whether our plans reach families", wishedDays: someDays(), ...over,
});

export const scope = (over: Partial<Scope> = {}): Scope => ({
  days: 3, teamSize: 4, themes: ["SEND"], candidateDays: someDays(), kloes: ["Do plans reach families in time?", "Do schools and health work as one?"], ...over,
});

/** A request being prepared by the first authority of a small region with an open round. */
export async function aVisit(over: Partial<RequestContent> = {}, names: readonly string[] = ["Ashford", "Barton", "Carne"]): Promise<World> {
  const region = await aRegion(names);
  const round = await anOpenRound(region, { dates: roundDates() });
  const [host, other, third] = region.authorities;
  if (!host || !other || !third) throw new Error("three authorities are needed");
  const organiser = await aHolder({ regionId: region.id, authorityId: host.id, kind: "host-organiser", name: "Olga Organiser" });
  const begun = await beginVisit({ authorityId: host.id, variant: "peer", theme: "SEND", actor: host.delegate });
  if (begun.kind === "refused") throw new Error(begun.reason);
  const world = { id: begun.id, cycleId: round.id, region, host, other, third, organiser };
  const saved = await saveRequest({ visitId: world.id, actor: host.delegate }, request(over));
  if (saved.kind === "refused") throw new Error(saved.reason);
  return world;
}

/** Throws unless the act was done: for what a test only passes through. */
export async function done(result: Promise<FireResult>): Promise<void> {
  const ended = await result;
  if (ended.kind !== "moved") throw new Error(`expected it to move: ${JSON.stringify(ended)}`);
}

export async function stateOf(id: string): Promise<string> {
  return (await db.workflow.findUniqueOrThrow({ where: { id } })).state;
}

/** Asked for by the director. */
export async function requested(world: World): Promise<World> {
  await done(sendRequest({ visitId: world.id, actor: world.host.dcs }));
  return world;
}

/** Scoped by the coordinator. */
export async function scoped(world: World, over: Partial<Scope> = {}): Promise<World> {
  await requested(world);
  await done(agreeScope({ visitId: world.id, actor: world.region.coordinator, scope: scope(over) }));
  return world;
}

/** Endorsed by the chief executive. */
export async function endorsed(world: World, over: Partial<Scope> = {}): Promise<World> {
  await scoped(world, over);
  await done(endorseVisit({ visitId: world.id, actor: world.host.chiefExecutive }));
  return world;
}

export interface TestChallenger {
  readonly id: string;
  readonly person: SignedIn;
}

/** Somebody in the region's pool, trained for two years to come. */
export async function aChallenger(region: TestRegion, name: string, over: { authorityId?: string; kind?: string; person?: SignedIn; level?: "lead" | "challenger"; themes?: readonly string[]; maxLoad?: number; trainedUntil?: string } = {}): Promise<TestChallenger> {
  const person = over.person ?? (await aHolder({ regionId: region.id, ...(over.authorityId ? { authorityId: over.authorityId } : {}), kind: over.kind ?? "assistant-director", name }));
  const entered = await enterChallenger({
    regionId: region.id, personId: person.personId, level: over.level ?? "challenger", themes: over.themes ?? ["SEND"], about: "", maxLoad: over.maxLoad ?? 2,
    trainedOn: day(-30), trainedUntil: over.trainedUntil ?? day(720), actor: region.coordinator,
  });
  if (entered.kind !== "entered") throw new Error(`the challenger was refused: ${entered.reason}`);
  return { id: entered.challengerId, person };
}

export interface TeamWorld extends World {
  /** The director of the second authority, who may lead. */
  readonly lead: TestChallenger;
  /** Four others: two of the second authority, two of the third. */
  readonly pool: readonly TestChallenger[];
}

/** An endorsed visit with a pool of one lead and four challengers from elsewhere. */
export async function withPool(world: World, over: Partial<Scope> = {}): Promise<TeamWorld> {
  await endorsed(world, { teamSize: 3, ...over });
  const lead = await aChallenger(world.region, "", { person: world.other.dcs, level: "lead" });
  const pool: TestChallenger[] = [];
  for (const [name, authority] of [["Bea Barton", world.other], ["Ben Barton", world.other], ["Cal Carne", world.third], ["Cleo Carne", world.third]] as const) {
    pool.push(await aChallenger(world.region, name, { authorityId: authority.id }));
  }
  return { ...world, lead, pool };
}

/** The team that the search finds, asked. */
export async function proposed(world: TeamWorld): Promise<TeamWorld> {
  const question = await questionOf(world.id);
  const [proposal] = await proposeTeams(world.region.id, question ? [question] : []);
  if (proposal?.kind !== "team") throw new Error(`no team was found: ${proposal?.reason}`);
  await done(proposeTeam({ visitId: world.id, actor: world.region.coordinator, team: proposal }));
  return world;
}

/** Everybody who is asked, as the person they are. */
export async function asked(world: Pick<World, "id">): Promise<readonly { readonly assignmentId: string; readonly actor: Actor; readonly state: string; readonly role: string; readonly challengerId: string }[]> {
  const rows = await db.assignment.findMany({ where: { activityId: world.id }, orderBy: { id: "asc" }, select: { id: true, role: true, challengerId: true, workflow: { select: { state: true } }, challenger: { select: { personId: true } } } });
  return rows.map((row) => ({ assignmentId: row.id, role: row.role, challengerId: row.challengerId, state: row.workflow.state, actor: { kind: "person", personId: row.challenger.personId } }));
}

/** All who are asked accept, and the host welcomes them. */
export async function accepted(world: TeamWorld): Promise<TeamWorld> {
  await proposed(world);
  for (const { assignmentId, actor } of await asked(world)) await done(acceptInvitation({ assignmentId, actor, conflict: "", signed: true }));
  await done(welcomeTeam({ visitId: world.id, actor: world.host.dcs }));
  return world;
}

export async function confirmed(world: TeamWorld): Promise<TeamWorld> {
  await accepted(world);
  await done(confirmTeam({ visitId: world.id, actor: world.region.coordinator }));
  return world;
}

export const arrangements = { venue: "Town Hall, Ashford\n1 High Street", contact: "Olga Organiser, 01234 567890", joining: "Lift to the second floor" };

export async function arranged(world: TeamWorld): Promise<TeamWorld> {
  await confirmed(world);
  await done(sendArrangements({ visitId: world.id, actor: world.organiser, arrangements }));
  return world;
}

/** The first and last day as moments within the day, for `at`. */
export async function momentsOf(id: string): Promise<{ readonly first: Date; readonly last: Date }> {
  const { firstDay, lastDay } = await db.visit.findUniqueOrThrow({ where: { id }, select: { firstDay: true, lastDay: true } });
  return { first: new Date(firstDay!.getTime() + 10 * 3_600_000), last: new Date(lastDay!.getTime() + 15 * 3_600_000) };
}
