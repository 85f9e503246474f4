import type { TutoringFacts } from "~machines/tutoring";

import type { LetterFacts, Process, Tx } from "~/workflow/process.server";
import { happened, labelOf, taskOf } from "./words";

async function rowOf(tx: Tx, id: string) {
  return tx.tutoring.findUniqueOrThrow({ where: { id }, select: { answerBy: true, person: { select: { name: true } }, region: { select: { name: true } }, workflow: { select: { title: true } } } });
}

async function facts(tx: Tx, id: string): Promise<TutoringFacts> {
  return { answerBy: (await rowOf(tx, id)).answerBy.toISOString().slice(0, 10) };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const row = await rowOf(tx, id);
  return { title: row.workflow.title, subject: row.workflow.title, round: "", region: row.region.name, authority: null, due: null, about: { person: row.person.name, answerBy: row.answerBy.toISOString().slice(0, 10) }, calendar: [] };
}

/** What the engine asks of an invitation to teach. Registered at start by app/features/processes.server.ts. */
export const tutoringProcess: Process = { machine: "tutoring", facts, letter, path: (id) => `/tutoring/${id}`, task: taskOf, label: labelOf, happened };
