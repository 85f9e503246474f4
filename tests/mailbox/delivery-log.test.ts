import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";

import { deliveryLog, resendEmail } from "~/features/mailbox";
import type { LogView } from "~/features/mailbox/words";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { emails } from "~emails/index";

import { aSelfAssessment, aWorld, type World } from "../workflow/world";

let world: World;
let elsewhere: World;
let workflowId: string;

beforeAll(async () => {
  world = await aWorld();
  elsewhere = await aWorld();
  workflowId = await aSelfAssessment(world);
});

function coordinatorOf(there: World): SignedIn {
  const held = there.posts["coordinator"];
  if (!held) throw new Error("this world has no coordinator");
  return { kind: "person", personId: held.personId, name: "coordinator", email: "c@example.org", holdings: [{ postId: held.postId, kind: "sli-coordinator", title: "SLI coordinator", regionId: there.regionId, authorityId: null }] };
}

async function anEmail(over: Record<string, unknown> = {}) {
  const person = await db.person.create({ data: { name: `Reader ${randomUUID().slice(0, 8)}`, email: `${randomUUID()}@example.org` } });
  const moment = new Date("2026-11-23T10:00:00Z");
  const row = await db.outboxEmail.create({
    data: {
      workflowId, template: "self-assessment/overdue", personId: person.id, role: "dcs", address: person.email, occasion: `test:${randomUUID()}`,
      props: emails["self-assessment/overdue"].example as unknown as object, createdAt: moment, sendAfter: moment, ...over,
    },
  });
  return { ...row, person };
}

const logOf = (there: World, view: LogView = "all", words = "") => deliveryLog(coordinatorOf(there), { view, words, page: 1 });

test("a coordinator reads the log of their own region and of no other", async () => {
  const { id } = await anEmail();
  expect((await logOf(world)).emails.map((email) => email.id)).toContain(id);
  expect((await logOf(elsewhere)).emails.map((email) => email.id)).not.toContain(id);
});

test("a sign-in code is in nobody's log", async () => {
  const director = world.posts["dcs"];
  const secret = await anEmail({ workflowId: null, secret: true, template: "session/sign-in", personId: director?.personId, props: emails["session/sign-in"].example as unknown as object });
  const digest = await anEmail({ workflowId: null, template: "workflow/digest", personId: director?.personId, props: emails["workflow/digest"].example as unknown as object });
  const ids = (await logOf(world)).emails.map((email) => email.id);
  expect(ids).toContain(digest.id);
  expect(ids).not.toContain(secret.id);
});

test("an email not yet rendered says what it is and whose; a rendered one its subject", async () => {
  const waiting = await anEmail();
  const sent = await anEmail({ subject: "Now overdue: Kent self-assessment 2026/27, was due Mon 30 Nov", sentAt: new Date(), attempts: 1 });
  const log = await logOf(world);
  expect(log.emails.find((email) => email.id === waiting.id)).toMatchObject({ subject: "Overdue: Kent self-assessment 2026/27", canResend: false, to: waiting.person.name });
  expect(log.emails.find((email) => email.id === sent.id)).toMatchObject({ subject: "Now overdue: Kent self-assessment 2026/27, was due Mon 30 Nov", canResend: true });
});

test("the failed stand by themselves and can be found by name", async () => {
  const failed = await anEmail({ failedAt: new Date(), attempts: 12, lastError: "refused with 550" });
  const other = await anEmail({ failedAt: new Date(), attempts: 12, lastError: "refused with 550" });
  const waiting = await anEmail();
  const log = await logOf(world, "failed");
  const ids = log.emails.map((email) => email.id);
  expect(ids).toEqual(expect.arrayContaining([failed.id, other.id]));
  expect(ids).not.toContain(waiting.id);
  expect(log.count.failed).toBe(log.emails.length);
  expect((await logOf(world, "failed", failed.person.name.toLowerCase())).emails.map((email) => email.id)).toEqual([failed.id]);
});

test("an email is sent again to the person's address of today, once however often it is pressed", async () => {
  const failed = await anEmail({ failedAt: new Date(), attempts: 12, lastError: "refused with 550" });
  const address = `${randomUUID()}@example.org`;
  await db.person.update({ where: { id: failed.person.id }, data: { email: address } });
  expect(await resendEmail(coordinatorOf(world), failed.id)).toEqual({ kind: "queued", to: failed.person.name, address });
  expect(await resendEmail(coordinatorOf(world), failed.id)).toEqual({ kind: "underWay" });
  const queued = await db.outboxEmail.findMany({ where: { occasion: { startsWith: `resend:${failed.id}:` } } });
  expect(queued.map((email) => [email.address, email.template, email.sentAt])).toEqual([[address, "self-assessment/overdue", null]]);
  expect((await logOf(world, "failed")).emails.find((email) => email.id === failed.id)?.again).toBeInstanceOf(Date);
});

test("nobody resends what they may not see, and nothing goes to somebody who has left", async () => {
  const failed = await anEmail({ failedAt: new Date(), attempts: 12 });
  expect(await resendEmail(coordinatorOf(elsewhere), failed.id)).toEqual({ kind: "absent" });
  await db.person.update({ where: { id: failed.person.id }, data: { leftAt: new Date() } });
  expect(await resendEmail(coordinatorOf(world), failed.id)).toEqual({ kind: "absent" });
  expect((await logOf(world, "failed")).emails.find((email) => email.id === failed.id)?.canResend).toBe(false);
  expect(await db.outboxEmail.count({ where: { occasion: { startsWith: `resend:${failed.id}:` } } })).toBe(0);
});

test("a post that is no coordinator's has an empty log", async () => {
  await anEmail();
  const director = world.posts["dcs"];
  if (!director) throw new Error("this world has no director");
  const holdings = [{ postId: director.postId, kind: "dcs", title: "DCS", regionId: world.regionId, authorityId: world.authorityId }];
  const log = await deliveryLog({ kind: "person", personId: director.personId, name: "d", email: "d@example.org", holdings }, { view: "all", words: "", page: 1 });
  expect(log.emails).toEqual([]);
});
