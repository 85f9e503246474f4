import { pool } from "./db.server";
import { log } from "./log.server";

const everyMs = 10_000;

/** No heart beat for so long: nobody was there, and the next to come notes it. Whoever was kept from answering gets the time back. */
const noteGap = `INSERT INTO service_gap (from_at, to_at) SELECT max(seen_at), now() FROM worker_heartbeat HAVING max(seen_at) < now() - interval '2 minutes'`;

/**
 * Tells the database every ten seconds that this worker lives, and clears away the traces of
 * those long gone. Time is the database's own, so that clocks of several machines need not agree.
 * @param id unique to this process
 * @returns ends the beating
 */
export function beat(id: string): () => void {
  const once = (): void => {
    pool
      .query(noteGap)
      .then(() => pool.query("INSERT INTO worker_heartbeat (id, seen_at) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at", [id]))
      .then(() => pool.query("DELETE FROM worker_heartbeat WHERE seen_at < now() - interval '1 day'"))
      .catch((error: unknown) => log.warn("heartbeat missed", { error }));
  };
  once();
  const timer = setInterval(once, everyMs);
  return () => clearInterval(timer);
}
