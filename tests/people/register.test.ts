import { expect, test } from "vitest";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { addPerson, appoint, changePerson, createPost, endHolding, personLeft } from "~/features/people";
import { postPage } from "~/features/people/queries.server";
import { currentSession } from "~/session/current.server";
import { aHolder, aRegion, aRequest, cookieOf } from "~tests/session/world";

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

async function aStaffedRegion() {
  const { id, authorityId } = await aRegion();
  const coordinator = await aHolder({ regionId: id, kind: "sli-coordinator", name: "Priya Nair" });
  const dcs = await aHolder({ regionId: id, authorityId, kind: "dcs", name: "Amara Okafor" });
  return { id, authorityId, coordinator, dcs };
}

async function aNewcomer(actor: { kind: "person"; personId: string }) {
  const added = await addPerson({ name: "Samuel Price", email: `${crypto.randomUUID()}@example.org` }, actor);
  if (added.kind !== "done") throw new Error(added.reason);
  return added.personId;
}

const emailsAbout = (template: string) => db.outboxEmail.findMany({ where: { template }, select: { personId: true, role: true, props: true } });

test("a hand-over counts from the same minute: the new director sees the post's obligations, the old one no longer", async () => {
  const { coordinator, dcs } = await aStaffedRegion();
  const newcomer = await aNewcomer(coordinator.actor);
  const old = aRequest("/", { cookie: await cookieOf(dcs.person.id) });
  expect(await appoint({ postId: dcs.post.id, personId: newcomer, handOver: true }, coordinator.actor)).toMatchObject({ kind: "done" });
  expect(await currentSession(old)).toBeNull();
  const session = await currentSession(aRequest("/", { cookie: await cookieOf(newcomer) }));
  expect(session?.signedIn.holdings.map((post) => post.postId)).toEqual([dcs.post.id]);
  const told = await db.outboxEmail.findMany({ where: { personId: { in: [newcomer, dcs.person.id] } }, select: { personId: true, template: true } });
  expect(told.sort((a, b) => a.template.localeCompare(b.template))).toEqual([
    { personId: newcomer, template: "people/joined-post" },
    { personId: dcs.person.id, template: "people/left-post" },
  ]);
});

test("a hand-over on a later day leaves the post with its holder until that moment, without a gap", async () => {
  const { coordinator, dcs } = await aStaffedRegion();
  const newcomer = await aNewcomer(coordinator.actor);
  const from = inMinutes(24 * 60);
  await appoint({ postId: dcs.post.id, personId: newcomer, from, handOver: true }, coordinator.actor);
  const holds = async (moment: Date) =>
    (await db.holding.findMany({ where: { postId: dcs.post.id, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] } })).map((one) => one.personId);
  expect(await holds(new Date())).toEqual([dcs.person.id]);
  expect(await holds(new Date(from.getTime() - 1))).toEqual([dcs.person.id]);
  expect(await holds(from)).toEqual([newcomer]);
  const cookie = await cookieOf(dcs.person.id);
  expect(await currentSession(aRequest("/", { cookie }))).not.toBeNull();
  await expect(cookieOf(newcomer)).rejects.toThrow();
  expect(await at(inMinutes(24 * 60 + 1), () => currentSession(aRequest("/", { cookie })))).toBeNull();
});

test("a post of one holder takes no second one unless it is handed over", async () => {
  const { coordinator, dcs } = await aStaffedRegion();
  const newcomer = await aNewcomer(coordinator.actor);
  expect(await appoint({ postId: dcs.post.id, personId: newcomer }, coordinator.actor)).toEqual({ kind: "refused", reason: "post-held" });
  expect(await appoint({ postId: dcs.post.id, personId: dcs.person.id }, coordinator.actor)).toEqual({ kind: "refused", reason: "already-holds" });
});

test("two coordinators who fill the same vacancy at once do not make two directors", async () => {
  const { id, authorityId, coordinator } = await aStaffedRegion();
  const made = await createPost({ kind: "chief-executive", regionId: id, authorityId }, coordinator.actor);
  if (made.kind !== "done") throw new Error(made.reason);
  const people = await Promise.all([aNewcomer(coordinator.actor), aNewcomer(coordinator.actor), aNewcomer(coordinator.actor)]);
  const results = await Promise.all(people.map((personId) => appoint({ postId: made.postId, personId }, coordinator.actor)));
  expect(results.map((one) => (one.kind === "done" ? "done" : one.reason)).sort()).toEqual(["done", "post-held", "post-held"]);
  expect(await db.holding.count({ where: { postId: made.postId } })).toBe(1);
});

test("two requests for an authority's lead member make one post", async () => {
  const { id, authorityId, coordinator } = await aStaffedRegion();
  const results = await Promise.all([1, 2].map(() => createPost({ kind: "lead-member", regionId: id, authorityId }, coordinator.actor)));
  expect(results.map((one) => (one.kind === "done" ? "done" : one.reason)).sort()).toEqual(["done", "post-exists"]);
});

test("a director appoints their own delegates and authors, and nobody else", async () => {
  const { id, authorityId, dcs, coordinator } = await aStaffedRegion();
  const elsewhere = await aStaffedRegion();
  const newcomer = await aNewcomer(dcs.actor);
  const delegate = await createPost({ kind: "dcs-delegate", regionId: id, authorityId }, dcs.actor);
  if (delegate.kind !== "done") throw new Error(delegate.reason);
  expect(await appoint({ postId: delegate.postId, personId: newcomer }, dcs.actor)).toMatchObject({ kind: "done" });
  const refused = { kind: "refused", reason: "not-yours" };
  expect(await createPost({ kind: "chief-executive", regionId: id, authorityId }, dcs.actor)).toEqual(refused);
  expect(await createPost({ kind: "section-author", regionId: elsewhere.id, authorityId: elsewhere.authorityId }, dcs.actor)).toEqual(refused);
  expect(await appoint({ postId: coordinator.post.id, personId: dcs.person.id }, dcs.actor)).toEqual(refused);
  expect(await endHolding(dcs.holdingId, dcs.actor)).toEqual(refused);
  expect(await personLeft(coordinator.person.id, dcs.actor)).toEqual(refused);
});

test("a coordinator keeps the register of their own region only", async () => {
  const [here, there] = [await aStaffedRegion(), await aStaffedRegion()];
  const refused = { kind: "refused", reason: "not-yours" };
  expect(await changePerson(there.dcs.person.id, { name: "X", email: "x@example.org" }, here.coordinator.actor)).toEqual(refused);
  expect(await personLeft(there.dcs.person.id, here.coordinator.actor)).toEqual(refused);
  expect(await endHolding(there.dcs.holdingId, here.coordinator.actor)).toEqual(refused);
  expect(await createPost({ kind: "dass", regionId: there.id, authorityId: there.authorityId }, here.coordinator.actor)).toEqual(refused);
  expect(await createPost({ kind: "dass", regionId: here.id, authorityId: there.authorityId }, here.coordinator.actor)).toEqual({ kind: "refused", reason: "no-such-place" });
  const signedIn = { ...here.coordinator.actor, name: "", email: "", holdings: [{ postId: here.coordinator.post.id, kind: "sli-coordinator", title: "", regionId: here.id, authorityId: null }] };
  expect(await postPage(signedIn, there.dcs.post.id)).toBeNull();
  expect(await postPage(signedIn, here.dcs.post.id)).toMatchObject({ mayFill: true });
});

test("a right that ended is gone: yesterday's coordinator can appoint nobody", async () => {
  const { id, authorityId, coordinator } = await aStaffedRegion();
  const second = await aNewcomer(coordinator.actor);
  await appoint({ postId: coordinator.post.id, personId: second }, coordinator.actor);
  await endHolding(coordinator.holdingId, { kind: "person", personId: second });
  expect(await createPost({ kind: "dass", regionId: id, authorityId }, coordinator.actor)).toEqual({ kind: "refused", reason: "not-yours" });
});

test("a region is never left without a coordinator", async () => {
  const { coordinator } = await aStaffedRegion();
  expect(await endHolding(coordinator.holdingId, coordinator.actor)).toEqual({ kind: "refused", reason: "last-coordinator" });
  expect(await personLeft(coordinator.person.id, coordinator.actor)).toEqual({ kind: "refused", reason: "last-coordinator" });
  expect(await db.person.findUnique({ where: { id: coordinator.person.id }, select: { leftAt: true } })).toEqual({ leftAt: null });
});

test("somebody who holds two posts and cannot leave one of them leaves neither", async () => {
  const { id, authorityId, coordinator } = await aStaffedRegion();
  const author = await aHolder({ regionId: id, authorityId, kind: "section-author" });
  await appoint({ postId: author.post.id, personId: coordinator.person.id }, coordinator.actor);
  expect(await personLeft(coordinator.person.id, coordinator.actor)).toEqual({ kind: "refused", reason: "last-coordinator" });
  expect(await db.holding.count({ where: { personId: coordinator.person.id, to: null } })).toBe(2);
  expect((await emailsAbout("people/left-post")).filter((one) => one.personId === coordinator.person.id)).toEqual([]);
});

test("of two who give one address to somebody at the same moment, one is told that it is taken", async () => {
  const { coordinator, dcs } = await aStaffedRegion();
  const email = `${crypto.randomUUID()}@example.org`;
  const both = await Promise.all([1, 2, 3].map((number) => addPerson({ name: `Number ${number}`, email }, coordinator.actor)));
  expect(both.map((one) => (one.kind === "done" ? "done" : one.reason)).sort()).toEqual(["done", "email-taken", "email-taken"]);
  const next = `${crypto.randomUUID()}@example.org`;
  const changes = await Promise.all([dcs, coordinator].map(({ person }) => changePerson(person.id, { name: person.name, email: next }, coordinator.actor)));
  expect(changes.map((one) => (one.kind === "done" ? "done" : one.reason)).sort()).toEqual(["done", "email-taken"]);
});

test("a new address signs the person out everywhere, and an address has one person", async () => {
  const { coordinator, dcs } = await aStaffedRegion();
  const cookie = await cookieOf(dcs.person.id);
  const email = `New.${dcs.person.id}@Example.org`;
  expect(await changePerson(dcs.person.id, { name: dcs.person.name, email }, coordinator.actor)).toEqual({ kind: "done", changed: ["email"] });
  expect(await currentSession(aRequest("/", { cookie }))).toBeNull();
  expect(await db.person.findUnique({ where: { id: dcs.person.id }, select: { email: true } })).toEqual({ email: email.toLowerCase() });
  expect(await addPerson({ name: "Other", email: email.toUpperCase() }, coordinator.actor)).toEqual({ kind: "refused", reason: "email-taken" });
  expect(await changePerson(coordinator.person.id, { name: "Priya", email }, coordinator.actor)).toEqual({ kind: "refused", reason: "email-taken" });
});

test("every act on the register leaves a note of who did it, without what was typed", async () => {
  const { id, authorityId, coordinator } = await aStaffedRegion();
  const newcomer = await aNewcomer(coordinator.actor);
  const made = await createPost({ kind: "dass", regionId: id, authorityId }, coordinator.actor);
  if (made.kind !== "done") throw new Error(made.reason);
  await appoint({ postId: made.postId, personId: newcomer }, coordinator.actor);
  await personLeft(newcomer, coordinator.actor);
  const notes = await db.directoryChange.findMany({ where: { actorId: coordinator.person.id }, orderBy: { id: "asc" } });
  expect(notes.map((note) => note.what)).toEqual(["person.added", "post.created", "holding.begun", "holding.ended", "person.left"]);
  expect(JSON.stringify(notes)).not.toContain("Samuel");
});

test("whoever leaves is taken off the records they were on by name, and the records stay", async () => {
  const { id, authorityId, coordinator } = await aStaffedRegion();
  const author = await aHolder({ regionId: id, authorityId, kind: "section-author" });
  await db.workflowState.upsert({ where: { machine_state: { machine: "cycle", state: "open" } }, create: { machine: "cycle", state: "open", version: "1" }, update: {} });
  const workflow = await db.workflow.create({ data: { id: crypto.randomUUID(), machine: "cycle", machineVersion: "1", state: "open", regionId: id, title: "A round", since: new Date(), createdAt: new Date() } });
  await db.workflowParty.create({ data: { workflowId: workflow.id, role: "author", personId: author.person.id, waiting: true } });
  await personLeft(author.person.id, coordinator.actor);
  const [party] = await db.workflowParty.findMany({ where: { workflowId: workflow.id } });
  expect(party).toMatchObject({ waiting: false, personId: author.person.id });
  expect(party?.to).not.toBeNull();
});
