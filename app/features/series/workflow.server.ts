import type { SeriesFacts } from "~machines/series";

import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { happened, labelOf, taskOf } from "./words";

interface Row {
  readonly sessions: number;
  readonly incomplete: number;
  readonly first: Date | null;
  readonly last: Date | null;
  readonly bookBy: string | null;
  readonly coming: number;
  readonly held: number;
  readonly notes: number;
}

function read(tx: Tx, id: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT count(DISTINCT e.id)::int AS sessions, min(s.starts_at) AS first, max(s.ends_at) FILTER (WHERE w.state <> 'cancelled') AS last, min(s.book_by)::text AS "bookBy",
           count(*) FILTER (WHERE s.capacity < 1 OR (s.mode <> 'online' AND s.place = ''))::int AS incomplete,
           count(DISTINCT e.id) FILTER (WHERE w.state NOT IN ('held', 'closed', 'cancelled'))::int AS coming,
           count(DISTINCT e.id) FILTER (WHERE w.state IN ('held', 'closed'))::int AS held,
           (SELECT count(*)::int FROM session_note n JOIN event o ON o.id = n.event_id WHERE o.series_id = ${id}::uuid) AS notes
      FROM event e JOIN workflow w ON w.id = e.id JOIN bookable_session s ON s.owner_id = e.id WHERE e.series_id = ${id}::uuid`;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<SeriesFacts> {
  const [row] = await read(tx, id);
  if (!row) throw new Error("a series cannot be read");
  return {
    hasReason: occasion.payload["hasReason"] === true,
    complete: row.sessions > 0 && row.incomplete === 0,
    datesAhead: row.first !== null && row.first > now() && row.bookBy !== null && row.bookBy >= dayOf(now()),
    allHeld: row.held > 0 && row.coming === 0,
    hasNotes: row.notes > 0,
    lastOn: row.last ? dayOf(row.last) : "",
  };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const [{ title, region }, [row]] = [await tx.workflow.findUniqueOrThrow({ where: { id }, select: { title: true, region: { select: { name: true } } } }), await read(tx, id)];
  return {
    title, subject: title, round: "", region: region.name, authority: null, due: null, calendar: [],
    about: { sessions: row?.sessions ?? 0, startsOn: row?.first ? dayOf(row.first) : null, lastOn: row?.last ? dayOf(row.last) : null, notes: row?.notes ?? 0 },
  };
}

/** What the engine asks of a series. Registered at start by app/features/processes.server.ts. */
export const seriesProcess: Process = { machine: "series", facts, letter, path: (id) => `/series/${id}`, task: taskOf, label: labelOf, happened };
