import { expect, test } from "vitest";

import type { CalendarEntry } from "~emails/define-email";
import { emails } from "~emails/index";
import { renderEmail } from "~emails/render";

const session: CalendarEntry = {
  uid: "0199f2c4-challenge@candour",
  sequence: 0,
  method: "REQUEST",
  title: "Challenge session, Kent, Medway and Slough",
  startsOn: "2027-02-03T09:30:00.000Z",
  endsOn: "2027-02-03T16:00:00.000Z",
  allDay: false,
  location: "County Hall, Maidstone",
  path: "/rounds/r1",
};

function fileOf(entry: CalendarEntry, options: { from?: string; to?: string } = {}): string {
  const { calendar } = renderEmail("cycle/dates-moved", { ...emails["cycle/dates-moved"].example, calendar: [entry] }, { baseUrl: "https://candour.example.org", ...options });
  if (!calendar) throw new Error("the letter has no calendar file");
  // Long lines are folded with a line break and a space.
  return calendar.replace(/\r\n /g, "");
}

const lines = (file: string): readonly string[] => file.split("\r\n");

test("a letter without dates has no calendar file", () => {
  const { calendar } = renderEmail("self-assessment/signed", emails["self-assessment/signed"].example, { baseUrl: "https://candour.example.org" });
  expect(calendar).toBeNull();
});

test("a first invitation, its move and its cancellation are one entry of rising sequence", () => {
  const first = lines(fileOf(session));
  const moved = lines(fileOf({ ...session, sequence: 1, startsOn: "2027-02-10T09:30:00.000Z", endsOn: "2027-02-10T16:00:00.000Z" }));
  const cancelled = lines(fileOf({ ...session, sequence: 2, method: "CANCEL" }));
  for (const file of [first, moved, cancelled]) expect(file).toContain("UID:0199f2c4-challenge@candour");
  expect(first).toEqual(expect.arrayContaining(["METHOD:REQUEST", "SEQUENCE:0", "STATUS:CONFIRMED"]));
  expect(moved).toEqual(expect.arrayContaining(["METHOD:REQUEST", "SEQUENCE:1", "DTSTART;TZID=Europe/London:20270210T093000"]));
  expect(cancelled).toEqual(expect.arrayContaining(["METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED"]));
});

test("times are London's in winter and in summer, with the rules of its clocks", () => {
  const winter = lines(fileOf(session));
  expect(winter).toEqual(expect.arrayContaining(["DTSTART;TZID=Europe/London:20270203T093000", "DTEND;TZID=Europe/London:20270203T160000"]));
  // The same wall-clock time is an hour earlier in UTC once the clocks have gone forward on 28 March 2027.
  const summer = lines(fileOf({ ...session, startsOn: "2027-03-29T08:30:00.000Z", endsOn: "2027-03-29T15:00:00.000Z" }));
  expect(summer).toEqual(expect.arrayContaining(["DTSTART;TZID=Europe/London:20270329T093000", "DTEND;TZID=Europe/London:20270329T160000"]));
  for (const file of [winter, summer]) {
    expect(file).toEqual(expect.arrayContaining(["BEGIN:VTIMEZONE", "TZID:Europe/London", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"]));
  }
});

test("an instant given with another offset is the same moment in London", () => {
  const file = lines(fileOf({ ...session, startsOn: "2027-02-03T10:30:00+01:00" }));
  expect(file).toContain("DTSTART;TZID=Europe/London:20270203T093000");
});

test("a whole day is a day, whatever the clocks do, and ends before the next", () => {
  // The clocks go back on 25 October 2026: the day has 25 hours.
  const file = lines(fileOf({ ...session, allDay: true, startsOn: "2026-10-25", endsOn: "2026-10-25" }));
  expect(file).toEqual(expect.arrayContaining(["DTSTART;VALUE=DATE:20261025", "DTEND;VALUE=DATE:20261026"]));
  const three = lines(fileOf({ ...session, allDay: true, startsOn: "2026-12-30", endsOn: "2027-01-01" }));
  expect(three).toEqual(expect.arrayContaining(["DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270102"]));
});

test("it is stamped in UTC, comes from Candour, and is addressed to its reader", () => {
  const file = lines(fileOf(session, { from: "Candour South East <sli@example.org>", to: "amara@example.org" }));
  expect(file).toContain("DTSTAMP:20261123T140500Z");
  expect(file).toContain('ORGANIZER;CN="Candour South East":mailto:sli@example.org');
  expect(file.find((line) => line.startsWith("ATTENDEE"))).toMatch(/CN="Amara Okafor".*mailto:amara@example\.org$/i);
});

test("a title cannot break out of its line", () => {
  const file = lines(fileOf({ ...session, title: "Session; one, two\r\nATTENDEE:mailto:x@example.org" }));
  expect(file).toContain("SUMMARY:Session\\; one\\, two ATTENDEE:mailto:x@example.org");
  expect(file.filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
});
