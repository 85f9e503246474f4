import { PrismaPg } from "@prisma/adapter-pg";
import { createHash } from "node:crypto";
import pg from "pg";
import { PrismaClient } from "./prisma-client/client";
import { settings } from "./settings.server";
import { forget, singleton } from "./singleton.server";
import { straightSql, withStraightSql } from "./straight.server";

/** Statements seen, by text: hashing one again on each query would cost more than the lookup. */
const statementNames = new Map<string, string>();

/** A short stable name per statement, so that each connection plans it once. */
export function nameStatement({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known) return known;
  const name = `p${createHash("sha1").update(sql).digest("base64url").slice(0, 20)}`;
  // Lists of different lengths make different statements: keep the map from growing without end.
  if (statementNames.size > 2000) statementNames.clear();
  statementNames.set(sql, name);
  return name;
}

/** The connection pool: for hand-written SQL where Prisma's round trips cost too much. */
export const pool: pg.Pool = singleton("pool", () => {
  const created = new pg.Pool({
    connectionString: settings().DATABASE_URL,
    max: settings().DATABASE_POOL,
    // Prisma's adapter reads timestamps as if the session were in UTC; in any other zone they go wrong silently.
    // No request needs a minute: a statement or a transaction that does is stuck.
    options: "-c timezone=UTC -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // So that a process whose work is done may end without being told.
    allowExitOnIdle: true,
  });
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  created.on("error", () => undefined);
  created.on("connect", (client) => client.on("error", () => undefined));
  return created;
});

/** The Prisma client, on the same pool. Statements written by hand go past it. */
export const db: PrismaClient = singleton("db", () =>
  withStraightSql(
    new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameStatement }) }),
    straightSql((statement) => pool.query(statement), nameStatement),
  ),
);

/** What a function takes that may run inside a transaction or outside one. */
export type Database = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/** Closes every connection. The process must not use `db` or `pool` afterwards. */
export async function closeDatabase(): Promise<void> {
  await db.$disconnect();
  if (!pool.ended) await pool.end();
  forget("db");
  forget("pool");
}

/** Codes by which PostgreSQL, pg and Node say that the server cannot be reached just now. */
const lostCodes = new Set([
  "ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ETIMEDOUT", "EAI_AGAIN",
  "57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006", "53300",
  "P1001", "P1002", "P1008", "P1017", "P2024",
]);

/** Whether an error means that the database cannot be reached, as opposed to refusing a statement. */
export function isDatabaseLost(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < 6; depth += 1) {
    const { code, originalCode, kind, message, name } = cause as Record<string, unknown>;
    if (lostCodes.has(String(code)) || lostCodes.has(String(originalCode))) return true;
    if (kind === "DatabaseNotReachable" || kind === "ConnectionClosed" || kind === "SocketTimeout") return true;
    if (name === "PrismaClientInitializationError") return true;
    if (typeof message === "string" && /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)) return true;
    const { cause: inner, meta, driverAdapterError } = cause as Record<string, unknown>;
    cause = inner ?? driverAdapterError ?? meta;
  }
  return false;
}
