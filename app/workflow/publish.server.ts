import { awaitedBy, isFinal, rowsOf, statesOf, versionOf } from "~machines/machine";
import { machines } from "~machines/index";

import { inTransaction } from "./transaction.server";

/**
 * Puts the machines' states and steps into their tables, so that the database refuses a state no
 * machine has and the inbox is one query. Run at every start, after the migrations; several starters
 * at once do it one after the other.
 * @throws when a record still stands in a state that was removed: that needs a migration in the same change
 */
export async function publishMachines(): Promise<void> {
  const states = Object.values(machines).flatMap((machine) =>
    statesOf(machine).map((state) => ({ machine: machine.id, state, version: versionOf(machine), final: isFinal(machine, state) })),
  );
  const steps = Object.values(machines).flatMap((machine) =>
    rowsOf(machine).flatMap((row) =>
      [...new Set([...row.by, ...row.preparedBy])]
        .filter((role) => role !== "system")
        .map((role) => ({ machine: machine.id, state: row.state, event: row.event, role, to: row.to, awaited: awaitedBy(row).includes(role) })),
    ),
  );
  await inTransaction(async (tx) => {
    await tx.$executeRawUnsafe("SELECT pg_advisory_xact_lock(hashtext('publish-machines'))");
    await tx.$executeRawUnsafe(
      `INSERT INTO workflow_state (machine, state, version, final)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS s(machine text, state text, version text, final boolean)
       ON CONFLICT (machine, state) DO UPDATE SET version = excluded.version, final = excluded.final`,
      JSON.stringify(states),
    );
    await tx.$executeRawUnsafe(`DELETE FROM workflow_step`);
    await tx.$executeRawUnsafe(
      `INSERT INTO workflow_step (machine, state, event, role, "to", awaited)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS s(machine text, state text, event text, role text, "to" text, awaited boolean)`,
      JSON.stringify(steps),
    );
    // A step may be awaited of another role than before: records that stand in its state follow at once.
    await tx.$executeRawUnsafe(
      `UPDATE workflow_party party SET waiting = NOT party.waiting
         FROM workflow
        WHERE workflow.id = party.workflow_id AND party."to" IS NULL
          AND party.waiting <> EXISTS (SELECT 1 FROM workflow_step step WHERE step.machine = workflow.machine AND step.state = workflow.state AND step.role = party.role AND step.awaited)`,
    );
    await tx.$executeRawUnsafe(
      `DELETE FROM workflow_state old WHERE NOT EXISTS (
         SELECT 1 FROM jsonb_to_recordset($1::jsonb) AS s(machine text, state text) WHERE s.machine = old.machine AND s.state = old.state)`,
      JSON.stringify(states),
    );
  });
}
