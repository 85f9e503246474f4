import pg from "pg";
import { Prisma } from "./prisma-client/client";

/** Prisma's four ways to send a statement written by hand. */
export type StraightSql = Pick<Prisma.TransactionClient, "$queryRaw" | "$queryRawUnsafe" | "$executeRaw" | "$executeRawUnsafe">;

/** As Prisma reads them: whole numbers of eight bytes as BigInt, days as midnight in UTC. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === pg.types.builtins.INT8) return (text: string) => BigInt(text);
    if (oid === pg.types.builtins.DATE) return (text: string) => new Date(`${text}T00:00:00.000Z`);
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

/** The same four ways, straight down the wire: Prisma's own take as long again as a small statement. */
export function straightSql(query: (statement: pg.QueryConfig) => Promise<pg.QueryResult>, nameOf: (statement: { sql: string }) => string): StraightSql {
  const send = (text: string, values: unknown[]) => query({ name: nameOf({ sql: text }), text, values, types });
  const built = (statement: TemplateStringsArray | Prisma.Sql, values: unknown[]): { text: string; values: unknown[] } => {
    const sql = "sql" in statement ? statement : Prisma.sql(statement, ...values);
    return { text: sql.text, values: sql.values };
  };
  const rows = async (text: string, values: unknown[]) => (await send(text, values)).rows as unknown;
  const count = async (text: string, values: unknown[]) => (await send(text, values)).rowCount ?? 0;
  return {
    $queryRaw: ((statement: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
      const sql = built(statement, values);
      return rows(sql.text, sql.values);
    }) as StraightSql["$queryRaw"],
    $executeRaw: ((statement: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
      const sql = built(statement, values);
      return count(sql.text, sql.values);
    }) as StraightSql["$executeRaw"],
    $queryRawUnsafe: ((text: string, ...values: unknown[]) => rows(text, values)) as StraightSql["$queryRawUnsafe"],
    $executeRawUnsafe: ((text: string, ...values: unknown[]) => count(text, values)) as StraightSql["$executeRawUnsafe"],
  };
}

/** A client whose statements written by hand go another way. */
export function withStraightSql<Client extends object>(client: Client, raw: StraightSql): Client {
  return new Proxy(client, {
    get: (target, name) => (name in raw ? raw[name as keyof StraightSql] : (Reflect.get(target, name, target) as unknown)),
  });
}
