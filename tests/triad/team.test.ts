import { expect, test } from "vitest";

import { declineInvitation, withdrawFrom } from "~/features/assignment";
import { tasksOf } from "~/features/tasks";
import { holdSession, refillTeam, releasePacks, withdrawMember } from "~/features/triad";
import { freePlaces } from "~/features/triad/team.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { inboxOf } from "~/workflow/inbox.server";
import { londonTime } from "~/workflow/working-days";
import { aChallenger, lettersOf } from "~tests/challenger-pool/world";
import { anInvited, confirmedSession, ok, onTheTeam, releasedPack, stateOf } from "./world";

test("a declined or lost place of a confirmed session is free at once: lead and coordinator are told, and somebody else is asked", async () => {
  const world = await confirmedSession();
  const { triadId, region } = world;
  await onTheTeam(world, "Lena Lead", "lead");
  const jo = await anInvited(world, "Jo Field");
  expect(await freePlaces(triadId)).toMatchObject({ open: 0, hasLead: true });
  const beneath = async () => (await tasksOf(region.coordinator)).items.find(({ workflowId }) => workflowId === triadId)?.sub;
  expect(await beneath()).toBe("Confirmed.");
  await ok(declineInvitation({ assignmentId: jo.assignmentId, actor: jo.person, reason: "A family matter" }));
  expect(await lettersOf(triadId, "team.reopen")).toEqual(["triad/place-open > Lena Lead", "triad/place-open > Priya Nair", "triad/place-open > Sam Deputy"]);
  expect(await stateOf(triadId)).toBe("confirmed");
  expect(await beneath()).toBe("Confirmed. 1 challenger’s place free.");
  const kim = await aChallenger(region, "Kim Lane", 4);
  await aChallenger(region, "Bea Barton", 1);
  const free = await freePlaces(triadId);
  // Jo said no, and Bea works for one of the authorities.
  expect([free.open, free.candidates.map((one) => one.name)]).toEqual([1, ["Kim Lane"]]);
  const asking = { triadId, role: "challenger", actor: region.coordinator } as const;
  expect(await refillTeam({ ...asking, challengerId: jo.id })).toEqual({ kind: "refused", reason: "asked-before" });
  expect(await refillTeam({ ...asking, challengerId: kim.id, actor: world.of("Ashford").dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  await ok(refillTeam({ ...asking, challengerId: kim.id }));
  const place = await db.assignment.findFirstOrThrow({ where: { activityId: triadId, challengerId: kim.id } });
  expect(await beneath()).toBe("Confirmed.");
  expect(await lettersOf(place.id, "invitation.send")).toEqual(["assignment/invited > Kim Lane"]);
  const lou = await aChallenger(region, "Lou Marsh", 5);
  expect(await refillTeam({ ...asking, challengerId: lou.id })).toEqual({ kind: "refused", reason: "no-place-open" });
  expect(await db.assignment.count({ where: { challengerId: lou.id } })).toBe(0);
});

test("whoever leads may say that the session was held, on its day; the other challenger may not, and neither has it among their tasks before", async () => {
  const world = await releasedPack();
  const lead = await onTheTeam(world, "Lena Lead", "lead");
  const other = await onTheTeam(world, "Jo Field");
  const { triadId } = world;
  expect((await inboxOf({ ...lead.person, holdings: [] })).filter(({ workflowId }) => workflowId === triadId)).toEqual([]);
  expect(await holdSession({ triadId, present: [], actor: lead.person })).toEqual({ kind: "refused", reason: "dayReached" });
  const { sessionOn } = await db.triad.findUniqueOrThrow({ where: { id: triadId } });
  await at(londonTime((sessionOn ?? new Date()).toISOString().slice(0, 10), "16:30"), async () => {
    expect(await holdSession({ triadId, present: [], actor: other.person })).toEqual({ kind: "refused", reason: "not-your-role" });
    await ok(holdSession({ triadId, present: [], actor: lead.person }));
  });
  expect(await stateOf(triadId)).toBe("held");
});

test("the lead who withdraws is told by their own letter, the coordinator by the session's", async () => {
  const world = await releasedPack();
  const lead = await onTheTeam(world, "Lena Lead", "lead");
  await ok(withdrawFrom({ assignmentId: lead.assignmentId, actor: lead.person, reason: "Ill" }));
  expect(await lettersOf(world.triadId, "team.reopen")).toEqual(["triad/place-open > Priya Nair", "triad/place-open > Sam Deputy"]);
  expect(await freePlaces(world.triadId)).toMatchObject({ hasLead: false });
  expect(await releasePacks({ triadId: world.triadId, actor: world.region.coordinator })).toEqual({ kind: "refused", reason: "no-such-step" });
});

test("an authority that leaves a dated session loses the date from its calendars, and the others' say who still comes", async () => {
  const world = await confirmedSession();
  const { triadId, of, region } = world;
  const before = await db.calendarEntry.findFirstOrThrow({ where: { workflowId: triadId } });
  await ok(withdrawMember({ triadId, authorityId: of("Carne").id, reason: "Inspection", actor: region.coordinator, way: { how: "pair", why: "Both want it" } }));
  const letters = await db.outboxEmail.findMany({ where: { workflowId: triadId, template: "triad/member-left" }, include: { person: { select: { name: true } } } });
  const sent = Object.fromEntries(letters.map((letter) => [letter.person?.name ?? "", (letter.props as { calendar: object[] }).calendar]));
  expect(sent["Director of Carne"]).toMatchObject([{ uid: `${before.id}@candour`, method: "CANCEL", sequence: before.sequence + 1 }]);
  expect(sent["Director of Ashford"]).toMatchObject([{ uid: `${before.id}@candour`, method: "REQUEST", sequence: before.sequence + 1, title: "Triad 1 session: Ashford and Barton" }]);
  expect(JSON.stringify(letters.map((letter) => letter.props))).not.toContain("Inspection");
});
