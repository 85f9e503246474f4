import fc from "fast-check";
import { expect, test } from "vitest";

import { resolveConflict } from "~/features/self-assessment";
import { openConflicts } from "~/features/self-assessment/drafts.server";
import { db } from "~/platform/db.server";
import { answer, aSelfAssessment, begun, save, text } from "./world";

/** What one of several editors does next: type and save on what they last saw, look again, or settle a conflict. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("save" as const), editor: fc.nat(3), words: fc.string({ minLength: 1, maxLength: 12 }).filter((words) => words.trim() !== "" && !words.includes("\u0000")) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("look" as const), editor: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("settle" as const), editor: fc.nat(3), take: fc.constantFrom("kept" as const, "current" as const, "both" as const) }) },
);

test("whatever several editors do at once, every text typed is the answer now or in its history", async () => {
  const world = await begun(await aSelfAssessment());
  const people = [world.own.dcs, world.own.delegate, world.own.dcs, world.own.delegate];
  const questions = ["quality", "vision"];
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (moments) => {
      round += 1;
      const questionId = questions[round % questions.length]!;
      const seen = people.map(() => 0);
      const typed: string[] = [];
      for (const moment of moments) {
        // Everything within one moment runs at once.
        await Promise.all(moment.map(async (act) => {
          const actor = people[act.editor]!;
          if (act.kind === "look") {
            seen[act.editor] = (await answer(world, questionId))?.revision ?? 0;
          } else if (act.kind === "settle") {
            const [conflict] = (await openConflicts(world.id)).filter((one) => one.questionId === questionId);
            if (conflict) await resolveConflict({ selfAssessmentId: world.id, keptId: conflict.keptId, take: act.take, actor });
          } else {
            const words = `${round}: ${act.words}`;
            typed.push(words);
            const saved = await save(world, actor, questionId, text(words), seen[act.editor]!);
            expect(saved.kind).not.toBe("refused");
            if (saved.kind === "saved") seen[act.editor] = saved.revision;
          }
        }));
      }
      const rows = await db.answerHistory.findMany({ where: { answer: { selfAssessmentId: world.id, questionId } }, select: { value: true } });
      const kept = new Set([...rows.map((row) => (row.value as { text: string }).text), ((await answer(world, questionId))?.value as { text: string } | undefined)?.text]);
      expect(typed.filter((words) => !kept.has(words))).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("revisions of an answer are never skipped and never used twice, however many save at once", async () => {
  const world = await begun(await aSelfAssessment());
  const outcomes = await Promise.all([...Array(8).keys()].map((n) => save(world, n % 2 ? world.own.dcs : world.own.delegate, "quality", text(`Version ${n}`), 0)));
  expect(outcomes.filter((outcome) => outcome.kind === "saved")).toHaveLength(1);
  expect(await openConflicts(world.id)).toHaveLength(7);
  const saved = await db.answerHistory.findMany({ where: { answer: { selfAssessmentId: world.id }, outcome: "saved" }, select: { revision: true } });
  expect(saved.map((row) => row.revision)).toEqual([1]);
});
