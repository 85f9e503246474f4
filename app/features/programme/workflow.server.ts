import type { CohortFacts } from "~machines/cohort";

import { releaseReserves, standsInTheWay } from "~/features/nomination";
import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { askImpact, IMPACT_WITHIN } from "./impact.server";
import { happened, labelOf, taskOf } from "./words";

/** Working days after the last day by which the programme is completed: the evaluation's ten, and a week. */
const COMPLETE_WITHIN = 15;



interface Row {
  readonly places: number;
  readonly closesOn: string;
  readonly selectBy: string;
  readonly impactOn: string | null;
  readonly days: number;
  readonly open: number;
  readonly first: Date | null;
  readonly last: Date | null;
}

const readRow = async (tx: Tx, id: string): Promise<Row> => {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.places, c.closes_on::text AS "closesOn", c.select_by::text AS "selectBy", c.impact_on::text AS "impactOn",
           (SELECT count(*)::int FROM programme_day d WHERE d.cohort_id = c.id) AS days,
           (SELECT count(*)::int FROM programme_day d JOIN workflow w ON w.id = d.id WHERE d.cohort_id = c.id AND w.state NOT IN ('evaluated', 'cancelled')) AS open,
           (SELECT min(s.starts_at) FROM programme_day d JOIN workflow w ON w.id = d.id AND w.state <> 'cancelled' JOIN bookable_session s ON s.owner_id = d.id WHERE d.cohort_id = c.id) AS first,
           (SELECT max(s.ends_at) FROM programme_day d JOIN workflow w ON w.id = d.id AND w.state <> 'cancelled' JOIN bookable_session s ON s.owner_id = d.id WHERE d.cohort_id = c.id) AS last
      FROM cohort c WHERE c.id = ${id}::uuid`;
  if (!row) throw new Error("a cohort's workflow has no record beside it");
  return row;
};

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<CohortFacts> {
  const row = await readRow(tx, id);
  const today = dayOf(now());
  const [firstDay, lastDay] = [row.first ? dayOf(row.first) : "", row.last ? dayOf(row.last) : ""];
  return {
    hasReason: occasion.payload["hasReason"] === true,
    complete: row.places > 0 && row.days > 0,
    closingAhead: row.closesOn >= today && (firstDay === "" || row.closesOn < firstDay),
    allDecided: ["decisions.release", ""].includes(occasion.event) ? (await standsInTheWay(tx, id)) === null : true,
    firstDayHasCome: firstDay !== "" && firstDay <= today,
    daysDone: row.open === 0,
    closesOn: row.closesOn,
    selectBy: row.selectBy,
    // People are told that it begins when it does, not at the end of the day.
    firstDay: row.first?.toISOString() ?? "",
    completeBy: lastDay && addWorkingDays(lastDay, COMPLETE_WITHIN),
    impactOn: row.impactOn ?? "",
    impactBy: row.impactOn ? addWorkingDays(row.impactOn, IMPACT_WITHIN) : "",
  };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const { title, region, cohort } = await tx.workflow.findUniqueOrThrow({
    where: { id }, select: { title: true, region: { select: { name: true } }, cohort: { select: { number: true, programme: { select: { title: true } } } } },
  });
  const row = await readRow(tx, id);
  const states = await tx.workflow.groupBy({ by: ["state"], where: { parentId: id, machine: "nomination" }, _count: true });
  const of = (...names: readonly string[]) => states.filter(({ state }) => names.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
  const ended = of("withdrawn", "refused", "replaced", "cohortCancelled");
  const submitted = of("submitted", "reserve", "offered", "accepted", "participating", "completed", "notCompleted", "notSelected", "declined", "expired", "deferred");
  return {
    title: cohort ? `the ${cohort.programme.title}, cohort ${cohort.number}` : title,
    subject: title, round: "", region: region.name, authority: null, due: null,
    about: {
      closesOn: row.closesOn, selectBy: row.selectBy, firstDay: row.first && dayOf(row.first), completeBy: row.last && addWorkingDays(dayOf(row.last), COMPLETE_WITHIN), impactOn: row.impactOn,
      impactBy: row.impactOn && addWorkingDays(row.impactOn, IMPACT_WITHIN), nominated: states.reduce((sum, { _count }) => sum + _count, 0) - ended, submitted, accepted: of("accepted", "participating"), completed: of("completed"),
    },
    calendar: [],
  };
}

/** What the engine asks of a cohort. Registered at start by app/features/processes.server.ts. */
export const cohortProcess: Process = {
  machine: "cohort", facts, letter, path: (id) => `/cohorts/${id}`, task: taskOf, label: labelOf, happened,
  bySystem: {
    "programme.begin": (id) => ({ settle: (tx) => releaseReserves(tx, id) }),
    "impact.ask": (id) => ({ settle: (tx) => askImpact(tx, id) }),
  },
};
