import { availableSteps, type AvailableStep } from "~machines/decide";
import { metaOf, rowOf } from "~machines/machine";
import { machineNamed } from "~machines/index";

import { db } from "~/platform/db.server";

import type { Actor } from "./actor.server";
import { processOf } from "./process.server";
import { readSurroundings, rolesOf, type WorkflowRow } from "./record.server";

export interface Standing {
  readonly machine: string;
  readonly state: string;
  readonly label: string;
  readonly revision: number;
  readonly roles: readonly string[];
  readonly steps: readonly (AvailableStep & { readonly tells: readonly string[] })[];
}

/** The row without a lock: for pages. */
async function workflowRow(id: string): Promise<WorkflowRow | undefined> {
  const row = await db.workflow.findUnique({
    where: { id },
    select: { id: true, machine: true, state: true, revision: true, regionId: true, authorityId: true, parentId: true, title: true, headHash: true },
  });
  return row ?? undefined;
}

/**
 * Where a record stands and what this person may do with it now: what buttons come from, so that a
 * page never offers what the server refuses. `tells` says in plain words who will be told.
 */
export async function stepsOn(workflowId: string, actor: Actor): Promise<Standing | undefined> {
  const workflow = await workflowRow(workflowId);
  if (!workflow) return undefined;
  const machine = machineNamed(workflow.machine);
  const process = processOf(workflow.machine);
  const { holders } = await readSurroundings(db, workflow, null, {});
  const roles = rolesOf(actor, holders);
  const base = { machine: workflow.machine, state: workflow.state, label: process.label(workflow.state), revision: workflow.revision, roles: [...roles] };
  if (roles.size === 0) return { ...base, steps: [] };
  const facts = await process.facts(db, workflowId, { event: "", payload: {} });
  const words = metaOf(machine).roles;
  const steps = availableSteps({ machine, state: workflow.state, facts, roles }).map((step) => ({
    ...step,
    tells: Object.keys(rowOf(machine, workflow.state, step.event)?.tells ?? {}).map((role) => words[role] ?? role),
  }));
  return { ...base, steps };
}

/** The roles a person holds on a record now. */
export async function rolesOn(workflowId: string, actor: Actor): Promise<ReadonlySet<string>> {
  const workflow = await workflowRow(workflowId);
  if (!workflow) return new Set();
  const { holders } = await readSurroundings(db, workflow, null, {});
  return rolesOf(actor, holders);
}
