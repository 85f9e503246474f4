import type { EvaluationFacts } from "~machines/evaluation";

import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { happened, labelOf, taskOf } from "./words";

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<EvaluationFacts> {
  const [row] = await tx.$queryRaw<{ closesOn: string }[]>`SELECT closes_on::text AS "closesOn" FROM evaluation WHERE id = ${id}::uuid`;
  if (!row) throw new Error("an evaluation's workflow has no record beside it");
  return { answered: occasion.payload["answered"] === true, closesOn: row.closesOn };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const [row] = await tx.$queryRaw<{ title: string; region: string; closesOn: string }[]>`
    SELECT w.title, r.name AS region, e.closes_on::text AS "closesOn" FROM evaluation e JOIN workflow w ON w.id = e.id JOIN region r ON r.id = w.region_id WHERE e.id = ${id}::uuid`;
  if (!row) throw new Error("an evaluation's workflow has no record beside it");
  return { title: row.title, subject: row.title, round: "", region: row.region, authority: null, due: null, about: { closesOn: row.closesOn }, calendar: [] };
}

/** What the engine asks of an evaluation. Registered at start by app/features/processes.server.ts. */
export const evaluationProcess: Process = { machine: "evaluation", facts, letter, path: (id) => `/evaluations/${id}`, task: taskOf, label: labelOf, happened };
