import { expect, test } from "vitest";

import { bookPlaces, bookSessions, cancelBooking, recordAttendance } from "~/features/booking";
import { changeDate, cancelEvent, holdEvent } from "~/features/event";
import { cancelSeries, closeSeries, finishSessions, leaveSeries, noteHeard, openSeries, planSeries, publishReport, reopenReport, saveSummary } from "~/features/series";
import { coverageSentence, evidenceDocument } from "~/features/series/evidence";
import { evidenceOf } from "~/features/series/evidence.server";
import { publishedReport } from "~/features/series/queries.server";
import { wordOf } from "~/features/document";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { londonTime } from "~/workflow/working-days";
import { aHolder, aRegion, colleagues, lettersOf, someDate, stateOf, truthOf, workingDay } from "../booking/world";
import type { TestRegion } from "../cycle/region";
import { mainPart } from "../support/word";

const people = (kind: "assistant-director", region: TestRegion, authority: number) => aHolder({ regionId: region.id, authorityId: region.authorities[authority]?.id ?? "", kind, name: `Assistant ${authority}` });

async function aSeries(region: TestRegion, { count = 3, capacity = 4, open = true } = {}) {
  const made = await planSeries({
    regionId: region.id, details: { title: "Action learning", kind: "actionLearning", about: "" }, coversKind: "assistant-director", pattern: { first: workingDay(10), everyWeeks: 2, count }, bookByBefore: 2,
    date: { startsAt: "10:00", endsAt: "12:00", mode: "online", place: "", joinLink: "", instructions: "", capacity }, rules: { audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 }, actor: region.coordinator,
  });
  if (made.kind !== "made") throw new Error(made.reason);
  if (open) expect(await openSeries({ seriesId: made.id, actor: region.coordinator })).toMatchObject({ kind: "moved", to: "running" });
  const events = await db.event.findMany({ where: { seriesId: made.id }, orderBy: { number: "asc" }, select: { id: true, title: true, workflow: { select: { bookableSessions: { select: { id: true } } } } } });
  return { seriesId: made.id, events: events.map(({ id, title, workflow }) => ({ id, title, sessionId: workflow.bookableSessions[0]?.id ?? "" })) };
}

test("a series opens every session at once and tells those invited once; whoever does not coordinate cannot", async () => {
  const region = await aRegion();
  const { seriesId, events } = await aSeries(region, { open: false });
  expect(events.map(({ title }) => title)).toEqual(["Action learning: session 1", "Action learning: session 2", "Action learning: session 3"]);
  expect(await openSeries({ seriesId, actor: region.chair })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await openSeries({ seriesId, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  for (const { id, sessionId } of events) {
    expect(await stateOf(id)).toBe("bookingOpen");
    expect(await db.bookableSession.findUniqueOrThrow({ where: { id: sessionId } })).toMatchObject({ bookable: true, paused: false });
  }
  const invited = (await lettersOf(seriesId, "series.open")).filter((one) => one.startsWith("series/invited"));
  expect(new Set(invited).size).toBe(invited.length);
  expect(invited.length).toBeGreaterThan(0);
  expect((await lettersOf(events[0]!.id, "series.open")).every((one) => one.startsWith("event/booking-opened"))).toBe(true);
});

test("a team books the whole series or none of it, pressing twice books once, and each session has its own entry for the calendar", async () => {
  const region = await aRegion();
  const { events } = await aSeries(region);
  const team = await colleagues(region, 3);
  const manager = region.authorities[0]!.dcs;
  const sessionIds = events.map(({ sessionId }) => sessionId);
  // The second session has room for two only.
  for (const stranger of await colleagues(region, 2, 1)) await bookSessions({ sessionIds: [sessionIds[1]!], personIds: [stranger.personId], actor: stranger });
  const press = { sessionIds, personIds: team.map(({ personId }) => personId), actor: manager, requestKey: "pressed-twice" };
  expect(await bookSessions(press)).toEqual({ kind: "refused", reason: "sessions-do-not-fit" });
  expect(await truthOf(sessionIds[0]!)).toMatchObject({ taken: 0, holding: 0, waiting: 0 });
  const two = { ...press, personIds: press.personIds.slice(0, 2) };
  expect(await bookSessions(two)).toMatchObject({ kind: "made", bookings: { length: 6 } });
  const again = await bookSessions(two);
  expect(again.kind === "made" && new Set(again.bookings.map(({ bookingId }) => bookingId)).size).toBe(6);
  expect(await db.booking.count({ where: { personId: team[0]!.personId } })).toBe(3);
  const bookings = await db.booking.findMany({ where: { personId: team[0]!.personId }, select: { id: true } });
  for (const { id } of bookings) expect(await lettersOf(id, "place.takeTogether")).toEqual(["booking/booked > Colleague 0.0"]);
  const emails = await db.outboxEmail.findMany({ where: { workflowId: { in: bookings.map(({ id }) => id) } }, select: { props: true } });
  expect(new Set(emails.map(({ props }) => (props as { calendar: { uid: string }[] }).calendar[0]?.uid)).size).toBe(3);
  // Whoever booked for them undoes one of them; nobody books for another authority.
  expect(await cancelBooking({ bookingId: bookings[0]!.id, actor: manager })).toMatchObject({ kind: "moved" });
  expect(await bookSessions({ ...press, personIds: [team[2]!.personId], actor: region.authorities[1]!.dcs, requestKey: "another" })).toEqual({ kind: "refused", reason: "not-of-your-authority" });
});

test("two teams that want the last places of the same sessions at once: one gets all of them, the other none", async () => {
  const region = await aRegion();
  const { events } = await aSeries(region, { capacity: 3 });
  const [one, other] = [await colleagues(region, 2, 0), await colleagues(region, 2, 1)];
  const book = (team: readonly { personId: string }[], authority: number, ids: readonly string[]) => bookSessions({ sessionIds: ids, personIds: team.map(({ personId }) => personId), actor: region.authorities[authority]!.dcs });
  const ids = events.map(({ sessionId }) => sessionId);
  const results = await Promise.all([book(one, 0, ids), book(other, 1, [...ids].reverse())]);
  expect(results.map(({ kind }) => kind).sort()).toEqual(["made", "refused"]);
  for (const id of ids) expect(await truthOf(id)).toMatchObject({ taken: 2, holding: 2, waiting: 0 });
});

test("moving one session moves it alone, and cancelling the series cancels what is still to come", async () => {
  const region = await aRegion();
  const { seriesId, events } = await aSeries(region);
  const [person] = await colleagues(region, 1);
  await bookSessions({ sessionIds: events.map(({ sessionId }) => sessionId), personIds: [person!.personId], actor: person! });
  const bookingAt = async (index: number) => (await db.booking.findFirstOrThrow({ where: { sessionId: events[index]!.sessionId } })).id;
  await changeDate({ eventId: events[1]!.id, sessionId: events[1]!.sessionId, date: someDate({ day: workingDay(22), mode: "online", place: "", capacity: 4 }), actor: region.coordinator });
  expect(await lettersOf(await bookingAt(1), "session.move")).toEqual(["booking/session-moved > Colleague 0.0"]);
  expect(await lettersOf(await bookingAt(0), "session.move")).toEqual([]);
  await cancelEvent({ eventId: events[2]!.id, reason: "The speaker is ill.", actor: region.coordinator });
  expect(await cancelSeries({ seriesId, reason: " ", actor: region.coordinator })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await cancelSeries({ seriesId, reason: "Not wanted any more.", actor: region.coordinator })).toMatchObject({ kind: "moved", to: "cancelled" });
  for (const [index, { id }] of events.entries()) {
    expect(await stateOf(id)).toBe("cancelled");
    expect(await stateOf(await bookingAt(index))).toBe("cancelled");
  }
  expect(await lettersOf(await bookingAt(0), "session.cancel")).toEqual(["booking/session-cancelled > Colleague 0.0"]);
  expect(await db.calendarEntry.count({ where: { workflowId: { in: events.map(({ id }) => id) }, cancelledAt: null } })).toBe(0);
});

test("notes of the sessions become one report by theme, with who took part counted, frozen when it is published, in Word as on the page", async () => {
  const region = await aRegion();
  const { seriesId, events } = await aSeries(region, { count: 2 });
  // Two assistant directors come, the third never does.
  const [one, two] = [await people("assistant-director", region, 0), await people("assistant-director", region, 1)];
  await people("assistant-director", region, 2);
  for (const [index, person] of [one, two].entries()) await bookSessions({ sessionIds: [events[index]!.sessionId], personIds: [person.personId], actor: person });
  const note = (index: number, theme: string, text: string, actor = region.coordinator) => noteHeard({ eventId: events[index]!.id, theme, text, actor });
  expect(await note(0, "SEND", "Too early")).toEqual({ kind: "refused", reason: "not-held-yet" });
  await at(londonTime(workingDay(25), "12:00"), async () => {
    const [theme = "", other = ""] = (await import("~/features/region")).usualThemes;
    expect(await note(0, "Not a theme", "Something")).toEqual({ kind: "refused", reason: "choose-theme" });
    expect(await note(0, theme, " ")).toEqual({ kind: "refused", reason: "write-note" });
    expect(await note(0, theme, "His NHS number is 943 476 5919.")).toEqual({ kind: "refused", reason: "child-data" });
    expect(await note(0, theme, "Nobody's business", region.authorities[2]!.dcs)).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await note(1, theme, "Supervision works when it is on the calendar.", two)).toMatchObject({ kind: "noted" });
    expect(await note(0, other, "Waiting lists hide need.")).toMatchObject({ kind: "noted" });
    expect(await note(0, theme, "Reflective groups keep people.")).toMatchObject({ kind: "noted" });
    for (const { id, sessionId } of events) {
      expect(await holdEvent({ eventId: id, actor: region.coordinator })).toMatchObject({ kind: "moved" });
      const bookings = await db.booking.findMany({ where: { sessionId }, select: { id: true } });
      await recordAttendance({ sessionId, came: new Map(bookings.map((booking) => [booking.id, "full" as const])), actor: region.coordinator });
    }
    expect(await finishSessions({ seriesId, actor: region.coordinator })).toMatchObject({ kind: "moved", to: "combining" });
    const evidence = (await evidenceOf(seriesId))!;
    expect(coverageSentence(evidence)).toMatch(/^2 of 3 assistant directors took part in 2 sessions, from 2 of \d+ authorities\.$/);
    expect(Object.fromEntries(evidence.themes.map((one) => [one.theme, one.notes.map(({ session }) => session)]))).toEqual({ [theme]: [1, 2], [other]: [1] });
    expect(await saveSummary(await asSigned(region), seriesId, "People stay where they are heard.")).toBe(true);
    expect(await publishReport({ seriesId, actor: region.coordinator })).toMatchObject({ kind: "moved", to: "published" });
    expect((await lettersOf(seriesId, "report.publish")).filter((letter) => /Assistant/.test(letter))).toEqual(["series/report-published > Assistant 0", "series/report-published > Assistant 1"]);
    expect(await saveSummary(await asSigned(region), seriesId, "Something else.")).toBe(false);
    const report = (await publishedReport(seriesId))!;
    const words = mainPart(await wordOf(evidenceDocument(report.evidence, report))).replace(/<[^>]*>/g, "");
    for (const said of ["2 of 3 assistant directors", "People stay where they are heard.", "Waiting lists hide need. (Session 1)", "version 1"]) expect(words).toContain(said);
    expect(words).not.toContain(two.name);
    // A correction is a second version; the first stays as it was, and the database keeps it so.
    await reopenReport({ seriesId, reason: "A note was missing.", actor: region.coordinator });
    await publishReport({ seriesId, actor: region.coordinator });
    expect((await publishedReport(seriesId))?.version).toBe(2);
    await expect(db.seriesReport.updateMany({ where: { seriesId }, data: { sha256: "changed" } })).rejects.toThrow();
    expect(await closeSeries({ seriesId, actor: region.coordinator })).toMatchObject({ kind: "moved", to: "closed" });
  });
});

const asSigned = async (region: TestRegion) => region.coordinator;

test("whoever can come to none of it cancels all their bookings at once; what has begun stays, and each place goes to whoever waits", async () => {
  const region = await aRegion();
  const { seriesId, events } = await aSeries(region, { capacity: 1 });
  const [one, other] = await colleagues(region, 2);
  const sessionIds = events.map(({ sessionId }) => sessionId);
  await bookSessions({ sessionIds, personIds: [one!.personId], actor: one! });
  const [, second] = events;
  const waiting = await bookPlaces({ sessionId: second!.sessionId, personIds: [other!.personId], actor: other! });
  if (waiting.kind !== "made") throw new Error(waiting.reason);
  const onTheFirstDay = londonTime(workingDay(10), "10:30");
  const both = await at(onTheFirstDay, () => Promise.all([leaveSeries({ seriesId, actor: one! }), leaveSeries({ seriesId, actor: one! })]));
  expect(both.reduce((sum, left) => sum + (left.kind === "left" ? left.cancelled : 0), 0)).toBe(2);
  const states = await db.booking.findMany({ where: { personId: one!.personId }, orderBy: { session: { startsAt: "asc" } }, select: { workflow: { select: { state: true } } } });
  expect(states.map(({ workflow }) => workflow.state)).toEqual(["booked", "cancelled", "cancelled"]);
  expect(await stateOf(waiting.bookings[0]!.bookingId)).toBe("offered");
  expect(await leaveSeries({ seriesId, actor: other! })).toEqual({ kind: "left", cancelled: 1 });
});
