import "~/features/processes.server";
import { beforeAll, expect, test } from "vitest";

import { awardPage } from "~/features/award/queries.server";
import { bookingsOfEvent, eventPage } from "~/features/event/queries.server";
import { networkPage } from "~/features/network/queries.server";
import { at } from "~/platform/clock.server";
import { publishMachines } from "~/workflow/publish.server";
import { tell } from "../../prisma/seed/clockwork";
import { calendarAround } from "../../prisma/seed/days";
import { networksStory } from "../../prisma/seed/networks";
import { seedPeople, signedIn, type Staff } from "../../prisma/seed/people";
import * as westMidlands from "../../prisma/seed/west-midlands";
import { testDatabase } from "../support/database";

// The West Midlands of the demonstration, told alone: what its personas find, counted.
const { db } = await testDatabase();
const today = new Date("2026-11-23T12:00:00Z");
let staff: Staff;

beforeAll(async () => {
  await publishMachines();
  await at(today, async () => {
    const calendar = calendarAround(today);
    const authorityIds = (await db.authority.findMany({ where: { regionId: westMidlands.REGION }, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
    staff = await seedPeople({ ...westMidlands.people, regionId: westMidlands.REGION, authorityIds, since: calendar.yearsBefore(3).moment(0) });
    await tell(networksStory({ regionId: westMidlands.REGION, staff, authorityIds, calendar }), { until: today });
  });
}, 300_000);

const thirdAuthority = async () => (await db.authority.findMany({ where: { regionId: westMidlands.REGION }, select: { id: true }, orderBy: { id: "asc" } }))[2]?.id ?? "";
const coordinator = () => signedIn(staff.actor("sli-coordinator", null, today).personId);

test("the conference is booked first come first served, through any authority's ticket, two of each authority at most", () => at(today, async () => {
  const { id, regionId } = await db.event.findFirstOrThrow({ where: { title: "Annual conference" } });
  const page = await eventPage(await coordinator(), id);
  expect(page).toMatchObject({ state: "bookingOpen", quota: "At most 2", anyTicket: true });
  const { people, byAuthority } = await bookingsOfEvent(id, regionId);
  expect(people.filter(({ state }) => state === "booked")).toHaveLength(16);
  expect(byAuthority.every(({ booked }) => booked <= 2)).toBe(true);
  expect(byAuthority.filter(({ booked }) => booked > 0)).toHaveLength(14);
}));

test("the community of practice is of those who took part in one of the workshops: its members, who is invited and its meeting", () => at(today, async () => {
  const { id } = await db.network.findFirstOrThrow();
  const page = await networkPage(await coordinator(), id);
  expect(page).toMatchObject({ state: "open", memberCount: 8, follows: ["Exploitation: first workshop", "Exploitation: second workshop"] });
  expect(page?.invited).toHaveLength(2);
  const [meeting] = page?.meetings ?? [];
  expect(meeting?.dates[0]).toMatchObject({ taken: 5, capacity: 20 });
  const stranger = await signedIn(staff.actor("dcs", "solihull", today).personId);
  expect(await networkPage(stranger, id)).toBeNull();
  expect(await eventPage(stranger, meeting?.id)).toBeNull();
}));

test("seven of fourteen authorities have nominated, three are on the shortlist; two of three judges have judged another award; and one is open for nominations", () => at(today, async () => {
  const awards = await db.award.findMany({ orderBy: { createdAt: "asc" }, select: { id: true } });
  const [held, judged, open] = await Promise.all(awards.map(async ({ id }) => awardPage(await coordinator(), id)));
  expect(held).toMatchObject({ state: "shortlisted", nominations: 7, authorities: 14 });
  expect(held?.published).toHaveLength(3);
  expect(judged).toMatchObject({ state: "judging", nominations: 5 });
  const owing = await db.workflowParty.findMany({ where: { workflowId: judged?.id ?? "", role: "awaitedJudge", to: null }, select: { personId: true } });
  expect(owing).toEqual([{ personId: staff.actor("dcs", await thirdAuthority(), today).personId }]);
  expect(open).toMatchObject({ state: "nominationsOpen", nominations: 2 });
}));
