import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { action, loader } from "~/routes/emails._index/route";
import { emails } from "~emails/index";

import { aHolder, aRegion, aRequest, cookieOf } from "../session/world";
import { aSelfAssessment, aWorld, type World } from "../workflow/world";

let world: World;
let coordinator: string;
let director: string;
let stranger: string;

beforeAll(async () => {
  world = await aWorld();
  const held = (role: string) => {
    const somebody = world.posts[role];
    if (!somebody) throw new Error(`this world has no ${role}`);
    return somebody.personId;
  };
  coordinator = await cookieOf(held("coordinator"));
  director = await cookieOf(held("dcs"));
  const elsewhere = await aRegion();
  stranger = await cookieOf((await aHolder({ regionId: elsewhere.id, kind: "sli-coordinator" })).person.id);
});

async function aFailedEmail(): Promise<string> {
  const personId = world.posts["dcs"]?.personId ?? null;
  const moment = new Date();
  const { id } = await db.outboxEmail.create({
    data: {
      workflowId: await aSelfAssessment(world), template: "self-assessment/overdue", personId, role: "dcs", address: "old@example.org", occasion: `test:${randomUUID()}`,
      props: emails["self-assessment/overdue"].example as unknown as object, createdAt: moment, sendAfter: moment, failedAt: moment, attempts: 1, lastError: "refused with 550",
    },
  });
  return id;
}

const args = (cookie: string, form?: Record<string, string>) => ({ request: aRequest("/emails?show=failed", { cookie, ...(form ? { form } : {}) }), params: {}, context: {} });

/** The status of what a route answered or threw. */
async function statusOf(act: () => Promise<unknown>): Promise<number> {
  const answer = await act().catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (answer instanceof Response) return answer.status;
  return (answer as { init?: { status?: number } }).init?.status ?? 200;
}

const resends = (id: string) => db.outboxEmail.count({ where: { occasion: { startsWith: `resend:${id}:` } } });

test("a coordinator sees what failed and sends it again; a second press says that it is on its way", async () => {
  const id = await aFailedEmail();
  const log = await loader(args(coordinator));
  expect(log.view).toBe("failed");
  expect(log.emails.map((email) => email.id)).toContain(id);
  expect(await statusOf(() => action(args(coordinator, { id })))).toBe(302);
  expect(await statusOf(() => action(args(coordinator, { id })))).toBe(409);
  expect(await resends(id)).toBe(1);
});

test("for everybody else the log does not exist, and neither do others' emails", async () => {
  const id = await aFailedEmail();
  expect(await statusOf(() => loader(args(director)))).toBe(404);
  expect(await statusOf(() => action(args(director, { id })))).toBe(404);
  expect(await statusOf(() => action(args(stranger, { id })))).toBe(404);
  expect(await statusOf(() => action(args(stranger, { id: randomUUID() })))).toBe(404);
  expect(await resends(id)).toBe(0);
});

test("a form that names no email is refused", async () => {
  expect(await statusOf(() => action(args(coordinator, { id: "x" })))).toBe(422);
  expect(await statusOf(() => action(args(coordinator, {})))).toBe(422);
});
