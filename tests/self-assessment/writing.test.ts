import { expect, test } from "vitest";

import { resolveConflict, saveAnswer } from "~/features/self-assessment";
import { conflictSides } from "~/features/self-assessment/drafts.server";
import { db } from "~/platform/db.server";
import { answer, aSelfAssessment, begun, done, inPost, save, signed, stateOf, submitted, text, withAuthor } from "./world";

const history = (id: string, questionId: string) =>
  db.answerHistory.findMany({ where: { answer: { selfAssessmentId: id, questionId } }, orderBy: [{ at: "asc" }, { id: "asc" }], select: { value: true, outcome: true, revision: true } });

test("saving the first answer begins the writing", async () => {
  const world = await aSelfAssessment();
  expect(await save(world, world.own.delegate, "vision", text("Safe and heard"))).toEqual({ kind: "saved", revision: 1 });
  expect(await stateOf(world.id)).toBe("inProgress");
  expect(await answer(world, "vision")).toMatchObject({ value: { text: "Safe and heard" }, revision: 1 });
});

test("looking at a chapter and saving it empty keeps nothing", async () => {
  const world = await begun(await aSelfAssessment());
  expect(await save(world, world.own.dcs, "vision", text("   "))).toEqual({ kind: "saved", revision: 0 });
  expect(await answer(world, "vision")).toBeNull();
});

test("every saved text stays in the history, also when the answer is emptied", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "vision", text("One"), 0);
  await save(world, world.own.dcs, "vision", text("Two"), 1);
  await save(world, world.own.dcs, "vision", text(""), 2);
  expect((await history(world.id, "vision")).map((row) => row.value)).toEqual([{ text: "One" }, { text: "Two" }, { text: "" }]);
});

test("two windows on the same answer: the second is kept aside and both are shown", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "vision", text("From the first window"), 0);
  const second = await save(world, world.own.dcs, "vision", text("From the second window"), 0);
  expect(second).toMatchObject({ kind: "conflict", revision: 1 });
  expect(await answer(world, "vision")).toMatchObject({ value: { text: "From the first window" }, revision: 1 });
  expect(await conflictSides(world.id)).toMatchObject([{ kept: { text: "From the second window" }, current: { text: "From the first window", revision: 1 } }]);
});

test("a page that is older than the answer, but whose box nobody touched, conflicts with nothing", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "vision", text("One"), 0);
  await save(world, world.own.delegate, "vision", text("Two"), 1);
  expect(await save(world, world.own.dcs, "vision", text("One"), 1)).toEqual({ kind: "saved", revision: 2 });
  expect(await save(world, world.own.dcs, "vision", text(""), 0)).toEqual({ kind: "saved", revision: 2 });
  expect(await conflictSides(world.id)).toEqual([]);
});

test("the same text saved twice is one revision", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "vision", text("One"), 0);
  expect(await save(world, world.own.dcs, "vision", text("One"), 0)).toEqual({ kind: "saved", revision: 1 });
  expect(await history(world.id, "vision")).toHaveLength(1);
});

for (const { take, becomes } of [
  { take: "kept", becomes: "Second" },
  { take: "current", becomes: "First" },
  { take: "both", becomes: "First\n\nSecond" },
] as const) {
  test(`settling a conflict by taking "${take}" makes that the answer, and the rest stays in the history`, async () => {
    const world = await begun(await aSelfAssessment());
    await save(world, world.own.dcs, "vision", text("First"), 0);
    const kept = await save(world, world.own.delegate, "vision", text("Second"), 0);
    if (kept.kind !== "conflict") throw new Error("there should be a conflict");
    expect(await resolveConflict({ selfAssessmentId: world.id, keptId: kept.keptId, take, actor: world.own.delegate })).toMatchObject({ kind: "saved" });
    expect(await answer(world, "vision")).toMatchObject({ value: { text: becomes } });
    expect((await history(world.id, "vision")).map((row) => row.value)).toEqual(expect.arrayContaining([{ text: "First" }, { text: "Second" }]));
    expect(await conflictSides(world.id)).toEqual([]);
  });
}

test("a conflict is settled once: the second to press finds it settled", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "vision", text("First"), 0);
  const kept = await save(world, world.own.delegate, "vision", text("Second"), 0);
  if (kept.kind !== "conflict") throw new Error("there should be a conflict");
  const settle = (actor: typeof world.own.dcs) => resolveConflict({ selfAssessmentId: world.id, keptId: kept.keptId, take: "both", actor });
  const outcomes = await Promise.all([settle(world.own.dcs), settle(world.own.delegate)]);
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["refused", "saved"]);
  expect(await answer(world, "vision")).toMatchObject({ value: { text: "First\n\nSecond" }, revision: 2 });
});

test("settling on an older page than the answer changes nothing and says so", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "vision", text("First"), 0);
  const kept = await save(world, world.own.delegate, "vision", text("Second"), 0);
  if (kept.kind !== "conflict") throw new Error("there should be a conflict");
  await save(world, world.own.dcs, "vision", text("Third"), 1);
  expect(await resolveConflict({ selfAssessmentId: world.id, keptId: kept.keptId, take: "kept", actor: world.own.dcs, baseRevision: 1 })).toMatchObject({ kind: "conflict", revision: 2 });
  expect(await answer(world, "vision")).toMatchObject({ value: { text: "Third" } });
});

test("a conflict of another self-assessment cannot be settled from this one", async () => {
  const world = await begun(await aSelfAssessment());
  const elsewhere = await begun(await aSelfAssessment());
  await save(elsewhere, elsewhere.own.dcs, "vision", text("First"), 0);
  const kept = await save(elsewhere, elsewhere.own.dcs, "vision", text("Second"), 0);
  if (kept.kind !== "conflict") throw new Error("there should be a conflict");
  expect(await resolveConflict({ selfAssessmentId: world.id, keptId: kept.keptId, take: "kept", actor: world.own.dcs })).toEqual({ kind: "refused", reason: "no-such-conflict" });
});

test("an author writes in the chapters asked of them and in no other", async () => {
  const world = await withAuthor(await aSelfAssessment());
  expect(await save(world, world.author, "vision", text("Mine"))).toEqual({ kind: "saved", revision: 1 });
  expect(await save(world, world.author, "quality", text("Not mine"))).toEqual({ kind: "refused", reason: "not-your-chapter" });
  expect(await answer(world, "quality")).toBeNull();
});

test("nobody else can write: not the coordinator, the chief executive, another director, or an author nobody asked", async () => {
  const world = await begun(await aSelfAssessment());
  for (const actor of [world.region.coordinator, world.own.chiefExecutive, world.own.leadMember, world.other.dcs, world.author]) {
    expect(await save(world, actor, "vision", text("Not mine to write"))).toEqual({ kind: "refused", reason: "not-your-role" });
  }
  expect(await saveAnswer({ selfAssessmentId: world.id, questionId: "vision", value: text("A machine's"), baseRevision: 0, actor: { kind: "system" } })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await answer(world, "vision")).toBeNull();
});

test("an author who no longer holds a post in the authority can no longer write", async () => {
  const world = await withAuthor(await aSelfAssessment());
  await db.holding.updateMany({ where: { personId: world.author.personId }, data: { to: new Date("2026-02-01") } });
  expect(await save(world, world.author, "vision", text("From elsewhere"))).toEqual({ kind: "refused", reason: "not-your-role" });
});

test("a new director writes the same minute, and the old one no longer does", async () => {
  const world = await begun(await aSelfAssessment());
  const [post] = world.own.dcs.holdings;
  await db.holding.updateMany({ where: { personId: world.own.dcs.personId }, data: { to: new Date("2026-02-01") } });
  const successor = await inPost(post!.postId, "New Director");
  expect(await save(world, world.own.dcs, "vision", text("The old one's"))).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await save(world, successor, "vision", text("The new one's"))).toEqual({ kind: "saved", revision: 1 });
});

test("a question that is not in the template, or an answer of another kind, is refused and not kept", async () => {
  const world = await begun(await aSelfAssessment());
  expect(await save(world, world.own.dcs, "no-such-question", text("x"))).toEqual({ kind: "refused", reason: "no-such-question" });
  expect(await save(world, world.own.dcs, "strengths", text("x"))).toEqual({ kind: "refused", reason: "not-valid" });
  expect(await save(world, world.own.dcs, "vision", text("x".repeat(60_001)))).toEqual({ kind: "refused", reason: "not-valid" });
  expect(await db.answer.count({ where: { selfAssessmentId: world.id } })).toBe(0);
});

test("nothing can be written once the director has signed, nor after submission", async () => {
  const awaiting = await signed(await aSelfAssessment());
  const inside = await submitted(await aSelfAssessment());
  for (const world of [awaiting, inside]) {
    expect(await save(world, world.own.dcs, "vision", text("Too late"), 1)).toEqual({ kind: "refused", reason: "not-being-written" });
    expect(await answer(world, "vision")).toMatchObject({ value: { text: "Every child safe and heard" } });
  }
});

test("an answer over its limit is kept, and stands in the way of sending it until it is shortened", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "quality", text("Good"));
  const { completeDraft } = await import("~/features/self-assessment");
  expect(await save(world, world.own.dcs, "vision", text("word ".repeat(21).trim()))).toMatchObject({ kind: "saved" });
  expect(await completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate })).toEqual({ kind: "refused", reason: "everythingAnswered" });
  await save(world, world.own.dcs, "vision", text("word ".repeat(20).trim()), 1);
  await done(completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate }));
});
