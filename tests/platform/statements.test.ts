import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { joinLate } from "~/features/cycle";
import { db } from "~/platform/db.server";
import { createApp, listen, type RunningServer } from "~/platform/http/server.server";
import { cookieOf } from "~tests/session/world";
import { ensureBuild, ensureClient } from "../../commands/prepare.mjs";
import { seedSmall, type SmallRegion } from "../../prisma/seed/small";
import { aPlan, aSummit, aValidation } from "../routes/world-deciding";
import { anAward, aNetwork, aSeries } from "../routes/world-events";

ensureClient();
ensureBuild();
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;

// Watched, not replaced: every statement passes through here, Prisma's and ours.
const sent = vi.spyOn(pg.Client.prototype, "query");

let server: RunningServer;
let region: SmallRegion;
/** What the region decides together and meets for, as the matrix has it. */
let ids: Awaited<ReturnType<typeof deciding>>;

async function deciding() {
  const [director, delegate] = [region.person("dcs", "kent").id, region.person("dcs-delegate", "kent").id];
  return {
    ...(await aValidation(region, "kent")), ...(await aSummit(region, delegate)), ...(await aPlan(region, director)),
    ...(await aSeries(region, delegate)), ...(await aNetwork(region, delegate)), ...(await anAward(region, "kent", "medway", delegate)),
  };
}
let cookies: Readonly<Record<"director" | "delegate" | "coordinator", string>>;

beforeAll(async () => {
  region = (await seedSmall()).southEast;
  cookies = {
    director: await cookieOf(region.person("dcs", "kent").id),
    delegate: await cookieOf(region.person("dcs-delegate", "kent").id),
    coordinator: await cookieOf(region.person("sli-coordinator").id),
  };
  ids = await deciding();
  server = await listen(createApp({ build, isStopping: () => false }), { port: 0, host: "127.0.0.1" });
}, 180_000);

afterAll(() => server.stop({ seconds: 1 }));

/** Statements of a page that has been opened before, in the order sent. */
async function statementsOf(who: keyof typeof cookies, address: string): Promise<string[]> {
  const open = () => fetch(`http://127.0.0.1:${server.port}${address}`, { headers: { cookie: cookies[who] }, redirect: "manual" });
  expect((await open()).status).toBe(200);
  sent.mockClear();
  await (await open()).text();
  return sent.mock.calls.map(([statement]) => (typeof statement === "string" ? statement : (statement as unknown as pg.QueryConfig).text).replace(/\s+/g, " ").trim());
}

const round = (rest = "") => () => `/rounds/${region.cycleId}${rest}`;
const document = (rest = "") => () => `/self-assessments/${region.selfAssessmentId("kent")}${rest}`;

// Each number is what the page sends today. A page that needs one more says why here; one that sends one a row never passes.
test.each([
  { page: "privacy", who: "director", address: () => "/privacy", most: 1 },
  { page: "your tasks, director", who: "director", address: () => "/tasks", most: 3 },
  { page: "your tasks, coordinator", who: "coordinator", address: () => "/tasks", most: 3 },
  { page: "round", who: "coordinator", address: round(), most: 4 },
  { page: "chase board", who: "coordinator", address: round("/chase"), most: 3 },
  { page: "self-assessment", who: "director", address: document(), most: 6 },
  { page: "chapters", who: "delegate", address: document("/chapters"), most: 5 },
  { page: "chapter", who: "delegate", address: document("/chapters/practice"), most: 5 },
  { page: "series", who: "delegate", address: () => `/series/${ids.seriesId}`, most: 7 },
  { page: "series, booked together", who: "delegate", address: () => `/series/${ids.seriesId}/book`, most: 8 },
  { page: "networks", who: "delegate", address: () => "/networks", most: 4 },
  { page: "network, member", who: "delegate", address: () => `/networks/${ids.networkId}`, most: 13 },
  { page: "network, coordinator", who: "coordinator", address: () => `/networks/${ids.networkId}`, most: 14 },
  { page: "membership", who: "delegate", address: () => `/memberships/${ids.membershipId}`, most: 3 },
  { page: "awards", who: "director", address: () => "/awards", most: 3 },
  { page: "award, director", who: "director", address: () => `/awards/${ids.awardId}`, most: 6 },
  { page: "award, coordinator", who: "coordinator", address: () => `/awards/${ids.awardId}`, most: 7 },
  { page: "nomination for an award", who: "delegate", address: () => `/award-nominations/${ids.awardNominationId}`, most: 4 },
  { page: "commitments", who: "delegate", address: () => "/commitments", most: 2 },
  { page: "commitment", who: "delegate", address: () => `/commitments/${ids.commitmentId}`, most: 6 },
  { page: "plans", who: "director", address: () => "/plans", most: 3 },
  { page: "plan", who: "director", address: () => `/plans/${ids.planId}`, most: 4 },
  { page: "workstream", who: "director", address: () => `/workstreams/${ids.workstreamId}`, most: 4 },
  { page: "recommendations", who: "director", address: () => "/recommendations", most: 2 },
  { page: "recommendation", who: "director", address: () => `/recommendations/${ids.recommendationId}`, most: 6 },
  { page: "chain of a recommendation", who: "director", address: () => `/recommendations/${ids.recommendationId}/chain`, most: 7 },
  { page: "directors’ meeting", who: "director", address: () => `/directors-meetings/${ids.meetingId}`, most: 5 },
  { page: "reading of a report", who: "director", address: () => `/validations/${ids.validationId}`, most: 5 },
] as const)("$page asks the database at most $most times", async ({ who, address, most }) => {
  const statements = await statementsOf(who, address());
  expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(most);
});

test("the chase board and the round ask no more often of more authorities", async () => {
  const before = [await statementsOf("coordinator", round()()), await statementsOf("coordinator", round("/chase")())];
  const others = await db.authority.findMany({ where: { regionId: region.regionId, id: { notIn: [...region.authorityIds] } }, select: { id: true }, take: 5, orderBy: { id: "asc" } });
  for (const { id } of others) expect(await joinLate(region.cycleId, id, region.person("sli-coordinator").actor)).toMatchObject({ kind: "moved" });
  const after = [await statementsOf("coordinator", round()()), await statementsOf("coordinator", round("/chase")())];
  expect(after).toEqual(before);
});
