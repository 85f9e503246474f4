/**
 * npm run db:migration -- a-few-words
 *
 * Writes prisma/migrations/<moment>_<words>/migration.sql: what turns the database that the
 * migrations make into the one that prisma/schema describes. Read it before committing: data
 * moves, triggers and renamed states are for a person to add.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { register } from "tsx/esm/api";

const words = process.argv.slice(2).join("_").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
if (!words) {
  console.error("Say in a few words what the migration does: npm run db:migration -- add-visits");
  process.exit(2);
}

register();
const { startEmbeddedPostgres } = await import("../app/platform/postgres/embedded.server.ts");
const folder = mkdtempSync(path.join(tmpdir(), "candour-migration-"));
const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), parameters: { fsync: "off" } });
try {
  const sql = execFileSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", "migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--script"],
    { encoding: "utf8", env: { ...process.env, DATABASE_URL: postgres.url } },
  );
  if (/^-- This is an empty migration/m.test(sql)) {
    console.log("Nothing to do: the migrations already make what prisma/schema describes.");
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const target = path.join("prisma/migrations", `${stamp}_${words}`);
    mkdirSync(target, { recursive: true });
    writeFileSync(path.join(target, "migration.sql"), sql);
    console.log(`Wrote ${target}/migration.sql; read it before committing.`);
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
