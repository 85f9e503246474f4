import { expect, test } from "vitest";
import { completeDraft, saveAnswer, sign } from "~/features/self-assessment";
import { seedSmall } from "../../prisma/seed";
import { testDatabase } from "../support/database";

const { db } = await testDatabase();
const world = await seedSmall();

test("a small world has two open rounds, one self-assessment an authority, and nobody missing from a post", async () => {
  const rounds = await db.workflow.findMany({ where: { machine: "cycle" }, select: { id: true, state: true, regionId: true } });
  expect(rounds.map(({ state }) => state)).toEqual(["open", "open"]);
  expect(await db.workflow.count({ where: { machine: "self-assessment", state: "notStarted" } })).toBe(7);
  expect(await db.post.count({ where: { holdings: { none: {} } } })).toBe(0);
  for (const region of [world.southEast, world.yorkshire]) {
    for (const authorityId of region.authorityIds) {
      for (const kind of ["dcs", "dcs-delegate", "chief-executive", "lead-member", "performance-lead"] as const) {
        expect(region.person(kind, authorityId).email).toMatch(new RegExp(`@${authorityId}\\.example$`));
      }
      expect(region.authors(authorityId).length).toBeGreaterThanOrEqual(3);
    }
    for (const kind of ["sli-coordinator", "regional-chair", "data-analyst", "region-observer"] as const) expect(region.person(kind).name).not.toBe("");
  }
});

test("its people can go on at once: a delegate writes and a director signs", async () => {
  const { southEast } = world;
  const selfAssessmentId = southEast.selfAssessmentId("kent");
  const delegate = southEast.person("dcs-delegate", "kent").actor;
  for (const questionId of ["context", "practice-audit"]) {
    expect(await saveAnswer({ selfAssessmentId, questionId, value: { text: "Much has changed." }, baseRevision: 0, actor: delegate })).toMatchObject({ kind: "saved" });
  }
  expect(await completeDraft({ selfAssessmentId, actor: delegate })).toMatchObject({ kind: "moved", to: "readyForDcs" });
  expect(await sign({ selfAssessmentId, actor: delegate, declaration: true })).toMatchObject({ kind: "refused" });
  expect(await sign({ selfAssessmentId, actor: southEast.person("dcs", "kent").actor, declaration: true })).toMatchObject({ kind: "moved", to: "awaitingEndorsement" });
});
