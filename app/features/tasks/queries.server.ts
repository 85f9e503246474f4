import { LIVE } from "~/features/assignment";
import { progressOf, regionsRunBy } from "~/features/cycle";
import { triadRulesOf } from "~/features/triad";
import { now } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";
import { counted } from "~/ui/dates";
import type { SignedIn } from "~/workflow/actor.server";
import { inboxOf, type InboxItem } from "~/workflow/inbox.server";
import { processOf } from "~/workflow/process.server";
import { dayOf, londonTime, workingDaysBetween } from "~/workflow/working-days";

/** How the self-assessments of a round stand, for the panel beside a coordinator's tasks. */
export interface RoundPanel {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly submitted: number;
  readonly of: number;
  readonly dueOn: string;
}

export interface Tasks {
  readonly items: readonly (InboxItem & { readonly workingDays: number | null; readonly sub: string })[];
  readonly panels: readonly RoundPanel[];
  readonly now: Date;
  /** What this person did since Monday. */
  readonly done: number;
  /** What waits for others in the regions this person runs; null for everybody else. */
  readonly others: number | null;
}

/** The first page of everybody: what waits for this person, soonest first, and how their rounds stand. */
export async function tasksOf(actor: SignedIn): Promise<Tasks> {
  const moment = now();
  const regions = regionsRunBy(actor);
  const [inbox, { panels, done, others, openPlaces }] = await Promise.all([inboxOf(actor), besideTasks(actor, regions, moment)]);
  const today = dayOf(moment);
  const progress = new Map(panels.map((panel) => [panel.id, panel]));
  return {
    items: inbox.map((item) => {
      const panel = progress.get(item.workflowId);
      const open = openPlaces.get(item.workflowId) ?? 0;
      const more = [
        ...(panel && panel.of > 0 ? [`${panel.submitted} of ${panel.of} self-assessments submitted.`] : []),
        ...(open > 0 ? [`${counted(open, "challenger’s place", "challengers’ places")} free.`] : []),
      ];
      return {
        ...item,
        workingDays: item.dueAt ? workingDaysBetween(today, dayOf(item.dueAt)) : null,
        sub: [`${item.label}.`, ...more].join(" "),
      };
    }),
    panels,
    now: moment,
    done,
    others,
  };
}

interface BesideRow {
  readonly done: number;
  readonly others: number;
  readonly sessions: readonly { readonly id: string; readonly rules: unknown; readonly places: number }[];
  readonly rounds: readonly (Pick<RoundPanel, "id" | "name" | "region" | "dueOn"> & { readonly states: readonly string[] })[];
}

/**
 * What stands beside a person's tasks, in one statement: rounds under way where they coordinate, newest first, two
 * counts, and how many places of challengers are free at the sessions that are confirmed and still to come.
 */
async function besideTasks(actor: SignedIn, regions: readonly string[], moment: Date): Promise<Pick<Tasks, "panels" | "done" | "others"> & { readonly openPlaces: ReadonlyMap<string, number> }> {
  const { rows } = await pool.query<BesideRow>({
    name: "beside-tasks",
    text: `
      SELECT (SELECT count(*)::int FROM workflow_event v WHERE v.actor_id = $2 AND v.at BETWEEN $4 AND $3 AND v.event <> 'begin') AS done,
             (SELECT count(*)::int FROM (SELECT w.id ${waitingElsewhere}) AS waiting) AS others,
             (SELECT coalesce(json_agg(json_build_object('id', t.id, 'rules', c.rules, 'places',
                       (SELECT count(*) FROM assignment a JOIN workflow aw ON aw.id = a.id WHERE a.activity_id = t.id AND aw.state = ANY ($5::text[])))), '[]')
                FROM triad t
                JOIN workflow w ON w.id = t.id AND w.state IN ('confirmed', 'packsReleased')
                JOIN cycle c ON c.id = t.cycle_id
               WHERE c.region_id = ANY ($1::text[]) AND t.session_on >= $6::date) AS sessions,
             (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'region', region.name, 'dueOn', c.submissions_due_on, 'states', s.states)
                                       ORDER BY c.opens_on DESC), '[]')
                FROM cycle c
                JOIN workflow w ON w.id = c.id AND w.state NOT IN ('closed', 'cancelled')
                JOIN region ON region.id = c.region_id
                JOIN LATERAL (
                  SELECT json_agg(child.state) AS states FROM self_assessment sa JOIN workflow child ON child.id = sa.id WHERE sa.cycle_id = c.id
                ) s ON s.states IS NOT NULL
               WHERE c.region_id = ANY ($1::text[])) AS rounds`,
    values: [regions, actor.personId, moment, startOfWeek(moment), [...LIVE], dayOf(moment)],
  });
  const { done = 0, others = 0, rounds = [], sessions = [] } = rows[0] ?? {};
  return {
    done,
    others: regions.length === 0 ? null : others,
    openPlaces: new Map(sessions.map(({ id, rules, places }) => [id, Math.max(0, triadRulesOf(rules).challengersPerSession - places)])),
    panels: rounds.map(({ states, ...round }) => {
      const { submitted, of } = progressOf(states);
      return { ...round, submitted, of };
    }),
  };
}

/** Monday morning in London. */
function startOfWeek(moment: Date): Date {
  const today = dayOf(moment);
  const since = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  const monday = new Date(new Date(`${today}T12:00:00Z`).getTime() - since * 86_400_000);
  return londonTime(monday.toISOString().slice(0, 10), "00:00");
}

function doneThisWeek(actor: SignedIn, moment: Date) {
  return { actorId: actor.personId, at: { gte: startOfWeek(moment), lte: moment }, event: { not: "begin" } };
}

export interface Done {
  readonly id: string;
  readonly what: string;
  readonly title: string;
  readonly path: string;
  readonly at: Date;
}

/** What this person did since Monday, newest first. */
export async function doneBy(actor: SignedIn): Promise<Done[]> {
  const events = await db.workflowEvent.findMany({
    where: doneThisWeek(actor, now()),
    orderBy: { at: "desc" },
    take: 200,
    select: { id: true, event: true, at: true, workflow: { select: { id: true, machine: true, title: true } } },
  });
  return events.map(({ id, event, at, workflow }) => {
    const process = processOf(workflow.machine);
    return { id, at, what: process.happened(event), title: workflow.title, path: process.path(workflow.id) };
  });
}

/**
 * Records of the regions $1 that wait for somebody, but not for the person $2 at the moment $3; the first five
 * hundred, each once. Written once for the list and its count.
 */
const waitingElsewhere = `
  FROM workflow w
  JOIN workflow_party p ON p.workflow_id = w.id AND p.waiting AND p."to" IS NULL
  LEFT JOIN holding h ON h.post_id = p.post_id AND h."from" <= $3 AND (h."to" IS NULL OR h."to" > $3)
  LEFT JOIN person ON person.id = coalesce(p.person_id, h.person_id) AND (person.left_at IS NULL OR person.left_at > $3)
 WHERE w.region_id = ANY ($1::text[])
 GROUP BY w.id
HAVING NOT coalesce(bool_or(person.id = $2), false)
 ORDER BY (SELECT min(d.due_at) FROM deadline d WHERE d.workflow_id = w.id AND d.closed_at IS NULL) NULLS LAST, w.title
 LIMIT 500`;

interface WaitingRow {
  readonly workflow_id: string;
  readonly machine: string;
  readonly state: string;
  readonly title: string;
  readonly role: string;
  readonly names: readonly string[];
  readonly due_at: Date | null;
}

export interface Waiting {
  readonly workflowId: string;
  readonly task: string;
  readonly path: string;
  /** Who holds it; empty when every post is vacant. */
  readonly names: readonly string[];
  readonly dueAt: Date | null;
  readonly workingDays: number | null;
}

/** What waits for other people in the regions this person runs, soonest first. */
export async function waitingForOthers(actor: SignedIn): Promise<Waiting[]> {
  const today = dayOf(now());
  return (await othersWaiting(regionsRunBy(actor), actor)).map((row) => {
    const process = processOf(row.machine);
    return {
      workflowId: row.workflow_id,
      task: process.task(row),
      path: process.path(row.workflow_id),
      names: row.names,
      dueAt: row.due_at,
      workingDays: row.due_at ? workingDaysBetween(today, dayOf(row.due_at)) : null,
    };
  });
}

async function othersWaiting(regions: readonly string[], actor: SignedIn): Promise<readonly WaitingRow[]> {
  const { rows } = await pool.query<WaitingRow>({
    name: "others-waiting",
    text: `
      SELECT w.id AS workflow_id, w.machine, w.state, w.title, min(p.role) AS role,
             coalesce(array_agg(DISTINCT person.name) FILTER (WHERE person.id IS NOT NULL), '{}') AS names,
             (SELECT min(d.due_at) FROM deadline d WHERE d.workflow_id = w.id AND d.closed_at IS NULL) AS due_at
      ${waitingElsewhere}`,
    values: [regions, actor.personId, now()],
  });
  return rows;
}
