import { expect, test } from "vitest";

import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { calendarAround } from "../../prisma/seed/days";
import { findingsStory } from "../../prisma/seed/findings";
import { findingsOf } from "~/features/challenge-record";
import { childDataIn } from "~/features/child-data";
import { aChallengeRecord, stateOf } from "../challenge-record/world";

test.each([0, 1, 2, 3])("the story of a team's findings (%i) is told by the verbs people use, and holds nothing about a child", async (variant) => {
  const calendar = calendarAround(new Date());
  const world = await at(calendar.moment(-10, 9), () => aChallengeRecord());
  const moments = findingsStory({ of: "ashford", calendar, heldOn: -10, variant, upTo: variant === 3 ? "filing" : "finished", recordId: async () => world.id });
  for (const moment of moments) await at(moment.at, moment.act);
  expect(await stateOf(world.id)).toBe(variant === 3 ? "filingFindings" : "draftingLetter");
  const findings = await findingsOf(world.id);
  expect(findings.length).toBeGreaterThan(3);
  for (const finding of findings) expect(childDataIn(finding.text)).toEqual([]);
  expect(await db.finding.count({ where: { recordId: world.id, filedAt: null } })).toBe(variant === 3 ? 4 : 0);
});
