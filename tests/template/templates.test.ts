import { expect, test } from "vitest";

import { copyTemplate, createTemplate, editTemplate, newVersionFrom, saveTemplate, templatePage, templatesFor, type TemplateContent } from "~/features/template";
import { db } from "~/platform/db.server";

import { anOpenRound, aRegion, smallTemplate } from "../cycle/region";

const heading = (title: string) => ({ title, guidance: "" });

test("a template is made once under a name, whoever asks at the same time", async () => {
  const region = await aRegion(["Ashford"]);
  const make = (actor: typeof region.coordinator, name: string) => createTemplate({ regionId: region.id, name, actor });
  const outcomes = await Promise.all([make(region.coordinator, "Next year"), make(region.deputy, "next year ")]);
  expect(outcomes.map((one) => (one.kind === "refused" ? one.reason : one.kind)).sort()).toEqual(["name-taken", "saved"]);
  expect(await make(region.coordinator, "   ")).toEqual({ kind: "refused", reason: "name-missing" });
});

test("only the region's coordinators see, make, change and copy its templates", async () => {
  const region = await aRegion(["Ashford"]);
  const other = await aRegion(["Elsewhere"]);
  const versionId = region.templateVersionId;
  for (const actor of [region.chair, region.authorities[0]!.dcs, other.coordinator]) {
    expect(await templatePage(actor, versionId)).toBeNull();
    expect(await createTemplate({ regionId: region.id, name: "Mine", actor })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await saveTemplate({ versionId, content: smallTemplate, expectedRevision: 0, actor })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await newVersionFrom({ versionId, actor })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await copyTemplate({ versionId, name: "Mine", actor })).toEqual({ kind: "refused", reason: "not-your-role" });
  }
  expect((await templatesFor(region.coordinator)).map((one) => one.name)).toEqual(["Self-assessment"]);
  expect(await templatePage(region.coordinator, "not-an-id")).toBeNull();
});

test("two coordinators editing at once: the second is shown what the first saved, and can put theirs on top", async () => {
  const region = await aRegion(["Ashford"]);
  const versionId = region.templateVersionId;
  const first = await editTemplate({ versionId, edit: { do: "addChapter", id: "c-first", heading: heading("First") }, expectedRevision: 0, actor: region.coordinator });
  expect(first).toEqual({ kind: "saved", revision: 1 });
  const edit = { do: "addChapter", id: "c-second", heading: heading("Second") } as const;
  const second = await editTemplate({ versionId, edit, expectedRevision: 0, actor: region.deputy });
  expect(second).toMatchObject({ kind: "conflict", revision: 1, savedBy: "Priya Nair" });
  expect(await editTemplate({ versionId, edit, expectedRevision: 1, actor: region.deputy })).toEqual({ kind: "saved", revision: 2 });
  const page = await templatePage(region.coordinator, versionId);
  expect(page!.content.chapters.map((one) => one.title)).toEqual(["Leadership", "First", "Second"]);
});

test("of two saves at the same moment one is kept and the other is told of it", async () => {
  const region = await aRegion(["Ashford"]);
  const save = (id: string, actor: typeof region.coordinator) =>
    editTemplate({ versionId: region.templateVersionId, edit: { do: "addChapter", id, heading: heading(id) }, expectedRevision: 0, actor });
  const outcomes = await Promise.all([save("c-1", region.coordinator), save("c-2", region.deputy)]);
  expect(outcomes.map((one) => one.kind).sort()).toEqual(["conflict", "saved"]);
});

test("what is no template is refused and nothing is written", async () => {
  const region = await aRegion(["Ashford"]);
  const bad = { chapters: [{ id: "x", title: "", guidance: "", sections: [] }] } as TemplateContent;
  expect(await saveTemplate({ versionId: region.templateVersionId, content: bad, expectedRevision: 0, actor: region.coordinator })).toEqual({ kind: "refused", reason: "not-a-template" });
  expect((await db.templateVersion.findUniqueOrThrow({ where: { id: region.templateVersionId } })).revision).toBe(0);
});

test("a version that a round has opened with is frozen; a new version starts from it and can be changed", async () => {
  const region = await aRegion(["Ashford"]);
  await anOpenRound(region);
  const versionId = region.templateVersionId;
  expect(await editTemplate({ versionId, edit: { do: "remove", id: "vision" }, expectedRevision: 0, actor: region.coordinator })).toEqual({ kind: "refused", reason: "frozen" });
  const made = await newVersionFrom({ versionId, actor: region.coordinator });
  expect(made.kind).toBe("saved");
  if (made.kind !== "saved") return;
  expect(await editTemplate({ versionId: made.versionId, edit: { do: "remove", id: "vision" }, expectedRevision: 0, actor: region.coordinator })).toEqual({ kind: "saved", revision: 1 });
  const [template] = await templatesFor(region.coordinator);
  expect(template!.versions.map(({ version, frozen, rounds }) => [version, frozen, rounds])).toEqual([[2, false, []], [1, true, ["2026/27"]]]);
  expect((await templatePage(region.coordinator, versionId))!.content).toEqual(smallTemplate);
});

test("a copy keeps every id, so that last round's answers can be carried forward", async () => {
  const region = await aRegion(["Ashford"]);
  const copy = await copyTemplate({ versionId: region.templateVersionId, name: "Next year", actor: region.coordinator });
  expect(copy.kind).toBe("saved");
  if (copy.kind !== "saved") return;
  expect((await templatePage(region.coordinator, copy.versionId))!.content).toEqual(smallTemplate);
});
