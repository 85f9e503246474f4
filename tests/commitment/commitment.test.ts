import fc from "fast-check";
import { expect, test } from "vitest";

import { acceptCommitment, changeOwner, declineCommitment, finishCommitment, makeCommitment, noteProgress, startWork, withdrawCommitment } from "~/features/commitment";
import { readCommitment } from "~/features/commitment/forms";
import { commitmentPage, commitmentsFor, eventOfToday, servedBy } from "~/features/commitment/queries.server";
import { bookPlaces, recordAttendance } from "~/features/booking";
import { closeEvent, holdEvent, shareCommitments } from "~/features/event";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { aHolder, lettersOf } from "../cycle/region";
import { heldToTable } from "../support/told";
import { aSummit, onAgenda, workingDay, type TestSummit } from "../summit/world";

const postOf = (person: SignedIn): string => person.holdings[0]?.postId ?? "";

async function made(world: TestSummit, { actor, ownerPostId = postOf(actor), ...over }: { actor: SignedIn; ownerPostId?: string; recommendationId?: string; doneBy?: string; requestKey?: string }): Promise<string> {
  const result = await makeCommitment({ regionId: world.region.id, eventId: world.eventId, recommendationId: null, text: "Share our offer", doneBy: workingDay(30), ...over, actor, ownerPostId });
  if (result.kind !== "made") throw new Error(result.reason);
  return result.id;
}

test("who takes something on themselves has accepted it; who is named by somebody else is asked, and may decline", async () => {
  const world = await aSummit();
  const [maker, other] = [world.region.authorities[0]!.delegate, world.region.authorities[0]!.dcs];
  const own = await made(world, { actor: maker });
  expect(await lettersOf(own, "commitment.undertake")).toEqual([`commitment/undertaken > ${maker.name}`]);
  const asked = await made(world, { actor: maker, ownerPostId: postOf(other), requestKey: "the-same-press-twice" });
  expect(await made(world, { actor: maker, ownerPostId: postOf(other), requestKey: "the-same-press-twice" })).toBe(asked);
  expect(await lettersOf(asked, "commitment.make")).toEqual([`commitment/asked > ${other.name}`]);
  expect(await acceptCommitment({ commitmentId: asked, actor: maker })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await declineCommitment({ commitmentId: asked, actor: other, text: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await declineCommitment({ commitmentId: asked, actor: other, text: "Not mine." })).toMatchObject({ kind: "moved", to: "declined" });
  const far = await aHolder({ regionId: world.region.id, authorityId: world.region.authorities[1]!.id, kind: "assistant-director", name: "Far Away" });
  expect(await changeOwner({ commitmentId: asked, actor: maker, ownerPostId: crypto.randomUUID() })).toEqual({ kind: "refused", reason: "no-such-owner" });
  expect(await changeOwner({ commitmentId: asked, actor: maker, ownerPostId: postOf(far) })).toMatchObject({ kind: "moved", to: "made" });
  expect(await acceptCommitment({ commitmentId: asked, actor: other })).toEqual({ kind: "refused", reason: "not-your-role" });
  // To accept and to withdraw at once: one of them counts.
  const both = await Promise.all([acceptCommitment({ commitmentId: asked, actor: far, expectedRevision: 5 }), withdrawCommitment({ commitmentId: asked, actor: maker, text: "No.", expectedRevision: 5 })]);
  expect(both.filter(({ kind }) => kind === "moved").length).toBeLessThanOrEqual(1);
  await heldToTable(asked);
});

test("those who were at the event see what was made there; it is chased by its date, and done with what shows it", async () => {
  const world = await aSummit();
  const [maker, attendee, stranger] = [world.region.authorities[0]!.delegate, world.region.authorities[1]!.dcs, world.region.authorities[2]!.dcs];
  const recommendationId = await onAgenda(world);
  const commitmentId = await made(world, { actor: maker, recommendationId });
  expect(await commitmentPage(attendee, commitmentId)).toBeNull();
  const { id: sessionId } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: world.eventId } });
  await bookPlaces({ sessionId, personIds: [attendee.personId], actor: attendee });
  expect((await commitmentsFor(attendee, world.eventId))?.rows.map(({ text }) => text)).toEqual(["Share our offer"]);
  expect(await commitmentPage(stranger, commitmentId)).toBeNull();
  expect(await servedBy(stranger, recommendationId)).toMatchObject({ all: 1, done: 0, seen: [] });
  expect(await startWork({ commitmentId, actor: maker })).toMatchObject({ kind: "moved" });
  expect(await noteProgress({ commitmentId, actor: maker, text: "" })).toEqual({ kind: "refused", reason: "hasText" });
  expect(await noteProgress({ commitmentId, actor: maker, text: "Two authorities have joined." })).toMatchObject({ kind: "moved" });
  await at(londonTime(workingDay(32), "10:00"), sweepDeadlines);
  expect(await db.outboxEmail.count({ where: { workflowId: commitmentId, template: "commitment/due" } })).toBeGreaterThan(0);
  expect(await finishCommitment({ commitmentId, actor: maker, text: "" })).toEqual({ kind: "refused", reason: "hasEvidence" });
  expect(await finishCommitment({ commitmentId, actor: maker, text: "It is published." })).toMatchObject({ kind: "moved" });
  expect(await servedBy(attendee, recommendationId)).toMatchObject({ all: 1, done: 1, seen: [{ closing: "It is published.", notes: [{ text: "Two authorities have joined." }] }] });
  expect(await heldToTable(commitmentId)).toBe("done");
});

const readersTold = async (eventId: string, event: string): Promise<string[]> => (await lettersOf(eventId, event)).filter((letter) => letter.startsWith("event/commitments-to-read")).sort();

test("what was committed to is shared with everybody who was there; what comes later is shared with the closing of the event", async () => {
  const world = await aSummit();
  const [maker, attendee] = [world.region.authorities[0]!.delegate, world.region.authorities[1]!.dcs];
  const { coordinator } = world.region;
  const { id: sessionId } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: world.eventId } });
  for (const person of [maker, attendee]) await bookPlaces({ sessionId, personIds: [person.personId], actor: person });
  const there = [maker.name, attendee.name].map((name) => `event/commitments-to-read > ${name}`).sort();
  await at(londonTime(workingDay(20), "17:00"), async () => {
    expect(await eventOfToday(attendee)).toBe(world.eventId);
    expect(await holdEvent({ eventId: world.eventId, actor: coordinator })).toMatchObject({ kind: "moved" });
    expect(await shareCommitments({ eventId: world.eventId, actor: coordinator })).toEqual({ kind: "refused", reason: "hasCommitments" });
    await made(world, { actor: maker });
    expect(await shareCommitments({ eventId: world.eventId, actor: attendee })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await shareCommitments({ eventId: world.eventId, actor: coordinator })).toMatchObject({ kind: "moved" });
    expect(await readersTold(world.eventId, "commitments.share")).toEqual(there);
  });
  await at(londonTime(workingDay(21), "09:00"), async () => {
    await made(world, { actor: attendee });
    const bookings = await db.booking.findMany({ where: { sessionId }, select: { id: true } });
    await recordAttendance({ sessionId, came: new Map(bookings.map(({ id }) => [id, "full" as const])), actor: coordinator });
    expect(await closeEvent({ eventId: world.eventId, actor: coordinator })).toMatchObject({ kind: "moved" });
  });
  expect(await readersTold(world.eventId, "event.close")).toEqual(there);
});

test("a day that has passed, a post that is somebody's of another region, and words about a child are refused, and nothing is made", async () => {
  const [world, elsewhere] = [await aSummit(), await aSummit()];
  const maker = world.region.authorities[0]!.delegate;
  const given = { regionId: world.region.id, eventId: world.eventId, recommendationId: null, text: "Share our offer", ownerPostId: postOf(maker), doneBy: workingDay(30), actor: maker };
  expect(await makeCommitment({ ...given, doneBy: workingDay(0) })).toEqual({ kind: "refused", reason: "day-passed" });
  expect(await makeCommitment({ ...given, ownerPostId: postOf(elsewhere.region.authorities[0]!.dcs) })).toEqual({ kind: "refused", reason: "no-such-owner" });
  expect(await makeCommitment({ ...given, eventId: elsewhere.eventId })).toEqual({ kind: "refused", reason: "no-such-event" });
  expect(await makeCommitment({ ...given, actor: elsewhere.region.coordinator })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await db.commitment.count({ where: { eventId: world.eventId } })).toBe(0);
  const read = readCommitment({ text: "Visit the child called Zoë", ...{ "doneBy-day": "1", "doneBy-month": "1", "doneBy-year": "2031" } }, "2026-11-26");
  expect(read.ok ? "" : read.form.errors["text"]).toContain("Take “Zoë” out");
});

test("what is wrong with a commitment is said beside its field", () => {
  const read = readCommitment({ text: "", "doneBy-day": "1", "doneBy-month": "1", "doneBy-year": "2020" }, "2026-11-26");
  expect(read.ok ? {} : read.form.errors).toEqual({ text: "Enter what you commit to", doneBy: "The day by which it is done must lie ahead" });
});

const verbs = { accept: acceptCommitment, decline: declineCommitment, start: startWork, note: noteProgress, finish: finishCommitment, withdraw: withdrawCommitment } as const;
const step = fc.record({ verb: fc.constantFrom(...(Object.keys(verbs) as (keyof typeof verbs)[]), "owner" as const), who: fc.constantFrom("maker", "owner", "next", "coordinator", "stranger"), empty: fc.boolean() });

test("whatever is done by whomever, a commitment stands where its table leads, and has one owner", async () => {
  const world = await aSummit();
  const [maker, owner, next, stranger] = [world.region.authorities[0]!.delegate, world.region.authorities[0]!.dcs, world.region.authorities[1]!.dcs, world.region.authorities[2]!.dcs];
  const people: Readonly<Record<string, SignedIn>> = { maker, owner, next, coordinator: world.region.coordinator, stranger };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
      const commitmentId = await made(world, { actor: maker, ownerPostId: postOf(owner) });
      for (const { verb, who, empty } of steps) {
        const given = { commitmentId, actor: people[who] ?? stranger, text: empty ? "" : "Words." };
        const { kind } = verb === "owner" ? await changeOwner({ ...given, ownerPostId: empty ? postOf(owner) : postOf(next) }) : await verbs[verb](given);
        if (who === "stranger") expect(kind).toBe("refused");
      }
      await heldToTable(commitmentId);
      const { ownerPostId } = await db.commitment.findUniqueOrThrow({ where: { id: commitmentId } });
      expect((await db.workflowParty.findMany({ where: { workflowId: commitmentId, role: "owner", to: null } })).map(({ postId }) => postId)).toEqual([ownerPostId]);
    }),
    { numRuns: 8 },
  );
}, 120_000);
