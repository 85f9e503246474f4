import type pg from "pg";

import type { Press, Presser } from "./presses";

/** Whoever may press a button about events, by a query for people and addresses, best first. */
const found = (sql: string) => async (pool: pg.Pool): Promise<readonly Presser[]> => (await pool.query<Presser>(sql)).rows;

/** The coordinator of the South East, at addresses of its events. */
const organiser = (address: string, where = "TRUE") =>
  found(`SELECT h.person_id AS "personId", ${address} AS address FROM event e JOIN workflow w ON w.id = e.id JOIN bookable_session s ON s.owner_id = e.id JOIN post p ON p.region_id = e.region_id AND p.kind = 'sli-coordinator' JOIN holding h ON h.post_id = p.id AND h."to" IS NULL WHERE e.region_id = 'south-east' AND ${where} ORDER BY s.starts_at, s.id`);

/** People of the South East who have no booking of an event whose booking is open. */
const withoutBooking = (page: string, kinds: string) =>
  found(`SELECT h.person_id AS "personId", '/events/' || e.id || '${page}' AS address FROM event e JOIN workflow w ON w.id = e.id AND w.state = 'bookingOpen' JOIN bookable_session s ON s.owner_id = e.id AND s.audience = 'region'
    JOIN post p ON p.region_id = e.region_id AND p.kind IN (${kinds}) AND p.authority_id IS NOT NULL JOIN holding h ON h.post_id = p.id AND h."to" IS NULL
   WHERE e.region_id = 'south-east' AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.owner_id = e.id AND b.person_id = h.person_id AND b.active) ORDER BY e.id, h.id LIMIT 40`);

const ofBookings = (state: string) =>
  found(`SELECT b.person_id AS "personId", '/bookings/' || b.id AS address FROM booking b JOIN workflow w ON w.id = b.id AND w.state = '${state}' JOIN bookable_session s ON s.id = b.session_id AND s.starts_at > now() ORDER BY b.id`);

/** Whoever has a place on one of several dates, another of which has not begun. */
const withAnotherDate =
  found(`SELECT b.person_id AS "personId", '/bookings/' || b.id AS address FROM booking b JOIN workflow w ON w.id = b.id AND w.state = 'booked' JOIN bookable_session s ON s.id = b.session_id AND s.starts_at > now()
   WHERE EXISTS (SELECT 1 FROM bookable_session o WHERE o.owner_id = b.owner_id AND o.id <> b.session_id AND o.starts_at > now()) ORDER BY b.id`);

/** Another date of a booking's event with room. */
async function otherDate(pool: pg.Pool, address: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT o.id FROM booking b JOIN bookable_session o ON o.owner_id = b.owner_id AND o.id <> b.session_id AND o.starts_at > now()
      WHERE b.id = $1::uuid AND (SELECT count(*) FROM booking x WHERE x.session_id = o.id AND x.holds) < o.capacity ORDER BY o.starts_at LIMIT 1`, [address.split("/").at(-1)]);
  return rows[0]?.id;
}

const dateParts = (name: string, days: number) => {
  const day = new Date(Date.now() + days * 86_400_000);
  return { [`${name}-day`]: String(day.getUTCDate()), [`${name}-month`]: String(day.getUTCMonth() + 1), [`${name}-year`]: String(day.getUTCFullYear()) };
};

const reason = { reason: "Written by a test of double presses." };

/** What people do with events and bookings. */
export const eventPresses: readonly Press[] = [
  {
    name: "Plan an event", button: /^Save and check$/, pressers: organiser(`'/events/new'`), makes: { event: 1, bookable_session: 1 },
    fill: { title: "Pressed twice", kind: "workshop", audience: "region", offerHours: "8", ...dateParts("bookBy", 10), ...dateParts("day", 20), startsAt: "10:00", endsAt: "12:00", mode: "online", capacity: "10" },
  },
  { name: "Open booking", button: /^Open booking and tell those invited$/, pressers: organiser(`'/events/' || e.id || '/act/open'`, "w.state = 'planned'"), makes: { workflow_event: 1 } },
  { name: "Book a place", button: /^Book the place$|^Join the waiting list$/, pressers: withoutBooking("/book", "'section-author', 'dcs-delegate', 'dcs'"), makes: { booking: 1 } },
  { name: "Book for somebody else", button: /^Book for those chosen$/, pressers: withoutBooking("/team", "'dcs', 'dcs-delegate'"), chooses: "person", makes: { booking: 1 } },
  { name: "Take an offered place", button: /^Take the place$/, pressers: ofBookings("offered"), makes: { workflow_event: 1 } },
  { name: "Change to another date", button: /^Change the date$/, pressers: withAnotherDate, fillFor: async (pool, { address }) => ({ toSessionId: (await otherDate(pool, address)) ?? "" }), makes: { booking: 0, workflow_event: 1 } },
  { name: "Cancel a booking", button: /^Cancel the booking$/, pressers: ofBookings("booked"), makes: { booking: 0 }, quiet: true },
  { name: "Places of each authority", button: /^Save the places$/, pressers: organiser(`'/events/' || e.id || '/quotas'`, "w.state = 'bookingOpen'"), fill: { "quota-kent": "9" }, makes: { workflow_event: 1 } },
  { name: "Change an event", button: /^Save the changes$/, pressers: organiser(`'/events/' || e.id || '/edit'`, "w.state = 'bookingOpen' AND e.title = 'Pressed twice'"), fill: { title: "Pressed again" }, makes: { workflow_event: 1 } },
  { name: "Invite by name", button: /^Save who is invited$/, pressers: organiser(`'/events/' || e.id || '/guests'`, "w.state = 'bookingOpen' AND e.title = 'Pressed again'"), chooses: "person", makes: { workflow_event: 1 } },
  { name: "Send the invitation again", button: /^Send it to those who have not booked$/, pressers: organiser(`'/events/' || e.id || '/act/remind'`, "w.state = 'bookingOpen'"), makes: { workflow_event: 1 } },
  { name: "Close booking", button: /^Close booking$/, pressers: organiser(`'/events/' || e.id || '/act/close-booking'`, "w.state = 'bookingOpen' AND e.title = 'Pressed again'"), makes: { workflow_event: 1 } },
  { name: "Open booking again", button: /^Open booking again$/, pressers: organiser(`'/events/' || e.id || '/act/reopen'`, "w.state = 'bookingClosed' AND e.title = 'Pressed again'"), fill: dateParts("bookBy", 9), makes: { workflow_event: 1 } },
  { name: "Postpone an event", button: /^Postpone it and tell everybody booked$/, pressers: organiser(`'/events/' || e.id || '/act/postpone'`, "w.state = 'bookingOpen' AND e.title = 'Pressed again'"), fill: reason, makes: { event: 0 } },
  { name: "Cancel an event", button: /^Cancel it and tell everybody booked$/, pressers: organiser(`'/events/' || e.id || '/act/cancel'`, "w.state = 'postponed'"), fill: reason, makes: { event: 0 } },
];
