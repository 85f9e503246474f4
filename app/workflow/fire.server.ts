import type { EmailName } from "~emails/index";
import { decide } from "~machines/decide";
import { duesOf, initialOf, rowsOf, versionOf } from "~machines/machine";
import { machineNamed } from "~machines/index";

import { now } from "~/platform/clock.server";

import { system, type Actor } from "./actor.server";
import { applyChange } from "./apply.server";
import { chainHash, genesis, type LoggedEvent } from "./chain.server";
import { deadlineChanges } from "./due.server";
import { uuidv7 } from "./identifier.server";
import { noticesFor, type Notice } from "./notices.server";
import { processOf, type Payload, type Tx, type Writes } from "./process.server";
import { insertWorkflow, lockWorkflow, readSurroundings, rolesOf, type Addressees, type Holder, type Surroundings, type WorkflowRow } from "./record.server";
import { inTransaction, undo } from "./transaction.server";

export interface FireRequest extends Writes {
  readonly workflowId: string;
  readonly event: string;
  readonly actor: Actor;
  /** The revision the actor was looking at: somebody else having moved first is then a conflict. */
  readonly expectedRevision?: number | undefined;
  /** The same request sent twice moves once. */
  readonly requestKey?: string | undefined;
  /** Goes into the log: short facts, never confidential text. */
  readonly payload?: Payload;
  readonly addressees?: Addressees;
  /** Locks another row before the record's own: where the step goes on to a record whose steps come back to this one. */
  readonly first?: (tx: Tx) => Promise<unknown>;
}

export type FireResult =
  | { readonly kind: "moved"; readonly from: string; readonly to: string; readonly revision: number; readonly eventId: string; readonly told: number }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "conflict"; readonly revision: number }
  | { readonly kind: "repeated"; readonly to: string };

/**
 * The one door through which a process moves. In one transaction: the caller's write, the decision,
 * the state, the log row, the emails with their jobs, and the deadlines. A refusal or a conflict is a
 * value, and undoes the write; only a bug throws.
 */
export function fire(request: FireRequest): Promise<FireResult> {
  return inTransaction(async (tx) => {
    await request.first?.(tx);
    const result = await fireIn(tx, request);
    return result.kind === "moved" || result.kind === "repeated" ? result : undo(result);
  });
}

/**
 * Another transition of the same or another record, from the `settle` of one under way and in its
 * transaction: both happen or neither. A refusal leaves the first standing.
 */
export function fireWithin(tx: Tx, request: FireRequest): Promise<FireResult> {
  return fireIn(tx, request);
}

async function fireIn(tx: Tx, request: FireRequest): Promise<FireResult> {
  const workflow = await lockWorkflow(tx, request.workflowId);
  if (!workflow) return { kind: "refused", reason: "no-such-record" };
  const requestKey = request.requestKey ?? null;
  if (request.expectedRevision !== undefined && request.expectedRevision !== workflow.revision) {
    const already = await repeatedTo(tx, workflow.id, requestKey);
    return already ? { kind: "repeated", to: already } : { kind: "conflict", revision: workflow.revision };
  }
  if (request.write && requestKey) {
    const already = await repeatedTo(tx, workflow.id, requestKey);
    if (already) return { kind: "repeated", to: already };
  }
  const process = processOf(workflow.machine);
  const own = request.actor.kind === "system" ? process.bySystem?.[request.event]?.(workflow.id) : undefined;
  await request.write?.(tx, workflow);
  await own?.write?.(tx, workflow);

  const around = await readSurroundings(tx, workflow, requestKey, request.addressees ?? {});
  if (around.repeatedTo) return { kind: "repeated", to: around.repeatedTo };

  const occasion = { event: request.event, payload: request.payload ?? {} };
  const machine = machineNamed(workflow.machine);
  const facts = await process.facts(tx, workflow.id, occasion);
  const roles = rolesOf(request.actor, around.holders);
  const decision = decide({ machine, state: workflow.state, facts, roles }, request.event);
  if (decision.kind === "refused") return decision;

  const { row, role } = decision;
  const acting = around.holders.find((holder) => holder.role === role && request.actor.kind === "person" && holder.personId === request.actor.personId);
  const letter = await process.letter(tx, workflow.id, occasion);
  const notices = noticesFor({
    workflow, letter, tells: row.tells, urgency: row.urgency, holders: around.holders, vacant: around.vacant, by: spokenOf(acting), state: row.to,
  });
  const logged = logRow(workflow, request, { from: workflow.state, to: row.to, role, acting, version: versionOf(machine) });
  const moved = await write(tx, workflow, around, facts, logged, notices);
  if (!moved) return { kind: "conflict", revision: workflow.revision };
  await cascade(tx, workflow.id, row.cascades, occasion.payload);
  await request.settle?.(tx);
  await own?.settle?.(tx);
  return { kind: "moved", from: workflow.state, to: row.to, revision: workflow.revision + 1, eventId: logged.id, told: notices.length };
}

async function repeatedTo(tx: Tx, workflowId: string, requestKey: string | null): Promise<string | undefined> {
  if (requestKey === null) return undefined;
  const [event] = await tx.$queryRaw<{ toState: string }[]>`SELECT to_state AS "toState" FROM workflow_event WHERE workflow_id = ${workflowId}::uuid AND request_key = ${requestKey}`;
  return event?.toState;
}

/** "Asha Patel, Director of Children's Services". */
function spokenOf(holder: Holder | undefined): string | null {
  if (!holder) return null;
  return holder.postTitle ? `${holder.name}, ${holder.postTitle}` : holder.name;
}

interface Move {
  readonly from: string;
  readonly to: string;
  readonly role: string;
  readonly acting?: Holder | undefined;
  readonly version: string;
}

function logRow(workflow: WorkflowRow, request: Pick<FireRequest, "event" | "actor" | "payload" | "requestKey">, move: Move): LoggedEvent {
  return {
    id: uuidv7(),
    workflowId: workflow.id,
    seq: workflow.revision + 1,
    event: request.event,
    fromState: move.from,
    toState: move.to,
    actorId: request.actor.kind === "person" ? request.actor.personId : null,
    actorRole: move.role,
    onBehalfOf: move.acting?.postId ?? null,
    channel: request.actor.kind === "person" ? (request.actor.channel ?? "web") : "system",
    payload: request.payload ?? {},
    machineVersion: move.version,
    requestKey: request.requestKey ?? null,
    at: now().toISOString(),
  };
}

async function write(tx: Tx, workflow: WorkflowRow, around: Surroundings, facts: object, row: LoggedEvent, notices: readonly Notice[]): Promise<boolean> {
  const prevHash = workflow.headHash ?? genesis;
  return applyChange(tx, {
    row,
    prevHash,
    hash: chainHash(row, prevHash),
    machine: workflow.machine,
    expectedRevision: workflow.revision,
    notices,
    deadlines: deadlineChanges(workflow.machine, row.fromState, row.toState, facts, around.deadlines),
  });
}

/** Fires the named event on every child record whose state allows it, in this same transaction. */
async function cascade(tx: Tx, parentId: string, cascades: Readonly<Record<string, string>>, payload: Payload): Promise<void> {
  for (const [machine, event] of Object.entries(cascades)) {
    const states = rowsOf(machineNamed(machine)).filter((row) => row.event === event && row.by.includes("system")).map((row) => row.state);
    const children = await tx.workflow.findMany({ where: { parentId, machine, state: { in: states } }, select: { id: true }, orderBy: { id: "asc" } });
    for (const { id } of children) await fireIn(tx, { workflowId: id, event, actor: system, payload });
  }
}

export interface Party {
  readonly role: string;
  readonly postId?: string;
  readonly personId?: string;
}

export interface BeginRequest {
  readonly id?: string;
  readonly machine: string;
  readonly regionId: string;
  readonly authorityId?: string;
  readonly parentId?: string;
  readonly title: string;
  readonly parties: readonly Party[];
  readonly actor: Actor;
  /** Creates the domain row that shares the workflow's id. */
  readonly write: (tx: Tx, id: string) => Promise<void>;
}

/**
 * Starts a process in its first state, with its parties, its first log row and its deadlines. Starting
 * tells nobody by itself: the transition that caused it does. Within `tx` when given, else in its own.
 */
export function begin(request: BeginRequest, tx?: Tx): Promise<{ id: string }> {
  return tx ? beginIn(tx, request) : inTransaction((own) => beginIn(own, request));
}

async function beginIn(tx: Tx, request: BeginRequest): Promise<{ id: string }> {
  const machine = machineNamed(request.machine);
  const id = request.id ?? uuidv7();
  const at = now();
  const state = initialOf(machine);
  const workflow: WorkflowRow = {
    id, machine: request.machine, state, revision: 0, regionId: request.regionId, authorityId: request.authorityId ?? null, parentId: request.parentId ?? null, title: request.title, headHash: null,
  };
  await insertWorkflow(tx, workflow, versionOf(machine), at, request.parties);
  await request.write(tx, id);
  // Only dates are asked of the facts here: where the first state has none, nothing is.
  const facts = duesOf(machine, state).length > 0 ? await processOf(request.machine).facts(tx, id, { event: "begin", payload: {} }) : {};
  const row = logRow(workflow, { event: "begin", actor: request.actor }, { from: state, to: state, role: "", version: versionOf(machine) });
  const written = await applyChange(tx, {
    row, prevHash: genesis, hash: chainHash(row, genesis), machine: request.machine, expectedRevision: 0, notices: [],
    deadlines: deadlineChanges(request.machine, state, state, facts, []),
  });
  if (!written) throw new Error("the workflow just begun has already moved");
  return { id };
}

/** A reminder or an escalation, written as its own emails; the state stays. Only the deadlines' sweep calls it. */
export async function tellIn(tx: Tx, workflow: WorkflowRow, tells: Readonly<Record<string, EmailName>>, payload: Payload): Promise<Notice[]> {
  const around = await readSurroundings(tx, workflow, null, {});
  const letter = await processOf(workflow.machine).letter(tx, workflow.id, { event: "reminder", payload });
  return noticesFor({ workflow, tells, urgency: "now", holders: around.holders, vacant: around.vacant, letter, by: null, state: workflow.state, onlyWhileInState: true });
}
