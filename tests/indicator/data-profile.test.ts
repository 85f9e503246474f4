import { expect, test } from "vitest";
import { dataProfile, figureInWords, outliersOf } from "~/features/indicator";
import { testDatabase } from "../support/database";

const { db } = await testDatabase();

async function inProfile(authorityId: string, indicatorId: string) {
  const found = (await dataProfile(authorityId)).find(({ id }) => id === indicatorId);
  if (!found) throw new Error(`${authorityId} has no "${indicatorId}" in its profile`);
  return found;
}

test("East Sussex looks after 66 children per 10,000: 77th highest of 151, below England and above its neighbours", async () => {
  expect(await inProfile("east-sussex", "cla_rate")).toMatchObject({
    value: 66, period: 2025, status: "ok", rank: 77, ranked: 151, outlier: null,
    england: 67, region: 55,
    // Its ten neighbours have 35, 53, 54, 57, 60, 62, 65, 75, 77 and 82: the middle is between 60 and 62.
    neighbourMedian: 61, neighboursWithFigure: 10,
    trend: [57, 56, 60, 61, 64, 63, 66].map((value, index) => ({ period: 2019 + index, value, status: "ok" })),
  });
});

test("East Sussex is an outlier on these twelve indicators of 28, counted by hand from the publication", async () => {
  const outliers = await outliersOf("east-sussex");
  expect(Object.fromEntries(outliers.map(({ indicatorId, outlier, value }) => [indicatorId, [outlier, value]]))).toEqual({
    assessments_45d_pct: ["bottom", 76.3],
    cla_dental_pct: ["bottom", 69],
    cla_health_pct: ["bottom", 86],
    cla_missing_pct: ["top", 16],
    cpp_rate: ["top", 58.7],
    cpp_repeat_pct: ["top", 32.3],
    referrals_rate: ["bottom", 393.3],
    s47_rate: ["bottom", 122.9],
    sw_agency_pct: ["bottom", 0.3],
    sw_caseload: ["bottom", 13.5],
    sw_turnover_pct: ["bottom", 8],
    sw_vacancy_pct: ["bottom", 1.9],
  });
  expect(outliers.find(({ indicatorId }) => indicatorId === "sw_agency_pct")).toMatchObject({ rank: 145, ranked: 151, polarity: "low" });
});

test("the 32nd at or above a figure among 151 is one too many for the highest fifth", async () => {
  expect(await inProfile("east-sussex", "ehcp_20wk_pct")).toMatchObject({ value: 85.1, period: 2024, rank: 31, ranked: 151, outlier: null });
});

test("27 of 94 authorities share the lowest figure: none of them is an outlier for it", async () => {
  const tied = await db.indicatorValue.findMany({ where: { indicatorId: "cpp_2yr_pct", period: 2025, value: 0 } });
  expect(tied).toHaveLength(27);
  expect(await inProfile(tied[0]?.authorityId ?? "", "cpp_2yr_pct")).toMatchObject({ value: 0, rank: 68, ranked: 94, outlier: null });
  const marked = await Promise.all(tied.map(({ authorityId }) => outliersOf(authorityId)));
  expect(marked.flat().filter(({ indicatorId }) => indicatorId === "cpp_2yr_pct")).toEqual([]);
});

test("a suppressed figure stays suppressed: no rank, no flag, not counted, and not shown as zero", async () => {
  const suppressed = await inProfile("city-of-london", "cla_rate");
  expect(suppressed).toMatchObject({ value: null, status: "suppressed", rank: null, ranked: 151, outlier: null });
  expect(suppressed.trend.at(-1)).toEqual({ period: 2025, value: null, status: "suppressed" });
  expect(suppressed.trend[0]).toEqual({ period: 2019, value: 299, status: "ok" });
  expect(figureInWords(suppressed.value, suppressed.unit, suppressed.status)).toBe("suppressed");
  expect((await outliersOf("city-of-london")).map(({ indicatorId }) => indicatorId)).not.toContain("cla_rate");
});

test("the extremes are ranked first and last, and are outliers", async () => {
  const blackpool = await db.authority.findUniqueOrThrow({ where: { codeGss: "E06000009" } });
  expect(await inProfile(blackpool.id, "cla_rate")).toMatchObject({ value: 184, rank: 1, outlier: "top" });
  const lowest = await db.authority.findUniqueOrThrow({ where: { codeGss: "E09000027" } });
  expect(await inProfile(lowest.id, "cla_rate")).toMatchObject({ value: 27, rank: 151, outlier: "bottom" });
});

test("at most a fifth of the authorities with a figure are at either end of any indicator", async () => {
  const authorities = await db.authority.findMany({ select: { id: true } });
  const profiles = await Promise.all(authorities.map(({ id }) => dataProfile(id)));
  const counts = new Map<string, number>();
  for (const { id, outlier } of profiles.flat()) if (outlier) counts.set(`${id} ${outlier}`, (counts.get(`${id} ${outlier}`) ?? 0) + 1);
  const ranked = new Map(profiles[0]?.map(({ id, ranked: of }) => [id, of]));
  expect(counts.get("cla_rate top")).toBe(30);
  expect([...counts].filter(([key, count]) => count * 5 > (ranked.get(key.split(" ")[0] ?? "") ?? 0))).toEqual([]);
});

test("an authority that does not exist has an empty profile and no outliers", async () => {
  expect(await dataProfile("atlantis")).toEqual([]);
  expect(await outliersOf("atlantis")).toEqual([]);
});

test("figures are said with their unit, and a missing one is said to be missing", () => {
  expect(figureInWords(66, "per_10k")).toBe("66 per 10,000");
  expect(figureInWords(0, "percent")).toBe("0%");
  expect(figureInWords(12.5, "percent")).toBe("12.5%");
  expect(figureInWords(2083, "per_10k")).toBe("2,083 per 10,000");
  expect(figureInWords(null, "percent")).toBe("not available");
});

test("figures loaded anew change who is an outlier, at once", async () => {
  const figure = { indicatorId_authorityId_period: { indicatorId: "cla_rate", authorityId: "east-sussex", period: 2025 } };
  const flagged = async () => (await outliersOf("east-sussex")).find(({ indicatorId }) => indicatorId === "cla_rate")?.outlier ?? null;
  expect(await flagged()).toBeNull();
  await db.indicatorValue.update({ where: figure, data: { value: 200 } });
  await db.referenceLoad.update({ where: { file: "indicators/cla_rate.csv" }, data: { sha256: "of a newer release", loadedAt: new Date("2999-01-01") } });
  expect(await flagged()).toBe("top");
});
