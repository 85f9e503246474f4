import { expect, test } from "vitest";

import { changeDate, cancelEvent, openBooking, postponeEvent } from "~/features/event";
import { share, visibleTo as documentsVisibleTo } from "~/features/self-assessment";
import { agreeReport, answerQuestion, askQuestion, changeReaders, declineToRead } from "~/features/validation";
import { scrutinyPlan, validationPage } from "~/features/validation/queries.server";
import { readersToChoose } from "~/features/validation/readers.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { stateOf } from "../booking/world";
import { lettersOf } from "../cycle/region";
import { submitted } from "../cycle/submitting";
import { heldToTable } from "../support/told";
import { aValidationEvent, published, workingDay, type TestValidation } from "./world";

const reads = async (actor: SignedIn, id: string) => (await db.selfAssessment.count({ where: { AND: [{ id }, documentsVisibleTo(actor)] } })) === 1;
const authorityOf = (world: TestValidation, director: SignedIn) => {
  const found = world.region.authorities.find(({ dcs }) => dcs.personId === director.personId);
  if (!found) throw new Error("not a director of the region");
  return found;
};
const readersOf = async (validationId: string) => (await db.scrutineer.findMany({ where: { validationId }, orderBy: { leads: "desc" } })).map(({ authorityId }) => authorityId);

test("a reader declines with a reason: the report closes to them and their delegate, the next leads, and the coordinator names another", async () => {
  const world = await aValidationEvent();
  const id = world.selfAssessments["Ashford"]!;
  await submitted(id, world.region.authorities[0]!);
  await share({ selfAssessmentId: id, actor: world.region.coordinator });
  const reportOf = await published(world, { elsewhere: world.region.authorities.slice(1).map((one) => one.id) });
  const { id: validationId, lead, other, stranger, host } = await reportOf("Ashford");
  const delegate = authorityOf(world, lead).delegate;
  expect([await reads(lead, id), await reads(delegate, id), await reads(authorityOf(world, stranger).delegate, id)]).toEqual([true, true, false]);
  expect(await askQuestion({ validationId, actor: delegate, text: "Which audits?" })).toMatchObject({ kind: "moved" });
  expect(await declineToRead({ validationId, actor: delegate, text: "Busy." })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await declineToRead({ validationId, actor: lead, text: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  const twice = await Promise.all([declineToRead({ validationId, actor: lead, text: "We are inspected." }), declineToRead({ validationId, actor: lead, text: "We are inspected." })]);
  expect(twice.map(({ kind }) => kind).sort()).toEqual(["moved", "refused"]);
  expect(await stateOf(validationId)).toBe("awaitingReader");
  expect([await reads(lead, id), await reads(delegate, id), await reads(other, id)]).toEqual([false, false, true]);
  expect(await lettersOf(validationId, "reader.decline")).toEqual([world.region.coordinator, world.region.deputy].map(({ name }) => `validation/reader-declined > ${name}`).sort());
  expect(JSON.stringify(await db.outboxEmail.findMany({ where: { workflowId: validationId } }))).not.toContain("inspected");
  expect((await validationPage(world.region.coordinator, validationId))?.declines).toEqual([{ name: authorityOf(world, lead).name, reason: "We are inspected." }]);
  expect((await validationPage(host.dcs, validationId))?.declines).toEqual([]);
  // Nothing is recorded while a reader is missing; questions go on.
  expect(await agreeReport({ validationId, actor: other })).toEqual({ kind: "refused", reason: "no-such-step" });
  const question = await db.validationQuestion.findFirstOrThrow({ where: { validationId } });
  expect(await answerQuestion({ validationId, questionId: question.id, actor: host.delegate, text: "Those of the spring." })).toMatchObject({ kind: "moved" });
  const newReader = authorityOf(world, stranger);
  const given = { validationId, actor: world.region.coordinator };
  expect((await readersToChoose(db, validationId)).map((one) => one.id)).not.toContain(authorityOf(world, lead).id);
  expect(await changeReaders({ ...given, readers: [authorityOf(world, other).id, authorityOf(world, lead).id] })).toEqual({ kind: "refused", reason: "may-not-read" });
  expect(await changeReaders({ ...given, readers: [authorityOf(world, other).id, host.id] })).toEqual({ kind: "refused", reason: "may-not-read" });
  expect(await changeReaders({ ...given, readers: [newReader.id, newReader.id] })).toEqual({ kind: "refused", reason: "choose-readers" });
  expect(await changeReaders({ ...given, readers: [newReader.id] })).toEqual({ kind: "refused", reason: "readersComplete" });
  expect(await readersOf(validationId)).toEqual([authorityOf(world, other).id]);
  expect(await changeReaders({ validationId, actor: host.dcs, readers: [authorityOf(world, other).id, newReader.id] })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await changeReaders({ ...given, readers: [authorityOf(world, other).id, newReader.id] })).toMatchObject({ kind: "moved", to: "reading" });
  expect([await reads(stranger, id), await reads(newReader.delegate, id)]).toEqual([true, true]);
  expect((await scrutinyPlan(world.region.coordinator, world.eventId))?.rows.find(({ authority }) => authority === "Ashford")?.readers).toEqual([authorityOf(world, other).name, newReader.name]);
  expect(await agreeReport({ validationId, actor: other })).toMatchObject({ kind: "moved" });
});

test("the coordinator changes a reader: who reads it now and who reads it no longer are both told", async () => {
  const world = await aValidationEvent();
  const reportOf = await published(world);
  const { id: validationId, lead, other, stranger, host } = await reportOf("Barton");
  const before = await db.workflow.findUniqueOrThrow({ where: { id: validationId } });
  const press = { validationId, actor: world.region.coordinator, expectedRevision: before.revision, requestKey: "the-same-press-twice", readers: [authorityOf(world, stranger).id, authorityOf(world, other).id] };
  const twice = await Promise.all([changeReaders(press), changeReaders(press)]);
  expect(twice.map(({ kind }) => kind).sort()).toEqual(["moved", "repeated"]);
  const letters = await lettersOf(validationId, "readers.change");
  expect(letters).toContain(`validation/no-longer-reader > ${lead.name}`);
  for (const { name } of [host.dcs, host.delegate, stranger, other, authorityOf(world, stranger).delegate]) expect(letters).toContain(`validation/readers-changed > ${name}`);
  expect(letters).not.toContain(`validation/readers-changed > ${lead.name}`);
  expect(await validationPage(lead, validationId)).toBeNull();
  expect(await agreeReport({ validationId, actor: other })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await heldToTable(validationId)).toBe("reading");
});

test("moving the event moves the time to record outcomes; postponed it has none, and cancelled the reports are closed to their readers", async () => {
  const world = await aValidationEvent();
  const reportOf = await published(world);
  const { id: validationId, lead, host } = await reportOf("Ashford");
  const agreed = await reportOf("Barton");
  expect(await agreeReport({ validationId: agreed.id, actor: agreed.lead })).toMatchObject({ kind: "moved" });
  const { eventId, region: { coordinator: actor } } = world;
  await openBooking({ eventId, actor });
  const due = async () => (await db.deadline.findMany({ where: { workflowId: validationId, closedAt: null } })).map(({ name, dueAt }) => [name, dueAt.toISOString().slice(0, 10)]);
  expect(await due()).toEqual([["Record the outcome", workingDay(20)]]);
  const { id: sessionId } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: eventId } });
  const date = { startsAt: "10:00", endsAt: "15:30", mode: "inPerson" as const, place: "Town Hall", joinLink: "", instructions: "", capacity: 40 };
  expect(await changeDate({ eventId, sessionId, actor, date: { ...date, day: workingDay(25) } })).toMatchObject({ kind: "moved" });
  expect(await due()).toEqual([["Record the outcome", workingDay(25)]]);
  expect(await lettersOf(validationId, "event.move")).toEqual(expect.arrayContaining([`validation/event-moved > ${lead.name}`, `validation/event-moved > ${host.dcs.name}`]));
  expect(await lettersOf(agreed.id, "event.move")).toEqual([]);
  expect(await postponeEvent({ eventId, actor, reason: "Snow." })).toMatchObject({ kind: "moved" });
  expect(await due()).toEqual([]);
  expect(await changeDate({ eventId, sessionId, actor, date: { ...date, day: workingDay(30) } })).toMatchObject({ kind: "moved" });
  expect(await due()).toEqual([["Record the outcome", workingDay(30)]]);
  expect(await cancelEvent({ eventId, actor, reason: "Too few." })).toMatchObject({ kind: "moved" });
  expect([await stateOf(validationId), await stateOf(agreed.id)]).toEqual(["withdrawn", "agreed"]);
  await heldToTable(validationId);
});
