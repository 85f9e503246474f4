import type { Letter } from "~emails/define-email";

import type { Prisma } from "~/platform/prisma-client/client";
import { singleton } from "~/platform/singleton.server";

/** A transaction: every statement of a transition goes through it. */
export type Tx = Prisma.TransactionClient;

/** What the transition is about, given to a feature so that it can say it in its letters. */
export interface Occasion {
  readonly event: string;
  readonly payload: Payload;
}

export type Payload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The part of a letter that is the same for every recipient, as the feature knows it. */
export type LetterFacts = Pick<Letter, "title" | "subject" | "round" | "region" | "authority" | "due" | "about" | "calendar">;

/**
 * What a feature tells the engine about its process. The engine knows no feature by name: it asks
 * these. Both reads run inside the transition's own transaction, after the caller's write.
 */
export interface Process {
  readonly machine: string;
  /** The facts the guards look at. One query: it is on the hot path. */
  facts(tx: Tx, workflowId: string, occasion: Occasion): Promise<object>;
  /** What the emails of this process may say. Never confidential content. */
  letter(tx: Tx, workflowId: string, occasion: Occasion): Promise<LetterFacts>;
  /** The record's page, as a path. */
  path(workflowId: string): string;
  /** What waits for this role in this state, as a link text: "Sign Kent's self-assessment". */
  task(about: { state: string; role: string; title: string }): string;
  /** The state's label for the people of the process. */
  label(state: string): string;
  /** An event as the timeline says it, in the past: "signed the declaration". */
  happened(event: string): string;
}

const processes = singleton("workflow-processes", () => new Map<string, Process>());

/** Tells the engine of a process. Called once a machine, at start, by app/features/processes.server.ts. */
export function registerProcess(process: Process): void {
  processes.set(process.machine, process);
}

/** Throws when nobody registered it: a bug of the start-up. */
export function processOf(machine: string): Process {
  const process = processes.get(machine);
  if (!process) throw new Error(`no feature has registered the process "${machine}"`);
  return process;
}
