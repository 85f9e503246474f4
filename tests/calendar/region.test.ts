import { expect, test } from "vitest";

import "~/features/processes.server";
import { cancelEvent } from "~/features/event";
import { clashesOn, datesFor, feedOf, makeFeed, revokeFeed } from "~/features/region-calendar";
import { localElectionsIn } from "~/features/region-calendar/national-dates";
import { db } from "~/platform/db.server";
import { personLeft } from "~/features/people";
import { system } from "~/workflow/actor.server";
import { anOpenEvent, aPlannedEvent, aRegion, workingDay } from "../booking/world";

const tokenOf = (link: string) => /feed\/(.+)\.ics$/.exec(link)?.[1] ?? "";

test("whoever plans is warned of bank holidays, weekends, elections and the region's other dates, not of its own or another region's", async () => {
  const [region, elsewhere] = [await aRegion(), await aRegion()];
  const day = workingDay(25);
  expect(await clashesOn(region.id, day)).toEqual([]);
  const event = await anOpenEvent({ region, title: "Improvement conference", date: { day }, rules: { bookBy: workingDay(15) } });
  await anOpenEvent({ region: elsewhere, title: "Their conference", date: { day }, rules: { bookBy: workingDay(15) } });
  expect(await clashesOn(region.id, day)).toEqual(["Improvement conference"]);
  expect(await clashesOn(region.id, day, event.eventId)).toEqual([]);
  await cancelEvent({ eventId: event.eventId, reason: "Snow.", actor: region.coordinator });
  expect(await clashesOn(region.id, day)).toEqual([]);
  expect(await clashesOn(region.id, "2026-12-25")).toEqual(["a bank holiday"]);
  expect(await clashesOn(region.id, "2026-12-05")).toEqual(["a weekend"]);
  expect(await clashesOn(region.id, localElectionsIn(2027))).toEqual(["local elections"]);
});

test("the calendar and the private link show what somebody may see, until the link is ended, replaced or its owner leaves", async () => {
  const [region, elsewhere] = [await aRegion(), await aRegion()];
  const [director, delegate] = [region.authorities[0]!.dcs, region.authorities[0]!.delegate];
  const date = { day: workingDay(25), place: "County Hall" };
  await anOpenEvent({ region, title: "Improvement conference", date });
  await aPlannedEvent(region, { title: "Not announced yet", date });
  await anOpenEvent({ region: elsewhere, title: "Their conference", date });
  const titles = (await datesFor(director)).map(({ title }) => title);
  expect(titles.filter((title) => /conference|announced/.test(title))).toEqual([expect.stringContaining("Improvement conference")]);
  const first = await makeFeed(director.personId, "one press");
  expect(await makeFeed(director.personId, "one press")).toBe(first);
  const feed = await feedOf(tokenOf(first));
  expect(feed).toMatch(/BEGIN:VEVENT[^]*Improvement conference/);
  expect(feed).toContain("LOCATION:County Hall");
  expect(feed).not.toContain("Their conference");
  // Its digest alone is kept: whoever reads the database has no link.
  expect(JSON.stringify(await db.calendarFeed.findMany({ where: { personId: director.personId } }))).not.toContain(tokenOf(first));
  const second = await makeFeed(director.personId, "another press");
  expect(await feedOf(tokenOf(first))).toBeNull();
  expect(await feedOf(tokenOf(second))).not.toBeNull();
  await revokeFeed(director.personId);
  expect(await feedOf(tokenOf(second))).toBeNull();
  const theirs = await makeFeed(delegate.personId, "a press");
  expect(await feedOf(tokenOf(theirs))).not.toBeNull();
  await personLeft(delegate.personId, system);
  expect(await feedOf(tokenOf(theirs))).toBeNull();
  expect(await feedOf("not-a-token")).toBeNull();
});
