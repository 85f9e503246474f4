import { expect, test } from "vitest";

import { absentOn, createCycle, joinLate, openRound } from "~/features/cycle";
import { db } from "~/platform/db.server";
import { inboxOf } from "~/workflow/inbox.server";
import { addWorkingDays } from "~/workflow/working-days";

import { aDraft, anOpenRound, aRegion, lettersOf, someDates } from "./region";

test("opening a round begins one self-assessment for each authority, freezes the template and tells every director, delegate and coordinator", async () => {
  const region = await aRegion();
  const id = await aDraft(region);

  expect(await openRound(id, region.coordinator)).toMatchObject({ kind: "moved", from: "draft", to: "open" });

  const begun = await db.selfAssessment.findMany({ where: { cycleId: id }, include: { workflow: true } });
  expect(begun.map((one) => [one.authorityId, one.workflow.state]).sort()).toEqual(region.authorities.map((one) => [one.id, "notStarted"]).sort());
  expect(begun.every((one) => one.dueOn.toISOString().startsWith(someDates.submissionsDueOn))).toBe(true);
  const version = await db.templateVersion.findUniqueOrThrow({ where: { id: region.templateVersionId } });
  expect(version.frozenAt).not.toBeNull();
  expect(await lettersOf(id, "round.open")).toEqual(
    [
      ...region.authorities.flatMap(({ name }) => [`cycle/round-opened > Director of ${name}`, `cycle/round-opened > Delegate of ${name}`]),
      "cycle/round-opened > Priya Nair",
      "cycle/round-opened > Sam Deputy",
    ].sort(),
  );
});

test("a director finds the self-assessment among their tasks the moment the round opens", async () => {
  const region = await aRegion(["Ashford"]);
  await anOpenRound(region);
  const [ashford] = region.authorities;
  expect((await inboxOf(ashford!.dcs)).map((item) => [item.task, item.dueAt?.toISOString().slice(0, 10)])).toEqual([
    ["Start Ashford’s self-assessment", someDates.submissionsDueOn],
  ]);
});

test("only the region's coordinator can open a round", async () => {
  const region = await aRegion(["Ashford"]);
  const other = await aRegion(["Elsewhere"]);
  const id = await aDraft(region);
  for (const actor of [region.chair, region.authorities[0]!.dcs, region.authorities[0]!.delegate, other.coordinator]) {
    expect(await openRound(id, actor)).toEqual({ kind: "refused", reason: "not-your-role" });
  }
  expect(await db.selfAssessment.count({ where: { cycleId: id } })).toBe(0);
  expect((await db.templateVersion.findUniqueOrThrow({ where: { id: region.templateVersionId } })).frozenAt).toBeNull();
});

test("two coordinators opening the same round at once open it once", async () => {
  const region = await aRegion();
  const id = await aDraft(region);
  const outcomes = await Promise.all([openRound(id, region.coordinator), openRound(id, region.deputy)]);
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["moved", "refused"]);
  expect(await db.selfAssessment.count({ where: { cycleId: id } })).toBe(3);
});

test("the same press of the button sent twice opens the round once and is not an error", async () => {
  const region = await aRegion(["Ashford"]);
  const id = await aDraft(region);
  const press = { requestKey: "press-1", expectedRevision: 1 };
  expect((await openRound(id, region.coordinator, press)).kind).toBe("moved");
  expect(await openRound(id, region.coordinator, press)).toEqual({ kind: "repeated", to: "open" });
});

test("a round whose template asks nothing does not open", async () => {
  const region = await aRegion(["Ashford"]);
  await db.templateVersion.update({ where: { id: region.templateVersionId }, data: { content: { chapters: [] } } });
  const id = await aDraft(region);
  expect(await openRound(id, region.coordinator)).toEqual({ kind: "refused", reason: "templateHasQuestions" });
});

test("a round is made once when its form is sent twice, and a second of the same name is refused", async () => {
  const region = await aRegion(["Ashford"]);
  const round = { id: "0199f2c4-7a11-7000-8000-000000000001", regionId: region.id, name: "2026/27", templateVersionId: region.templateVersionId, dates: someDates, actor: region.coordinator };
  expect(await createCycle(round)).toEqual({ kind: "made", id: round.id });
  expect(await createCycle(round)).toEqual({ kind: "made", id: round.id });
  expect(await createCycle({ ...round, id: "0199f2c4-7a11-7000-8000-000000000002", name: " 2026/27 " })).toEqual({ kind: "refused", reason: "name-taken" });
  expect(await db.cycle.count({ where: { regionId: region.id } })).toBe(1);
});

test("a round is refused with dates out of order, another region's template or authority, or from anybody but the coordinator", async () => {
  const region = await aRegion(["Ashford"]);
  const other = await aRegion(["Elsewhere"]);
  const round = { regionId: region.id, name: "2026/27", templateVersionId: region.templateVersionId, dates: someDates, actor: region.coordinator };
  expect(await createCycle({ ...round, dates: { ...someDates, summitOn: someDates.submissionsDueOn } })).toEqual({ kind: "refused", reason: "dates-not-in-order" });
  expect(await createCycle({ ...round, templateVersionId: other.templateVersionId })).toEqual({ kind: "refused", reason: "no-such-template" });
  expect(await createCycle({ ...round, authorityIds: [other.authorities[0]!.id] })).toEqual({ kind: "refused", reason: "not-of-this-region" });
  expect(await createCycle({ ...round, authorityIds: [] })).toEqual({ kind: "refused", reason: "no-authorities" });
  expect(await createCycle({ ...round, name: "  " })).toEqual({ kind: "refused", reason: "name-missing" });
  expect(await createCycle({ ...round, actor: region.authorities[0]!.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await createCycle({ ...round, actor: other.coordinator })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await db.cycle.count({ where: { regionId: region.id } })).toBe(0);
});

test("an authority that joins late gets its self-assessment, marked so, and its director is told; joining twice is refused", async () => {
  const region = await aRegion();
  const [ashford, barton, carne] = region.authorities;
  const { id } = await anOpenRound(region, { authorityIds: [ashford!.id, barton!.id] });

  expect(await joinLate(id, carne!.id, region.coordinator)).toMatchObject({ kind: "moved", to: "open" });
  const joined = await db.selfAssessment.findUniqueOrThrow({ where: { cycleId_authorityId: { cycleId: id, authorityId: carne!.id } } });
  expect(joined.joinedLateAt).not.toBeNull();
  expect(await lettersOf(id, "authority.join")).toEqual([
    "cycle/joined-late > Delegate of Carne",
    "cycle/joined-late > Director of Carne",
    "cycle/joined-late > Priya Nair",
    "cycle/joined-late > Sam Deputy",
  ]);
  expect(await joinLate(id, carne!.id, region.coordinator)).toEqual({ kind: "refused", reason: "already-taking-part" });
});

test("two coordinators letting the same authority in at once let it in once", async () => {
  const region = await aRegion();
  const [ashford, barton, carne] = region.authorities;
  const { id } = await anOpenRound(region, { authorityIds: [ashford!.id, barton!.id] });
  const outcomes = await Promise.all([joinLate(id, carne!.id, region.coordinator), joinLate(id, carne!.id, region.deputy)]);
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["moved", "refused"]);
  expect(await db.workflowEvent.count({ where: { workflowId: id, event: "authority.join" } })).toBe(1);
});

test("an authority of another region cannot join", async () => {
  const region = await aRegion(["Ashford"]);
  const other = await aRegion(["Elsewhere"]);
  const { id } = await anOpenRound(region);
  expect(await joinLate(id, other.authorities[0]!.id, region.coordinator)).toEqual({ kind: "refused", reason: "not-of-this-region" });
});

test("an authority that is abolished before the round opens cannot take part, and is named", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const [ashford, barton] = region.authorities;
  await db.authority.update({ where: { id: barton!.id }, data: { validTo: new Date(addWorkingDays(someDates.opensOn, -1)) } });
  const round = { regionId: region.id, name: "2026/27", templateVersionId: region.templateVersionId, dates: someDates, actor: region.coordinator };
  const ids = [ashford!.id, barton!.id];
  expect(await createCycle({ ...round, authorityIds: ids })).toEqual({ kind: "refused", reason: "not-of-this-region" });
  expect(await absentOn(someDates.opensOn, ids, region.id)).toEqual(["Barton"]);
  const made = await createCycle(round);
  expect(made.kind).toBe("made");
  const cycle = await db.cycle.findFirstOrThrow({ where: { regionId: region.id } });
  expect(cycle.rules).toMatchObject({ takingPart: [ashford!.id] });
});
