import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { nameStatement, pool } from "./db.server";
import { PrismaClient, type Prisma } from "./prisma-client/client";
import { singleton } from "./singleton.server";
import { straightSql, withStraightSql } from "./straight.server";

/**
 * A transaction as features see it: Prisma's client, on one connection. Statements written by hand
 * ($queryRaw and its sisters) go straight down the wire: Prisma's own interactive transaction costs
 * as much time again as the statements of a transition, and transitions are the hot path.
 */
export type Transaction = Prisma.TransactionClient;

const turns = new WeakMap<pg.PoolClient, Promise<unknown>>();

/** One statement at a time on a connection, in the order asked for, however many a feature asks for at once. */
function inTurn<Result>(connection: pg.PoolClient, act: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(connection) ?? Promise.resolve()).then(act, act);
  turns.set(connection, turn.catch(() => undefined));
  return turn;
}

/** A pool of the one connection that a transaction has. Prisma's own small transactions inside it become savepoints. */
class OneConnection extends pg.Pool {
  constructor(private readonly connection: pg.PoolClient) {
    super();
  }

  override query = ((...args: unknown[]) =>
    inTurn(this.connection, () => Reflect.apply(this.connection.query, this.connection, args) as Promise<unknown>)) as pg.Pool["query"];

  override connect = (() => Promise.resolve(savepoints(this.connection))) as pg.Pool["connect"];
}

const inner = "inner_of_prisma";
const asSavepoint: Readonly<Record<string, string>> = {
  BEGIN: `SAVEPOINT ${inner}`,
  COMMIT: `RELEASE SAVEPOINT ${inner}`,
  ROLLBACK: `ROLLBACK TO SAVEPOINT ${inner}`,
};

interface Sent {
  readonly text: string;
}

function savepoints(connection: pg.PoolClient): pg.PoolClient {
  return new Proxy(connection, {
    get(target, name) {
      if (name === "release") return () => undefined;
      if (name === "query") {
        return (sent: Sent, ...rest: unknown[]) => {
          const text = asSavepoint[sent.text];
          return inTurn(target, () => (text ? target.query(text) : Reflect.apply(target.query, target, [sent, ...rest])) as Promise<unknown>);
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Prisma's client of each pooled connection, made when the connection first carries a transaction. */
const bound = singleton("transactions", () => new WeakMap<pg.PoolClient, Transaction>());

function on(connection: pg.PoolClient): Transaction {
  const known = bound.get(connection);
  if (known) return known;
  const prisma = new PrismaClient({ adapter: new PrismaPg(new OneConnection(connection), { statementNameGenerator: nameStatement }) });
  const transaction = withStraightSql(prisma, straightSql((statement) => inTurn(connection, () => connection.query(statement)), nameStatement));
  bound.set(connection, transaction);
  return transaction;
}

/**
 * Runs `work` in one transaction: committed when it resolves, undone when it throws. Each runs on a
 * connection of its own; the pool's size is how many there are at once.
 */
export async function transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const connection = await pool.connect();
  let broken = false;
  try {
    await connection.query("BEGIN");
    const result = await work(on(connection));
    await connection.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that cannot even be rolled back is thrown away; the server undoes what it began.
    await connection.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}
