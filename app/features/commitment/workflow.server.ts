import type { CommitmentFacts } from "~machines/commitment";

import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { happened, labelOf, taskOf } from "./words";

async function read(tx: Tx, id: string) {
  return tx.commitment.findUniqueOrThrow({ where: { id }, select: { doneBy: true, createdAt: true, region: { select: { name: true } }, event: { select: { title: true } } } });
}

async function facts(tx: Tx, id: string, { payload }: Occasion): Promise<CommitmentFacts> {
  const { doneBy } = await read(tx, id);
  return { hasReason: payload["hasReason"] === true, hasText: payload["hasText"] === true, hasEvidence: payload["hasEvidence"] === true, hasNewOwner: payload["hasNewOwner"] === true, doneBy: doneBy.toISOString().slice(0, 10) };
}

/** The letter names the event and the day, never what was promised: that is read in Candour. */
async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const { doneBy, createdAt, region, event } = await read(tx, id);
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "long" }).format(createdAt);
  return {
    title: event ? `a commitment made at ${event.title}` : "a commitment", subject: `commitment of ${day}, ${event?.title ?? region.name}`, round: "", region: region.name, authority: null, due: null,
    about: { doneBy: doneBy.toISOString().slice(0, 10) }, calendar: [],
  };
}

/** What the engine asks of a commitment. Registered at start by app/features/processes.server.ts. */
export const commitmentProcess: Process = { machine: "commitment", facts, letter, path: (id) => `/commitments/${id}`, task: taskOf, label: labelOf, happened };
