import { expect, test } from "vitest";
import { authoritiesByRegion, authorityPage } from "~/features/authority";
import { testDatabase } from "../support/database";

await testDatabase();

test("Kent's visits are told once each, newest first, and an unofficial reading says so", async () => {
  const kent = await authorityPage("kent");
  expect(kent?.inspections).toMatchObject([
    { on: "2025-11-03", overall: "Good", careLeavers: "Requires improvement to be good", official: false },
    { on: "2022-05-09", overall: "Outstanding", helpAndProtection: "Good", careLeavers: null, official: true },
  ]);
});

test("where the inspectorate and a reading of its report tell of one visit, the inspectorate's word is shown", async () => {
  const barnsley = await authorityPage("barnsley");
  expect(barnsley?.inspections.map(({ on, official }) => [on, official])).toEqual([["2023-09-11", true], ["2018-10-08", true]]);
  expect(barnsley).toMatchObject({ codeGss: "E08000038", codeDfe: "370", validFrom: "2025-04-01", predecessors: [{ codeGss: "E08000016", effective: "2025-04-01" }] });
});

test("Surrey's page says when it ends and what becomes of it", async () => {
  expect(await authorityPage("surrey")).toMatchObject({ validTo: "2027-03-31", change: { effective: "2027-04-01" }, region: { name: "South East" } });
});

test("East Sussex has ten neighbours, in order, from other regions too", async () => {
  const page = await authorityPage("east-sussex");
  expect(page?.neighbours.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(new Set(page?.neighbours.map(({ region }) => region)).size).toBeGreaterThan(1);
});

test("an authority that does not exist has no page", async () => {
  expect(await authorityPage("atlantis")).toBeNull();
});

test("the list of authorities holds all 153, by region", async () => {
  const regions = await authoritiesByRegion();
  expect(regions).toHaveLength(9);
  expect(regions.flatMap(({ authorities }) => authorities)).toHaveLength(153);
});
