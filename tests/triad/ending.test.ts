import { expect, test } from "vitest";

import { cancelRound } from "~/features/cycle";
import { cancelSession, postponeSession, rescheduleSession } from "~/features/triad";
import { db } from "~/platform/db.server";
import { lettersOf } from "~tests/cycle/region";
import { workingDay } from "~tests/support/days";
import { anInvited, confirmedSession, ok, onTheTeam, stateOf, three, type TestTriads } from "./world";

/** Whatever a challenger holds: their place, its days, their standing on the group and in the pool. */
async function standing(world: TestTriads, one: { readonly id: string; readonly assignmentId: string; readonly person: { readonly personId: string } }) {
  return {
    place: await stateOf(one.assignmentId),
    days: await db.assignmentDay.count({ where: { assignmentId: one.assignmentId } }),
    party: await db.workflowParty.count({ where: { workflowId: world.triadId, personId: one.person.personId, to: null } }),
    pool: await stateOf(one.id),
  };
}

/** What a letter of an event carries for calendars, each person's the same. */
async function calendarOf(workflowId: string, event: string): Promise<{ uid: string; method: string; sequence: number }[]> {
  const row = await db.outboxEmail.findFirstOrThrow({ where: { workflowId, event: { event } } });
  return (row.props as { calendar: { uid: string; method: string; sequence: number }[] }).calendar;
}

const free = { place: "released", days: 0, party: 0, pool: "available" };

test("a cancelled round ends its groups: everybody is told, calendars lose the day, authorities and challengers are free", async () => {
  const world = await confirmedSession();
  const { triadId, four, cycleId, region } = world;
  const [jo, kim] = [await onTheTeam(world, "Jo Field", "lead"), await anInvited(world, "Kim Lane")];
  expect(await standing(world, jo)).toEqual({ place: "accepted", days: 1, party: 1, pool: "onAssignment" });
  const [before] = await calendarOf(triadId, "session.confirm");
  await ok(cancelRound(cycleId, "The region is being reorganised", region.coordinator));
  expect([await stateOf(triadId), await stateOf(four)]).toEqual(["cancelled", "cancelled"]);
  const told = await lettersOf(triadId, "round.withdraw");
  expect(told).toEqual(expect.arrayContaining([...three.map((name) => `triad/session-cancelled > Director of ${name}`), "triad/session-cancelled > Jo Field"]));
  expect(await calendarOf(triadId, "round.withdraw")).toMatchObject([{ uid: before?.uid, method: "CANCEL", sequence: (before?.sequence ?? 0) + 1 }]);
  const letter = await db.outboxEmail.findFirstOrThrow({ where: { workflowId: triadId, event: { event: "round.withdraw" } } });
  expect(letter.props).toMatchObject({ title: "Triad 1 (Ashford, Barton and Carne)" });
  expect(JSON.stringify(await db.outboxEmail.findMany({ where: { workflowId: triadId } }))).not.toContain("reorganised");
  expect(await standing(world, jo)).toEqual(free);
  expect(await standing(world, kim)).toEqual(free);
  expect(await lettersOf(jo.assignmentId, "activity.cancel")).toEqual(["assignment/activity-cancelled > Jo Field"]);
  expect(await lettersOf(kim.assignmentId, "activity.cancel")).toEqual(["assignment/activity-cancelled > Kim Lane"]);
  expect(await db.triadMember.count({ where: { cycleId, leftAt: null } })).toBe(0);
});

test("a cancelled session frees its challengers and says to whom it was to be", async () => {
  const world = await confirmedSession();
  const jo = await onTheTeam(world, "Jo Field");
  await ok(cancelSession({ triadId: world.triadId, reason: "No date could be found", actor: world.region.coordinator }));
  expect(await standing(world, jo)).toEqual(free);
  expect(await lettersOf(world.triadId, "session.cancel")).toContain("triad/session-cancelled > Jo Field");
  expect((await calendarOf(world.triadId, "session.cancel"))[0]).toMatchObject({ method: "CANCEL" });
});

test("a postponed session keeps its places and gives their days back; the new day asks everybody again", async () => {
  const world = await confirmedSession();
  const { triadId, region, of } = world;
  const jo = await onTheTeam(world, "Jo Field");
  await ok(postponeSession({ triadId, reason: "Snow", actor: region.coordinator }));
  expect(await standing(world, jo)).toMatchObject({ place: "accepted", days: 0, party: 1 });
  const later = workingDay(65);
  await ok(rescheduleSession({ triadId, actor: region.coordinator, day: later, hostId: of("Ashford").id, venue: "Ashford House", startsAt: "10:00", endsAt: "15:30" }));
  expect(await standing(world, jo)).toEqual({ place: "invited", days: 1, party: 0, pool: "available" });
  expect(await db.assignmentDay.findMany({ where: { assignmentId: jo.assignmentId }, select: { day: true } })).toEqual([{ day: new Date(later) }]);
  expect(await lettersOf(jo.assignmentId, "activity.move")).toEqual(["assignment/activity-moved > Jo Field"]);
});
