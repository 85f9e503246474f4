import { expect, test } from "vitest";
import { at } from "~/platform/clock.server";
import { seedSmall } from "../../prisma/seed";
import { testDatabase } from "../support/database";

const { db } = await testDatabase();

test("the regions of the demonstration are whole on a day after one of their authorities has ended", () => at(new Date("2027-06-14T12:00:00Z"), async () => {
  const surrey = () => db.authority.findUniqueOrThrow({ where: { id: "surrey" }, select: { validTo: true } });
  expect((await surrey()).validTo).toEqual(new Date("2027-03-31"));
  const { southEast } = await seedSmall();
  expect(await db.selfAssessment.count({ where: { id: southEast.selfAssessmentId("surrey"), workflow: { state: "notStarted" } } })).toBe(1);
  expect((await surrey()).validTo).toBeNull();
}));
