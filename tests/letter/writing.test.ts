import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { takeStep } from "~/features/challenge-record";
import { openConflicts, textsOf } from "~/features/kept-text";
import { draftFromFindings, saveLetter, settleLetterConflict } from "~/features/letter";
import { LETTER_KEYS, textKey } from "~/features/letter/content";
import { boxOf, changePosted } from "~/features/letter/forms";
import { db } from "~/platform/db.server";
import { done, drafted, editor, filed, findingsIn, paragraphIn, sent } from "./world";

const box = (paragraphId: string, value: string, baseRevision: number) => ({ paragraphId, part: "text" as const, value, baseRevision });

test("the lead challenger drafts the letter from the findings, once, and each paragraph keeps its finding", async () => {
  const world = await findingsIn();
  expect(await draftFromFindings({ recordId: world.id, actor: world.challengers[0]! })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await draftFromFindings({ recordId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  await Promise.all([draftFromFindings({ recordId: world.id, actor: world.lead }), draftFromFindings({ recordId: world.id, actor: world.lead })]);
  const letter = await editor(world);
  expect(letter.paragraphs.map((one) => [one.section, one.findings.length])).toEqual([["opening", 0], ["strengths", 2], ["areas", 1], ["areas", 1], ["recommendations", 1], ["goodPractice", 1], ["closing", 0]]);
  expect(letter.paragraphs[1]?.words).toMatchObject({ heading: "Leadership", text: "Leaders are seen by their staff.\n\nThe vision is known at the front line." });
  expect(letter.leftOut).toEqual([]);
  const before = letter.paragraphs[0]?.words.text;
  await draftFromFindings({ recordId: world.id, actor: world.lead });
  expect((await editor(world)).paragraphs[0]?.words.text).toBe(before);
});

test("a button of the editor saves what is typed in every box before it does its work", async () => {
  const world = await drafted();
  const [first, second] = (await editor(world)).paragraphs.filter((one) => one.section === "areas");
  const boxes = [box(first!.id, "Calls wait too long.", first!.words.textRevision), box(second!.id, "Supervision is patchy.", second!.words.textRevision)];
  expect(await saveLetter({ recordId: world.id, actor: world.lead, boxes, change: { kind: "down", id: first!.id, past: second!.id } })).toMatchObject({ kind: "saved", conflicts: 0 });
  const areas = (await editor(world)).paragraphs.filter((one) => one.section === "areas");
  expect(areas.map((one) => [one.id, one.words.text])).toEqual([[second!.id, "Supervision is patchy."], [first!.id, "Calls wait too long."]]);
});

test("taking a paragraph out keeps its words in the history and its findings in sight, to be put elsewhere", async () => {
  const world = await drafted();
  const area = await paragraphIn(world, "areas");
  const other = await paragraphIn(world, "recommendations");
  const [finding] = area.findings;
  await saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: { kind: "remove", id: area.id } });
  const letter = await editor(world);
  expect(letter.paragraphs.some(({ id }) => id === area.id)).toBe(false);
  expect(letter.leftOut.map(({ id }) => id)).toEqual([finding!.id]);
  expect((await textsOf(world.id, { prefix: LETTER_KEYS }))[textKey(area.id)]?.value).toBe(area.words.text);
  expect(letter.takenOut.map(({ id, words }) => [id, words.text])).toEqual([[area.id, area.words.text]]);
  await saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: { kind: "link", id: other.id, findingId: finding!.id } });
  const after = await editor(world);
  expect(after.leftOut).toEqual([]);
  expect(after.paragraphs.find(({ id }) => id === other.id)?.findings.map(({ id }) => id)).toContain(finding!.id);
});

test("a paragraph that was taken out is put back with its words, into the part that is chosen", async () => {
  const world = await drafted();
  const area = await paragraphIn(world, "areas");
  await saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: { kind: "remove", id: area.id } });
  const change = changePosted({ intent: `back:${area.id}`, [boxOf.part(area.id)]: "strengths" });
  await saveLetter({ recordId: world.id, actor: world.lead, boxes: [], ...(change ? { change } : {}) });
  const letter = await editor(world);
  expect(letter.paragraphs.filter(({ id }) => id === area.id).map(({ section, words }) => [section, words.text])).toEqual([["strengths", area.words.text]]);
  expect(letter.takenOut).toEqual([]);
});

test("the same press twice adds one paragraph: its id came with the page", async () => {
  const world = await drafted();
  const before = (await editor(world)).paragraphs.length;
  const add = () => saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: changePosted({ intent: "add:areas", newId })! });
  const newId = randomUUID();
  await Promise.all([add(), add()]);
  await add();
  expect((await editor(world)).paragraphs).toHaveLength(before + 1);
  expect(changePosted({ intent: "add:areas", newId: "no id" })).toBeNull();
});

test("two windows on one paragraph lose nothing: the second is kept aside and settled", async () => {
  const world = await drafted();
  const area = await paragraphIn(world, "areas");
  const save = (value: string) => saveLetter({ recordId: world.id, actor: world.lead, boxes: [box(area.id, value, area.words.textRevision)] });
  const saved = await Promise.all([save("Written in one window."), save("Written in the other.")]);
  expect(saved.map((one) => (one.kind === "saved" ? one.conflicts : one.reason)).sort()).toEqual([0, 1]);
  const [conflict] = await openConflicts(world.id, { prefix: LETTER_KEYS });
  expect(new Set([conflict!.kept.text, conflict!.current.text])).toEqual(new Set(["Written in one window.", "Written in the other."]));
  const settle = () => settleLetterConflict({ recordId: world.id, actor: world.lead, keptId: conflict!.keptId, take: "both", baseRevision: conflict!.revision });
  const settled = await Promise.all([settle(), settle()]);
  // The same choice of the same person twice: settled once, and both presses find it so.
  expect(settled.map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  const text = (await paragraphIn(world, "areas")).words.text;
  for (const words of ["Written in one window.", "Written in the other."]) expect(text.split(words)).toHaveLength(2);
});

test("buttons pressed in several windows at once all do their work, and no finding is lost", async () => {
  const world = await drafted();
  const { paragraphs } = await editor(world);
  const all = paragraphs.flatMap((one) => one.findings.map(({ id }) => id)).sort();
  const areas = paragraphs.filter((one) => one.section === "areas");
  const added = [randomUUID(), randomUUID(), randomUUID()];
  await Promise.all([
    ...added.map((id) => saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: { kind: "add", id, section: "areas" } })),
    saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: { kind: "remove", id: areas[0]!.id } }),
    saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: { kind: "unlink", id: areas[1]!.id, findingId: areas[1]!.findings[0]!.id } }),
  ]);
  const letter = await editor(world);
  for (const id of added) expect(letter.paragraphs.filter((one) => one.id === id)).toHaveLength(1);
  expect([...letter.paragraphs.flatMap((one) => one.findings.map(({ id }) => id)), ...letter.leftOut.map(({ id }) => id)].sort()).toEqual(all);
});

test("findings filed after the draft was made are shown as in no paragraph yet", async () => {
  const world = await drafted();
  await done(takeStep({ recordId: world.id, actor: world.lead }, "findings.reopen"));
  expect(await saveLetter({ recordId: world.id, actor: world.lead, boxes: [] })).toEqual({ kind: "refused", reason: "not-now" });
  await filed(world, [{ kind: "area", theme: "SEND", text: "Plans come late." }]);
  await done(takeStep({ recordId: world.id, actor: world.lead }, "findings.finish"));
  expect((await editor(world)).leftOut.map(({ text }) => text)).toEqual(["Plans come late."]);
});

test("what is too long is not kept and said, and the rest of the form is saved", async () => {
  const world = await drafted();
  const area = await paragraphIn(world, "areas");
  const strength = await paragraphIn(world, "strengths");
  const saved = await saveLetter({ recordId: world.id, actor: world.lead, boxes: [box(area.id, "x".repeat(20_001), area.words.textRevision), box(strength.id, "Short.", strength.words.textRevision)] });
  expect(saved).toMatchObject({ kind: "saved", tooLong: [{ paragraphId: area.id }] });
  expect((await paragraphIn(world, "strengths")).words.text).toBe("Short.");
  expect((await paragraphIn(world, "areas")).words.text).toBe(area.words.text);
});

test("while the letter is with the authority nobody changes it", async () => {
  const world = await sent();
  const area = await paragraphIn(world, "areas");
  expect(await saveLetter({ recordId: world.id, actor: world.lead, boxes: [box(area.id, "Changed", area.words.textRevision)] })).toEqual({ kind: "refused", reason: "not-now" });
  expect(await db.keptText.count({ where: { workflowId: world.id, value: "Changed" } })).toBe(0);
});
