import { singleton } from "~/platform/singleton.server";

const ends = singleton("booking-lines", () => new Map<string, Promise<unknown>>());

/**
 * Lets the acts of one process about one session go one by one, in the order of asking. They would wait for
 * each other at the session's lock in any case, each holding one of the few connections: a session that
 * hundreds book at once would keep everybody else's pages from the database. The lock stays the guarantee.
 */
export function inLine<Result>(sessionId: string, act: () => Promise<Result>): Promise<Result> {
  const turn = (ends.get(sessionId) ?? Promise.resolve()).then(act, act);
  const end = turn.catch(() => undefined).then(() => {
    if (ends.get(sessionId) === end) ends.delete(sessionId);
  });
  ends.set(sessionId, end);
  return turn;
}
