import { db } from "~/platform/db.server";

import { chainHash, genesis } from "./chain.server";

/** The first thing wrong with the log. */
export interface Broken {
  readonly workflowId: string;
  /** The row's place in its record's log; 0 when the fault is of the log as a whole. */
  readonly seq: number;
  readonly what: string;
}

export interface Audit {
  readonly workflows: number;
  readonly events: number;
  readonly broken: Broken | null;
}

const batch = 500;

/**
 * Walks every chain of the log: each row's hash over itself and the row before, no gaps, each row
 * beginning where the last ended, and the record standing where its log ends. Stops at the first fault.
 */
export async function verifyChains(): Promise<Audit> {
  let workflows = 0;
  let events = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await db.workflow.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: batch,
      select: { id: true, state: true, revision: true, headHash: true, events: { orderBy: { seq: "asc" } } },
    });
    for (const workflow of page) {
      workflows += 1;
      events += workflow.events.length;
      const broken = firstFault(workflow);
      if (broken) return { workflows, events, broken };
    }
    const last = page.at(-1);
    if (!last) return { workflows, events, broken: null };
    after = last.id;
  }
}

type LoggedRow = Awaited<ReturnType<typeof db.workflowEvent.findMany>>[number];

function firstFault(workflow: { id: string; state: string; revision: number; headHash: string | null; events: LoggedRow[] }): Broken | null {
  let previous = genesis;
  let state: string | undefined;
  for (const [index, row] of workflow.events.entries()) {
    const fault = (what: string): Broken => ({ workflowId: workflow.id, seq: row.seq, what });
    if (row.seq !== index + 1) return fault(`row ${index + 1} of the log is missing`);
    if (row.prevHash !== previous) return fault("the row does not follow the one before it");
    if (chainHash({ ...row, at: row.at.toISOString() }, previous) !== row.hash) return fault("the row was changed after it was written");
    if (state !== undefined && row.fromState !== state) return fault(`the row begins in "${row.fromState}" but the one before ended in "${state}"`);
    previous = row.hash;
    state = row.toState;
  }
  const whole = (what: string): Broken => ({ workflowId: workflow.id, seq: 0, what });
  if (workflow.events.length !== workflow.revision) return whole(`the record moved ${workflow.revision} times, its log has ${workflow.events.length} rows`);
  if (workflow.headHash !== (workflow.events.length === 0 ? null : previous)) return whole("the end of the log was cut off or replaced");
  if (state !== undefined && state !== workflow.state) return whole(`the record stands in "${workflow.state}" but its log ends in "${state}"`);
  return null;
}
