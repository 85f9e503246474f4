import type { Letter } from "~emails/define-email";

import type { Prisma } from "~/platform/prisma-client/client";
import { singleton } from "~/platform/singleton.server";

import type { FireRequest, FireResult } from "./fire.server";
import type { WorkflowRow } from "./record.server";

/** A transaction: every statement of a transition goes through it. */
export type Tx = Prisma.TransactionClient;

/** What the transition is about, given to a feature so that it can say it in its letters. */
export interface Occasion {
  readonly event: string;
  readonly payload: Payload;
}

export type Payload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What is written in a step's transaction beside what the engine writes. */
export interface Writes {
  /** The domain's own rows, written first. */
  readonly write?: (tx: Tx, workflow: WorkflowRow) => Promise<void>;
  /** What follows from having moved, last: who stands in which role from now on. */
  readonly settle?: (tx: Tx) => Promise<void>;
}

/** The part of a letter that is the same for every recipient, as the feature knows it. */
export interface LetterFacts extends Pick<Letter, "title" | "subject" | "round" | "region" | "authority" | "due" | "about" | "calendar"> {
  /** For roles whose calendars are told something else: who leaves a session loses the date that the others keep. */
  readonly calendarOf?: Readonly<Record<string, Letter["calendar"]>>;
}

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
  /** Where what waits is done, when that is a page below the record's: "dates". Left out, or null: the record's page. */
  taskPage?(about: { state: string; role: string }): string | null;
  /** What waits for this role in this state, as a link text: "Sign Kent's self-assessment". */
  task(about: { state: string; role: string; title: string }): string;
  /** The state's label for the people of the process. */
  label(state: string): string;
  /** An event as the timeline says it, in the past: "signed the declaration". */
  happened(event: string): string;
  /** What goes with a step that the system takes, by a date that passed or by another record's step: nobody calls a verb for it. */
  readonly bySystem?: Readonly<Record<string, (workflowId: string) => Writes>>;
  /**
   * What the system does when a date has passed, where more than the one record has to move with it: it
   * fires the request it is given, or another event in its place. Left out: the request is fired as it is.
   */
  pass?(tx: Tx, request: FireRequest): Promise<FireResult>;
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
