import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { headOf } from "~/features/challenge-record";
import { fingerprint } from "~/features/document";
import { agreeFacts, finaliseLetter, letterVersions, proceedWithout, readLetter, saveLetter, seenBy, sendForCheck } from "~/features/letter";
import { textKey } from "~/features/letter/content";
import { previewOf } from "~/features/letter/preview.server";
import { marksOfLetter } from "~/features/letter/sending-form";
import { hitFields } from "~/features/child-data/forms";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { done, drafted, editor, final, lettersOf, paragraphIn, sent, stateOf } from "./world";

const write = (paragraphId: string, value: string, baseRevision: number) => [{ paragraphId, part: "text" as const, value, baseRevision }];

test("a letter without strengths, or without areas, is refused with its reason and nothing is frozen", async () => {
  const world = await drafted();
  for (const section of ["strengths", "areas"] as const) {
    const here = (await editor(world)).paragraphs.filter((one) => one.section === section);
    for (const { id } of here) await saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: { kind: "remove", id } });
    expect(await sendForCheck({ recordId: world.id, actor: world.lead })).toEqual({ kind: "refused", reason: section === "strengths" ? "no-strengths" : "no-areas" });
    const id = randomUUID();
    await saveLetter({ recordId: world.id, actor: world.lead, boxes: [], change: { kind: "add", id, section } });
    // An empty paragraph is none.
    expect(await sendForCheck({ recordId: world.id, actor: world.lead })).toMatchObject({ kind: "refused" });
    await saveLetter({ recordId: world.id, actor: world.lead, boxes: write(id, "Said again.", 0) });
  }
  expect(await db.letterVersion.count({ where: { recordId: world.id } })).toBe(0);
  expect(await stateOf(world.id)).toBe("draftingLetter");
  expect(await sendForCheck({ recordId: world.id, actor: world.lead })).toMatchObject({ kind: "moved", to: "awaitingAccuracyCheck" });
});

test("sending freezes a version, asks director and delegate, and says nothing of the letter in any email", async () => {
  const world = await drafted();
  expect(await sendForCheck({ recordId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await sendForCheck({ recordId: world.id, actor: world.challengers[0]! })).toEqual({ kind: "refused", reason: "not-your-role" });
  const key = randomUUID();
  await done(sendForCheck({ recordId: world.id, actor: world.lead, requestKey: key }));
  expect(await sendForCheck({ recordId: world.id, actor: world.lead, requestKey: key })).toMatchObject({ kind: "repeated" });
  const [version] = await db.letterVersion.findMany({ where: { recordId: world.id } });
  expect(version).toMatchObject({ version: 1, kind: "sentForCheck", sha256: fingerprint(version!.content) });
  expect(await lettersOf(world.id, "letter.send")).toEqual(expect.arrayContaining([expect.stringContaining(`> Director of ${world.host.name}`), expect.stringContaining(`> Delegate of ${world.host.name}`)]));
  const emails = await db.outboxEmail.findMany({ where: { workflowId: world.id } });
  expect(JSON.stringify(emails)).not.toContain("social workers");
});

test("a frozen version cannot be changed or deleted, not even in the database", async () => {
  const world = await sent();
  await expect(db.letterVersion.updateMany({ where: { recordId: world.id }, data: { sha256: "0" } })).rejects.toThrow(/append-only/);
  await expect(db.letterVersion.deleteMany({ where: { recordId: world.id } })).rejects.toThrow(/append-only/);
});

test("what may identify a child stops the letter until each is looked at, one by one, with a reason", async () => {
  const world = await drafted();
  const area = await paragraphIn(world, "areas");
  await saveLetter({ recordId: world.id, actor: world.lead, boxes: write(area.id, "The team at SW1A 1AA has 9 social workers.", area.words.textRevision) });
  expect(await sendForCheck({ recordId: world.id, actor: world.lead })).toEqual({ kind: "refused", reason: "child-data" });
  const preview = await previewOf(world.id, "sentForCheck");
  expect(preview?.toCheck.map(({ key, hits }) => [key, hits.map(({ kind }) => kind)])).toEqual([[textKey(area.id), ["postcode"]]]);
  const [hit] = preview!.toCheck[0]!.hits;
  expect(Object.keys(marksOfLetter({ [hitFields.tick(hit!)]: "yes" }, preview!.toCheck).errors)).toEqual([hitFields.reason(hit!)]);
  const { marks, errors } = marksOfLetter({ [hitFields.tick(hit!)]: "yes", [hitFields.reason(hit!)]: "The council’s own office" }, preview!.toCheck);
  expect(errors).toEqual({});
  await done(sendForCheck({ recordId: world.id, actor: world.lead, marks }));
  expect(await db.childDataMark.findMany({ where: { workflowId: world.id }, select: { reason: true, byId: true } })).toEqual([{ reason: "The council’s own office", byId: world.lead.personId }]);
});

test("the final letter is frozen, lays out its areas, and tells the director, the chief executive and the lead member", async () => {
  const world = await final();
  const letters = await lettersOf(world.id, "letter.finalise");
  for (const who of ["Director of", "Chief executive of", "Lead member of"]) expect(letters).toEqual(expect.arrayContaining([expect.stringContaining(`> ${who} ${world.host.name}`)]));
  const areas = await db.planArea.findMany({ where: { recordId: world.id }, orderBy: { number: "asc" }, select: { number: true, title: true } });
  expect(areas).toEqual([{ number: 1, title: "Front door" }, { number: 2, title: "Workforce" }]);
  const head = (await headOf(world.host.chiefExecutive, world.id))!;
  const letter = await readLetter(world.host.chiefExecutive, head, { how: "page" });
  expect(letter?.content).toMatchObject({ accuracy: "agreed", lead: "Grace Lead", to: expect.arrayContaining([`Director of ${world.host.name}, dcs`]) as unknown });
  expect(letter?.kind).toBe("final");
});

test("two final letters at once: one is, the other is refused or too late, and the database would refuse it as well", async () => {
  const world = await sent();
  await done(agreeFacts({ recordId: world.id, actor: world.host.dcs }));
  const { revision } = (await headOf(world.lead, world.id))!;
  const results = await Promise.all([1, 2, 3, 4].map(() => finaliseLetter({ recordId: world.id, actor: world.lead, expectedRevision: revision, requestKey: randomUUID() })));
  expect(results.filter(({ kind }) => kind === "moved")).toHaveLength(1);
  expect(results.filter(({ kind }) => kind === "conflict")).toHaveLength(3);
  expect(await db.letterVersion.count({ where: { recordId: world.id, kind: "final" } })).toBe(1);
  expect(await finaliseLetter({ recordId: world.id, actor: world.lead })).toEqual({ kind: "refused", reason: "already-final" });
  const row = await db.letterVersion.findFirstOrThrow({ where: { recordId: world.id, kind: "final" } });
  await expect(db.letterVersion.create({ data: { recordId: world.id, kind: "final", version: 9, content: row.content!, sha256: row.sha256, byId: row.byId, at: row.at } })).rejects.toThrow(/letter_version_one_final|Unique/i);
});

test("silence is never agreement: the coordinator may go on only after the date, with a reason, and the letter says so", async () => {
  const world = await sent();
  const go = (reason: string) => proceedWithout({ recordId: world.id, actor: world.region.coordinator, reason });
  expect(await go("Asked three times")).toEqual({ kind: "refused", reason: "accuracyDatePassed" });
  const later = new Date(Date.now() + 40 * 86_400_000);
  expect(await at(later, () => go(" "))).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await at(later, () => proceedWithout({ recordId: world.id, actor: world.lead, reason: "No answer" }))).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await at(later, () => go("Asked three times"))).toMatchObject({ kind: "moved", to: "finalisingLetter" });
  await done(finaliseLetter({ recordId: world.id, actor: world.lead }));
  const head = (await headOf(world.host.dcs, world.id))!;
  expect((await readLetter(world.host.dcs, head, { how: "none" }))?.content.accuracy).toBe("noAnswer");
  const emails = await db.outboxEmail.findMany({ where: { workflowId: world.id } });
  expect(JSON.stringify(emails)).not.toContain("Asked three times");
});

test("who reads which letter: the team always, the authority from the sending, its leaders the final one, the region nothing", async () => {
  const world = await sent();
  const reads = async (who: typeof world.lead) => {
    const head = await headOf(who, world.id);
    return head ? (await letterVersions(head)).map(({ kind }) => kind) : null;
  };
  expect(await reads(world.lead)).toEqual(["sentForCheck"]);
  expect(await reads(world.challengers[0]!)).toEqual(["sentForCheck"]);
  expect(await reads(world.host.delegate)).toEqual(["sentForCheck"]);
  expect(await reads(world.host.chiefExecutive)).toEqual([]);
  expect(await reads(world.region.coordinator)).toEqual([]);
  expect(await reads(world.third.dcs)).toBeNull();
  await done(agreeFacts({ recordId: world.id, actor: world.host.dcs }));
  await done(finaliseLetter({ recordId: world.id, actor: world.lead }));
  expect(await reads(world.host.chiefExecutive)).toEqual(["final"]);
  expect(await reads(world.host.leadMember)).toEqual(["final"]);
  expect(await reads(world.region.coordinator)).toEqual([]);
  expect(await reads(world.third.dcs)).toBeNull();
});

test("whoever of the authority opens it is listed once in five minutes for each way, and the team is not", async () => {
  const world = await final();
  const open = async (who: typeof world.lead, how: "page" | "pdf") => readLetter(who, (await headOf(who, world.id))!, { how });
  await open(world.host.dcs, "page");
  await open(world.host.dcs, "page");
  await open(world.host.dcs, "pdf");
  await open(world.lead, "page");
  expect((await seenBy(world.id)).map(({ who, how }) => `${who} ${how}`).sort()).toEqual([`Director of ${world.host.name} page`, `Director of ${world.host.name} pdf`]);
  await at(new Date(Date.now() + 6 * 60_000), () => open(world.host.dcs, "page"));
  expect(await seenBy(world.id)).toHaveLength(3);
});
