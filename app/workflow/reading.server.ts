import { availableSteps, type AvailableStep } from "~machines/decide";
import { metaOf, rowOf } from "~machines/machine";
import { machineNamed } from "~machines/index";

import { now } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";

import type { Actor } from "./actor.server";
import { processOf } from "./process.server";

export interface Standing {
  readonly machine: string;
  readonly state: string;
  readonly label: string;
  readonly revision: number;
  readonly roles: readonly string[];
  readonly steps: readonly (AvailableStep & { readonly tells: readonly string[] })[];
}

interface Place {
  readonly machine: string;
  readonly state: string;
  readonly revision: number;
  readonly roles: readonly string[];
}

/** Where a record stands and who this person is on it now, without a lock: for pages. */
async function placeOf(workflowId: string, actor: Actor): Promise<Place | undefined> {
  const { rows } = await pool.query<Place>({
    name: "place-on-record",
    text: `
      SELECT machine, state, revision, ARRAY(
        SELECT DISTINCT party.role FROM workflow_party party
          LEFT JOIN holding ON holding.post_id = party.post_id AND holding."from" <= $3 AND (holding."to" IS NULL OR holding."to" > $3)
          JOIN person ON person.id = coalesce(party.person_id, holding.person_id) AND (person.left_at IS NULL OR person.left_at > $3)
         WHERE party.workflow_id = workflow.id AND party."from" <= $3 AND (party."to" IS NULL OR party."to" > $3) AND person.id = $2
      ) AS roles
      FROM workflow WHERE id = $1`,
    values: [workflowId, actor.kind === "person" ? actor.personId : null, now()],
  });
  const [place] = rows;
  return place && actor.kind === "system" ? { ...place, roles: ["system"] } : place;
}

/**
 * Where a record stands and what this person may do with it now: what buttons come from, so that a
 * page never offers what the server refuses. `tells` says in plain words who will be told.
 */
export async function stepsOn(workflowId: string, actor: Actor): Promise<Standing | undefined> {
  const place = await placeOf(workflowId, actor);
  if (!place) return undefined;
  const machine = machineNamed(place.machine);
  const process = processOf(place.machine);
  const base = { ...place, label: process.label(place.state) };
  const roles = new Set(place.roles);
  if (roles.size === 0) return { ...base, steps: [] };
  const facts = await process.facts(db, workflowId, { event: "", payload: {} });
  const words = metaOf(machine).roles;
  const steps = availableSteps({ machine, state: place.state, facts, roles }).map((step) => ({
    ...step,
    tells: Object.keys(rowOf(machine, place.state, step.event)?.tells ?? {}).map((role) => words[role] ?? role),
  }));
  return { ...base, steps };
}

/** The roles a person holds on a record now. */
export async function rolesOn(workflowId: string, actor: Actor): Promise<ReadonlySet<string>> {
  return new Set((await placeOf(workflowId, actor))?.roles);
}
