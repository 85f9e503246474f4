import type { CycleFacts } from "~machines/cycle";

import { datesForLetter } from "~/features/calendar";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";

import { CALENDAR_EVENTS } from "./calendar.server";
import { statesThatAre } from "./progress";
import { DATE_FIELDS, datesInOrder, type CycleDates, type DateField } from "./rules";
import { happened, isState, labelOf, pressingDate, taskOf } from "./words";

interface Row extends CycleDates {
  readonly state: string;
  readonly name: string;
  readonly region: string;
  readonly hasQuestions: boolean;
  readonly chosen: number;
  readonly begun: number;
  readonly submitted: number;
  readonly outstanding: number;
}

/** Everything the guards and the letters look at, in one query. */
async function readRow(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT w.state, c.name, r.name AS region,
           c.opens_on::text AS "opensOn", c.submissions_due_on::text AS "submissionsDueOn",
           c.challenge_starts_on::text AS "challengeStartsOn", c.summit_on::text AS "summitOn", c.ends_on::text AS "endsOn",
           jsonb_path_exists(t.content, '$.chapters[*].sections[*].questions[*]') AS "hasQuestions",
           jsonb_array_length(c.rules -> 'takingPart') AS chosen,
           coalesce(s.begun, 0) AS begun, coalesce(s.submitted, 0) AS submitted, coalesce(s.outstanding, 0) AS outstanding
      FROM cycle c
      JOIN workflow w ON w.id = c.id
      JOIN region r ON r.id = c.region_id
      JOIN template_version t ON t.id = c.template_version_id
      LEFT JOIN LATERAL (
        SELECT count(*)::int AS begun,
               (count(*) FILTER (WHERE child.state = ANY (${statesThatAre("in")}::text[])))::int AS submitted,
               (count(*) FILTER (WHERE child.state = ANY (${statesThatAre("outstanding")}::text[])))::int AS outstanding
          FROM workflow child WHERE child.parent_id = c.id AND child.machine = 'self-assessment'
      ) s ON true
     WHERE c.id = ${id}::uuid`;
  if (!row) throw new Error("a round's workflow has no round beside it");
  return row;
}

function daysOf(row: Row): CycleDates {
  return Object.fromEntries(DATE_FIELDS.map((field) => [field, row[field]])) as Record<DateField, string>;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<CycleFacts> {
  const row = await readRow(tx, id);
  const { reason } = occasion.payload;
  return {
    ...daysOf(row),
    datesInOrder: datesInOrder(daysOf(row)),
    templateHasQuestions: row.hasQuestions,
    authorities: row.begun || row.chosen,
    outstanding: row.outstanding,
    submitted: row.submitted,
    hasReason: typeof reason === "string" && reason.trim() !== "",
  };
}

/** The date that presses once an event has happened, where it is not the present state's. */
const dueAfter: Readonly<Record<string, DateField | null>> = {
  "round.open": "submissionsDueOn",
  "submissions.reopen": "submissionsDueOn",
  "authority.join": "submissionsDueOn",
  "submissions.close": "challengeStartsOn",
  "challenge.begin": "summitOn",
  "synthesis.begin": "endsOn",
  "decisions.record": null,
  "round.close": null,
  "round.cancel": null,
};

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const row = await readRow(tx, id);
  const field = dueAfter[occasion.event] === undefined ? (isState(row.state) ? pressingDate[row.state] : null) : dueAfter[occasion.event];
  const { deadline, dueAt, oldDueOn, authority } = occasion.payload;
  const said = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const reminded = said(dueAt);
  return {
    title: `${row.region} round ${row.name}`,
    subject: `${row.region} round ${row.name}`,
    round: row.name,
    region: row.region,
    authority: null,
    due: field ? row[field] : null,
    about: {
      opensOn: row.opensOn,
      submissionsDueOn: row.submissionsDueOn,
      oldDueOn: said(oldDueOn),
      challengeStartsOn: row.challengeStartsOn,
      summitOn: row.summitOn,
      submitted: row.submitted,
      outstanding: row.outstanding,
      // The denominator of "15 of 19": those who take part, the excused left out.
      authorities: row.begun ? row.submitted + row.outstanding : row.chosen,
      joined: said(authority),
      stepName: said(deadline),
      stepDueOn: reminded ? dayOf(new Date(reminded)) : null,
    },
    calendar: CALENDAR_EVENTS.has(occasion.event) ? await datesForLetter(tx, id) : [],
  };
}

/** What the engine asks of a round. Registered at start by app/features/processes.server.ts. */
export const cycleProcess: Process = {
  machine: "cycle",
  facts,
  letter,
  path: (id) => `/rounds/${id}`,
  task: taskOf,
  label: labelOf,
  happened,
};
