import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { Temporal } from "temporal-polyfill";

import type { CalendarEntry } from "./define-email";

/** The rules of British clocks since 1996, as calendar programs want them (RFC 5545, 3.6.5). */
export const londonClocks = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/London",
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "DTSTART:19970330T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

export interface CalendarPeople {
  /** Who the entry comes from; calendar programs show it, and refuse a request without it. */
  readonly organiser: { readonly name: string; readonly email: string };
  readonly attendee?: { readonly name: string; readonly email: string };
}

const inLondon = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/London");
const dayIn = (value: string) => (value.length > 10 ? inLondon(value).toPlainDate() : Temporal.PlainDate.from(value));

/**
 * The calendar file of a letter (iCalendar, RFC 5545 and 5546), or null when it has no dates.
 * Times are London's, whole days are days.
 * @param stamp ISO instant at which it was written
 */
export function calendarFile(entries: readonly CalendarEntry[], stamp: string, baseUrl: string, people: CalendarPeople): string | null {
  const [first] = entries;
  if (!first) return null;
  const cancelled = first.method === "CANCEL";
  const calendar = ical({
    prodId: { company: "Candour", product: "Candour", language: "EN" },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: null, generator: () => londonClocks },
  });
  for (const entry of entries) {
    const times = entry.allDay
      ? // A day entry's end is the first day it no longer covers.
        { start: dayIn(entry.startsOn), end: dayIn(entry.endsOn).add({ days: 1 }), allDay: true }
      : { start: inLondon(entry.startsOn), end: inLondon(entry.endsOn), timezone: "Europe/London" };
    const url = `${baseUrl}${entry.path}`;
    calendar.createEvent({
      ...times,
      id: entry.uid,
      sequence: entry.sequence,
      stamp: new Date(stamp),
      summary: entry.title,
      description: `In Candour: ${url}`,
      url,
      location: entry.location ?? null,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: people.organiser,
      attendees: people.attendee ? [{ ...people.attendee, rsvp: false, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION }] : [],
    });
  }
  return calendar.toString();
}
