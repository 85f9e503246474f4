import { expect } from "vitest";

import { machineNamed } from "~machines/index";
import { rowOf, statesOf } from "~machines/machine";
import { db } from "~/platform/db.server";

/**
 * Holds what is stored of a record against its table: each step of its log is a row of the machine, taken by a
 * role that may; the emails of each are those the row tells of, no more and no fewer; the record stands where
 * its log ends, with one revision a step, and only that state has deadlines.
 * @returns the state
 */
export async function heldToTable(workflowId: string): Promise<string> {
  const { machine: name, state, revision } = await db.workflow.findUniqueOrThrow({ where: { id: workflowId } });
  const machine = machineNamed(name);
  const events = await db.workflowEvent.findMany({ where: { workflowId, event: { not: "begin" } }, orderBy: { seq: "asc" }, include: { emails: { select: { template: true } } } });
  let before = events[0]?.fromState;
  for (const event of events) {
    const row = rowOf(machine, event.fromState, event.event);
    expect(event.fromState, `${event.event} begins where the step before ended`).toBe(before);
    expect(row?.to, `${event.event} in ${event.fromState}`).toBe(event.toState);
    expect(row?.by, event.event).toContain(event.actorRole);
    const told = new Set(Object.values<string>(row?.tells ?? {}));
    expect(new Set(event.emails.map(({ template }) => template)), `emails of ${event.event} in ${event.fromState}`).toEqual(told);
    before = event.toState;
  }
  expect(statesOf(machine)).toContain(state);
  if (events.length > 0) expect(state).toBe(before);
  expect(revision).toBe(events.length + 1);
  for (const deadline of await db.deadline.findMany({ where: { workflowId, closedAt: null } })) expect(deadline.state).toBe(state);
  return state;
}
