import path from "node:path";
import { startEmbeddedPostgres } from "~/platform/postgres/embedded.server";
import { forgetSettings, settings } from "~/platform/settings.server";

/** Set by the supervisor for its children: the database behind DATABASE_URL is the embedded one. */
export const embeddedMark = "CANDOUR_EMBEDDED";

/**
 * Runs a command on the database that Candour uses: the one of DATABASE_URL, else the embedded
 * one, started for the purpose unless it runs already. Import what uses the database inside
 * `act` or lazily: its address is known only then.
 */
export async function withDatabase<Result>(act: (database: { url: string; embedded: boolean }) => Promise<Result>): Promise<Result> {
  const { DATABASE_URL, DATA_DIR, DEMO } = settings();
  if (DATABASE_URL) return act({ url: DATABASE_URL, embedded: process.env[embeddedMark] === "1" });
  const postgres = await startEmbeddedPostgres({ folder: path.join(DATA_DIR, "postgres") });
  process.env["DATABASE_URL"] = postgres.url;
  process.env["DEMO"] = DEMO ? "1" : "0";
  process.env[embeddedMark] = "1";
  forgetSettings();
  try {
    return await act({ url: postgres.url, embedded: true });
  } finally {
    // One that was there before belongs to a running Candour.
    if (!postgres.found) await postgres.stop();
  }
}
