import { pool } from "./db.server";
import { log } from "./log.server";

const everyMs = 10_000;

/**
 * Tells the database every ten seconds that this worker lives, and clears away the traces of
 * those long gone. Time is the database's own, so that clocks of several machines need not agree.
 * @param id unique to this process
 * @returns ends the beating
 */
export function beat(id: string): () => void {
  const once = (): void => {
    pool
      .query("INSERT INTO worker_heartbeat (id, seen_at) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at", [id])
      .then(() => pool.query("DELETE FROM worker_heartbeat WHERE seen_at < now() - interval '1 day'"))
      .catch((error: unknown) => log.warn("heartbeat missed", { error }));
  };
  once();
  const timer = setInterval(once, everyMs);
  return () => clearInterval(timer);
}
