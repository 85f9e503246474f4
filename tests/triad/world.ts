import { randomUUID } from "node:crypto";

import { acceptInvitation, inviteToActivity } from "~/features/assignment";
import { db } from "~/platform/db.server";
import { inTransaction } from "~/workflow/transaction.server";
import { answerDates, confirmAttendance, confirmSession, offerDates, proposeSession, publishGroups, releasePacks, waiveSelfAssessment, type Answer } from "~/features/triad";
import { aChallenger, type TestChallenger } from "~tests/challenger-pool/world";
import { anOpenRound, aRegion, type TestAuthority, type TestRegion } from "~tests/cycle/region";
import { workingDay } from "~tests/support/days";

export interface TestRound {
  readonly region: TestRegion;
  readonly cycleId: string;
  /** By name: "Ashford". */
  readonly of: (name: string) => TestAuthority;
  readonly selfAssessments: Readonly<Record<string, string>>;
}

export const seven = ["Ashford", "Barton", "Carne", "Deal", "Esher", "Frome", "Goole"] as const;

/** A round of seven authorities that is open, its groups not yet published. */
export async function aRound(names: readonly string[] = seven, over: Parameters<typeof anOpenRound>[1] = {}): Promise<TestRound> {
  const region = await aRegion(names);
  const round = await anOpenRound(region, over);
  const of = (name: string) => {
    const found = region.authorities.find((authority) => authority.name === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
  return { region, cycleId: round.id, of, selfAssessments: round.selfAssessments };
}

export interface TestTriads extends TestRound {
  /** A group of three: Ashford, Barton and Carne. */
  readonly triadId: string;
  /** A group of four: Deal, Esher, Frome and Goole. */
  readonly four: string;
}

/** A round with its two groups published. */
export async function publishedGroups(given?: TestRound): Promise<TestTriads> {
  const round = given ?? (await aRound());
  const ids = (...names: string[]) => names.map((name) => round.of(name).id);
  const published = await publishGroups({
    cycleId: round.cycleId,
    groups: [ids("Ashford", "Barton", "Carne"), ids("Deal", "Esher", "Frome", "Goole")],
    actor: round.region.coordinator,
    requestKey: randomUUID(),
  });
  if (published.kind !== "published") throw new Error(`publishing was refused: ${published.reason}`);
  const [triadId, four] = published.triadIds;
  if (!triadId || !four) throw new Error("two groups were to be published");
  return { ...round, triadId, four };
}

/** Where a group stands. */
export async function stateOf(triadId: string): Promise<string> {
  return (await db.workflow.findUniqueOrThrow({ where: { id: triadId }, select: { state: true } })).state;
}

/** Two days that can be offered: working days of the challenge, before the summit. */
export const twoDays = [workingDay(50), workingDay(51)] as const;

/** Offers two days to a group, and gives back their option ids by day. */
export async function pollOpen(world: TestTriads, triadId = world.triadId): Promise<Readonly<Record<string, string>>> {
  const offered = await offerDates({ triadIds: [triadId], days: twoDays, actor: world.region.coordinator, requestKey: randomUUID() });
  if (offered.kind !== "offered") throw new Error(`offering was refused: ${JSON.stringify(offered)}`);
  return optionsOf(triadId);
}

/** The option ids of the poll in hand, by day. */
export async function optionsOf(triadId: string): Promise<Readonly<Record<string, string>>> {
  const { poll, options } = await db.triad.findUniqueOrThrow({ where: { id: triadId }, select: { poll: true, options: { select: { id: true, poll: true, day: true } } } });
  return Object.fromEntries(options.filter((option) => option.poll === poll).map((option) => [option.day.toISOString().slice(0, 10), option.id]));
}

/** The same answer to every day of the poll, for one authority. */
export async function answers(world: TestTriads, name: string, answer: Answer = "yes", venue = "", triadId = world.triadId) {
  const authority = world.of(name);
  const options = await optionsOf(triadId);
  return answerDates({ triadId, authorityId: authority.id, answers: Object.fromEntries(Object.values(options).map((id) => [id, answer])), venue, actor: authority.delegate });
}

export const three = ["Ashford", "Barton", "Carne"] as const;

/** A group whose session is proposed for the first of the two days. */
export async function proposedSession(round?: TestRound): Promise<TestTriads> {
  const world = await publishedGroups(round);
  await pollOpen(world);
  for (const name of three) await answers(world, name, "yes", name === "Barton" ? "Barton Hall" : "");
  await ok(proposeSession({ triadId: world.triadId, actor: world.region.coordinator, day: twoDays[0], hostId: world.of("Barton").id, venue: "Barton Hall", startsAt: "09:30", endsAt: "16:00" }));
  return world;
}

/** Every authority says that its director comes. */
export async function everybodyComes(world: TestTriads, names: readonly string[] = three, triadId = world.triadId): Promise<void> {
  for (const name of names) await ok(confirmAttendance({ triadId, authorityId: world.of(name).id, attendeeId: world.of(name).dcs.personId, actor: world.of(name).dcs }));
}

/** A group whose session is confirmed. */
export async function confirmedSession(round?: TestRound): Promise<TestTriads> {
  const world = await proposedSession(round);
  await everybodyComes(world);
  await ok(confirmSession({ triadId: world.triadId, actor: world.region.coordinator }));
  return world;
}

/** A group whose pack is released, every self-assessment waived. */
export async function releasedPack(): Promise<TestTriads> {
  const world = await confirmedSession();
  for (const name of three) await ok(waiveSelfAssessment({ triadId: world.triadId, authorityId: world.of(name).id, reason: "Inspected last month", actor: world.region.coordinator }));
  await ok(releasePacks({ triadId: world.triadId, actor: world.region.coordinator }));
  return world;
}

/** Somebody of an authority outside the group (its number in the region), in the pool and asked to the session. */
export async function anInvited(world: TestTriads, name: string, role: "lead" | "challenger" = "challenger", authority = 3): Promise<TestChallenger & { readonly assignmentId: string }> {
  const challenger = await aChallenger(world.region, name, authority, { level: role });
  const { sessionOn } = await db.triad.findUniqueOrThrow({ where: { id: world.triadId }, select: { sessionOn: true } });
  const invited = await inTransaction((tx) =>
    inviteToActivity(tx, {
      activityId: world.triadId, challengerId: challenger.id, role, why: "Free", activityTitle: "the session", on: sessionOn?.toISOString().slice(0, 10) ?? null,
      hostAuthorityIds: three.map((one) => world.of(one).id), regionId: world.region.id, respondBy: workingDay(35), actor: world.region.coordinator,
    }),
  );
  if (invited.kind !== "invited") throw new Error(`not invited: ${invited.reason}`);
  return { ...challenger, assignmentId: invited.assignmentId };
}

/** As `anInvited`, accepted. */
export async function onTheTeam(world: TestTriads, name: string, role: "lead" | "challenger" = "challenger", authority = 3): Promise<TestChallenger & { readonly assignmentId: string }> {
  const one = await anInvited(world, name, role, authority);
  await ok(acceptInvitation({ assignmentId: one.assignmentId, actor: one.person, conflict: "", signed: true }));
  return one;
}

/** Fails loudly when an act that was to succeed did not. */
export async function ok<Result extends { kind: string }>(act: Promise<Result>): Promise<Result> {
  const result = await act;
  if (result.kind === "refused" || result.kind === "conflict") throw new Error(`it was to succeed: ${JSON.stringify(result)}`);
  return result;
}
