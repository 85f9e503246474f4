import type { Pool } from "pg";

/** What has been written since the watch began, table by table: rows more (or fewer), and a sum of what the rows hold. */
export type Written = ReadonlyMap<string, { readonly rows: number; readonly print: string }>;

/**
 * Lets the database itself note every row that is written from now on, in the transaction that writes it, so that
 * what was undone is not there. Reading it costs what was written, not what the tables hold.
 */
export async function watchWrites(pool: Pool, except: readonly string[]): Promise<() => Promise<Written>> {
  await pool.query(`
    CREATE TABLE written (name text NOT NULL, rows int NOT NULL, print numeric NOT NULL);
    CREATE FUNCTION note_written() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      before numeric := CASE WHEN TG_OP = 'INSERT' THEN 0 ELSE hashtextextended(OLD::text, 0) END;
      after numeric := CASE WHEN TG_OP = 'DELETE' THEN 0 ELSE hashtextextended(NEW::text, 0) END;
    BEGIN
      INSERT INTO written VALUES (TG_TABLE_NAME, CASE TG_OP WHEN 'INSERT' THEN 1 WHEN 'DELETE' THEN -1 ELSE 0 END, after - before);
      RETURN NULL;
    END $$`);
  const tables = await pool.query<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL ($1)", [[...except, "written"]]);
  for (const { name } of tables.rows) await pool.query(`CREATE TRIGGER note_written AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION note_written()`);
  return async () => {
    const { rows } = await pool.query<{ name: string; rows: number; print: string }>("SELECT name, sum(rows)::int AS rows, sum(print)::text AS print FROM written GROUP BY name");
    return new Map(rows.map(({ name, ...what }) => [name, what]));
  };
}

/** The tables that hold something else than before. */
export function changed(before: Written, after: Written): string[] {
  return [...after].filter(([name, { print }]) => (before.get(name)?.print ?? "0") !== print).map(([name]) => name);
}

/** How many rows a table has more than before. */
export function added(before: Written, after: Written, table: string): number {
  return (after.get(table)?.rows ?? 0) - (before.get(table)?.rows ?? 0);
}
