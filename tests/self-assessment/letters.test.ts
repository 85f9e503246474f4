import { expect, test } from "vitest";

import { completeDraft, grantExtension } from "~/features/self-assessment";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { aSelfAssessment, done, written } from "./world";

/** What the letters of an event say beside their frame. */
async function about(workflowId: string, event: string): Promise<unknown[]> {
  const rows = await db.outboxEmail.findMany({ where: { workflowId, event: { event } }, select: { props: true } });
  return rows.map((row) => (row.props as { about: unknown }).about);
}

test("the letter that asks for the signature says by when it is awaited, three working days on", async () => {
  const world = await written(await aSelfAssessment());
  await at(new Date("2026-11-26T10:00:00Z"), () => done(completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate })));
  for (const letter of await about(world.id, "draft.complete")) expect(letter).toMatchObject({ stepDueOn: "2026-12-01", endorsementsNeeded: 2 });
});

test("the letter about more time says the new day and the old one", async () => {
  const world = await aSelfAssessment();
  await done(grantExtension({ selfAssessmentId: world.id, actor: world.region.coordinator, newDate: "2026-12-11", reason: "Inspection" }));
  const letters = await about(world.id, "extension.grant");
  expect(letters.length).toBeGreaterThan(0);
  for (const letter of letters) expect(letter).toMatchObject({ newDueOn: "2026-12-11", oldDueOn: "2026-11-30" });
});
