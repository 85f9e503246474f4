import { beforeAll, describe, expect, test } from "vitest";

import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { begin, fire } from "~/workflow/fire.server";
import { inboxOf } from "~/workflow/inbox.server";
import { addParty, changeRole } from "~/workflow/parties.server";
import { stepsOn } from "~/workflow/reading.server";
import { timelineOf } from "~/workflow/timeline.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { appoint, aSelfAssessment, aWorld, factsOf, person, type World } from "./world";

let world: World;
const as = (role: string) => person(world.posts[role]);
const emailsOf = (workflowId: string) => db.outboxEmail.findMany({ where: { workflowId }, orderBy: { createdAt: "asc" } });

beforeAll(async () => {
  world = await aWorld();
});

describe("a transition", () => {
  test("writes the state, the log, the emails and their jobs together", async () => {
    const id = await aSelfAssessment(world);
    const result = await fire({ workflowId: id, event: "writing.start", actor: as("delegate") });
    expect(result).toMatchObject({ kind: "moved", from: "notStarted", to: "inProgress", revision: 2 });
    expect(await db.workflow.findUnique({ where: { id } })).toMatchObject({ state: "inProgress", revision: 2 });
    const log = await db.workflowEvent.findMany({ where: { workflowId: id }, orderBy: { seq: "asc" } });
    expect(log.map((row) => [row.seq, row.event, row.actorRole])).toEqual([[1, "begin", ""], [2, "writing.start", "delegate"]]);
    expect(log[1]?.onBehalfOf).toBe(world.posts.delegate?.postId);
    const emails = await emailsOf(id);
    expect(emails.map((email) => [email.role, email.template]).sort()).toEqual([
      ["dcs", "self-assessment/writing-started"],
      ["delegate", "self-assessment/writing-started"],
    ]);
    const jobs = await db.$queryRawUnsafe<{ key: string }[]>("SELECT key FROM graphile_worker.jobs WHERE key = ANY($1)", emails.map((email) => `email:${email.id}`));
    expect(jobs).toHaveLength(2);
  });

  test("is refused to somebody whose role may not take it, and undoes what they wrote", async () => {
    const id = await aSelfAssessment(world);
    const key = `key-${uuidv7()}`;
    const result = await fire({
      workflowId: id,
      event: "participation.optOut",
      actor: as("leadMember"),
      write: async (tx) => void (await tx.rateLimit.create({ data: { key } })),
    });
    expect(result).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await db.rateLimit.findUnique({ where: { key } })).toBeNull();
    expect(await emailsOf(id)).toEqual([]);
  });

  test("is refused with the name of the condition that is not met", async () => {
    const id = await aSelfAssessment(world);
    factsOf.set(id, { unanswered: 3 });
    await fire({ workflowId: id, event: "writing.start", actor: as("dcs") });
    expect(await fire({ workflowId: id, event: "draft.complete", actor: as("dcs") })).toEqual({ kind: "refused", reason: "everythingAnswered" });
  });

  test("of a record that does not exist is refused without saying more", async () => {
    expect(await fire({ workflowId: uuidv7(), event: "writing.start", actor: as("dcs") })).toEqual({ kind: "refused", reason: "no-such-record" });
  });

  test("conflicts when somebody moved since the page was read", async () => {
    const id = await aSelfAssessment(world);
    await fire({ workflowId: id, event: "writing.start", actor: as("dcs"), expectedRevision: 1 });
    expect(await fire({ workflowId: id, event: "draft.complete", actor: as("delegate"), expectedRevision: 1 })).toEqual({ kind: "conflict", revision: 2 });
  });

  test("asked for twice with one request moves once", async () => {
    const id = await aSelfAssessment(world);
    const ask = () => fire({ workflowId: id, event: "writing.start", actor: as("dcs"), requestKey: "form-1", expectedRevision: 1 });
    const results = await Promise.all([ask(), ask(), ask()]);
    expect(results.map((result) => result.kind).sort()).toEqual(["moved", "repeated", "repeated"]);
    expect(await db.workflowEvent.count({ where: { workflowId: id } })).toBe(2);
  });

  test("raced by twenty actors happens once, and the log stays whole", async () => {
    const id = await aSelfAssessment(world);
    const results = await Promise.all(Array.from({ length: 20 }, () => fire({ workflowId: id, event: "writing.start", actor: as("dcs") })));
    expect(results.filter((result) => result.kind === "moved")).toHaveLength(1);
    expect(results.filter((result) => result.kind === "refused")).toHaveLength(19);
    expect((await verifyChains()).broken).toBeNull();
  });
});

describe("who is told", () => {
  test("follows the post: the new director is told, the old one no longer", async () => {
    const other = await aWorld();
    const id = await aSelfAssessment(other);
    const dcs = other.posts.dcs;
    if (!dcs) throw new Error("no director");
    await db.holding.updateMany({ where: { postId: dcs.postId }, data: { to: new Date() } });
    const successor = await appoint(dcs.postId, "New director", new Date());
    await fire({ workflowId: id, event: "writing.start", actor: person(other.posts.delegate) });
    const told = (await emailsOf(id)).filter((email) => email.role === "dcs").map((email) => email.personId);
    expect(told).toEqual([successor]);
    expect((await fire({ workflowId: id, event: "draft.complete", actor: person(dcs) })).kind).toBe("refused");
    expect((await stepsOn(id, { kind: "person", personId: successor }))?.roles).toEqual(["dcs"]);
    expect((await stepsOn(id, person(dcs)))?.steps).toEqual([]);
  });

  test("is the coordinator instead when a role has no holder", async () => {
    const other = await aWorld();
    await db.holding.updateMany({ where: { postId: other.posts.dcs?.postId ?? "" }, data: { to: new Date() } });
    const id = await aSelfAssessment(other);
    await fire({ workflowId: id, event: "writing.start", actor: person(other.posts.delegate) });
    expect((await emailsOf(id)).map((email) => [email.template, email.personId])).toContainEqual(["workflow/nobody-to-tell", other.posts.coordinator?.personId]);
  });

  test("stays visible as undelivered when there is not even a coordinator", async () => {
    const other = await aWorld();
    await db.holding.updateMany({ where: { postId: { in: [other.posts.dcs?.postId ?? "", other.posts.coordinator?.postId ?? ""] } }, data: { to: new Date() } });
    const id = await aSelfAssessment(other);
    await fire({ workflowId: id, event: "writing.start", actor: person(other.posts.delegate) });
    const lost = (await emailsOf(id)).find((email) => email.template === "workflow/nobody-to-tell");
    expect(lost).toMatchObject({ personId: null, lastError: "nobody holds the post" });
    expect(lost?.failedAt).not.toBeNull();
  });

  test("leaves out a delegate who chose not to be copied, and nobody else", async () => {
    const other = await aWorld();
    await db.person.update({ where: { id: other.posts.delegate?.personId ?? "" }, data: { copyMe: false } });
    const id = await aSelfAssessment(other);
    await fire({ workflowId: id, event: "writing.start", actor: person(other.posts.delegate) });
    expect((await emailsOf(id)).map((email) => email.role)).toEqual(["dcs"]);
  });

  test("waits for the digest only for those who chose one, and only what can wait", async () => {
    const other = await aWorld();
    await db.person.update({ where: { id: other.posts.dcs?.personId ?? "" }, data: { digest: "daily" } });
    const id = await aSelfAssessment(other);
    await fire({ workflowId: id, event: "writing.start", actor: person(other.posts.delegate) });
    await fire({ workflowId: id, event: "draft.complete", actor: person(other.posts.delegate) });
    const toDirector = (await emailsOf(id)).filter((email) => email.role === "dcs").map((email) => [email.template, email.urgency]);
    expect(toDirector).toEqual([["self-assessment/writing-started", "digest"], ["self-assessment/ready-to-sign", "now"]]);
  });

  test("never holds what the email did not declare", async () => {
    const id = await aSelfAssessment(world);
    await fire({ workflowId: id, event: "writing.start", actor: as("dcs") });
    for (const email of await emailsOf(id)) expect(JSON.stringify(email.props)).not.toContain("a word typed by somebody");
  });

  test("is dropped before sending when a later step makes it pointless", async () => {
    const id = await aSelfAssessment(world);
    await fire({ workflowId: id, event: "writing.start", actor: as("dcs") });
    await fire({ workflowId: id, event: "draft.complete", actor: as("delegate") });
    await fire({ workflowId: id, event: "draft.return", actor: as("dcs") });
    const emails = await emailsOf(id);
    const ask = emails.find((email) => email.template === "self-assessment/ready-to-sign" && email.role === "dcs");
    expect(ask?.supersededAt).not.toBeNull();
    expect(emails.filter((email) => email.template === "self-assessment/returned").every((email) => email.supersededAt === null)).toBe(true);
  });
});

describe("deadlines", () => {
  test("open with the state and close with it", async () => {
    const id = await at(new Date("2026-11-01T10:00:00Z"), () => aSelfAssessment(world));
    await at(new Date("2026-11-02T10:00:00Z"), () => fire({ workflowId: id, event: "writing.start", actor: as("dcs") }));
    await at(new Date("2026-11-03T10:00:00Z"), () => fire({ workflowId: id, event: "draft.complete", actor: as("dcs") }));
    const open = await db.deadline.findMany({ where: { workflowId: id, closedAt: null }, orderBy: { dueAt: "asc" } });
    expect(open.map((deadline) => [deadline.name, deadline.dueAt.toISOString()])).toEqual([
      ["Sign", "2026-11-06T23:59:00.000Z"],
      ["Submit the self-assessment", "2026-11-30T23:59:00.000Z"],
    ]);
  });

  test("keep their history over a change of state that keeps the same date", async () => {
    const id = await aSelfAssessment(world);
    const before = await db.deadline.findFirstOrThrow({ where: { workflowId: id } });
    await fire({ workflowId: id, event: "writing.start", actor: as("dcs") });
    expect(await db.deadline.findFirstOrThrow({ where: { workflowId: id, closedAt: null } })).toMatchObject({ id: before.id, state: "inProgress" });
  });

  test("move when the fact they stand on moves", async () => {
    const id = await aSelfAssessment(world);
    factsOf.set(id, { dueOn: "2026-12-11" });
    await fire({ workflowId: id, event: "extension.grant", actor: as("coordinator") });
    const open = await db.deadline.findMany({ where: { workflowId: id, closedAt: null } });
    expect(open.map((deadline) => deadline.dueAt.toISOString())).toEqual(["2026-12-11T23:59:00.000Z"]);
  });
});

describe("the inbox", () => {
  test("holds what waits for the post, soonest first, and empties when it is done", async () => {
    const other = await aWorld();
    const id = await aSelfAssessment(other);
    const holder = (role: string) => ({
      personId: other.posts[role]?.personId ?? "",
      holdings: [{ postId: other.posts[role]?.postId ?? "", kind: "", title: "", regionId: other.regionId, authorityId: other.authorityId }],
    });
    expect((await inboxOf(holder("chiefExecutive"))).map((item) => item.workflowId)).toEqual([]);
    await fire({ workflowId: id, event: "writing.start", actor: person(other.posts.dcs) });
    await fire({ workflowId: id, event: "draft.complete", actor: person(other.posts.delegate) });
    expect((await inboxOf(holder("dcs"))).map((item) => [item.workflowId, item.state, item.role])).toEqual([[id, "readyForDcs", "dcs"]]);
    expect(await inboxOf(holder("delegate"))).toEqual([]);
    await fire({ workflowId: id, event: "declaration.sign", actor: person(other.posts.dcs) });
    expect((await inboxOf(holder("chiefExecutive"))).map((item) => item.role)).toEqual(["chiefExecutive"]);
    expect(await inboxOf(holder("dcs"))).toEqual([]);
  });

  test("gains at once what a new party is awaited for, and loses it with the role", async () => {
    const other = await aWorld();
    const id = await aSelfAssessment(other);
    const author = await db.person.create({ data: { name: "Author", email: `${uuidv7()}@example.org` } });
    const inbox = () => inboxOf({ personId: author.id, holdings: [] });
    await addParty(db, id, { role: "author", personId: author.id });
    await addParty(db, id, { role: "author", personId: author.id });
    expect((await inbox()).map((item) => item.workflowId)).toEqual([id]);
    await changeRole(db, id, { from: "author", to: "contributor", personId: author.id });
    expect(await inbox()).toEqual([]);
  });
});

describe("a cascade", () => {
  test("moves every child that allows it in the same transaction, and tells their people", async () => {
    const other = await aWorld();
    const round = await begin({
      machine: "cycle",
      regionId: other.regionId,
      title: "Round 2026/27",
      parties: [{ role: "coordinator", postId: other.posts.coordinator?.postId ?? "" }, { role: "dcs", postId: other.posts.dcs?.postId ?? "" }],
      actor: { kind: "system" },
      write: async () => undefined,
    });
    const going = await aSelfAssessment(other, { parentId: round.id });
    const gone = await aSelfAssessment(other, { parentId: round.id });
    await fire({ workflowId: gone, event: "participation.optOut", actor: person(other.posts.dcs) });
    await fire({ workflowId: round.id, event: "round.open", actor: person(other.posts.coordinator) });
    expect(await fire({ workflowId: round.id, event: "round.cancel", actor: person(other.posts.coordinator) })).toMatchObject({ kind: "moved", to: "cancelled" });
    expect((await db.workflow.findUnique({ where: { id: going } }))?.state).toBe("withdrawn");
    expect((await db.workflow.findUnique({ where: { id: gone } }))?.state).toBe("optedOut");
    expect((await emailsOf(going)).map((email) => email.template)).toContain("self-assessment/withdrawn");
  });
});

describe("the log", () => {
  test("cannot be changed or deleted, even by a program that tries", async () => {
    const id = await aSelfAssessment(world);
    await expect(db.workflowEvent.updateMany({ where: { workflowId: id }, data: { event: "nothing.happened" } })).rejects.toThrow(/append-only/);
    await expect(db.workflowEvent.deleteMany({ where: { workflowId: id } })).rejects.toThrow(/append-only/);
    expect(await db.workflowEvent.count({ where: { workflowId: id } })).toBe(1);
  });

  test("tampered with behind the database's back is found, and the first broken row named", async () => {
    const id = await aSelfAssessment(world);
    await fire({ workflowId: id, event: "writing.start", actor: as("dcs") });
    await fire({ workflowId: id, event: "draft.complete", actor: as("dcs") });
    const tamper = async (sql: string) => {
      await db.$executeRawUnsafe("ALTER TABLE workflow_event DISABLE TRIGGER USER");
      await db.$executeRawUnsafe(sql);
      await db.$executeRawUnsafe("ALTER TABLE workflow_event ENABLE TRIGGER USER");
    };
    expect((await verifyChains()).broken).toBeNull();
    await tamper(`UPDATE workflow_event SET actor_role = 'delegate' WHERE workflow_id = '${id}' AND seq = 2`);
    expect((await verifyChains()).broken).toEqual({ workflowId: id, seq: 2, what: "the row was changed after it was written" });
    await tamper(`UPDATE workflow_event SET actor_role = 'dcs' WHERE workflow_id = '${id}' AND seq = 2`);
    expect((await verifyChains()).broken).toBeNull();
    await db.$executeRawUnsafe(`UPDATE workflow SET head_hash = NULL WHERE id = '${id}'`);
    expect((await verifyChains()).broken).toMatchObject({ workflowId: id, seq: 0 });
    const last = await db.workflowEvent.findFirstOrThrow({ where: { workflowId: id }, orderBy: { seq: "desc" } });
    await db.$executeRawUnsafe(`UPDATE workflow SET head_hash = '${last.hash}' WHERE id = '${id}'`);
    expect((await verifyChains()).broken).toBeNull();
  });

  test("reads as a timeline: who, in which post, what, and which emails", async () => {
    const id = await aSelfAssessment(world);
    await fire({ workflowId: id, event: "writing.start", actor: as("delegate") });
    const [newest] = await timelineOf(id);
    expect(newest).toMatchObject({ event: "writing.start", actorName: "delegate", onBehalfOf: "The delegate", toLabel: "inProgress" });
    expect(newest?.emails.map((email) => email.to).sort()).toEqual(["dcs", "delegate"]);
  });

  test("refuses a state that no machine has", async () => {
    const id = await aSelfAssessment(world);
    await expect(db.$executeRawUnsafe(`UPDATE workflow SET state = 'imagined' WHERE id = '${id}'`)).rejects.toThrow(/foreign key/i);
    expect((await db.workflow.findUnique({ where: { id } }))?.state).toBe("notStarted");
  });
});
