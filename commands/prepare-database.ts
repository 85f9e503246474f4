import { existsSync } from "node:fs";
import path from "node:path";
import { pool } from "~/platform/db.server";
import { migrate } from "~/platform/migrations.server";
import { NeedsPerson } from "~/platform/needs-person";
import { settings } from "~/platform/settings.server";
import { publishMachines } from "~/workflow/publish.server";
import { loadReferenceData } from "../prisma/reference/load";

const say = (sentence: string): void => console.log(`  ${sentence} ...`);

/** Keeps two starters from loading the demo twice. */
const demoLock = 4_711_001;

/**
 * Brings the database that the settings name to this version: migrations, reference data, the
 * machines' tables and, where wanted, the demo regions. Safe for several starters at once and
 * after being killed at any moment.
 * @param mayWipe the database is our own, so that demo data left half-loaded may be cleared away
 * @throws MigrationFailed, NeedsPerson
 */
export async function prepareDatabase({ demo, mayWipe }: { demo: boolean; mayWipe: boolean }): Promise<void> {
  await bringUp();
  if (demo) await loadDemo({ mayWipe });
}

async function bringUp(): Promise<void> {
  const url = settings().DATABASE_URL;
  if (!url) throw new NeedsPerson("Set DATABASE_URL to the database to prepare.");
  await migrate({ url, folder: path.resolve("prisma/migrations"), progress: say });
  await loadReferenceData(pool);
  await publishMachines();
}

/**
 * The demo is told by firing thousands of events, too many for one transaction. A note outside
 * Prisma's schema says that loading began and whether it ended: half a demo is never kept.
 */
async function loadDemo({ mayWipe }: { mayWipe: boolean }): Promise<void> {
  const guard = await pool.connect();
  try {
    await guard.query("SELECT pg_advisory_lock($1)", [demoLock]);
    await guard.query("CREATE SCHEMA IF NOT EXISTS candour_setup");
    await guard.query("CREATE TABLE IF NOT EXISTS candour_setup.demo (began_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz)");
    const { rows } = await guard.query<{ ended: boolean }>("SELECT ended_at IS NOT NULL AS ended FROM candour_setup.demo");
    if (rows[0]?.ended) return;
    if (rows[0]) {
      if (!mayWipe) throw new NeedsPerson("Loading the demo regions was broken off in this database; make it fresh with npm run db:reset.");
      say("Clearing away demo regions that were only half loaded");
      await wipe();
      await bringUp();
    } else if (await isUsed()) {
      return;
    } else {
      await guard.query("INSERT INTO candour_setup.demo DEFAULT VALUES");
    }
    if (!existsSync(path.resolve("prisma/seed/index.ts"))) return;
    say("Loading the demo regions, a minute or so the first time");
    const { seedDemo } = await import("../prisma/seed/index");
    await seedDemo();
    await guard.query("UPDATE candour_setup.demo SET ended_at = now()");
  } finally {
    guard.release(true);
  }
}

async function isUsed(): Promise<boolean> {
  const { rowCount } = await pool.query("SELECT 1 FROM workflow LIMIT 1");
  return (rowCount ?? 0) > 0;
}

/**
 * Removes everything.
 * @param alsoDemoNote forgets as well whether the demo was loaded
 */
export async function wipe({ alsoDemoNote = false }: { alsoDemoNote?: boolean } = {}): Promise<void> {
  if (alsoDemoNote) await pool.query("DROP SCHEMA IF EXISTS candour_setup CASCADE");
  await pool.query("DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
}
