import { pool } from "./db.server";
import { log } from "./log.server";

const everyMs = 10_000;

/** The worker sends and notices; the web lets people answer. Without either, an offer cannot be taken. */
export type BeatingProcess = "worker" | "web";

/** No heart beat of that kind for so long, in minutes: nobody was there. Whoever was kept from answering gets the time back. */
export const GONE_MINUTES = 2;

/** The next of its kind to come notes the time in which there was none. */
const noteGap = `INSERT INTO service_gap (from_at, to_at) SELECT max(seen_at), now() FROM worker_heartbeat WHERE process = $1 HAVING max(seen_at) < now() - interval '${GONE_MINUTES} minutes'`;
/** The last trace of a kind stays, however old: it says since when nobody of that kind was there. */
const clear = `DELETE FROM worker_heartbeat old WHERE old.seen_at < now() - interval '1 day' AND EXISTS (SELECT 1 FROM worker_heartbeat h WHERE h.process = old.process AND h.seen_at > old.seen_at)`;

/**
 * Tells the database every ten seconds that this process lives, and clears away the traces of
 * those long gone. Time is the database's own, so that clocks of several machines need not agree.
 * @param id unique to this process
 * @returns ends the beating
 */
export function beat(id: string, process: BeatingProcess): () => void {
  let ended = false;
  const once = (): void => {
    pool
      .query(noteGap, [process])
      .then(() => pool.query("INSERT INTO worker_heartbeat (id, seen_at, process) VALUES ($1, now(), $2) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at", [id, process]))
      .then(() => pool.query(clear))
      .catch((error: unknown) => {
        // A last beat may be under way when the process stops and closes its connections.
        if (!ended) log.warn("heartbeat missed", { error });
      });
  };
  once();
  const timer = setInterval(once, everyMs);
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
