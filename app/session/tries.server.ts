import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "~/platform/db.server";
import { sessionSecret } from "~/platform/settings.server";
import { singleton } from "~/platform/singleton.server";

/** Tries within five minutes, per address and per source, counted in the database for all web processes together. */
export const triesAllowed = 10;
const windowSeconds = 300;

/** What is being tried: asking for an email, giving its code, or opening its link. */
export type Try = "email" | "code" | "link";

// The limiter itself removes what expired an hour ago, every five minutes, by a timer that keeps no process alive.
const limiter = (kind: Try): RateLimiterPostgres =>
  singleton(`tries-${kind}`, () => new RateLimiterPostgres({ storeClient: pool, tableName: "rate_limit", tableCreated: true, clearExpiredByTimeout: true, keyPrefix: `sign-in-${kind}`, points: triesAllowed, duration: windowSeconds }));

/** Nobody's email address is kept as a key: a keyed digest of it is. */
function keyOf(what: "address" | "source", value: string): string {
  return `${what}:${createHmac("sha256", sessionSecret()).update(value).digest("base64url").slice(0, 22)}`;
}

/** One try, counted against the source and, when it is about an email address, against that. */
export interface Tried {
  readonly kind: Try;
  readonly source: string;
  readonly address?: string;
}

const keysOf = ({ source, address }: Tried) => [keyOf("source", source), ...(address === undefined ? [] : [keyOf("address", address)])];

/**
 * Counts a try. False when there have been too many, of this address or from this source; the eleventh
 * and later are refused until five minutes after the first.
 * @throws the database's error when it cannot be counted: nobody is let in uncounted
 */
export async function countTry(tried: Tried): Promise<boolean> {
  const counted = await Promise.allSettled(keysOf(tried).map((key) => limiter(tried.kind).consume(key)));
  for (const one of counted) {
    if (one.status === "rejected" && !(one.reason instanceof RateLimiterRes)) throw one.reason;
  }
  return counted.every((one) => one.status === "fulfilled");
}

/** Takes a try back that turned out right: a whole council shares one source, and its successes are no attack. */
export async function forgiveTry(tried: Tried): Promise<void> {
  await Promise.all(keysOf(tried).map((key) => limiter(tried.kind).reward(key)));
}
