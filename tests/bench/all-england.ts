import "~/features/processes.server";

import { chaseBoard } from "~/features/cycle";
import type { CycleRules } from "~/features/cycle/rules";
import { challengeSettings } from "~/features/region";
import { db, pool } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { inboxOf } from "~/workflow/inbox.server";
import { publishMachines } from "~/workflow/publish.server";

import { each, median, spread } from "./measure";

const region = "south-east";
const years = 10;
const workflows = 200_000;
const eventsEach = 10;
const calls = 60;

const rules: CycleRules = {
  challengeStyle: "triads", visibility: "region", endorsements: ["chiefExecutive", "leadMember"], outlierRule: true,
  moderation: { needed: true, workingDaysBefore: 10 }, followUpMonths: 6, shareAutomatically: false, challenge: challengeSettings.parse({}), takingPart: [],
};

/**
 * The pages a coordinator opens first, with one region's first year in the database and then with all
 * of England's ten years around it: 9 regions, 153 authorities, about 200,000 records and 2 million log
 * rows, all but the live year finished. Aim: less than 1.5 times.
 */
export async function run(): Promise<void> {
  await publishMachines();
  await everyPost();
  await round(region, 0);
  await pool.query("ANALYZE");
  const before = await measure();
  const started = performance.now();
  const regions = (await db.region.findMany({ select: { id: true } })).map(({ id }) => id);
  for (let year = 0; year < years; year += 1) for (const id of regions) if (id !== region || year > 0) await round(id, year);
  await filler();
  await pool.query("ANALYZE");
  const [size] = (await pool.query<{ w: string; e: string }>("SELECT (SELECT count(*) FROM workflow) AS w, (SELECT count(*) FROM workflow_event) AS e")).rows;
  console.log(`generated ${size?.w} records and ${size?.e} log rows in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const after = await measure();
  for (const name of Object.keys(before) as (keyof typeof before)[]) {
    console.log(`  ${name.padEnd(22)} first year ${spread(before[name])}   all England ${spread(after[name])}   ratio ${(median(after[name]) / median(before[name])).toFixed(2)} (aim under 1.5)`);
  }
}

async function measure() {
  const coordinator = await holderOf("sli-coordinator", region, null);
  const director = await holderOf("dcs", region, "kent");
  const cycle = await db.cycle.findFirstOrThrow({ where: { regionId: region, name: "year 0" } });
  const board = await chaseBoard(coordinator, cycle.id);
  const inbox = await inboxOf(director);
  if (board?.rows.length !== 19 || inbox.length === 0) throw new Error(`the bench measures nothing: ${board?.rows.length ?? 0} rows, ${inbox.length} tasks`);
  return {
    "inbox, coordinator": await each(calls, () => inboxOf(coordinator)),
    "inbox, director": await each(calls, () => inboxOf(director)),
    "chase board, 19 rows": await each(calls, () => chaseBoard(coordinator, cycle.id)),
  };
}

async function holderOf(kind: string, regionId: string, authorityId: string | null): Promise<SignedIn> {
  const { post, person } = await db.holding.findFirstOrThrow({ where: { post: { kind, regionId, authorityId } }, include: { post: true, person: true } });
  return { kind: "person", personId: person.id, name: person.name, email: person.email, holdings: [{ postId: post.id, kind, title: post.title, regionId, authorityId }] };
}

/** A holder for every post a self-assessment knows, in all of England. */
async function everyPost(): Promise<void> {
  await pool.query(`
    INSERT INTO post (kind, title, region_id, authority_id)
      SELECT kind, kind, region_id, id FROM authority, unnest(ARRAY['dcs', 'dcs-delegate', 'chief-executive', 'lead-member']) AS kind

      UNION ALL SELECT 'sli-coordinator', 'coordinator', id, NULL FROM region`);
  await pool.query(`
    WITH holder AS (
      INSERT INTO person (name, email) SELECT 'Holder of ' || kind, id || '@example.org' FROM post RETURNING id, email
    ) INSERT INTO holding (post_id, person_id, "from") SELECT split_part(email, '@', 1)::uuid, id, '2015-01-01' FROM holder`);
}

/** One region's round: the first year is live, the others are long finished. */
async function round(regionId: string, year: number): Promise<void> {
  const live = year === 0;
  const template = await db.template.create({ data: { regionId, name: "Template", versions: { create: { version: 1, content: { chapters: [] } } } }, include: { versions: true } });
  const day = new Date(Date.UTC(2026 - year, 10, 30));
  await pool.query(
    `WITH round AS (
       INSERT INTO workflow (id, machine, machine_version, state, revision, region_id, title, since, created_at)
       VALUES (uuidv7(), 'cycle', '1', $2, 1, $1, 'Round', now(), now()) RETURNING id
     ), party AS (
       INSERT INTO workflow_party (workflow_id, role, post_id, "from", waiting)
       SELECT round.id, 'coordinator', post.id, '2016-01-01', $7 FROM round, post WHERE post.region_id = $1 AND post.kind = 'sli-coordinator'
     ), cycle AS (
       INSERT INTO cycle (id, region_id, name, template_version_id, opens_on, submissions_due_on, challenge_starts_on, summit_on, ends_on, rules)
       SELECT id, $1, $3, $4, $5, $5, $5, $5, $5, $6 FROM round RETURNING id
     ), begun AS (
       INSERT INTO workflow (id, machine, machine_version, state, revision, region_id, authority_id, parent_id, title, since, created_at)
       SELECT uuidv7(), 'self-assessment', '1', $8, 1, $1, authority.id, cycle.id, authority.name || '’s self-assessment', now(), now()
         FROM cycle, authority WHERE authority.region_id = $1 RETURNING id, authority_id, parent_id
     ), parties AS (
       INSERT INTO workflow_party (workflow_id, role, post_id, "from", waiting)
       SELECT begun.id, CASE post.kind WHEN 'dcs' THEN 'dcs' WHEN 'dcs-delegate' THEN 'delegate' WHEN 'chief-executive' THEN 'chiefExecutive' ELSE 'leadMember' END,
              post.id, '2016-01-01', $7 AND post.kind IN ('dcs', 'dcs-delegate')
         FROM begun JOIN post ON post.authority_id = begun.authority_id
     ), coordinators AS (
       INSERT INTO workflow_party (workflow_id, role, post_id, "from")
       SELECT begun.id, 'coordinator', post.id, '2016-01-01' FROM begun, post WHERE post.region_id = $1 AND post.kind = 'sli-coordinator'
     ), due AS (
       INSERT INTO deadline (workflow_id, state, name, due_at, opened_at, handled_to, closed_at)
       SELECT id, $8, 'Submit the self-assessment', $5, now(), now(), CASE WHEN $7 THEN NULL ELSE now() END FROM begun
     ), sa AS (
       INSERT INTO self_assessment (id, cycle_id, authority_id, due_on) SELECT id, parent_id, authority_id, $5 FROM begun RETURNING id
     ), chapters AS (
       INSERT INTO chapter_work (self_assessment_id, chapter_id) SELECT id, 'chapter-' || n FROM sa, generate_series(1, 8) AS n
     ) SELECT count(*) FROM sa`,
    [regionId, live ? "open" : "closed", `year ${year}`, template.versions[0]?.id, day, JSON.stringify(rules), live, live ? "inProgress" : "closed"],
  );
}

/** The rest of ten years: finished records of the same people, each with its parties and its log. */
async function filler(): Promise<void> {
  const [{ count } = { count: "0" }] = (await pool.query<{ count: string }>("SELECT count(*) FROM workflow")).rows;
  await pool.query("SET statement_timeout = 0");
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query("ALTER TABLE workflow_event DISABLE TRIGGER ALL");
    await client.query(
      `INSERT INTO workflow (id, machine, machine_version, state, revision, region_id, authority_id, title, since, created_at)
       SELECT uuidv7(), 'self-assessment', '1', 'closed', $2, a.region_id, a.id, 'A finished record', now(), now()
         FROM generate_series(1, $1) AS n JOIN (SELECT id, region_id, row_number() OVER (ORDER BY id) AS place FROM authority) a ON a.place = 1 + n % 153`,
      [workflows - Number(count), eventsEach],
    );
    await client.query(
      `INSERT INTO workflow_party (workflow_id, role, post_id, "from")
       SELECT w.id, p.kind, p.id, '2016-01-01'::timestamptz FROM workflow w JOIN post p ON p.authority_id = w.authority_id AND p.kind IN ('dcs', 'dcs-delegate') WHERE w.title = 'A finished record'
       UNION ALL
       SELECT w.id, p.kind, p.id, '2016-01-01'::timestamptz FROM workflow w JOIN post p ON p.region_id = w.region_id AND p.kind = 'sli-coordinator' WHERE w.title = 'A finished record'`,
    );
    await client.query(
      `INSERT INTO workflow_event (id, workflow_id, seq, event, from_state, to_state, actor_role, channel, payload, machine_version, at, prev_hash, hash)
       SELECT uuidv7(), w.id, n, 'chapter.complete', 'inProgress', 'inProgress', 'dcs', 'web', '{}', '1', now(), '', ''
         FROM workflow w, generate_series(1, ${eventsEach}) AS n`,
    );
    await client.query("ALTER TABLE workflow_event ENABLE TRIGGER ALL");
  } finally {
    client.release(true);
  }
}
