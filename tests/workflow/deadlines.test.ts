import { beforeAll, describe, expect, test } from "vitest";

import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { queueDigests } from "~/workflow/digest.server";
import { fire } from "~/workflow/fire.server";
import { addMonths, addWorkingDays, dayOf, endOfDay, isWorkingDay, londonTime, workingDayFrom, workingDaysBetween } from "~/workflow/working-days";
import { aSelfAssessment, aWorld, factsOf, person, type World } from "./world";

// The record is due on Monday 30 November 2026: ten working days before is Monday 16, two is Thursday 26.
let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const begun = new Date("2026-11-02T09:00:00Z");
const sweepAt = (moment: string) => at(new Date(moment), () => sweepDeadlines());
const fresh = async () => {
  await db.deadline.updateMany({ data: { closedAt: begun, nextAt: null } });
  return at(begun, () => aSelfAssessment(world));
};
const remindersOf = async (workflowId: string) =>
  (await db.outboxEmail.findMany({ where: { workflowId, occasion: { startsWith: "remind:" } }, orderBy: { createdAt: "asc" } })).map((email) => [email.template, email.role]);

describe("working days", () => {
  test("skip weekends and England's bank holidays", () => {
    expect(addWorkingDays("2026-12-24", 1)).toBe("2026-12-29");
    expect(addWorkingDays("2026-12-29", -1)).toBe("2026-12-24");
    expect(isWorkingDay("2026-12-28")).toBe(false);
    expect(workingDaysBetween("2026-12-24", "2026-12-31")).toBe(3);
    expect(workingDaysBetween("2026-12-31", "2026-12-24")).toBe(-3);
    expect(addWorkingDays("2026-11-28", 0)).toBe("2026-11-28");
  });

  test("a day some months on is the last of a shorter month, and what falls due on a day off falls due on the next working day", () => {
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2027-03-31", -1)).toBe("2027-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(workingDayFrom("2027-02-28")).toBe("2027-03-01");
    expect(workingDayFrom("2026-12-25")).toBe("2026-12-29");
    expect(workingDayFrom("2026-12-24")).toBe("2026-12-24");
  });

  test("end at 23:59 in London on both sides of a clock change", () => {
    expect(endOfDay("2027-03-27").toISOString()).toBe("2027-03-27T23:59:00.000Z");
    expect(endOfDay("2027-03-29").toISOString()).toBe("2027-03-29T22:59:00.000Z");
    expect(londonTime("2026-10-26", "08:00").toISOString()).toBe("2026-10-26T08:00:00.000Z");
    expect(dayOf(new Date("2026-07-01T23:30:00Z"))).toBe("2026-07-02");
  });
});

describe("reminders", () => {
  test("go out before the date, once, to those the table names", async () => {
    const id = await fresh();
    await sweepAt("2026-11-16T07:59:00Z");
    expect(await remindersOf(id)).toEqual([]);
    await sweepAt("2026-11-16T08:00:30Z");
    await sweepAt("2026-11-16T08:01:30Z");
    expect(await remindersOf(id)).toEqual([["self-assessment/due-soon", "dcs"], ["self-assessment/due-soon", "delegate"]]);
  });

  test("do not suppress one another", async () => {
    const id = await fresh();
    await sweepAt("2026-11-16T08:01:00Z");
    await sweepAt("2026-11-26T08:01:00Z");
    expect(await remindersOf(id)).toHaveLength(4);
  });

  test("missed while the service was down are caught up with the latest only", async () => {
    const id = await fresh();
    await sweepAt("2026-11-27T12:00:00Z");
    expect(await remindersOf(id)).toHaveLength(2);
  });

  test("stop when the state changes", async () => {
    const id = await fresh();
    await at(begun, () => fire({ workflowId: id, event: "participation.optOut", actor: person(world.posts.dcs) }));
    await sweepAt("2026-11-27T12:00:00Z");
    await sweepAt("2026-12-30T12:00:00Z");
    expect(await remindersOf(id)).toEqual([]);
  });

  test("after the date escalate to the coordinator and then the chief executive", async () => {
    const id = await fresh();
    await sweepAt("2026-12-01T00:00:00Z");
    const overdue = await db.outboxEmail.findMany({ where: { workflowId: id, template: "self-assessment/overdue" } });
    expect(overdue.map((email) => email.role).sort()).toEqual(["coordinator", "dcs", "delegate"]);
    await sweepAt("2026-12-03T08:01:00Z");
    await sweepAt("2026-12-10T08:01:00Z");
    const late = (await remindersOf(id)).filter(([template]) => template === "self-assessment/still-late").map(([, role]) => role);
    expect(late).toEqual(expect.arrayContaining(["coordinator", "chiefExecutive"]));
  });
});

describe("a date that passes", () => {
  test("fires once, however often and by however many workers it is swept", async () => {
    const id = await fresh();
    await Promise.all([sweepAt("2026-12-01T00:00:00Z"), sweepAt("2026-12-01T00:00:00Z"), sweepAt("2026-12-01T00:00:00Z")]);
    await sweepAt("2026-12-01T00:05:00Z");
    expect(await db.workflowEvent.count({ where: { workflowId: id, event: "deadline.pass" } })).toBe(1);
  });

  test("does not fire again when a later state keeps the same date", async () => {
    const id = await fresh();
    await sweepAt("2026-12-01T00:00:00Z");
    await at(new Date("2026-12-01T10:00:00Z"), () => fire({ workflowId: id, event: "writing.start", actor: person(world.posts.dcs) }));
    await sweepAt("2026-12-02T00:00:00Z");
    expect(await db.workflowEvent.count({ where: { workflowId: id, event: "deadline.pass" } })).toBe(1);
  });

  test("fires for a new date after an extension", async () => {
    const id = await fresh();
    await sweepAt("2026-12-01T00:00:00Z");
    factsOf.set(id, { dueOn: "2026-12-11" });
    await at(new Date("2026-12-01T10:00:00Z"), () => fire({ workflowId: id, event: "extension.grant", actor: person(world.posts.coordinator) }));
    await sweepAt("2026-12-12T00:00:00Z");
    expect(await db.workflowEvent.count({ where: { workflowId: id, event: "deadline.pass" } })).toBe(2);
  });

  test("moves the record on when the table says so", async () => {
    const id = await fresh();
    for (const [event, role] of [["writing.start", "dcs"], ["draft.complete", "dcs"]] as const) {
      await at(begun, () => fire({ workflowId: id, event, actor: person(world.posts[role]) }));
    }
    factsOf.set(id, { endorsementsNeeded: 0 });
    await at(begun, () => fire({ workflowId: id, event: "declaration.submit", actor: person(world.posts.dcs) }));
    await at(begun, () => fire({ workflowId: id, event: "document.share", actor: person(world.posts.coordinator) }));
    await at(begun, () => fire({ workflowId: id, event: "challenge.record", actor: person(world.posts.coordinator) }));
    await sweepAt("2027-08-03T00:00:00Z");
    expect((await db.workflow.findUniqueOrThrow({ where: { id } })).state).toBe("followUpDue");
  });
});

describe("the daily digest", () => {
  test("gathers what could wait into one email a day", async () => {
    const other = await aWorld();
    const dcs = other.posts.dcs?.personId ?? "";
    await db.person.update({ where: { id: dcs }, data: { digest: "daily" } });
    for (let count = 0; count < 3; count += 1) {
      const id = await aSelfAssessment(other);
      await fire({ workflowId: id, event: "writing.start", actor: person(other.posts.delegate) });
    }
    await queueDigests();
    await queueDigests();
    const digests = await db.outboxEmail.findMany({ where: { personId: dcs, template: "workflow/digest" } });
    expect(digests).toHaveLength(1);
    expect(await db.outboxEmail.count({ where: { personId: dcs, digestedIn: digests[0]?.id ?? null } })).toBe(3);
  });
});
