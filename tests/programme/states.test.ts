import { expect, test } from "vitest";

import { nomination } from "~machines/nomination";
import { statesOf } from "~machines/machine";
import { db, pool } from "~/platform/db.server";
import { aNomination, anOpenCohort } from "./world";

// The database counts places by the states: what it knows of them must be what the machine means.
test("a nomination takes a place in exactly the states in which it should, and counts until it comes to nothing", async () => {
  const cohort = await anOpenCohort();
  const { id } = await aNomination(cohort);
  const [holds, gone]: [string[], string[]] = [[], []];
  for (const state of statesOf(nomination)) {
    await pool.query("UPDATE workflow SET state = $2 WHERE id = $1", [id, state]);
    const row = await db.nomination.findUniqueOrThrow({ where: { id }, select: { holds: true, active: true, cohort: { select: { taken: true } } } });
    if (row.holds) holds.push(state);
    if (!row.active) gone.push(state);
    expect(row.cohort.taken, state).toBe(row.holds ? 1 : 0);
  }
  expect(holds.sort()).toEqual(["accepted", "completed", "notCompleted", "offered", "participating"]);
  expect(gone.sort()).toEqual(["cohortCancelled", "declined", "expired", "notSelected", "refused", "replaced", "withdrawn"]);
});
