import { stringify } from "csv-stringify/sync";
import { fillOf, type Fill } from "~/features/nomination";
import { serviceLabels } from "~/features/nomination/words";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import { labelOf, type State } from "./words";

/** How one cohort stands, counted from its records. */
export interface CohortStanding {
  readonly id: string;
  readonly title: string;
  readonly state: State;
  readonly places: number;
  readonly taken: number;
  /** Of the places taken: those of adult services. */
  readonly adult: number;
  readonly asked: number;
  readonly answered: number;
  readonly tookPart: number;
  readonly completed: number;
}

/** How many of those who were at a day have answered. */
export interface DayStanding {
  readonly id: string;
  readonly title: string;
  readonly asked: number;
  readonly answered: number;
}

export interface Dashboard {
  readonly regionId: string;
  readonly region: string;
  readonly cohorts: readonly CohortStanding[];
  readonly days: readonly DayStanding[];
  /** The cohort whose filling is shown: the one asked for, else the first that is not over. */
  readonly chosen: { readonly id: string; readonly title: string; /** Decisions are still to come: what counts is who is nominated. */ readonly nominating: boolean; readonly fill: readonly Fill[] } | null;
}

/** How the programmes of a region stand. The caller has checked who may see it. */
export async function dashboardOf(regionId: string, cohortId?: string): Promise<Dashboard | null> {
  const region = await db.region.findUnique({ where: { id: regionId }, select: { name: true } });
  if (!region) return null;
  const [cohorts, days] = await Promise.all([standingsOf(regionId), daysWithResponse(regionId)]);
  const chosen = (isUuid(cohortId) ? cohorts.find(({ id }) => id === cohortId) : undefined) ?? cohorts.find(({ state }) => !["completed", "followingUp", "evaluated", "cancelled"].includes(state)) ?? cohorts[0];
  return { regionId, region: region.name, cohorts, days, chosen: chosen ? { id: chosen.id, title: chosen.title, nominating: ["planned", "nominationsOpen", "selecting"].includes(chosen.state), fill: await fillOf(chosen.id) } : null };
}

function standingsOf(regionId: string): Promise<CohortStanding[]> {
  return db.$queryRaw<CohortStanding[]>`
    SELECT c.id, p.short || ' cohort ' || c.number AS title, w.state, c.places, c.taken, people.adult, people."tookPart", people.completed, answers.asked, answers.answered
      FROM cohort c JOIN programme p ON p.id = c.programme_id JOIN workflow w ON w.id = c.id
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE n.holds AND n.service = 'adult')::int AS adult, count(*) FILTER (WHERE nw.state IN ('participating', 'completed', 'notCompleted'))::int AS "tookPart",
                                 count(*) FILTER (WHERE nw.state = 'completed')::int AS completed FROM nomination n JOIN workflow nw ON nw.id = n.id WHERE n.cohort_id = c.id) people
      CROSS JOIN LATERAL (SELECT count(*)::int AS asked, count(*) FILTER (WHERE ew.state = 'given')::int AS answered
                            FROM programme_day d JOIN evaluation e ON e.owner_id = d.id JOIN workflow ew ON ew.id = e.id AND ew.state <> 'void' WHERE d.cohort_id = c.id) answers
     WHERE c.region_id = ${regionId} ORDER BY (w.state IN ('evaluated', 'cancelled')), c.created_at DESC, c.id`;
}

function daysWithResponse(regionId: string): Promise<DayStanding[]> {
  return db.$queryRaw<DayStanding[]>`
    SELECT d.id, p.short || ' cohort ' || c.number || ', day ' || d.number || ': ' || d.title AS title, count(*)::int AS asked, count(*) FILTER (WHERE ew.state = 'given')::int AS answered
      FROM programme_day d JOIN cohort c ON c.id = d.cohort_id JOIN programme p ON p.id = c.programme_id JOIN evaluation e ON e.owner_id = d.id JOIN workflow ew ON ew.id = e.id AND ew.state <> 'void'
     WHERE c.region_id = ${regionId} GROUP BY d.id, p.short, c.number, c.created_at, d.number, d.title ORDER BY c.created_at DESC, d.number`;
}

const percent = (part: number, of: number) => (of === 0 ? "" : Math.round((part / of) * 100));
/** Cells that a spreadsheet would run as a formula are disarmed. */
const table = (rows: readonly (readonly (string | number)[])[]) => stringify(rows as (string | number)[][], { bom: true, escape_formulas: true, record_delimiter: "windows" });

/** Cohorts with their filling, response and completion as a spreadsheet's text. */
export async function dashboardCsv(board: Dashboard): Promise<string> {
  const rows: (string | number)[][] = [["Cohort", "State", "Authority", "Service", "Most places", "Nominated", "Places", "Answers to its days", "Asked", "Response in per cent", "Took part", "Completed"]];
  for (const cohort of board.cohorts) {
    const { title, state, asked, answered, tookPart, completed, places, taken } = cohort;
    const fill = await fillOf(cohort.id);
    rows.push([title, labelOf(state), "All", "All", places, fill.reduce((sum, one) => sum + one.nominated, 0), taken, answered, asked, percent(answered, asked), tookPart, completed]);
    for (const one of fill) rows.push([title, labelOf(state), one.authority, serviceLabels[one.service], one.quota ?? "", one.nominated, one.places, "", "", "", "", ""]);
  }
  return table(rows);
}

/** Response to each day as a spreadsheet's text. */
export function responseCsv(board: Dashboard): string {
  return table([["Day", "Asked", "Answered", "Response in per cent"], ...board.days.map(({ title, asked, answered }) => [title, asked, answered, percent(answered, asked)])]);
}
