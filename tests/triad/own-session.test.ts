import { expect, test } from "vitest";

import { acceptInvitation, inviteToActivity } from "~/features/assignment";
import { challengersForSolver, enterChallenger } from "~/features/challenger-pool";
import { confirmAttendance, makeProposal, proposalOf, proposeSession } from "~/features/triad";
import { warningsOf } from "~/features/triad/proposing.server";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { inTransaction } from "~/workflow/transaction.server";
import { dayFromNow } from "~tests/challenger-pool/world";
import { answers, confirmedSession, ok, pollOpen, publishedGroups, seven, three, twoDays, type TestTriads } from "./world";

// A director is challenged in the group of their own authority, and may challenge in another: not on one day.
const four = ["Deal", "Esher", "Frome", "Goole"] as const;

/** A director, in the pool. */
async function directorInPool(world: TestTriads, name: string) {
  const person = world.of(name).dcs;
  const entered = await enterChallenger({ regionId: world.region.id, personId: person.personId, level: "lead", themes: ["SEND"], about: "", maxLoad: 3, trainedOn: dayFromNow(-30), actor: world.region.coordinator });
  if (entered.kind !== "entered") throw new Error(entered.reason);
  return { id: entered.challengerId, person };
}

const invite = (world: TestTriads, challengerId: string) =>
  inTransaction((tx) =>
    inviteToActivity(tx, {
      activityId: world.triadId, challengerId, role: "challenger", why: "Free", activityTitle: "the session", on: twoDays[0], hostAuthorityIds: three.map((one) => world.of(one).id),
      regionId: world.region.id, respondBy: twoDays[0], actor: world.region.coordinator,
    }),
  );

/** The other group's session, proposed for the very day of the first. */
async function onTheSameDay(): Promise<TestTriads> {
  const world = await confirmedSession();
  await pollOpen(world, world.four);
  for (const name of four) await answers(world, name, "yes", "", world.four);
  await ok(proposeSession({ triadId: world.four, actor: world.region.coordinator, day: twoDays[0], hostId: world.of("Esher").id, venue: "Esher Hall", startsAt: "09:30", endsAt: "16:00" }));
  return world;
}

const comes = (world: TestTriads, name: string, attendeeId = world.of(name).dcs.personId) => confirmAttendance({ triadId: world.four, authorityId: world.of(name).id, attendeeId, actor: world.of(name).dcs });
const accepts = (assignmentId: string, actor: TestTriads["region"]["coordinator"]) => acceptInvitation({ assignmentId, actor, conflict: "", signed: true });

test("the solver knows whose session somebody sits in, and the days that already have one", async () => {
  const world = await onTheSameDay();
  const deal = await directorInPool(world, "Deal");
  const span = { from: twoDays[0], to: twoDays[1] };
  expect(await challengersForSolver(world.region.id, span)).toMatchObject([{ id: deal.id, sitsFor: [world.of("Deal").id], notOn: [twoDays[0]] }]);
  // Once a deputy is named the director is free, and the deputy is not.
  const deputy = world.of("Deal").delegate.personId;
  await ok(comes(world, "Deal", deputy));
  expect(await challengersForSolver(world.region.id, span)).toMatchObject([{ id: deal.id, notOn: [] }]);
});

test("found together, a director is proposed for another group only on another day than their own", async () => {
  const world = await publishedGroups();
  for (const triadId of [world.triadId, world.four]) await pollOpen(world, triadId);
  for (const name of seven) await answers(world, name, "yes", "", three.some((one) => one === name) ? world.triadId : world.four);
  // Two of each group: each group can be challenged by the two of the other, so the sessions need two days.
  for (const name of ["Ashford", "Barton", "Deal", "Esher"]) await directorInPool(world, name);
  await ok(makeProposal(world.cycleId, world.region.coordinator));
  const page = await proposalOf(world.cycleId);
  const sessions = page.proposal?.sessions ?? [];
  expect(page.proposal?.proven).toBe(true);
  expect(new Set(sessions.map(({ day }) => day))).toEqual(new Set(twoDays));
  expect(sessions.map(({ challengers }) => challengers.length)).toEqual([2, 2]);
  // Moved by hand to one day, each session says of both its challengers where they sit.
  const [first, second] = sessions.map((session) => ({ ...session, day: twoDays[0] }));
  const group = page.groups.find(({ id }) => id === first?.triadId);
  if (!first || !second || !group) throw new Error("two sessions were to be proposed");
  expect(warningsOf(first, group, [first, second], page.pool, page.groups).filter((warning) => warning.includes("sits in their own authority’s session"))).toHaveLength(2);
});

test("whoever is named for their own authority's session is not asked elsewhere that day, and cannot accept what they were asked before", async () => {
  const world = await onTheSameDay();
  const [deal, esher] = [await directorInPool(world, "Deal"), await directorInPool(world, "Esher")];
  const asked = await invite(world, deal.id);
  await ok(comes(world, "Deal"));
  await ok(comes(world, "Esher"));
  expect(await invite(world, esher.id)).toEqual({ kind: "refused", reason: "in-own-session" });
  if (asked.kind !== "invited") throw new Error("Deal's director was to be asked");
  expect(await accepts(asked.assignmentId, deal.person)).toEqual({ kind: "refused", reason: "dayFree" });
  // With a deputy named in their stead they can.
  await ok(comes(world, "Deal", world.of("Deal").delegate.personId));
  expect((await accepts(asked.assignmentId, deal.person)).kind).toBe("moved");
});

test("whoever has accepted a place elsewhere is not named for their own authority's session that day", async () => {
  const world = await onTheSameDay();
  const deal = await directorInPool(world, "Deal");
  const asked = await invite(world, deal.id);
  if (asked.kind !== "invited") throw new Error("Deal's director was to be asked");
  await ok(accepts(asked.assignmentId, deal.person));
  expect(await comes(world, "Deal")).toEqual({ kind: "refused", reason: "challenges-that-day" });
  await ok(comes(world, "Deal", world.of("Deal").delegate.personId));
});

test("accepted and named at the same moment: one of the two", async () => {
  for (let round = 0; round < 3; round += 1) {
    const world = await onTheSameDay();
    const deal = await directorInPool(world, "Deal");
    const asked = await invite(world, deal.id);
    if (asked.kind !== "invited") throw new Error("Deal's director was to be asked");
    const both = [() => accepts(asked.assignmentId, deal.person), () => comes(world, "Deal")];
    const answered = await Promise.all((round % 2 === 0 ? both : both.reverse()).map((press) => press()));
    expect(answered.filter(({ kind }) => kind === "moved"), JSON.stringify(answered)).toHaveLength(1);
    const accepted = await db.workflow.count({ where: { id: asked.assignmentId, state: "accepted" } });
    const named = await db.triadMember.count({ where: { triadId: world.four, attendeeId: deal.person.personId, confirmedAt: { not: null } } });
    expect(accepted + named).toBe(1);
  }
  expect((await verifyChains()).broken).toBeNull();
});
