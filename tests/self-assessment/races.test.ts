import { expect, test } from "vitest";

import { completeDraft, editAgain, endorse, share, sign, submit } from "~/features/self-assessment";
import { documentContent } from "~/features/self-assessment/content";
import { fingerprint } from "~/features/document";
import { db } from "~/platform/db.server";
import { aSelfAssessment, answer, begun, done, lettersOf, save, signed, stateOf, submitted, text, written } from "./world";

const tries = [...Array(3).keys()];

test("two people who answer a question at the same moment: one is the answer, the other is kept aside", async () => {
  const world = await begun(await aSelfAssessment());
  const outcomes = await Promise.all([
    save(world, world.own.dcs, "vision", text("The director's")),
    save(world, world.own.delegate, "vision", text("The delegate's")),
  ]);
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["conflict", "saved"]);
  const kept = await db.answerHistory.findMany({ where: { answer: { selfAssessmentId: world.id } } });
  expect(new Set(kept.map((row) => JSON.stringify(row.value)))).toEqual(new Set(['{"text":"The director\'s"}', '{"text":"The delegate\'s"}']));
});

test("two people who save the very first answers at once both begin the writing, and it begins once", async () => {
  const world = await aSelfAssessment();
  const outcomes = await Promise.all([save(world, world.own.dcs, "vision", text("One")), save(world, world.own.delegate, "quality", text("Two"))]);
  expect(outcomes).toEqual([{ kind: "saved", revision: 1 }, { kind: "saved", revision: 1 }]);
  expect(await db.workflowEvent.count({ where: { workflowId: world.id, event: "writing.start" } })).toBe(1);
});

test("an edit that races with the signature is in the signed version, or refused: never in between", async () => {
  for (const _ of tries) {
    const world = await written(await aSelfAssessment());
    await done(completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate }));
    const [, saved] = await Promise.all([
      sign({ selfAssessmentId: world.id, actor: world.own.dcs, declaration: true }),
      save(world, world.own.delegate, "vision", text("Slipped in"), 1),
    ]);
    expect(saved).toEqual({ kind: "refused", reason: "not-being-written" });
    const version = await db.documentVersion.findFirstOrThrow({ where: { selfAssessmentId: world.id } });
    expect(documentContent.parse(version.content).answers["vision"]).toEqual({ text: "Every child safe and heard" });
    expect((await answer(world, "vision"))?.value).toEqual({ text: "Every child safe and heard" });
  }
});

test("an edit that races with sending the draft on is in it, or refused", async () => {
  for (const _ of tries) {
    const world = await written(await aSelfAssessment());
    const [sent, saved] = await Promise.all([
      completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate }),
      save(world, world.own.dcs, "vision", text("In time, or not at all"), 1),
    ]);
    expect(sent.kind).toBe("moved");
    const now = (await answer(world, "vision"))?.value;
    expect(now).toEqual(saved.kind === "saved" ? { text: "In time, or not at all" } : { text: "Every child safe and heard" });
  }
});

test("an endorsement that races with an edit counts for nothing afterwards, whichever came first", async () => {
  for (const _ of tries) {
    const world = await signed(await aSelfAssessment());
    const [endorsed, edited] = await Promise.all([
      endorse({ selfAssessmentId: world.id, actor: world.own.chiefExecutive, role: "chiefExecutive", version: 1 }),
      editAgain({ selfAssessmentId: world.id, actor: world.own.dcs }),
    ]);
    expect(edited.kind).toBe("moved");
    expect(["moved", "refused"]).toContain(endorsed.kind);
    expect(await stateOf(world.id)).toBe("inProgress");
    expect((await db.documentVersion.findFirstOrThrow({ where: { selfAssessmentId: world.id } })).voidedAt).not.toBeNull();
    await done(completeDraft({ selfAssessmentId: world.id, actor: world.own.dcs }));
    await done(sign({ selfAssessmentId: world.id, actor: world.own.dcs, declaration: true }));
    await done(endorse({ selfAssessmentId: world.id, actor: world.own.leadMember, role: "leadMember", version: 2 }));
    expect(await stateOf(world.id)).toBe("awaitingEndorsement");
  }
});

test("chief executive and lead member endorsing at the same moment complete the endorsement once", async () => {
  for (const _ of tries) {
    const world = await signed(await aSelfAssessment());
    const outcomes = await Promise.all([
      endorse({ selfAssessmentId: world.id, actor: world.own.chiefExecutive, role: "chiefExecutive" }),
      endorse({ selfAssessmentId: world.id, actor: world.own.leadMember, role: "leadMember" }),
    ]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["moved", "moved"]);
    expect(await stateOf(world.id)).toBe("awaitingSubmission");
    expect(await db.workflowEvent.count({ where: { workflowId: world.id, event: "endorsement.complete" } })).toBe(1);
  }
});

test("the same submission sent twice submits once, with one reference and one set of emails", async () => {
  const world = await signed(await aSelfAssessment());
  await done(endorse({ selfAssessmentId: world.id, actor: world.own.chiefExecutive, role: "chiefExecutive" }));
  await done(endorse({ selfAssessmentId: world.id, actor: world.own.leadMember, role: "leadMember" }));
  const press = () => submit({ selfAssessmentId: world.id, actor: world.own.delegate, requestKey: "the-same-press" });
  const outcomes = await Promise.all([press(), press()]);
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["moved", "repeated"]);
  expect(await lettersOf(world.id, "document.submit")).toHaveLength(4);
});

test("two coordinators sharing at once share once, and nobody is a reader twice", async () => {
  const world = await submitted(await aSelfAssessment());
  const outcomes = await Promise.all([world.region.coordinator, world.region.deputy].map((actor) => share({ selfAssessmentId: world.id, actor })));
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["moved", "refused"]);
  expect(await db.workflowParty.count({ where: { workflowId: world.id, role: "reader", to: null } })).toBe(2);
});

test("a page that is older than the record signs nothing", async () => {
  const world = await written(await aSelfAssessment());
  await done(completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate }));
  const { revision } = await db.workflow.findUniqueOrThrow({ where: { id: world.id } });
  await done(editAgain({ selfAssessmentId: world.id, actor: world.own.delegate }));
  await save(world, world.own.delegate, "vision", text("Something else"), 1);
  await done(completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate }));
  expect(await sign({ selfAssessmentId: world.id, actor: world.own.dcs, declaration: true, expectedRevision: revision })).toMatchObject({ kind: "conflict" });
  expect(await db.documentVersion.count({ where: { selfAssessmentId: world.id } })).toBe(0);
});

test("a version's fingerprint is that of its content, read back from the database", async () => {
  const world = await signed(await aSelfAssessment());
  const version = await db.documentVersion.findFirstOrThrow({ where: { selfAssessmentId: world.id } });
  expect(fingerprint(version.content)).toBe(version.sha256);
  expect(version.sha256).toMatch(/^[0-9a-f]{64}$/);
});
