import { stringify } from "csv-stringify/sync";
import { rowOf } from "~machines/machine";
import { machineNamed } from "~machines/index";
import { now } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { fire } from "~/workflow/fire.server";
import { processOf } from "~/workflow/process.server";
import { dayOf, workingDaysBetween } from "~/workflow/working-days";

/** The processes of peer challenge, as the board orders them. Any of them may be absent: the board asks the engine alone. */
export const KINDS = [
  { machine: "triad", label: "Sessions" },
  { machine: "visit", label: "Visits" },
  { machine: "challenge-record", label: "Records and letters" },
  { machine: "assignment", label: "Challengers’ places" },
  { machine: "validation", label: "Validation of reports" },
  { machine: "recommendation", label: "Recommendations" },
  { machine: "commitment", label: "Commitments" },
  { machine: "plan", label: "Plans" },
  { machine: "workstream", label: "Updates of workstreams" },
  { machine: "directors-meeting", label: "Directors’ meetings" },
] as const;

/** What leadership programmes wait for: a board of the region, since they run beside its rounds. */
export const PROGRAMME_KINDS = [
  { machine: "nomination", label: "Nominations" },
  { machine: "evaluation", label: "Evaluations" },
  { machine: "cohort", label: "Cohorts" },
  { machine: "programme-day", label: "Days" },
] as const;

export type Kind = (typeof KINDS)[number]["machine"] | (typeof PROGRAMME_KINDS)[number]["machine"];

/** One obligation that waits for somebody. */
export interface Waiting {
  readonly id: string;
  readonly machine: Kind;
  readonly title: string;
  readonly authority: string | null;
  readonly state: string;
  readonly path: string;
  /** What is awaited: the deadline's own name, or the state. */
  readonly what: string;
  readonly holders: readonly { readonly post: string; readonly names: readonly string[] }[];
  readonly due: string | null;
  /** Working days left; negative when late. */
  readonly workingDays: number | null;
  readonly remindedAt: string | null;
  readonly mayRemind: boolean;
}

/** Everything of some kinds that a region waits for. */
export interface Board {
  readonly regionId: string;
  readonly region: string;
  readonly rows: readonly Waiting[];
  readonly counts: Readonly<Record<string, number>>;
  readonly late: number;
  readonly reminds: boolean;
}

export interface ChallengeBoard extends Board {
  readonly cycle: { readonly id: string; readonly name: string };
}

interface Row {
  readonly id: string;
  readonly machine: Kind;
  readonly title: string;
  readonly authority: string | null;
  readonly state: string;
  readonly deadline: string | null;
  readonly due: Date | null;
  readonly reminded_at: Date | null;
  readonly holders: readonly { readonly post: string; readonly names: readonly string[] }[];
}

/** What is on a region's board, for its rows and their number: whatever waits for somebody or has a date. The waiting flag is the engine's own. */
const onBoard = `
    FROM workflow w
    JOIN workflow_state s ON s.machine = w.machine AND s.state = w.state AND NOT s.final
    LEFT JOIN authority a ON a.id = w.authority_id
    LEFT JOIN LATERAL (SELECT name, due_at FROM deadline WHERE workflow_id = w.id AND closed_at IS NULL ORDER BY due_at LIMIT 1) d ON true
   WHERE w.region_id = $1 AND w.machine = ANY($2)
     AND (d.due_at IS NOT NULL OR EXISTS (SELECT 1 FROM workflow_party p WHERE p.workflow_id = w.id AND p.waiting AND p."to" IS NULL))`;

const waiting = `
  SELECT w.id, w.machine, w.title, a.name AS authority, w.state, d.name AS deadline, d.due_at AS due,
         (SELECT max(v.at) FROM workflow_event v WHERE v.workflow_id = w.id AND v.event = 'reminder.send') AS reminded_at,
         coalesce((SELECT json_agg(json_build_object('post', held.post, 'names', held.names) ORDER BY held.post)
            FROM (SELECT coalesce(post.title, '') AS post, coalesce(json_agg(person.name ORDER BY person.name) FILTER (WHERE person.id IS NOT NULL), '[]') AS names
                    FROM workflow_party p
                    LEFT JOIN post ON post.id = p.post_id
                    LEFT JOIN holding h ON h.post_id = p.post_id AND h."from" <= $3 AND (h."to" IS NULL OR h."to" > $3)
                    LEFT JOIN person ON person.id = coalesce(p.person_id, h.person_id) AND (person.left_at IS NULL OR person.left_at > $3)
                   WHERE p.workflow_id = w.id AND p.waiting AND p."to" IS NULL
                   GROUP BY p.id, post.title) held), '[]') AS holders
  ${onBoard}
   ORDER BY d.due_at NULLS LAST, w.title`;

async function boardOf(actor: SignedIn, region: { readonly id: string; readonly name: string }, kinds: typeof KINDS | typeof PROGRAMME_KINDS): Promise<Board> {
  const moment = now();
  const { rows } = await pool.query<Row>({ name: "challenge-board", text: waiting, values: [region.id, kinds.map(({ machine }) => machine), moment] });
  const reminds = regionsOf(actor, ["sli-coordinator"]).includes(region.id);
  const list = rows.map((row) => shown(row, dayOf(moment), reminds));
  return {
    regionId: region.id,
    region: region.name,
    rows: list,
    counts: Object.fromEntries(kinds.map(({ machine }) => [machine, list.filter((row) => row.machine === machine).length])),
    late: list.filter(({ workingDays }) => workingDays !== null && workingDays < 0).length,
    reminds,
  };
}

/** What a region's peer challenge waits for: everything against whoever holds it. Null when there is none for this person. */
export async function challengeBoard(actor: SignedIn, cycleId: string | undefined): Promise<ChallengeBoard | null> {
  if (!isUuid(cycleId)) return null;
  const cycle = await db.cycle.findFirst({ where: { id: cycleId, regionId: { in: regionsOf(actor, CHASING) } }, select: { id: true, name: true, region: { select: { id: true, name: true } } } });
  return cycle && { ...(await boardOf(actor, cycle.region, KINDS)), cycle: { id: cycle.id, name: cycle.name } };
}

/** What a region's leadership programmes wait for: nominations, evaluations, cohorts and days. Null for whom there is none. */
export async function programmeBoard(actor: SignedIn, regionId: string | undefined): Promise<Board | null> {
  if (!regionId || !regionsOf(actor, CHASING).includes(regionId)) return null;
  const region = await db.region.findUnique({ where: { id: regionId }, select: { id: true, name: true } });
  return region && boardOf(actor, region, PROGRAMME_KINDS);
}

/** How many rows each board of a region has, for their tabs; null for whom there is none. */
export async function boardsWaiting(actor: SignedIn, regionId: string): Promise<{ readonly challenge: number; readonly programmes: number } | null> {
  if (!regionsOf(actor, CHASING).includes(regionId)) return null;
  const [challenge, programmes] = [KINDS, PROGRAMME_KINDS].map((kinds) => kinds.map(({ machine }) => machine as string));
  const { rows } = await pool.query<{ machine: string; count: number }>({ name: "boards-waiting", text: `SELECT w.machine, count(*)::int AS count ${onBoard} GROUP BY w.machine`, values: [regionId, [...(challenge ?? []), ...(programmes ?? [])]] });
  const of = (kinds: readonly string[] = []) => rows.filter(({ machine }) => kinds.includes(machine)).reduce((sum, { count }) => sum + count, 0);
  return { challenge: of(challenge), programmes: of(programmes) };
}

/** Posts of a region that read the board. */
const CHASING: readonly string[] = ["sli-coordinator", "regional-chair"];

function regionsOf(actor: SignedIn, kinds: readonly string[]): string[] {
  return actor.holdings.filter((post) => post.authorityId === null && kinds.includes(post.kind)).map((post) => post.regionId);
}

function shown(row: Row, today: string, reminds: boolean): Waiting {
  const process = processOf(row.machine);
  const due = row.due && dayOf(row.due);
  const label = process.label(row.state);
  return {
    id: row.id,
    machine: row.machine,
    title: row.title,
    authority: row.authority,
    state: label,
    path: process.path(row.id),
    what: row.deadline ?? label,
    holders: row.holders,
    due,
    workingDays: due ? workingDaysBetween(today, due) : null,
    remindedAt: row.reminded_at?.toISOString() ?? null,
    mayRemind: reminds && row.holders.some(({ names }) => names.length > 0) && (rowOf(machineNamed(row.machine), row.state, "reminder.send")?.by.includes("coordinator") ?? false),
  };
}

/**
 * One press: an email to whoever holds the next step of each chosen record. A record that has moved on
 * meanwhile, or whose process knows no reminder, is passed over; the same press again sends nothing.
 * @returns how many records somebody was reminded about
 */
export async function remindAbout(actor: SignedIn, board: Pick<Board, "rows">, chosen: readonly string[], requestKey: string): Promise<number> {
  const ids = board.rows.filter((row) => row.mayRemind && chosen.includes(row.id)).map(({ id }) => id);
  const moment = now();
  let reminded = 0;
  for (const workflowId of ids) {
    const parties = await db.workflowParty.findMany({
      where: { workflowId, waiting: true, to: null },
      select: { personId: true, post: { select: { holdings: { where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] }, select: { personId: true } } } } },
    });
    const personIds = [...new Set(parties.flatMap(({ personId, post }) => (personId ? [personId] : (post?.holdings.map((holding) => holding.personId) ?? []))))];
    const result = await fire({ workflowId, event: "reminder.send", actor, requestKey, addressees: { personIds } });
    if (result.kind === "moved" || result.kind === "repeated") reminded += 1;
  }
  return reminded;
}

/** The board as a spreadsheet's text. Cells that a spreadsheet would run as a formula are disarmed. */
export function boardCsv(rows: readonly Waiting[]): string {
  const words = new Map<string, string>([...KINDS, ...PROGRAMME_KINDS].map(({ machine, label }) => [machine, label]));
  return stringify(
    [
      ["Kind", "What it is of", "Authority", "State", "Awaited", "With", "Due", "Working days left", "Last reminded"],
      ...rows.map((row) => [words.get(row.machine) ?? "", row.title, row.authority ?? "", row.state, row.what, holderWords(row), row.due ?? "", row.workingDays ?? "", row.remindedAt?.slice(0, 10) ?? ""]),
    ],
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
}

export function holderWords({ holders }: Pick<Waiting, "holders">): string {
  return holders.map(({ post, names }) => `${post === "" ? "" : `${post}: `}${names.length > 0 ? names.join(" and ") : "vacant"}`).join("; ");
}
