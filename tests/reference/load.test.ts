import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { loadReferenceData } from "../../prisma/reference/load";
import { PUBLICATIONS, readPublished } from "../../prisma/reference/published";
import { anotherDatabase, testDatabase } from "../support/database";

const { db, pool } = await testDatabase();

beforeAll(async () => {
  await loadReferenceData(pool);
});

test("England has 153 authorities in nine regions", async () => {
  const regions = await db.region.findMany({ select: { name: true, codeGss: true, _count: { select: { authorities: true } } } });
  expect(Object.fromEntries(regions.map(({ name, _count }) => [name, _count.authorities]))).toEqual({
    London: 33, "North West": 24, "South East": 19, "Yorkshire and The Humber": 15, "South West": 15,
    "West Midlands": 14, "North East": 12, "East of England": 11, "East Midlands": 10,
  });
  expect(regions.find(({ name }) => name === "South East")?.codeGss).toBe("E12000008");
});

test("Barnsley and Sheffield are found by their codes of 2025 and by those before", async () => {
  const changed = await db.authority.findMany({
    where: { id: { in: ["barnsley", "sheffield"] } },
    select: { codeGss: true, validFrom: true, predecessors: { select: { codeGss: true } } },
    orderBy: { id: "asc" },
  });
  const since = new Date("2025-04-01");
  expect(changed).toEqual([
    { codeGss: "E08000038", validFrom: since, predecessors: [{ codeGss: "E08000016" }] },
    { codeGss: "E08000039", validFrom: since, predecessors: [{ codeGss: "E08000019" }] },
  ]);
});

test("Surrey ends on 31 March 2027, and its successors are not invented", async () => {
  const surrey = await db.authority.findUniqueOrThrow({ where: { id: "surrey" } });
  expect(surrey.validTo).toEqual(new Date("2027-03-31"));
  expect(await db.authorityChange.findMany()).toMatchObject([{ codeGssOld: "E10000030", codeGssNew: "", effective: new Date("2027-04-01") }]);
});

test("East Sussex had 66 looked-after children per 10,000 in 2025, as published", async () => {
  const key = { indicatorId: "cla_rate", authorityId: "east-sussex", period: 2025 };
  expect(await db.indicatorValue.findUnique({ where: { indicatorId_authorityId_period: key } })).toMatchObject({ value: 66, status: "ok" });
});

test("what is missing is nothing, with its reason, never zero", async () => {
  const counted = await db.indicatorValue.groupBy({ by: ["status"], _count: { _all: true, value: true }, orderBy: { status: "asc" } });
  expect(counted.map(({ status, _count }) => [status, _count._all, _count.value])).toEqual([
    ["not_available", 1197, 0],
    ["ok", 28364, 28364],
    ["shared_return", 120, 120],
    ["suppressed", 1, 0],
  ]);
});

test("no figure of England lies outside those of its regions: a sum passed off as a rate is left out", async () => {
  const { rows } = await pool.query(`
    SELECT england.indicator_id, england.period, england.value FROM indicator_benchmark england
      JOIN LATERAL (SELECT min(value) AS lowest, max(value) AS highest FROM indicator_benchmark region
                     WHERE region.code_gss LIKE 'E12%' AND region.indicator_id = england.indicator_id AND region.period = england.period) regions ON true
     WHERE england.code_gss = 'E92000001' AND (england.value < lowest - 0.1001 OR england.value > highest + 0.1001)`);
  expect(rows).toEqual([]);
  const missing = await db.indicatorBenchmark.findMany({ where: { codeGss: "E92000001", value: null }, select: { indicatorId: true }, distinct: ["indicatorId"] });
  expect(missing).toEqual([{ indicatorId: "fte_yjs_rate" }]);
});

test("every authority has ten statistical neighbours, never itself", async () => {
  const counted = await db.neighbour.groupBy({ by: ["authorityId"], _count: true });
  expect(counted).toHaveLength(153);
  expect(counted.every(({ _count }) => _count === 10)).toBe(true);
  expect(await db.$queryRaw`SELECT authority_id FROM neighbour WHERE authority_id = neighbour_id`).toEqual([]);
  expect(await db.neighbour.findFirst({ where: { authorityId: "barking-and-dagenham", rank: 1 } })).toMatchObject({ neighbourId: "enfield", closeness: "Close" });
});

test("loading again changes nothing, and a region's own settings stay", async () => {
  await db.region.update({ where: { id: "south-east" }, data: { settings: { followUpMonths: 9 } } });
  expect(await loadReferenceData(pool)).toEqual([]);
  await db.referenceLoad.update({ where: { file: "regions.csv" }, data: { sha256: "of an older release" } });
  expect(await loadReferenceData(pool)).toEqual(["regions.csv"]);
  expect((await db.region.findUniqueOrThrow({ where: { id: "south-east" } })).settings).toEqual({ followUpMonths: 9 });
});

test("a file that changed is loaded anew: what had been altered is as published again", async () => {
  const key = { indicatorId_authorityId_period: { indicatorId: "cla_rate", authorityId: "kent", period: 2025 } };
  const published = await db.indicatorValue.findUniqueOrThrow({ where: key });
  await db.indicatorValue.update({ where: key, data: { value: 1 } });
  await db.referenceLoad.delete({ where: { file: "indicators/cla_rate.csv" } });
  expect(await loadReferenceData(pool)).toEqual(["indicators/cla_rate.csv"]);
  expect(await db.indicatorValue.findUnique({ where: key })).toEqual(published);
});

test("two starters at once load an empty database once", async () => {
  const other = await anotherDatabase({ like: "template" });
  const pools = [0, 1].map(() => new pg.Pool({ connectionString: other.url }));
  try {
    for (const table of ["reference_load", "indicator_value", "indicator_benchmark", "indicator_definition", "neighbour", "inspection", "authority_code", "authority_change", "authority", "region"]) {
      await pools[0]?.query(`DELETE FROM ${table}`);
    }
    const loaded = await Promise.all(pools.map((one) => loadReferenceData(one)));
    expect(loaded.map((files) => files.length).sort((one, another) => one - another)).toEqual([0, 35]);
    const counted = await pools[1]?.query<{ count: number }>("SELECT count(*)::int FROM indicator_value");
    expect(counted?.rows[0]?.count).toBe(29_682);
  } finally {
    await Promise.all(pools.map((one) => one.end()));
    await other.drop();
  }
});

/** Where a developer keeps the original publications; a checkout elsewhere has none of them. */
const originals = path.resolve("../shared/data/published");
/** A few lines of the original on looked-after children: the same check runs on them everywhere. */
const excerpt = [
  "time_period,country_code,region_code,new_la_code,population_type,rate_per_10000",
  "2025,E92000001,E12000008,E10000011,Children looked after on 31 March each year,66",
  "2025,E92000001,,,Children looked after on 31 March each year,67",
].join("\n");

function original(file: string): string | null {
  const whole = path.join(originals, file);
  return existsSync(whole) ? readFileSync(whole, "utf8") : null;
}

const looked = original("cla_number_and_rate_per_10k_children.csv");

test.each([
  { name: "looked after on 31 March" as const, text: looked ?? excerpt, least: looked ? 800 : 2 },
  { name: "starting to be looked after" as const, text: looked, least: 800 },
  { name: "social work workforce" as const, text: original("csww_indicators_2017_to_2025.csv"), least: 5000 },
].flatMap(({ text, ...rest }) => (text === null ? [] : [{ text, ...rest }])))("the figures held equal the publisher's own: $name", async ({ name, text, least }) => {
  const ids = Object.values(PUBLICATIONS[name].columns);
  const held = new Map<string, number | null>();
  const recoded = new Map((await db.authorityCode.findMany({ where: { note: { contains: "GSS recode" } } })).map((row) => [row.codeGss, row.authorityId]));
  const codes = new Map((await db.authority.findMany()).map((row) => [row.id, row.codeGss]));
  for (const row of await db.indicatorValue.findMany({ where: { indicatorId: { in: ids } } })) {
    held.set(`${row.indicatorId} ${codes.get(row.authorityId)} ${row.period}`, row.value);
  }
  for (const row of await db.indicatorBenchmark.findMany({ where: { indicatorId: { in: ids } } })) {
    held.set(`${row.indicatorId} ${row.codeGss} ${row.period}`, row.value);
  }
  const compared = readPublished(text, name).flatMap((row) => {
    const key = `${row.indicatorId} ${codes.get(recoded.get(row.codeGss) ?? "") ?? row.codeGss} ${row.period}`;
    return held.has(key) ? [{ key, published: row.value, held: held.get(key) }] : [];
  });
  expect(compared.length).toBeGreaterThanOrEqual(least);
  expect(compared.filter((one) => one.published !== one.held)).toEqual([]);
});
