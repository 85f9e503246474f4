import { formatDate } from "~/ui/dates";
import type { RoundSteps } from "~/ui/root-data";

/** The round under way in a person's region: the region of the post they have held longest. */
export interface LiveRound {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  /** ISO day. */
  readonly summitOn: string;
}

/**
 * As SQL, a `LiveRound`: the newest round of a region that is neither closed nor cancelled. A draft is
 * shown to its coordinator only.
 * @param region the region, as SQL
 * @param run an array of the regions that the person coordinates, as SQL
 */
export function roundUnderWay({ region, run }: { readonly region: string; readonly run: string }): string {
  return `
    SELECT json_build_object('id', w.id, 'state', w.state, 'name', c.name, 'summitOn', c.summit_on)
      FROM workflow w JOIN cycle c ON c.id = w.id
     WHERE w.region_id = ${region} AND w.machine = 'cycle' AND w.state NOT IN ('closed', 'cancelled')
       AND (w.state <> 'draft' OR w.region_id = ANY (${run}))
     ORDER BY (w.state = 'draft'), w.created_at DESC LIMIT 1`;
}

/** The part of the year that each state of a round belongs to; a state not here shows none as current. */
const partOf: Readonly<Record<string, number>> = { draft: 0, open: 0, submissionsClosed: 0, challenge: 1, synthesis: 2, decided: 3 };

/** Where we are in the year, for the line under the masthead. */
export function stepsOfYear(round: LiveRound): RoundSteps {
  const labels = ["Self-assessment", "Challenge", `Summit ${formatDate(round.summitOn, { weekday: false })}`, "Plan"];
  return { name: `Round ${round.name}`, href: `/rounds/${round.id}`, steps: labels.map((label, index) => ({ label, current: partOf[round.state] === index })) };
}
