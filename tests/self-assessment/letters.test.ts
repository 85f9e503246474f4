import { expect, test } from "vitest";

import { completeDraft, grantExtension } from "~/features/self-assessment";
import { db } from "~/platform/db.server";
import { someDates } from "../cycle/region";
import { workingDay } from "../support/days";
import { aSelfAssessment, done, written } from "./world";

/** What the letters of an event say beside their frame. */
async function about(workflowId: string, event: string): Promise<unknown[]> {
  const rows = await db.outboxEmail.findMany({ where: { workflowId, event: { event } }, select: { props: true } });
  return rows.map((row) => (row.props as { about: unknown }).about);
}

test("the letter that asks for the signature says by when it is awaited, three working days on", async () => {
  const world = await written(await aSelfAssessment());
  await done(completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate }));
  const letters = await about(world.id, "draft.complete");
  expect(letters.length).toBeGreaterThan(0);
  for (const letter of letters) expect(letter).toMatchObject({ stepDueOn: workingDay(3), endorsementsNeeded: 2 });
});

test("the letter about more time says the new day and the old one", async () => {
  const world = await aSelfAssessment();
  await done(grantExtension({ selfAssessmentId: world.id, actor: world.region.coordinator, newDate: someDates.endsOn, reason: "Inspection" }));
  const letters = await about(world.id, "extension.grant");
  expect(letters.length).toBeGreaterThan(0);
  for (const letter of letters) expect(letter).toMatchObject({ newDueOn: someDates.endsOn, oldDueOn: someDates.submissionsDueOn });
});
