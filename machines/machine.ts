import type { AnyStateMachine } from "xstate";

import type { Due, MachineMeta, StateMeta, StepMeta } from "./step";

/** One row of a process, flattened out of its machine. */
export interface Row extends StepMeta {
  readonly state: string;
  readonly event: string;
  readonly to: string;
  /** Names of the conditions that may refuse it, in the order they are asked. */
  readonly guards: readonly string[];
}

/** The machine's own word about itself. Throws when a machine was written without it: a bug. */
export function metaOf(machine: AnyStateMachine): MachineMeta {
  const meta = machine.config.meta as MachineMeta | undefined;
  if (!meta) throw new Error(`machine "${machine.id}" has no meta`);
  return meta;
}

export function versionOf(machine: AnyStateMachine): string {
  if (!machine.version) throw new Error(`machine "${machine.id}" has no version`);
  return machine.version;
}

export function statesOf(machine: AnyStateMachine): readonly string[] {
  return Object.keys(machine.states);
}

export function isFinal(machine: AnyStateMachine, state: string): boolean {
  return machine.states[state]?.type === "final";
}

export function initialOf(machine: AnyStateMachine): string {
  const initial: unknown = machine.config.initial;
  if (typeof initial !== "string") throw new Error(`machine "${machine.id}" has no initial state`);
  return initial;
}

export function duesOf(machine: AnyStateMachine, state: string): readonly Due[] {
  return (machine.states[state]?.meta as StateMeta | undefined)?.due ?? [];
}

interface GuardWithParts {
  readonly guards?: readonly unknown[];
}

/** A guard's name, or the names inside `and([...])`. Nothing else is allowed: guards only refuse. */
function guardNames(guard: unknown): readonly string[] {
  if (guard === undefined) return [];
  if (typeof guard === "string") return [guard];
  const parts = (guard as GuardWithParts).guards;
  if (parts) return parts.flatMap(guardNames);
  throw new Error("a guard must be a name, or and([...]) of names");
}

const rowsByMachine = new WeakMap<AnyStateMachine, readonly Row[]>();

/** Every row of the table, in the order it is written. */
export function rowsOf(machine: AnyStateMachine): readonly Row[] {
  const known = rowsByMachine.get(machine);
  if (known) return known;
  const rows = Object.entries(machine.states).flatMap(([state, node]) =>
    [...node.transitions.entries()].flatMap(([event, transitions]) =>
      transitions.map((transition): Row => {
        const target = transition.target?.[0];
        if (!target) throw new Error(`${machine.id}: "${event}" in "${state}" leads nowhere`);
        return {
          ...(transition.meta as StepMeta),
          state,
          event: String(event),
          to: target.key,
          guards: guardNames(transition.guard),
        };
      }),
    ),
  );
  rowsByMachine.set(machine, rows);
  return rows;
}

/** The roles in whose inbox a row stands: those who may take it and are awaited, and those who get it ready for them. */
export function awaitedBy(row: Row): readonly string[] {
  return [...new Set([...row.by.filter((role) => role !== "system" && !row.optionalFor.includes(role)), ...row.preparedBy])];
}

/** A role in the process's own plain words. */
export function roleInWords(machine: AnyStateMachine, role: string): string {
  const roles: Readonly<Record<string, string>> = metaOf(machine).roles;
  return role === "system" ? "Candour itself" : (roles[role] ?? role);
}

/** Who may take a row, and who gets it ready, in plain words. */
export function takersInWords(machine: AnyStateMachine, row: Row): string {
  return [...row.by.map((role) => roleInWords(machine, role)), ...row.preparedBy.map((role) => `prepared by ${roleInWords(machine, role)}`)].join("; ");
}

/** The row for an event in a state, if the process has one. */
export function rowOf(machine: AnyStateMachine, state: string, event: string): Row | undefined {
  return rowsOf(machine).find((row) => row.state === state && row.event === event);
}
