import { pool } from "~/platform/db.server";
import { formatDate } from "~/ui/dates";
import type { RoundSteps } from "~/ui/root-data";
import type { SignedIn } from "~/workflow/actor.server";

/** The round under way in a person's region. */
export interface LiveRound {
  readonly id: string;
  readonly steps: RoundSteps;
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  readonly summit_on: string;
}

/** The part of the year that each state of a round belongs to; a state not here shows none as current. */
const partOf: Readonly<Record<string, number>> = { draft: 0, open: 0, submissionsClosed: 0, challenge: 1, synthesis: 2, decided: 3 };

/**
 * The newest round of the person's region that is neither closed nor cancelled. A draft is shown to
 * its coordinator only.
 */
export async function roundOf(signedIn: SignedIn): Promise<LiveRound | null> {
  const region = signedIn.holdings[0]?.regionId;
  if (!region) return null;
  const coordinates = signedIn.holdings.some((post) => post.kind === "sli-coordinator" && post.regionId === region);
  const { rows } = await pool.query<Row>({
    name: "live-round",
    text: `SELECT w.id, w.state, c.name, to_char(c.summit_on, 'YYYY-MM-DD') AS summit_on
           FROM workflow w JOIN cycle c ON c.id = w.id
           WHERE w.region_id = $1 AND w.machine = 'cycle' AND w.state <> ALL ($2::text[])
           ORDER BY (w.state = 'draft'), w.created_at DESC LIMIT 1`,
    values: [region, coordinates ? ["closed", "cancelled"] : ["closed", "cancelled", "draft"]],
  });
  const row = rows[0];
  if (!row) return null;
  const labels = ["Self-assessment", "Challenge", `Summit ${formatDate(row.summit_on, { weekday: false })}`, "Plan"];
  return {
    id: row.id,
    steps: { name: `Round ${row.name}`, href: `/rounds/${row.id}`, steps: labels.map((label, index) => ({ label, current: partOf[row.state] === index })) },
  };
}
