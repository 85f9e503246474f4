import type { ValidationFacts } from "~machines/validation";

import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { possessive } from "./scrutiny.server";
import { happened, labelOf, outcomeWords, taskOf } from "./words";

interface Row {
  readonly authority: string;
  readonly region: string;
  readonly round: string;
  readonly event: string;
  readonly state: string;
  readonly heldOn: Date | null;
  readonly perReport: number;
  readonly leads: number;
  readonly replyBy: string | null;
  readonly readers: readonly string[];
}

async function read(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT a.name AS authority, r.name AS region, c.name AS round, e.title AS event, w.state, v.reply_by::text AS "replyBy",
           (SELECT max(s.ends_at) FROM bookable_session s JOIN workflow ew ON ew.id = s.owner_id WHERE s.owner_id = v.scrutiny_id AND ew.state NOT IN ('postponed', 'cancelled')) AS "heldOn",
           s.per_report AS "perReport", (SELECT count(*)::int FROM scrutineer x WHERE x.validation_id = v.id AND x.leads) AS leads,
           ARRAY(SELECT b.name FROM scrutineer x JOIN authority b ON b.id = x.authority_id WHERE x.validation_id = v.id ORDER BY x.leads DESC, b.name) AS readers
      FROM validation v
      JOIN workflow w ON w.id = v.id
      JOIN authority a ON a.id = v.authority_id
      JOIN region r ON r.id = w.region_id
      JOIN scrutiny s ON s.id = v.scrutiny_id
      JOIN cycle c ON c.id = s.cycle_id
      JOIN event e ON e.id = v.scrutiny_id
     WHERE v.id = ${id}::uuid`;
  if (!row) throw new Error("a validation's workflow has no record beside it");
  return row;
}

async function facts(tx: Tx, id: string, { payload }: Occasion): Promise<ValidationFacts> {
  const row = await read(tx, id);
  return {
    hasReason: payload["hasReason"] === true,
    hasText: payload["hasText"] === true,
    windowAhead: row.replyBy !== null && row.replyBy >= dayOf(now()),
    readersComplete: row.readers.length === row.perReport && row.leads === 1,
    heldOn: row.heldOn ? dayOf(row.heldOn) : "",
    replyBy: row.replyBy ?? "",
  };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const row = await read(tx, id);
  const { readers } = row;
  return {
    title: `${possessive(row.authority)} report`,
    subject: `${row.authority} report, ${row.event}`,
    round: row.round,
    region: row.region,
    authority: row.authority,
    due: null,
    about: {
      heldOn: row.heldOn ? dayOf(row.heldOn) : null,
      replyBy: row.replyBy,
      readers: readers.length > 1 ? `${readers.slice(0, -1).join(", ")} and ${readers.at(-1) ?? ""}` : (readers[0] ?? null),
      outcome: outcomeWords(row.state),
    },
    calendar: [],
  };
}

/** What the engine asks of the validation of a report. Registered at start by app/features/processes.server.ts. */
export const validationProcess: Process = { machine: "validation", facts, letter, path: (id) => `/validations/${id}`, task: taskOf, label: labelOf, happened };
