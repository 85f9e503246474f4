import { expect, test } from "vitest";

import { cancelBooking } from "~/features/booking";
import { approve, draftDecisions, nominate } from "~/features/nomination";
import { beginProgramme, closeNominations } from "~/features/programme";
import { bookDays, cancelDay, daysOf, holdDay, recordRegister } from "~/features/programme-day";
import { db } from "~/platform/db.server";
import { action as board } from "~/routes/cohorts.$id.board";
import { action as book } from "~/routes/cohorts.$id.days";
import { action as moveDate } from "~/routes/days.$id.dates.$sessionId";
import { action as evaluate } from "~/routes/evaluations.$id";
import { action as nominateBy } from "~/routes/cohorts.$id.nominate";
import { loader as peopleOf } from "~/routes/cohorts.$id.people";
import { action as nominateTeamBy } from "~/routes/cohorts.$id.nominate-team";
import { action as actOn } from "~/routes/nominations.$id.act.$slug";
import type { FormState } from "~/ui";
import { aRequest, cookieOf } from "../session/world";
import { aConfirmed, aHolder, aNomination, anOpenCohort, aRegion, aSubmitted, someDate, toNominate, workingDay } from "./world";

/** What a form's page answers, as the browser gets it: a refusal with the form, or a redirect. */
interface Answer {
  readonly data?: { readonly form: FormState };
  readonly init?: { readonly status: number };
  readonly status?: number;
}

async function posted(action: (args: never) => Promise<unknown>, personId: string, path: string, params: Record<string, string>, form: Record<string, string>): Promise<Answer> {
  const request = aRequest(path, { cookie: await cookieOf(personId), form });
  return (await action({ request, params, context: {} } as never).catch((thrown: unknown) => thrown)) as Answer;
}

const said = ({ data }: Answer) => [...Object.values(data?.form.errors ?? {}), ...(data?.form.general ?? [])].join(" ");

const typedFor = async (cohort: Awaited<ReturnType<typeof anOpenCohort>>, authority = 0) => {
  const given = await toNominate(cohort, { authority });
  return {
    actor: given.actor, typed: {
      authorityId: given.authorityId, service: "children", name: given.who.name, email: given.who.email, jobTitle: "Head of Service", managerName: given.manager.name, managerEmail: given.manager.email, statement: "To learn how others lead.",
    },
  };
};

test("over quota: the page says so, nothing typed is lost, and nobody is nominated", async () => {
  const region = await aRegion();
  const cohort = await anOpenCohort({ region, quotas: [{ authorityId: region.authorities[0]!.id, service: "children", places: 1 }] });
  await aNomination(cohort);
  const { actor, typed } = await typedFor(cohort);
  const answer = await posted(nominateBy, actor.personId, `/cohorts/${cohort.cohortId}/nominate`, { id: cohort.cohortId }, typed);
  expect(answer.init?.status).toBe(422);
  expect(said(answer)).toContain("has nominated as many people of this service as it has places");
  expect(answer.data?.form.values).toMatchObject({ name: typed.name, statement: typed.statement, managerEmail: typed.managerEmail });
  expect(await db.nomination.count({ where: { cohortId: cohort.cohortId } })).toBe(1);
});

test("past the closing date: the page says so and nothing typed is lost", async () => {
  const cohort = await anOpenCohort();
  const { actor, typed } = await typedFor(cohort);
  await db.cohort.update({ where: { id: cohort.cohortId }, data: { closesOn: new Date(Date.now() - 2 * 86_400_000) } });
  const answer = await posted(nominateBy, actor.personId, `/cohorts/${cohort.cohortId}/nominate`, { id: cohort.cohortId }, typed);
  expect([answer.init?.status, said(answer)]).toEqual([422, expect.stringContaining("the closing date has passed")]);
  expect(answer.data?.form.values).toMatchObject({ statement: typed.statement });
});

test("a director who is nominated, and a sponsor of the wrong service, are told whose it is; the nomination stays where it is", async () => {
  const cohort = await anOpenCohort();
  const { dcs, delegate, id: authorityId } = cohort.region.authorities[0]!;
  const given = await toNominate(cohort);
  const { typed } = await typedFor(cohort);
  const form = await posted(nominateBy, delegate.personId, `/cohorts/${cohort.cohortId}/nominate`, { id: cohort.cohortId }, { ...typed, name: dcs.name, email: dcs.email });
  expect([form.init?.status, form.data?.form.errors["email"], form.data?.form.values["statement"]]).toEqual([422, expect.stringContaining("is the director who would endorse it"), typed.statement]);

  // Whoever comes into the post after they were nominated.
  const own = await nominate(given);
  const ownId = own.kind === "made" ? own.id : "";
  const post = await db.post.findFirstOrThrow({ where: { authorityId, kind: "dcs" } });
  await db.holding.create({ data: { postId: post.id, personId: given.who.personId, from: new Date() } });
  await approve({ nominationId: ownId, actor: given.manager });
  const mine = await posted(actOn, given.who.personId, `/nominations/${ownId}/act/endorse`, { id: ownId, slug: "endorse" }, {});
  expect([mine.init?.status, said(mine)]).toEqual([422, expect.stringContaining("You cannot endorse your own nomination")]);

  const adult = await aNomination(cohort, { service: "adult" });
  await approve({ nominationId: adult.id, actor: adult.manager });
  const wrong = await posted(actOn, dcs.personId, `/nominations/${adult.id}/act/endorse`, { id: adult.id, slug: "endorse" }, {});
  expect(wrong.status ?? wrong.init?.status).not.toBe(500);
  expect((await db.workflow.findUniqueOrThrow({ where: { id: adult.id } })).state).toBe("awaitingSponsor");
  const { nominationPage } = await import("~/features/nomination");
  expect((await nominationPage(dcs, adult.id))?.otherDirector).toContain("director of adult social services endorses it");
});

test("a day cannot be evaluated by who was not there, nor twice; a day is not moved onto another that is booked", async () => {
  const cohort = await aConfirmed({ accepted: 2, days: [{}, {}] });
  const { coordinator } = cohort.region;
  const [day, other] = await daysOf(cohort.cohortId);
  const sessionId = day!.dates[0]!.id;
  const choices = new Map([day!, other!].map((one) => [one.id, one.dates[0]!.id]));
  for (const { who } of cohort.people) await bookDays({ cohortId: cohort.cohortId, choices, needs: "", actor: who });

  const { day: onto } = someDate({ day: workingDay(30) });
  const [year, month, date] = onto.split("-").map(Number) as [number, number, number];
  const moved = await posted(moveDate, coordinator.personId, `/days/${other!.id}/dates/${other!.dates[0]!.id}`, { id: other!.id, sessionId: other!.dates[0]!.id }, {
    "day-day": String(date), "day-month": String(month), "day-year": String(year), startsAt: someDate({}).startsAt, endsAt: someDate({}).endsAt, mode: "inPerson", place: "A new hall", joinLink: "", instructions: "", capacity: "20",
  });
  expect([moved.init?.status, said(moved)]).toEqual([422, expect.stringMatching(/another (programme )?day/)]);
  expect(moved.data?.form.values).toMatchObject({ place: "A new hall" });

  // The day is moved into the past behind everybody's back.
  await db.bookableSession.update({ where: { id: sessionId }, data: { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 60_000) } });
  await beginProgramme({ cohortId: cohort.cohortId, actor: coordinator });
  const bookings = await db.booking.findMany({ where: { sessionId }, select: { id: true, personId: true } });
  await recordRegister({ dayId: day!.id, sessionId, came: new Map(bookings.map(({ id, personId }) => [id, personId === cohort.people[0]!.who.personId ? "full" : "miss"])), actor: coordinator });
  await holdDay({ dayId: day!.id, actor: coordinator });
  const { id } = await db.evaluation.findFirstOrThrow({ where: { ownerId: day!.id } });
  const answers = { "q-useful": "5", "q-teaching": "4", "q-apply": "4", "q-arranged": "5" };
  const path = `/evaluations/${id}`;
  // Somebody who missed it, and somebody of elsewhere: for both there is no such page.
  const stranger = await aHolder({ regionId: cohort.region.id, authorityId: cohort.region.authorities[0]!.id, kind: "section-author", name: "A Stranger" });
  for (const personId of [cohort.people[1]!.who.personId, stranger.personId]) expect((await posted(evaluate, personId, path, { id }, answers)).status).toBe(404);
  const missing = await posted(evaluate, cohort.people[0]!.who.personId, path, { id }, { "q-useful": "5" });
  expect([missing.init?.status, missing.data?.form.values["q-useful"]]).toEqual([422, "5"]);
  expect((await posted(evaluate, cohort.people[0]!.who.personId, path, { id }, answers)).status).toBe(302);
  const again = await posted(evaluate, cohort.people[0]!.who.personId, path, { id }, answers);
  expect(again.init?.status).toBe(409);
  expect(said(again)).toContain("One person has one answer");
});

test("the form of the days sent again changes nothing and is no error; what is needed can be changed by it later, and emptied", async () => {
  const cohort = await aConfirmed({ accepted: 1, days: [{}, {}] });
  const { who } = cohort.people[0]!;
  const chosen = Object.fromEntries((await daysOf(cohort.cohortId)).map((day) => [`day-${day.id}`, day.dates[0]!.id]));
  const send = (form: Record<string, string>) => posted(book, who.personId, `/cohorts/${cohort.cohortId}/days`, { id: cohort.cohortId }, { requestKey: "0199f2c4-7a11-7000", ...chosen, ...form });
  const needs = async () => [...new Set((await db.booking.findMany({ where: { personId: who.personId, active: true }, select: { needs: true } })).map((one) => one.needs))];
  for (let press = 0; press < 3; press += 1) expect((await send({ needs: "No nuts" })).status).toBe(302);
  expect([await db.booking.count({ where: { personId: who.personId } }), await needs()]).toEqual([2, ["No nuts"]]);
  expect((await send({ needs: "A ramp" })).status).toBe(302);
  expect(await needs()).toEqual(["A ramp"]);
  await send({ needs: "" });
  expect(await needs()).toEqual([""]);
});

test("what somebody needs on a day is deleted when they give their place back, and when the day is cancelled", async () => {
  const cohort = await aConfirmed({ accepted: 2, days: [{}, {}] });
  const days = await daysOf(cohort.cohortId);
  for (const { who } of cohort.people) await bookDays({ cohortId: cohort.cohortId, choices: new Map(days.map((day) => [day.id, day.dates[0]!.id])), needs: "A ramp", actor: who });
  const kept = async (where: object) => db.booking.count({ where: { ...where, needs: "A ramp" } });
  const [{ who }, other] = cohort.people as [typeof cohort.people[number], typeof cohort.people[number]];
  const { id: bookingId } = await db.booking.findFirstOrThrow({ where: { ownerId: days[0]!.id, personId: who.personId } });
  await cancelBooking({ bookingId, actor: who });
  expect([await kept({ id: bookingId }), await kept({ ownerId: days[0]!.id, personId: other.who.personId })]).toEqual([0, 1]);
  await cancelDay({ dayId: days[1]!.id, reason: "The hall is closed.", actor: cohort.region.coordinator });
  expect([await kept({ ownerId: days[1]!.id }), await kept({ ownerId: days[0]!.id })]).toEqual([0, 1]);
});

test("two people with one number on the reserve list: the board is told who, and no draft is lost", async () => {
  const cohort = await anOpenCohort();
  const [one, other] = [await aSubmitted(cohort, { name: "Jo Field" }), await aSubmitted(cohort, { name: "Kim Lee" })];
  await closeNominations({ cohortId: cohort.cohortId, actor: cohort.region.coordinator });
  const typed = { [`draft-${one.id}`]: "reserve", [`order-${one.id}`]: "1", [`draft-${other.id}`]: "reserve", [`order-${other.id}`]: "1" };
  const answer = await posted(board, cohort.region.coordinator.personId, `/cohorts/${cohort.cohortId}/board`, { id: cohort.cohortId }, typed);
  expect([answer.init?.status, said(answer)]).toEqual([422, expect.stringContaining("Jo Field and Kim Lee have the same number")]);
  expect(answer.data?.form.values).toMatchObject(typed);
});

test("a team is nominated whole or not at all: what is wrong is said at the person it is about, nothing typed is lost, and the same press nominates once", async () => {
  const cohort = await anOpenCohort({ programme: { inTeams: true } });
  const [one, other] = [await toNominate(cohort, { name: "Jo Field" }), await toNominate(cohort, { name: "Kim Lee" })];
  const path = `/cohorts/${cohort.cohortId}/nominate-team`;
  const send = (form: Record<string, string>) => posted(nominateTeamBy, one.actor.personId, path, { id: cohort.cohortId }, { requestKey: "0199f2c4-7a11-7000-8000-0000000000e1", authorityId: one.authorityId, team: "Front door", statement: "To see the work as those see it who need it.", ...form });
  const typed = {
    "name-0": one.who.name, "email-0": one.who.email, "jobTitle-0": "Team Manager", "service-0": "children", "managerName-0": one.manager.name, "managerEmail-0": one.manager.email,
    "name-1": other.who.name, "email-1": other.who.email, "jobTitle-1": "Service Manager", "service-1": "children", "managerName-1": "", "managerEmail-1": "",
  };
  const short = await send({ ...typed, "name-1": "", "email-1": "" });
  expect([short.init?.status, short.data?.form.errors["name-1"], short.data?.form.values["jobTitle-1"]]).toEqual([422, "Person 2: enter the person’s name", "Service Manager"]);
  const wrong = await send({ ...typed, "name-1": "Somebody Else" });
  expect([wrong.init?.status, Object.keys(wrong.data?.form.errors ?? {}), await db.nomination.count({ where: { cohortId: cohort.cohortId } })]).toEqual([422, ["name-1"], 0]);
  for (let press = 0; press < 2; press += 1) expect((await send(typed)).status).toBe(302);
  const made = await db.nomination.findMany({ where: { cohortId: cohort.cohortId }, select: { team: true, lineManagerId: true, workflow: { select: { state: true } } } });
  expect(made.map(({ team, lineManagerId, workflow }) => [team, lineManagerId, workflow.state])).toEqual([0, 1].map(() => ["Front door", one.manager.personId, "awaitingManager"]));
});

test("a team cannot be nominated for a programme of single people", async () => {
  const cohort = await anOpenCohort();
  const { actor } = await typedFor(cohort);
  expect((await posted(nominateTeamBy, actor.personId, `/cohorts/${cohort.cohortId}/nominate-team`, { id: cohort.cohortId }, {})).status).toBe(404);
});

test("what the board has drafted is nowhere in what a director's page is sent, nor how other authorities' people stand", async () => {
  const cohort = await anOpenCohort();
  const [own, other] = [await aSubmitted(cohort, { name: "Jo Field" }), await aSubmitted(cohort, { name: "Kim Lee", authority: 1 })];
  await closeNominations({ cohortId: cohort.cohortId, actor: cohort.region.coordinator });
  await draftDecisions({ cohortId: cohort.cohortId, actor: cohort.region.coordinator, drafts: new Map([own, other].map(({ id }) => [id, { draft: "refuse" as const, order: null }])) });
  const { dcs } = cohort.region.authorities[0]!;
  const path = `/cohorts/${cohort.cohortId}/people`;
  const sent = await peopleOf({ request: aRequest(path, { cookie: await cookieOf(dcs.personId) }), params: { id: cohort.cohortId }, context: {} } as never);
  const text = JSON.stringify(sent);
  expect(text).toContain(own.id);
  expect(text).not.toContain(other.id);
  expect(text).not.toMatch(/refuse|draft|inTheWay/);
});
