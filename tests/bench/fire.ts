import type { PoolClient } from "pg";

import { db, pool } from "~/platform/db.server";
import { fire } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { aSelfAssessment, aWorld, person, type World } from "~tests/workflow/world";

import { median, timed } from "./measure";

const records = 300;
const actors = 8;
const rounds = 5;

/**
 * `fire` against the same rows written by bare SQL, eight actors at once, in turns in one run. Both
 * lock the record, read its parties, move it, log it, queue the emails with their jobs, and settle the
 * deadlines and the inbox; only `fire` decides, validates and hashes. Aim: 0.7 of bare SQL or better.
 */
export async function run(): Promise<void> {
  const world = await aWorld();
  const ratios: number[] = [];
  const rates: { fire: number[]; bare: number[] } = { fire: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const forFire = await begun(world);
    const forBare = await begun(world);
    const fired = await timed(records, actors, (index) => fire({ workflowId: forFire[index] ?? "", event: "writing.start", actor: person(world.posts.dcs) }));
    const bare = await timed(records, actors, (index) => bareTransition(forBare[index] ?? "", world));
    if (round === 0) continue;
    ratios.push(bare / fired);
    rates.fire.push((records / fired) * 1000);
    rates.bare.push((records / bare) * 1000);
  }
  const same = await emailsWritten("writing.start", "bare.start");
  console.log(`fire, ${actors} actors at once, ${rounds} rounds of ${records}:`);
  console.log(`  fire      ${median(rates.fire).toFixed(0)} transitions a second`);
  console.log(`  bare SQL  ${median(rates.bare).toFixed(0)} transitions a second (${same})`);
  console.log(`  ratio     ${median(ratios).toFixed(2)} (min ${Math.min(...ratios).toFixed(2)}, max ${Math.max(...ratios).toFixed(2)}; aim 0.70)`);
}

async function begun(world: World): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < records; index += 1) ids.push(await aSelfAssessment(world));
  return ids;
}

async function emailsWritten(...events: string[]): Promise<string> {
  const counts = await Promise.all(events.map((event) => db.outboxEmail.count({ where: { event: { event } } })));
  return `emails written: fire ${counts[0]}, bare ${counts[1]}`;
}

/** What a careful programmer would write by hand, statement by statement. */
async function bareTransition(id: string, world: World): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await statements(client, id, world);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

async function statements(client: PoolClient, id: string, world: World): Promise<void> {
  const at = new Date();
  const eventId = uuidv7();
  await client.query({ name: "b-lock", text: "SELECT * FROM workflow WHERE id = $1 FOR UPDATE", values: [id] });
  await client.query({
    name: "b-parties",
    text: `SELECT p.role, person.id, person.name, person.email, person.digest, person.copy_me FROM workflow_party p
             JOIN holding h ON h.post_id = p.post_id AND h."to" IS NULL JOIN person ON person.id = h.person_id
            WHERE p.workflow_id = $1 AND p."to" IS NULL`,
    values: [id],
  });
  await client.query({ name: "b-deadlines", text: "SELECT id, name, due_at FROM deadline WHERE workflow_id = $1 AND closed_at IS NULL", values: [id] });
  await client.query({ name: "b-move", text: "UPDATE workflow SET state = 'inProgress', revision = revision + 1, since = $2 WHERE id = $1 AND revision = 1", values: [id, at] });
  await client.query({
    name: "b-log",
    text: `INSERT INTO workflow_event (id, workflow_id, seq, event, from_state, to_state, actor_id, actor_role, channel, payload, machine_version, at, prev_hash, hash)
           VALUES ($1, $2, 2, 'bare.start', 'notStarted', 'inProgress', $3, 'dcs', 'web', '{}', '1', $4, '', '')`,
    values: [eventId, id, world.posts.dcs?.personId, at],
  });
  for (const role of ["dcs", "delegate"]) {
    const { rows } = await client.query<{ id: string }>({
      name: "b-mail",
      text: `INSERT INTO outbox_email (workflow_id, event_id, template, person_id, role, address, props, created_at, send_after)
             VALUES ($1, $2, 'self-assessment/writing-started', $3, $4, 'somebody@example.org', $5, $6, $6) RETURNING id`,
      values: [id, eventId, world.posts[role]?.personId, role, props, at],
    });
    await client.query({
      name: "b-job",
      text: "SELECT graphile_worker.add_job('send-email', json_build_object('id', $1::text), job_key => 'email:' || $1::text, max_attempts => 12)",
      values: [rows[0]?.id],
    });
  }
  await client.query({ name: "b-keep", text: "UPDATE deadline SET state = 'inProgress' WHERE workflow_id = $1 AND closed_at IS NULL", values: [id] });
  await client.query({ name: "b-inbox", text: "UPDATE workflow_party SET waiting = (role IN ('dcs', 'delegate')) WHERE workflow_id = $1 AND waiting <> (role IN ('dcs', 'delegate'))", values: [id] });
}

const props = JSON.stringify({
  recipient: { name: "dcs" }, role: "dcs", title: "Kent's self-assessment", subject: "Kent self-assessment 2026/27", authority: "Kent", round: "2026/27",
  region: "South East", path: "/self-assessments/1", due: "2026-11-30", by: "dcs, The dcs", when: "2026-11-23T10:00:00.000Z", about: {}, calendar: [],
});
