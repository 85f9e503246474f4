import { transition, type AnyStateMachine } from "xstate";

import { metaOf, rowOf, rowsOf, type Row } from "./machine";

export interface Question {
  readonly machine: AnyStateMachine;
  readonly state: string;
  /** What the guards look at: plain facts of the record, read from its rows. */
  readonly facts: object;
  /** The roles the actor holds on this record now; `system` for a deadline or a cascade. */
  readonly roles: ReadonlySet<string>;
}

export type Decision =
  | { readonly kind: "move"; readonly row: Row; readonly role: string }
  | { readonly kind: "refused"; readonly reason: string };

type Guard = (args: { context: object; event: { type: string } }) => boolean;

/**
 * May this actor fire this event now, and what follows? Pure: same question, same answer.
 *
 * Refused with "no-such-step" (the process has no such row in this state), "not-your-role" (denied
 * by default), or the name of the first guard that says no. The target comes from xstate itself, so
 * what the diagram shows is what runs.
 */
export function decide(question: Question, event: string): Decision {
  const row = rowOf(question.machine, question.state, event);
  if (!row) return { kind: "refused", reason: "no-such-step" };
  const role = row.by.find((name) => question.roles.has(name));
  if (!role) return { kind: "refused", reason: "not-your-role" };
  const guard = firstRefusing(question, row);
  if (guard) return { kind: "refused", reason: guard };
  const from = question.machine.resolveState({ value: question.state, context: question.facts });
  const [next] = transition(question.machine, from, { type: event });
  if (next.value !== row.to) {
    throw new Error(`${question.machine.id}: "${event}" should lead to "${row.to}", xstate says "${String(next.value)}"`);
  }
  return { kind: "move", row, role };
}

function firstRefusing({ machine, facts }: Question, row: Row): string | undefined {
  const guards = machine.implementations.guards as unknown as Record<string, Guard>;
  return row.guards.find((name) => {
    const guard = guards[name];
    if (!guard) throw new Error(`${machine.id}: there is no guard "${name}"`);
    return !guard({ context: facts, event: { type: row.event } });
  });
}

export interface AvailableStep {
  readonly event: string;
  readonly to: string;
  readonly role: string;
  /** The guard that would refuse it just now, so a page can say what is missing instead of hiding it. */
  readonly blockedBy?: string;
}

/**
 * The steps these roles have from this state: what buttons a page may offer. Conditions that the
 * form itself will meet (a reason, a declaration) do not block the offer.
 */
export function availableSteps(question: Question): readonly AvailableStep[] {
  return rowsOf(question.machine)
    .filter((row) => row.state === question.state)
    .flatMap((row) => {
      const role = row.by.find((name) => question.roles.has(name));
      if (!role) return [];
      const asked = metaOf(question.machine).askedWithTheAct;
      const blockedBy = firstRefusing(question, { ...row, guards: row.guards.filter((name) => !asked.includes(name)) });
      return [{ event: row.event, to: row.to, role, ...(blockedBy ? { blockedBy } : {}) }];
    });
}
