import { describe, expect, test } from "vitest";

import { blockDate, blockedDays, changeDetails, changeTimes, freeDates, offerDates, rescheduleSession, postponeSession } from "~/features/triad";
import { agendaOf } from "~/features/triad/agenda";
import { plannedAgenda } from "~/features/triad/times.server";
import { db } from "~/platform/db.server";
import { lettersOf } from "~tests/cycle/region";
import { daysAfter, saturdayFrom, workingDay } from "~tests/support/days";
import { confirmedSession, ok, publishedGroups, three, twoDays, type TestTriads } from "./world";

const generated = (world: TestTriads) => agendaOf({ members: three.map((name) => ({ id: world.of(name).id, name })), withChallengers: false, startsAt: "09:30", endsAt: "16:00" });

async function planned(world: TestTriads) {
  const row = await db.triad.findUniqueOrThrow({ where: { id: world.triadId }, select: { startsAt: true, endsAt: true, agenda: true } });
  return plannedAgenda({ ...row, members: three.map((name) => ({ id: world.of(name).id, name })), withChallengers: false });
}

describe("the times of the agenda", () => {
  test("are set by hand, everybody is told, and stay until the session has other hours", async () => {
    const world = await confirmedSession();
    const { triadId, region } = world;
    const times = generated(world).map(({ words, from, to }, index) => (index === 0 ? { words, from, to: "09:50" } : index === 1 ? { words, from: "09:50", to } : { words, from, to }));
    expect(await changeTimes({ triadId, times, actor: world.of("Ashford").dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    await ok(changeTimes({ triadId, times, actor: region.coordinator }));
    expect((await planned(world)).slice(0, 2).map(({ from, to }) => [from, to])).toEqual([["09:30", "09:50"], ["09:50", times[1]?.to]]);
    expect(await lettersOf(triadId, "agenda.change")).toContain("triad/agenda-changed > Director of Carne");
    const place = { triadId, actor: region.coordinator, hostId: world.of("Barton").id, venue: "Barton Hall", joining: "Ring the bell" };
    await ok(changeDetails({ ...place, startsAt: "09:30", endsAt: "16:00" }));
    expect((await planned(world))[0]?.to).toBe("09:50");
    await ok(changeDetails({ ...place, startsAt: "10:00", endsAt: "16:00" }));
    expect((await planned(world))[0]).toMatchObject({ from: "10:00", to: "10:30" });
  });

  test.each([
    ["overlaps 1", 1, { from: "09:40" }],
    ["ends-before-it-begins 2", 2, { to: "09:00" }],
    ["outside-the-day 0", 0, { from: "08:00" }],
    ["agenda-changed", 1, { words: "Deal is challenged" }],
  ])("are refused: %s", async (reason, index, change) => {
    const world = await confirmedSession();
    const times = generated(world).map(({ words, from, to }, place) => ({ words, from, to, ...(place === index ? change : {}) }));
    expect(await changeTimes({ triadId: world.triadId, times, actor: world.region.coordinator })).toEqual({ kind: "refused", reason });
    expect(await planned(world)).toEqual(generated(world));
  });
});

describe("days without sessions", () => {
  const halfTerm = [53, 54, 55, 56, 57, 58].map(workingDay);
  const fourth = halfTerm[3]!;
  const saturday = saturdayFrom(halfTerm[0]!);

  test("are the coordinator's, keep every working day of a half term free, and can be given back", async () => {
    const world = await publishedGroups();
    const given = { regionId: world.region.id, day: halfTerm[0]!, until: halfTerm[5]!, why: "Half term", actor: world.region.coordinator };
    expect(await blockDate({ ...given, actor: world.region.chair })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await blockDate(given)).toEqual({ kind: "saved", days: 6 });
    expect(await offerDates({ triadIds: [world.triadId], days: [fourth], actor: world.region.coordinator })).toEqual({ kind: "refused", reason: "blocked-date", day: fourth });
    await ok(freeDates({ regionId: world.region.id, days: [fourth], actor: world.region.coordinator }));
    expect((await blockedDays(world.region.id)).map(({ day }) => day)).toEqual(halfTerm.filter((day) => day !== fourth));
    await ok(offerDates({ triadIds: [world.triadId], days: [fourth], actor: world.region.coordinator }));
  });

  test.each([
    ["no-why", { why: " " }], ["why-too-long", { why: "x".repeat(101) }], ["in-the-past", { day: workingDay(-1) }], ["until-before-day", { until: daysAfter(halfTerm[0]!, -1) }],
    ["too-many-blocked", { until: daysAfter(halfTerm[0]!, 60) }], ["no-working-day", { day: saturday, until: daysAfter(saturday, 1) }],
  ])("are refused: %s", async (reason, change) => {
    const { region } = await publishedGroups();
    expect(await blockDate({ regionId: region.id, day: halfTerm[0]!, until: halfTerm[5]!, why: "Half term", actor: region.coordinator, ...change })).toEqual({ kind: "refused", reason });
    expect(await blockedDays(region.id)).toEqual([]);
  });

  test("leave a session that stands where it is, and say so", async () => {
    const { triadId, region } = await confirmedSession();
    await blockDate({ regionId: region.id, day: twoDays[0], why: "National conference", actor: region.coordinator });
    expect(await blockedDays(region.id)).toEqual([{ day: twoDays[0], why: "National conference", groups: [expect.objectContaining({ id: triadId })] }]);
    await ok(postponeSession({ triadId, reason: "Conference", actor: region.coordinator }));
    const host = await db.triad.findUniqueOrThrow({ where: { id: triadId }, select: { hostAuthorityId: true } });
    const place = { triadId, actor: region.coordinator, hostId: host.hostAuthorityId ?? "", venue: "Barton Hall", startsAt: "09:30", endsAt: "16:00" };
    expect(await rescheduleSession({ ...place, day: twoDays[0] })).toEqual({ kind: "refused", reason: "blocked-date" });
    await ok(rescheduleSession({ ...place, day: twoDays[1] }));
  });
});
