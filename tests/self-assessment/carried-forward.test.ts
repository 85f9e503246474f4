import { expect, test } from "vitest";

import { completeDraft, saveAnswer } from "~/features/self-assessment";
import { chapterPage } from "~/features/self-assessment/drafts.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { db } from "~/platform/db.server";
import { addWorkingDays } from "~/workflow/working-days";
import { aDraft, datesAround, someDates } from "../cycle/region";
import { openRound } from "~/features/cycle";
import { answer, aSelfAssessment, done, save, shared, stateOf, text, type World } from "./world";

/** The round after this one, with the same template. */
async function nextRound(world: World): Promise<World> {
  const before = await db.cycle.findUniqueOrThrow({ where: { id: world.cycleId } });
  const cycleId = await aDraft(world.region, {
    name: "2027/28",
    templateVersionId: before.templateVersionId,
    rules: { endorsements: [], outlierRule: false },
    dates: datesAround(addWorkingDays(someDates.endsOn, 100)),
  });
  await db.cycle.update({ where: { id: cycleId }, data: { previousCycleId: world.cycleId } });
  await done(openRound(cycleId, world.region.coordinator));
  const next = await db.selfAssessment.findFirstOrThrow({ where: { cycleId, authorityId: world.own.id } });
  return { ...world, id: next.id, cycleId };
}

test("last round's answers come along, marked until somebody has looked at them", async () => {
  const world = await nextRound(await shared(await aSelfAssessment()));
  expect(await answer(world, "vision")).toEqual({ value: { text: "Every child safe and heard" }, revision: 0, carriedForward: true });
  const head = (await headOf(world.own.dcs, world.id))!;
  expect((await chapterPage(world.own.dcs, head, "leadership"))?.answers["vision"]).toMatchObject({ carriedForward: true });
  expect(await stateOf(world.id)).toBe("notStarted");
});

test("last round's words do not go to the director until they are changed, or said to hold", async () => {
  const world = await nextRound(await shared(await aSelfAssessment()));
  await save(world, world.own.dcs, "quality", text("This year's words"));
  const send = () => completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate });
  expect(await send()).toEqual({ kind: "refused", reason: "everythingAnswered" });
  await save(world, world.own.dcs, "vision", text("Every child safe and heard"));
  expect(await send()).toEqual({ kind: "refused", reason: "everythingAnswered" });
  const looked = await saveAnswer({ selfAssessmentId: world.id, questionId: "vision", value: text("Every child safe and heard"), baseRevision: 0, actor: world.own.dcs, looked: true });
  expect(looked).toEqual({ kind: "saved", revision: 1 });
  await done(send());
});

test("last round's words that are replaced stay in the history", async () => {
  const world = await nextRound(await shared(await aSelfAssessment()));
  await save(world, world.own.dcs, "vision", text("New words"));
  const rows = await db.answerHistory.findMany({ where: { answer: { selfAssessmentId: world.id, questionId: "vision" } }, orderBy: { revision: "asc" } });
  expect(rows.map((row) => row.value)).toEqual([{ text: "Every child safe and heard" }, { text: "New words" }]);
});
