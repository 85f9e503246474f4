import { createHmac, timingSafeEqual } from "node:crypto";
import { now } from "~/platform/clock.server";
import { pool } from "~/platform/db.server";
import { sessionSecret, settings } from "~/platform/settings.server";
import type { HeldPost, SignedIn } from "~/workflow/actor.server";
import { cookieName } from "./cookies.server";
import { roundUnderWay, type LiveRound } from "./round.server";

/** The name under which the sign-in library keeps its token, without the prefix it has on https. */
export const sessionCookie = "candour-session";

/** A session lasts this long however busy it is, in hours; then one signs in again. */
export const absoluteHours = 12;

/** Seconds between two notes of a session's last use: often enough to be exact to the minute, rarely enough to be cheap. */
const touchEverySeconds = 30;

/** A live session, whose it is, and what the frame of every page says of them. */
export interface CurrentSession {
  readonly sessionId: string;
  readonly signedIn: SignedIn;
  readonly round: LiveRound | null;
  /** Whether they are in the pool of challengers. */
  readonly challenges: boolean;
}

interface Row {
  readonly session_id: string;
  readonly last_used: Date;
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly holdings: readonly HeldPost[];
  readonly round: LiveRound | null;
  readonly challenges: boolean;
}

// One statement: this runs before every page. Holdings are read afresh each time, so a hand-over or a
// leaving counts from the next request on.
const find = `
  SELECT s.id AS session_id, s.updated_at AS last_used, p.id AS person_id, p.name, p.email,
         coalesce(h.held, '[]') AS holdings,
         EXISTS (SELECT 1 FROM challenger WHERE challenger.person_id = p.id) AS challenges,
         (${roundUnderWay({ region: "h.held -> 0 ->> 'regionId'", run: "h.run" })}) AS round
  FROM session s
  JOIN person p ON p.id = s.person_id AND (p.left_at IS NULL OR p.left_at > $2)
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('postId', post.id, 'kind', post.kind, 'title', post.title,
                                      'regionId', post.region_id, 'authorityId', post.authority_id) ORDER BY h."from", post.id) AS held,
           array_agg(post.region_id) FILTER (WHERE post.kind = 'sli-coordinator') AS run
    FROM holding h JOIN post ON post.id = h.post_id
    WHERE h.person_id = p.id AND h."from" <= $2 AND (h."to" IS NULL OR h."to" > $2)
  ) h ON true
  WHERE s.token = $1 AND s.expires_at > $2 AND s.created_at > $3 AND s.updated_at > $4
    AND (h.held IS NOT NULL OR EXISTS (
      SELECT 1 FROM workflow_party w WHERE w.person_id = p.id AND w."from" <= $2 AND (w."to" IS NULL OR w."to" > $2)))`;

/**
 * The session of a request, or null: no cookie, one we did not sign, ended, idle for too long, older
 * than twelve hours, or of somebody who has left or holds nothing any more.
 */
export async function currentSession(request: Request): Promise<CurrentSession | null> {
  const token = tokenOf(request);
  if (!token) return null;
  const moment = now();
  const { rows } = await pool.query<Row>({
    name: "session-of-token",
    text: find,
    values: [token, moment, new Date(moment.getTime() - absoluteHours * 3_600_000), new Date(moment.getTime() - settings().SESSION_IDLE_MINUTES * 60_000)],
  });
  const row = rows[0];
  if (!row) return null;
  if (moment.getTime() - row.last_used.getTime() > touchEverySeconds * 1000) {
    await pool.query({ name: "session-touch", text: "UPDATE session SET updated_at = $2 WHERE id = $1", values: [row.session_id, moment] });
  }
  return {
    sessionId: row.session_id,
    round: row.round,
    challenges: row.challenges,
    signedIn: { kind: "person", personId: row.person_id, name: row.name, email: row.email, holdings: row.holdings },
  };
}

/** The session token in a request's cookie, when its signature is ours. */
export function tokenOf(request: Request): string | null {
  const cookie = cookieOf(request, cookieName(sessionCookie));
  if (!cookie) return null;
  const dot = cookie.lastIndexOf(".");
  if (dot < 1) return null;
  const token = cookie.slice(0, dot);
  // The same signature that the sign-in library makes; a standing test compares the two.
  const ours = createHmac("sha256", sessionSecret()).update(token).digest();
  const theirs = Buffer.from(cookie.slice(dot + 1), "base64");
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? token : null;
}

function cookieOf(request: Request, name: string): string | null {
  for (const pair of (request.headers.get("cookie") ?? "").split(/; */)) {
    if (!pair.startsWith(`${name}=`)) continue;
    try {
      return decodeURIComponent(pair.slice(name.length + 1));
    } catch {
      return null;
    }
  }
  return null;
}
