import { stringify } from "csv-stringify/sync";

import { labelOf as stateLabelOf } from "~/features/self-assessment/words";
import { now } from "~/platform/clock.server";
import { pool } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { dayOf, workingDaysBetween } from "~/workflow/working-days";

import { regionsChasedBy } from "./access.server";
import { columnsOf, obligationsOf, totalsOf, type ChaseRow, type ColumnTotal, type Holding } from "./chase";
import { progressOf, standingIn, type Progress } from "./progress";
import { cycleRules, type CycleRules } from "./rules";

export interface ChaseBoard {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
  readonly region: string;
  readonly state: string;
  readonly submissionsDueOn: string;
  readonly rules: CycleRules;
  readonly rows: readonly ChaseRow[];
  readonly totals: readonly ColumnTotal[];
  readonly progress: Progress;
  readonly groups: readonly number[];
}

interface RoundRow extends Pick<ChaseBoard, "id" | "name" | "regionId" | "region" | "state" | "submissionsDueOn"> {
  readonly rules: unknown;
  readonly rows: readonly Row[];
}

interface Row {
  readonly id: string;
  readonly authority_id: string;
  readonly authority: string;
  readonly group: number | null;
  readonly state: string;
  readonly due_on: string;
  readonly joined_late: boolean;
  readonly chapters: number;
  readonly chapters_done: number;
  readonly endorsed: readonly string[];
  readonly deadline: string | null;
  readonly reminded_at: string | null;
  readonly holders: readonly Holding[];
}

// One statement for the round and its whole board; every subquery is an index look-up by the record, so that
// neither the number of authorities nor the years before it add round trips.
const rowsOfBoard = `
  SELECT sa.id, sa.authority_id, a.name AS authority, g.number AS "group", w.state, sa.due_on::text AS due_on,
         sa.joined_late_at IS NOT NULL AS joined_late,
         coalesce(ch.chapters, 0) AS chapters, coalesce(ch.done, 0) AS chapters_done,
         coalesce(e.roles, '{}') AS endorsed,
         (SELECT min(d.due_at) FROM deadline d WHERE d.workflow_id = sa.id AND d.closed_at IS NULL) AS deadline,
         (SELECT max(v.at) FROM workflow_event v WHERE v.workflow_id = sa.id AND v.event = 'reminder.send') AS reminded_at,
         coalesce(h.holders, '[]') AS holders
    FROM self_assessment sa
    JOIN workflow w ON w.id = sa.id
    JOIN authority a ON a.id = sa.authority_id
    LEFT JOIN LATERAL (
      SELECT cg.number FROM cycle_group_member m JOIN cycle_group cg ON cg.id = m.group_id
       WHERE cg.cycle_id = sa.cycle_id AND m.authority_id = sa.authority_id LIMIT 1
    ) g ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS chapters, count(c.completed_at)::int AS done FROM chapter_work c WHERE c.self_assessment_id = sa.id
    ) ch ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(en.role) AS roles FROM endorsement en
       WHERE en.version_id = (SELECT dv.id FROM document_version dv WHERE dv.self_assessment_id = sa.id AND dv.voided_at IS NULL ORDER BY dv.version DESC LIMIT 1)
    ) e ON true
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('role', waits.role, 'post', waits.post, 'names', waits.names) ORDER BY waits.role, waits.post) AS holders
        FROM (
          SELECT p.role, coalesce(post.title, '') AS post, coalesce(json_agg(person.name ORDER BY person.name) FILTER (WHERE person.id IS NOT NULL), '[]') AS names
            FROM workflow_party p
            LEFT JOIN post ON post.id = p.post_id
            LEFT JOIN holding ON holding.post_id = p.post_id AND holding."from" <= $2 AND (holding."to" IS NULL OR holding."to" > $2)
            LEFT JOIN person ON person.id = coalesce(p.person_id, holding.person_id) AND (person.left_at IS NULL OR person.left_at > $2)
           WHERE p.workflow_id = sa.id AND p.waiting AND p."to" IS NULL
           GROUP BY p.id, p.role, post.title
        ) waits
    ) h ON true
   WHERE sa.cycle_id = c.id
   ORDER BY a.name`;

const board = `
  SELECT c.id, c.name, c.region_id AS "regionId", region.name AS region, c.rules, c.submissions_due_on::text AS "submissionsDueOn", workflow.state,
         (SELECT json_agg(line) FROM (${rowsOfBoard}) line) AS rows
    FROM cycle c
    JOIN region ON region.id = c.region_id
    JOIN workflow ON workflow.id = c.id
   WHERE c.id = $1 AND c.region_id = ANY ($3::text[]) AND EXISTS (SELECT 1 FROM self_assessment begun WHERE begun.cycle_id = c.id)`;

/** The chase board of a round: every authority against every obligation. Null when there is none for this person. */
export async function chaseBoard(actor: SignedIn, cycleId: string): Promise<ChaseBoard | null> {
  const moment = now();
  const { rows: [found] } = await pool.query<RoundRow>({ name: "chase-board", text: board, values: [cycleId, moment, regionsChasedBy(actor)] });
  if (!found) return null;
  const rules = cycleRules.parse(found.rules);
  const rows = found.rows.map((row) => rowOf(row, rules, found.submissionsDueOn, moment));
  return {
    ...found,
    rules,
    rows,
    totals: totalsOf(rows, rules),
    progress: progressOf(rows.map((row) => row.state)),
    groups: [...new Set(rows.flatMap((row) => (row.group === null ? [] : [row.group])))].sort((a, b) => a - b),
  };
}

function rowOf(row: Row, rules: CycleRules, roundDue: string, moment: Date): ChaseRow {
  const standing = standingIn(row.state);
  // What is outstanding is measured against its submission date, not against a nearer step inside it.
  const due = standing === "outstanding" ? row.due_on : row.deadline ? dayOf(new Date(row.deadline)) : null;
  const workingDays = due === null ? null : workingDaysBetween(dayOf(moment), due);
  return {
    selfAssessmentId: row.id,
    authorityId: row.authority_id,
    authority: row.authority,
    group: row.group,
    state: row.state,
    stateLabel: stateLabelOf(row.state),
    standing,
    obligations: obligationsOf({ state: row.state, chapters: row.chapters, chaptersDone: row.chapters_done, endorsed: row.endorsed }, rules),
    holders: row.holders,
    due,
    workingDays,
    late: due !== null && due < dayOf(moment),
    extended: row.due_on > roundDue,
    joinedLate: row.joined_late,
    remindedAt: row.reminded_at && new Date(row.reminded_at).toISOString(),
  };
}

/** The board as a spreadsheet's text. A cell that a spreadsheet would take for a formula is made plain text. */
export function chaseCsv(chase: Pick<ChaseBoard, "rules">, rows: readonly ChaseRow[]): string {
  const columns = columnsOf(chase.rules);
  return stringify(
    rows.map((row) => [
      row.authority,
      row.group ?? "",
      row.stateLabel,
      ...columns.map(({ key }) => row.obligations.find((one) => one.key === key)?.label ?? ""),
      row.holders.map(holderWords).join("; "),
      row.due ?? "",
      row.workingDays ?? "",
      row.remindedAt?.slice(0, 10) ?? "",
    ]),
    {
      header: true,
      columns: ["Authority", "Group", "State", ...columns.map(({ heading }) => heading), "With", "Due", "Working days left", "Last reminded"],
      escape_formulas: true,
      bom: true,
      record_delimiter: "windows",
    },
  );
}

function holderWords(holder: Holding): string {
  const names = holder.names.length > 0 ? holder.names.join(" and ") : "vacant";
  return holder.post === "" ? names : `${holder.post}: ${names}`;
}
