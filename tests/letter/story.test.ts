import { expect, test } from "vitest";

import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { tell } from "../../prisma/seed/clockwork";
import { calendarAround } from "../../prisma/seed/days";
import { daysTo, letterWay, type LetterStage } from "../../prisma/seed/letters";
import { findingsIn, stateOf } from "./world";

const calendar = calendarAround(now());

/** A record whose findings were finished long enough ago, told on to a stage. */
async function told(to: LetterStage, more: Partial<Parameters<typeof letterWay>[0]> = {}): Promise<string> {
  const from = -daysTo(to) - 8;
  const world = await at(calendar.moment(from, 9), () => findingsIn());
  await tell(letterWay({ of: world.host.name, recordId: () => Promise.resolve(world.id), calendar, from, to, ...more }), { until: now() });
  return world.id;
}

test("the demonstration tells letters to every state, by the verbs that people use", { timeout: 240_000 }, async () => {
  expect(await stateOf(await told("sent"))).toBe("awaitingAccuracyCheck");
  expect(await stateOf(await told("pointsSent"))).toBe("answeringPoints");
  expect(await stateOf(await told("checked", { check: "agrees" }))).toBe("finalisingLetter");
  expect(await stateOf(await told("final"))).toBe("awaitingActionPlan");
  expect(await stateOf(await told("planSent"))).toBe("agreeingPlan");
  expect(await stateOf(await told("progress", { returned: true, released: true }))).toBe("monitoring");
  expect(await stateOf(await told("reviewOpen"))).toBe("progressReviewDue");
  const closed = await told("closed", { check: "silent" });
  expect(await stateOf(closed)).toBe("closed");
  expect(await db.workflowEvent.count({ where: { workflowId: closed, event: "accuracy.proceed" } })).toBe(1);
});
