import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type pg from "pg";
import { decodeCell } from "./cells";

/** From the project's folder, not from beside this file: a start runs it bundled. */
const here = path.resolve("prisma/reference");

/** Any number that nothing else in the database locks: two starters take turns on it. */
const LOCK = 4_207_301_153;

type Rows = readonly (readonly string[])[];
type Cell = string | number | null;

/** How one file gets into the database. */
interface Source {
  readonly file: string;
  readonly load: (client: pg.PoolClient, rows: Rows, header: readonly string[]) => Promise<void>;
}

/**
 * Inserts columns of equal length as rows, in one statement.
 * @param types PostgreSQL types of the columns, by name
 * @param conflict what to do with a row that is there already; nothing by default, which then fails
 */
async function insert(
  client: pg.PoolClient,
  table: string,
  types: Readonly<Record<string, string>>,
  rows: readonly (readonly Cell[])[],
  conflict = "",
): Promise<void> {
  const names = Object.keys(types);
  const arrays = Object.values(types).map((type, index) => `$${index + 1}::${type}[]`);
  await client.query(
    `INSERT INTO ${table} (${names.join(", ")}) SELECT * FROM unnest(${arrays.join(", ")}) ${conflict}`,
    names.map((_, column) => rows.map((row) => row[column] ?? null)),
  );
}

/** What is written "" in a file is nothing in the database, never zero. */
const orNull = (rows: Rows): Cell[][] => rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));

/** Loads a whole table anew: for facts that nothing else refers to. */
const replace = (table: string, types: Readonly<Record<string, string>>): Source["load"] => async (client, rows) => {
  await client.query(`DELETE FROM ${table}`);
  await insert(client, table, types, orNull(rows));
};

/** Adds and corrects rows, and removes none: others refer to them. */
const upsert = (table: string, types: Readonly<Record<string, string>>): Source["load"] => async (client, rows) => {
  const [key, ...others] = Object.keys(types);
  const updates = others.map((name) => `${name} = EXCLUDED.${name}`).join(", ");
  await insert(client, table, types, orNull(rows), `ON CONFLICT (${key}) DO UPDATE SET ${updates}`);
};

const inOrder: readonly Source[] = [
  { file: "regions.csv", load: upsert("region", { id: "text", name: "text", code_gss: "text" }) },
  {
    file: "authorities.csv",
    load: upsert("authority", {
      id: "text", code_gss: "text", code_dfe: "text", name: "text", region_id: "text", type: "text",
      latitude: "float8", longitude: "float8", population_0_25: "int4", valid_from: "date", valid_to: "date",
    }),
  },
  {
    file: "authority-codes.csv",
    load: replace("authority_code", {
      authority_id: "text", code_gss: "text", code_dfe: "text", name: "text", note: "text", effective: "date",
    }),
  },
  {
    file: "authority-changes.csv",
    load: async (client, rows) => {
      await client.query("DELETE FROM authority_change");
      // Successors not yet known are "", part of the key: not nothing.
      await insert(client, "authority_change", {
        code_gss_old: "text", code_gss_new: "text", name_old: "text", code_dfe_old: "text", note: "text", effective: "date",
      }, rows);
    },
  },
  {
    file: "indicators.csv",
    load: upsert("indicator_definition", { id: "text", label: "text", unit: "text", polarity: "text", publication: "text" }),
  },
  {
    file: "neighbours.csv",
    load: replace("neighbour", { authority_id: "text", rank: "int4", neighbour_id: "text", closeness: "text" }),
  },
  {
    file: "inspections.csv",
    load: replace("inspection", {
      authority_id: "text", inspected_on: "date", published_on: "date", type: "text", overall: "text", leaders: "text",
      help_and_protection: "text", children_in_care: "text", care_leavers: "text", record: "text", source: "text",
    }),
  },
];

/** One indicator's figures: a line per authority, region and England, a column per year. */
const figures = (indicator: string): Source["load"] => async (client, rows, header) => {
  const flat = rows.flatMap(([code, ...cells]) =>
    cells.flatMap((cell, column): Cell[][] => {
      const figure = decodeCell(cell);
      return figure ? [[indicator, code ?? "", Number(header[column + 1]), figure.value, figure.status]] : [];
    }),
  );
  const isBenchmark = ([, code]: readonly Cell[]) => /^E(12|92)/.test(String(code));
  const types = { indicator_id: "text", code_gss: "text", period: "int4", value: "float8", status: "text" };
  const split = [flat.filter((row) => !isBenchmark(row)), flat.filter(isBenchmark)] as const;
  const columns = (part: readonly (readonly Cell[])[]) => Object.keys(types).map((_, column) => part.map((row) => row[column] ?? null));
  const unnested = "unnest($1::text[], $2::text[], $3::int4[], $4::float8[], $5::text[]) AS given (indicator_id, code_gss, period, value, status)";
  await client.query("DELETE FROM indicator_value WHERE indicator_id = $1", [indicator]);
  const { rowCount } = await client.query(
    `INSERT INTO indicator_value (indicator_id, authority_id, period, value, status)
     SELECT given.indicator_id, authority.id, period, value, status
     FROM ${unnested} JOIN authority USING (code_gss)`,
    columns(split[0]),
  );
  if (rowCount !== split[0].length) throw new Error(`indicators/${indicator}.csv names an authority that authorities.csv does not have`);
  await client.query("DELETE FROM indicator_benchmark WHERE indicator_id = $1", [indicator]);
  const benchmarks = await client.query(
    `INSERT INTO indicator_benchmark (indicator_id, code_gss, period, name, value, status)
     SELECT given.indicator_id, given.code_gss, period, coalesce(region.name, 'England'), value, status
     FROM ${unnested} LEFT JOIN region USING (code_gss)`,
    columns(split[1]),
  );
  if (benchmarks.rowCount !== split[1].length) throw new Error(`indicators/${indicator}.csv could not be loaded whole`);
};

async function sources(): Promise<readonly Source[]> {
  const names = (await readdir(path.join(here, "indicators"))).filter((name) => name.endsWith(".csv")).sort();
  return [
    ...inOrder,
    ...names.map((name) => ({ file: `indicators/${name}`, load: figures(name.slice(0, -".csv".length)) })),
  ];
}

async function loadedFiles(database: pg.Pool | pg.PoolClient): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.query<{ file: string; sha256: string }>("SELECT file, sha256 FROM reference_load");
  return new Map(rows.map(({ file, sha256 }) => [file, sha256]));
}

/**
 * Brings the published facts of this folder (authorities, indicators, neighbours, inspections)
 * into the database: all or nothing, and only the files whose content changed since the last load.
 * Safe when several processes start at once: one loads, the others wait and find it done.
 *
 * @param pool connections to a migrated database
 * @returns the files that were loaded, by name; none when everything was there already
 */
export async function loadReferenceData(pool: pg.Pool): Promise<readonly string[]> {
  const files = await Promise.all(
    (await sources()).map(async (source) => {
      const content = await readFile(path.join(here, source.file));
      return { ...source, content, sha256: createHash("sha256").update(content).digest("hex") };
    }),
  );
  const before = await loadedFiles(pool);
  if (files.every(({ file, sha256 }) => before.get(file) === sha256)) return [];

  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1::bigint)", [LOCK]);
    const there = await loadedFiles(client);
    const changed = files.filter(({ file, sha256 }) => there.get(file) !== sha256);
    for (const { content, load } of changed) {
      const [header = [], ...rows] = parse(content) as string[][];
      await load(client, rows, header);
    }
    await insert(client, "reference_load", { file: "text", sha256: "text" },
      changed.map(({ file, sha256 }) => [file, sha256]),
      "ON CONFLICT (file) DO UPDATE SET sha256 = EXCLUDED.sha256, loaded_at = now()");
    await client.query("COMMIT");
    return changed.map(({ file }) => file);
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
