import { expect, test } from "vitest";

import { applyToPool, bookTraining, challengersForSolver, endorseChallenger, giveBackPlace, leavePool, planTraining, recordAttendance, recordTraining, refuseChallenger } from "~/features/challenger-pool";
import { applyImport, dryRun } from "~/features/challenger-pool/import/import.server";
import { profileOf, registerOf } from "~/features/challenger-pool/queries.server";
import { filterOf } from "~/features/challenger-pool/filter";
import { registerCsv } from "~/features/challenger-pool/export.server";
import { db } from "~/platform/db.server";
import { at } from "~/platform/clock.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { aChallenger, aHolder, aPool, aRegion, dayFromNow, lettersOf, stateOf } from "./world";

const training = (day: string, capacity = 10) => ({ title: "Training of challengers", day, startsAt: "09:30", endsAt: "16:30", place: "County Hall", capacity });

test("from an application to available: the own director endorses, a training day is booked, and whoever came is trained", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const jo = await aHolder({ regionId: region.id, authorityId: region.authorities[1]?.id ?? "", kind: "assistant-director", name: "Jo Field" });
  const key = crypto.randomUUID();
  const apply = () => applyToPool({ regionId: region.id, themes: ["SEND"], about: "Ten years in SEND", actor: jo, requestKey: key });
  const [first, second] = [await apply(), await apply()];
  expect(second).toEqual(first);
  if (first.kind !== "entered") throw new Error(first.reason);
  const id = first.challengerId;
  expect(await lettersOf(id, "application.send")).toEqual(["challenger/applied > Jo Field", "challenger/applied > Priya Nair", "challenger/applied > Sam Deputy", "challenger/endorsement-wanted > Director of Barton"]);
  const other = region.authorities[0]?.dcs;
  const own = region.authorities[1]?.dcs;
  if (!other || !own) throw new Error("two authorities are needed");
  expect(await endorseChallenger({ challengerId: id, actor: other })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await endorseChallenger({ challengerId: id, actor: own })).toMatchObject({ to: "awaitingTraining" });
  const day = dayFromNow(5);
  const planned = await planTraining({ ...training(day), regionId: region.id, actor: region.coordinator });
  if (planned.kind !== "made") throw new Error(planned.reason);
  expect(await bookTraining({ challengerId: id, eventId: planned.id, actor: jo })).toMatchObject({ to: "trainingBooked" });
  const [letter] = await db.outboxEmail.findMany({ where: { workflowId: id, template: "challenger/training-booked", personId: jo.personId } });
  expect(letter?.props).toMatchObject({ calendar: [{ method: "REQUEST", location: "County Hall" }] });
  expect(await recordAttendance({ eventId: planned.id, attended: [id], actor: region.coordinator })).toEqual({ kind: "refused", reason: "event-not-over" });
  await at(new Date(`${dayFromNow(6)}T10:00:00Z`), async () => {
    expect(await recordAttendance({ eventId: planned.id, attended: [id], actor: region.coordinator })).toMatchObject({ kind: "made" });
    expect(await stateOf(id)).toBe("available");
  });
  const until = (await db.challenger.findUniqueOrThrow({ where: { id } })).trainedUntil?.toISOString().slice(0, 10) ?? "";
  expect(until.slice(0, 4)).toBe(String(Number(day.slice(0, 4)) + 2));
});

test("a refusal carries a reason that only the two and the coordinator read, and there is a way to apply again", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const jo = await aHolder({ regionId: region.id, authorityId: region.authorities[1]?.id ?? "", kind: "assistant-director", name: "Jo Field" });
  const applied = await applyToPool({ regionId: region.id, themes: ["SEND"], about: "Ten years", actor: jo });
  if (applied.kind !== "entered") throw new Error(applied.reason);
  const own = region.authorities[1]?.dcs;
  if (!own) throw new Error("no director");
  const given = { challengerId: applied.challengerId, actor: own };
  expect(await refuseChallenger({ ...given, reason: "" })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await refuseChallenger({ ...given, reason: "Not this winter" })).toMatchObject({ to: "notEndorsed" });
  expect(JSON.stringify(await db.outboxEmail.findMany({ where: { workflowId: applied.challengerId } }))).not.toContain("this winter");
  expect((await profileOf(jo, applied.challengerId))?.reason).toBe("Not this winter");
  expect((await profileOf(region.chair, applied.challengerId))?.reason).toBeNull();
  expect(await applyToPool({ regionId: region.id, themes: ["SEND"], about: "Ten years", actor: jo })).toMatchObject({ kind: "entered" });
});

test("training is warned about before and on the day, runs out by itself, and a renewal brings the person back", async () => {
  const { region } = await aPool();
  const jo = await aChallenger(region, "Jo Field", 1, { trainedOn: dayFromNow(-700), trainedUntil: dayFromNow(20) });
  await at(new Date(`${dayFromNow(20)}T12:00:00Z`), sweepDeadlines);
  const reminded = await db.outboxEmail.count({ where: { workflowId: jo.id, template: "challenger/training-expiring", personId: jo.person.personId } });
  expect(reminded).toBe(1);
  expect(await stateOf(jo.id)).toBe("available");
  await at(new Date(`${dayFromNow(21)}T12:00:00Z`), async () => {
    await sweepDeadlines();
    expect(await stateOf(jo.id)).toBe("trainingExpired");
    expect(await lettersOf(jo.id, "training.expire")).toEqual(["challenger/training-expired > Jo Field", "challenger/training-expired > Priya Nair", "challenger/training-expired > Sam Deputy"]);
    expect(await recordTraining({ challengerId: jo.id, trainedOn: dayFromNow(0), actor: region.coordinator })).toMatchObject({ kind: "made" });
    expect(await stateOf(jo.id)).toBe("available");
  });
});

test("a training day never has more people than places, however many book at once, and a place given back is free", async () => {
  const { region } = await aPool();
  const planned = await planTraining({ ...training(dayFromNow(9), 3), regionId: region.id, actor: region.coordinator });
  if (planned.kind !== "made") throw new Error(planned.reason);
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => aChallenger(region, `Person ${index}`, 1 + (index % 3), { trainedOn: null })));
  const answers = await Promise.all(people.map((one) => bookTraining({ challengerId: one.id, eventId: planned.id, actor: one.person })));
  expect(answers.filter(({ kind }) => kind === "moved")).toHaveLength(3);
  expect(answers.filter((answer) => answer.kind === "refused" && answer.reason === "event-full")).toHaveLength(3);
  const lucky = people[answers.findIndex(({ kind }) => kind === "moved")];
  const late = people[answers.findIndex(({ kind }) => kind === "refused")];
  if (!lucky || !late) throw new Error("nobody");
  expect(await giveBackPlace({ challengerId: lucky.id, actor: lucky.person })).toMatchObject({ to: "awaitingTraining" });
  expect(await bookTraining({ challengerId: late.id, eventId: planned.id, actor: late.person })).toMatchObject({ to: "trainingBooked" });
});

test("a move to another authority carries the training, and changes who is a conflict and who is told", async () => {
  const { region } = await aPool();
  const jo = await aChallenger(region, "Jo Field", 1);
  const days = { from: dayFromNow(1), to: dayFromNow(60) };
  const before = await challengersForSolver(region.id, days);
  expect(before).toMatchObject([{ id: jo.id, employer: region.authorities[1]?.id, canLead: false, maxLoad: 2, notOn: [] }]);
  const post = await db.post.create({ data: { kind: "assistant-director", title: "AD", regionId: region.id, authorityId: region.authorities[2]?.id ?? "" } });
  await db.holding.updateMany({ where: { personId: jo.person.personId }, data: { to: new Date() } });
  await db.holding.create({ data: { postId: post.id, personId: jo.person.personId, from: new Date() } });
  const after = await challengersForSolver(region.id, days);
  expect(after).toMatchObject([{ id: jo.id, employer: region.authorities[2]?.id, trainedUntil: before[0]?.trainedUntil }]);
  expect(await leavePool({ challengerId: jo.id, actor: jo.person, reason: "A new post" })).toMatchObject({ to: "left" });
  expect(await lettersOf(jo.id, "pool.leave")).toContain("challenger/left > Director of Carne");
  expect(await challengersForSolver(region.id, days)).toEqual([]);
});

test("the register is the coordinator's and the chair's, filters by theme, level and day, and exports without formulas", async () => {
  const { region } = await aPool();
  await aChallenger(region, "=cmd|'/c calc'!A1", 1, { level: "lead", themes: ["leadership"] });
  await aChallenger(region, "Kim Lane", 2);
  const register = (query: string, actor = region.coordinator) => registerOf(actor, filterOf(new URLSearchParams(query)));
  expect((await register(""))?.rows).toHaveLength(2);
  expect((await register("theme=SEND"))?.rows.map(({ name }) => name)).toEqual(["Kim Lane"]);
  expect((await register("level=lead", region.chair))?.rows).toHaveLength(1);
  expect((await register(`on=${dayFromNow(2000)}`))?.rows).toEqual([]);
  const dcs = region.authorities[1]?.dcs;
  expect(dcs && (await register("", dcs))).toBeNull();
  const csv = registerCsv((await register(""))?.rows ?? []);
  expect(csv).toContain("'=cmd");
  expect(csv).not.toMatch(/(^|,)=cmd/m);
});

test("a file names every bad row with its reason and writes nothing; a good one is entered whole, once", async () => {
  const { region } = await aPool();
  const [jo, kim] = [await aHolder({ regionId: region.id, authorityId: region.authorities[1]?.id ?? "", kind: "assistant-director", name: "Jo" }), await aHolder({ regionId: region.id, authorityId: region.authorities[2]?.id ?? "", kind: "assistant-director", name: "Kim" })];
  const file = { regionId: region.id, actor: region.coordinator };
  const bad = `email,level,themes,most,trained_on\n${jo.email},boss,SEND,2,\nnobody@example.org,,,,\n${kim.email},lead,astrology,99,31/02/2026\n${kim.email},,,,`;
  const refused = await dryRun({ ...file, text: bad });
  if (refused.kind !== "checked") throw new Error(refused.reason);
  expect(refused.problems.map(({ line, column }) => `${line} ${column}`)).toEqual(["2 level", "3 email", "4 themes", "4 most", "4 trained_on", "5 email"]);
  expect(await applyImport({ ...file, text: bad, digest: refused.digest })).toMatchObject({ kind: "problems" });
  expect(await db.challenger.count({ where: { regionId: region.id } })).toBe(0);
  const good = `email;level;themes;trained_on\n${jo.email};lead;"SEND;leadership";${dayFromNow(-10)}\n${kim.email};;;`;
  const checked = await dryRun({ ...file, text: good });
  if (checked.kind !== "checked") throw new Error(checked.reason);
  expect(checked).toMatchObject({ problems: [], counts: { rows: 2, trained: 1, untrained: 1 } });
  expect(await applyImport({ ...file, text: `${good}\n`, digest: "another" })).toEqual({ kind: "refused", reason: "not-the-checked-file" });
  const twice = await Promise.all([applyImport({ ...file, text: good, digest: checked.digest }), applyImport({ ...file, text: good, digest: checked.digest })]);
  expect(twice.map(({ kind }) => kind).sort()).toEqual(["applied", "problems"]);
  expect((await db.challenger.findMany({ where: { regionId: region.id }, select: { level: true, themes: true }, orderBy: { level: "desc" } }))).toEqual([{ level: "lead", themes: ["SEND", "leadership"] }, { level: "challenger", themes: [] }]);
});
