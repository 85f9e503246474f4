import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { headOf } from "~/features/challenge-record";
import { agreeFacts, answerPoint, finaliseLetter, giveResponse, keepResponse, raisePoint, readLetter, removePoint, responseTo, saveLetter, sendAnswers, sendForCheck, submitPoints } from "~/features/letter";
import { changesBetween } from "~/features/letter/changes";
import { pointFile, pointsFor } from "~/features/letter/points.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { inboxOf } from "~/workflow/inbox.server";
import { publishMachines } from "~/workflow/publish.server";
import { aPoint, done, paragraphIn, pointOn, pointsSent, sent, stateOf } from "./world";

const quote = "The team has 9 social workers";

test("director and delegate write points down; only the director sends them, and at least one", async () => {
  const world = await sent();
  expect(await submitPoints({ recordId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "hasPoints" });
  expect(await raisePoint({ ...(await pointOn(world, quote)), actor: world.host.delegate })).toEqual({ kind: "saved" });
  expect(await submitPoints({ recordId: world.id, actor: world.host.delegate })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await submitPoints({ recordId: world.id, actor: world.host.dcs })).toMatchObject({ kind: "moved", to: "answeringPoints" });
});

test("checking the facts stands among the tasks of the director who sends the points and of the delegate who writes them, each on its own page", async () => {
  const world = await sent();
  const tasksOf = async (actor: SignedIn) => (await inboxOf(actor)).filter(({ workflowId }) => workflowId === world.id).map(({ task, path }) => ({ task, path }));
  const path = `/challenge-records/${world.id}/accuracy`;
  expect(await tasksOf(world.host.delegate)).toEqual([{ task: expect.stringMatching(/^Write the points of accuracy for your director: /) as unknown, path }]);
  expect(await tasksOf(world.host.dcs)).toEqual([{ task: expect.stringMatching(/^Check the facts of the letter: /) as unknown, path }]);
  await aPoint(world, { quote });
  await done(submitPoints({ recordId: world.id, actor: world.host.dcs }));
  expect(await tasksOf(world.host.delegate)).toEqual([]);
  expect(await tasksOf(world.lead)).toEqual([{ task: expect.stringMatching(/^Answer the points of accuracy: /) as unknown, path }]);
});

test("a step that comes to be awaited of another role stands in their inbox from the next start on", async () => {
  const world = await sent();
  const waits = () => db.workflowParty.findMany({ where: { workflowId: world.id, to: null, waiting: true }, select: { role: true }, orderBy: { role: "asc" } });
  const before = await waits();
  expect(before.map(({ role }) => role)).toEqual(["hostDcs", "hostDelegate"]);
  await db.workflowParty.updateMany({ where: { workflowId: world.id, role: { in: ["hostDelegate", "leadChallenger"] } }, data: { waiting: true } });
  await db.workflowParty.updateMany({ where: { workflowId: world.id, role: "hostDcs" }, data: { waiting: false } });
  await publishMachines();
  expect(await waits()).toEqual(before);
});

test("a point must be a fact, quote the paragraph, and come from the authority", async () => {
  const world = await sent();
  const point = await pointOn(world, quote);
  expect(await raisePoint({ ...point, isFact: false })).toEqual({ kind: "refused", reason: "not-a-fact" });
  expect(await raisePoint({ ...point, quote: "The team is lazy" })).toEqual({ kind: "refused", reason: "not-quoted" });
  expect(await raisePoint({ ...point, paragraphId: randomUUID() })).toEqual({ kind: "refused", reason: "no-such-paragraph" });
  expect(await raisePoint({ ...point, actor: world.lead })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await raisePoint({ ...point, actor: world.other.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  // Other quotation marks and spaces are the same words.
  expect(await raisePoint({ ...point, quote: `  the team  has 9\nsocial workers ` })).toEqual({ kind: "saved" });
});

test("the same press twice is one point; two people changing one point at once lose nothing", async () => {
  const world = await sent();
  const point = await pointOn(world, quote);
  expect((await Promise.all([raisePoint(point), raisePoint(point)])).map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  expect(await db.accuracyPoint.count({ where: { recordId: world.id } })).toBe(1);
  const changes = await Promise.all([raisePoint({ ...point, wrong: "There are eleven." }), raisePoint({ ...point, wrong: "There are ten.", actor: world.host.delegate })]);
  expect(changes.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
  expect(await removePoint({ recordId: world.id, actor: world.host.delegate, pointId: point.pointId })).toEqual({ kind: "saved" });
  // Taken back already, and said so: the same press by two hands.
  expect(await removePoint({ recordId: world.id, actor: world.host.dcs, pointId: point.pointId })).toEqual({ kind: "saved" });
});

test("a point may carry a file, which is what its content says; the lead challenger opens it once the points are sent", async () => {
  const world = await sent();
  const point = await pointOn(world, quote);
  const pdf = (words: string) => new File([`%PDF-1.7\n%${words}\n%%EOF\n`], "../figures.doc");
  expect(await raisePoint({ ...point, file: new File(["not what it says"], "figures.pdf") })).toEqual({ kind: "refused", reason: "file-type" });
  expect(await db.accuracyPoint.count({ where: { recordId: world.id } })).toBe(0);
  expect((await Promise.all([raisePoint({ ...point, file: pdf("March") }), raisePoint({ ...point, file: pdf("March") })])).map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  const head = async (actor: SignedIn) => (await headOf(actor, world.id))!;
  expect((await pointFile(await head(world.host.dcs), point.pointId))?.name).toBe("figures.pdf");
  expect(await pointFile(await head(world.lead), point.pointId)).toBeNull();
  // Words changed without a file keep it.
  expect(await raisePoint({ ...point, wrong: "There are eleven." })).toEqual({ kind: "saved" });
  await done(submitPoints({ recordId: world.id, actor: world.host.dcs }));
  expect(await pointFile(await head(world.lead), point.pointId)).toMatchObject({ name: "figures.pdf", type: "application/pdf" });
});

test("the director cannot say that the facts are right while a point is written down", async () => {
  const world = await sent();
  const pointId = await aPoint(world, { quote });
  expect(await agreeFacts({ recordId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "noPointWritten" });
  await removePoint({ recordId: world.id, actor: world.host.dcs, pointId });
  expect(await agreeFacts({ recordId: world.id, actor: world.host.delegate })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await agreeFacts({ recordId: world.id, actor: world.host.dcs })).toMatchObject({ kind: "moved", to: "finalisingLetter" });
});

test("one point accepted and one refused as an opinion: the paragraph changes, both have a reason, and the final letter shows it", async () => {
  const world = await pointsSent([quote, "Supervision is not always recorded."]);
  const [fact, opinion] = world.pointIds;
  const answer = (pointId: string, outcome: Parameters<typeof answerPoint>[0]["outcome"], words = "You are right.") => answerPoint({ recordId: world.id, actor: world.lead, pointId, answer: words, outcome });
  expect(await sendAnswers({ recordId: world.id, actor: world.lead })).toEqual({ kind: "refused", reason: "everyPointAnswered" });
  const area = await paragraphIn(world, "areas");
  const text = "The team has 12 social workers, and calls wait.";
  expect(await answer(fact!, { kind: "accepted", text: area.words.text, baseRevision: area.words.textRevision })).toEqual({ kind: "refused", reason: "nothing-changed" });
  expect(await answer(fact!, { kind: "accepted", text, baseRevision: area.words.textRevision }, " ")).toEqual({ kind: "refused", reason: "no-answer" });
  expect(await answer(fact!, { kind: "accepted", text, baseRevision: area.words.textRevision })).toEqual({ kind: "saved" });
  // While they are being written, the answers are the lead challenger's alone.
  const asHost = async () => pointsFor((await headOf(world.host.dcs, world.id))!);
  expect((await asHost()).map(({ outcome }) => outcome)).toEqual([null, null]);
  expect(await answer(opinion!, { kind: "refused", ground: "opinion" }, "This is what we saw, not a count.")).toEqual({ kind: "saved" });
  await done(sendAnswers({ recordId: world.id, actor: world.lead }));
  expect((await asHost()).map(({ outcome, refusal, before, after }) => ({ outcome, refusal, before, after }))).toEqual([
    { outcome: "accepted", refusal: null, before: "The team has 9 social workers, and calls wait.", after: text },
    { outcome: "refused", refusal: "opinion", before: null, after: null },
  ]);
  await done(finaliseLetter({ recordId: world.id, actor: world.lead }));
  const head = (await headOf(world.lead, world.id))!;
  const [checked, finished] = [await readLetter(world.lead, head, { kind: "sentForCheck", how: "none" }), await readLetter(world.lead, head, { kind: "final", how: "none" })];
  expect(finished?.content.accuracy).toBe("pointsAnswered");
  expect(changesBetween(checked!.content.paragraphs, finished!.content.paragraphs).map(({ kind, after }) => [kind, after.includes("12 social workers")])).toEqual([["changed", true]]);
});

test("a paragraph changed in another window is not overwritten by an accepted point", async () => {
  const world = await pointsSent([quote]);
  const area = await paragraphIn(world, "areas");
  await saveLetter({ recordId: world.id, actor: world.lead, boxes: [{ paragraphId: area.id, part: "text", value: "Changed elsewhere.", baseRevision: area.words.textRevision }] });
  const answered = await answerPoint({ recordId: world.id, actor: world.lead, pointId: world.pointIds[0]!, answer: "Right.", outcome: { kind: "accepted", text: "There are 12.", baseRevision: area.words.textRevision } });
  expect(answered).toEqual({ kind: "conflict" });
  expect((await paragraphIn(world, "areas")).words.text).toBe("Changed elsewhere.");
  expect(await db.keptTextHistory.count({ where: { value: "There are 12.", outcome: "conflict" } })).toBe(1);
});

test("one point decided in two windows at once, accepted in one and refused in the other: the point and the paragraph say the same", async () => {
  for (let round = 0; round < 4; round += 1) {
    const world = await pointsSent([quote]);
    const pointId = world.pointIds[0]!;
    const area = await paragraphIn(world, "areas");
    const text = "The team has 12 social workers, and calls wait.";
    const press = { recordId: world.id, actor: world.lead, pointId };
    await Promise.all([
      answerPoint({ ...press, answer: "You are right.", outcome: { kind: "accepted", text, baseRevision: area.words.textRevision } }),
      answerPoint({ ...press, answer: "That is how we see it.", outcome: { kind: "refused", ground: "opinion" } }),
    ]);
    const point = await db.accuracyPoint.findUniqueOrThrow({ where: { id: pointId } });
    const now = (await paragraphIn(world, "areas")).words.text;
    expect([point.outcome, now]).toEqual(point.outcome === "accepted" ? ["accepted", text] : ["refused", "The team has 9 social workers, and calls wait."]);
  }
});

test("one point accepted in two windows at once with other words: one stands, the other is told, and nothing typed is lost", async () => {
  const world = await pointsSent([quote]);
  const area = await paragraphIn(world, "areas");
  const texts = ["The team has 12 social workers.", "Twelve social workers are in the team."];
  const results = await Promise.all(texts.map((text) => answerPoint({
    recordId: world.id, actor: world.lead, pointId: world.pointIds[0]!, answer: "You are right.", outcome: { kind: "accepted", text, baseRevision: area.words.textRevision },
  })));
  expect(results.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
  const point = await db.accuracyPoint.findUniqueOrThrow({ where: { id: world.pointIds[0]! } });
  expect(point.after).toBe((await paragraphIn(world, "areas")).words.text);
  const kept = (await db.keptTextHistory.findMany({ where: { text: { workflowId: world.id } } })).map(({ value }) => value);
  for (const text of texts) expect(kept).toContain(text);
});

test("points raised while the letter is sent again belong to one version or are refused, never to none", async () => {
  const world = await sent();
  const stale = await pointOn(world, quote);
  await done(agreeFacts({ recordId: world.id, actor: world.host.dcs }));
  const results = await Promise.all([
    sendForCheck({ recordId: world.id, actor: world.lead }),
    ...Array.from({ length: 5 }, () => raisePoint({ ...stale, pointId: randomUUID() })),
  ]);
  expect(results[0]).toMatchObject({ kind: "moved" });
  for (const raised of results.slice(1)) expect(raised).toMatchObject({ kind: "refused" });
  expect(await raisePoint({ ...stale, pointId: randomUUID() })).toEqual({ kind: "refused", reason: "other-version" });
  expect(await submitPoints({ recordId: world.id, actor: world.host.dcs, version: 1 })).toEqual({ kind: "refused", reason: "other-version" });
  expect(await raisePoint({ ...stale, pointId: randomUUID(), version: 2 })).toEqual({ kind: "saved" });
  expect(await db.accuracyPoint.count({ where: { recordId: world.id } })).toBe(1);
});

test("points sent and written at the same moment: what was written is sent with them or refused", async () => {
  const world = await sent();
  await aPoint(world, { quote });
  const late = await pointOn(world, "Supervision is not always recorded.");
  const [submitted, raised] = await Promise.all([submitPoints({ recordId: world.id, actor: world.host.dcs }), raisePoint({ ...late, actor: world.host.delegate })]);
  expect(submitted).toMatchObject({ kind: "moved" });
  const unsent = await db.accuracyPoint.count({ where: { recordId: world.id, submittedAt: null } });
  expect(unsent).toBe(0);
  expect(await db.accuracyPoint.count({ where: { recordId: world.id } })).toBe(raised.kind === "saved" ? 2 : 1);
  expect(await stateOf(world.id)).toBe("answeringPoints");
});

test("the response stands beside the letter, changes nothing in it, and only the director gives it", async () => {
  const world = await sent();
  const text = "We are proud of our team, and would have said more of it.";
  expect(await giveResponse({ recordId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "empty" });
  expect(await keepResponse({ recordId: world.id, actor: world.host.delegate, text, baseRevision: 0 })).toMatchObject({ kind: "saved" });
  expect(await giveResponse({ recordId: world.id, actor: world.host.delegate })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await responseTo(world.id)).toBeNull();
  await done(giveResponse({ recordId: world.id, actor: world.host.dcs }));
  expect(await responseTo(world.id)).toMatchObject({ text, by: `Director of ${world.host.name}` });
  expect(await stateOf(world.id)).toBe("awaitingAccuracyCheck");
  expect(JSON.stringify(await db.letterVersion.findMany({ where: { recordId: world.id } }))).not.toContain("proud of our team");
  await expect(db.hostResponse.updateMany({ where: { recordId: world.id }, data: { text: "Other words" } })).rejects.toThrow(/append-only/);
});
