import { bookPlaces, cancelBooking, recordAttendance, type AttendanceOutcome, type SessionDate } from "~/features/booking";
import { cancelEvent, closeEvent, openBooking, planEvent, postponeEvent, type NewEvent } from "~/features/event";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import type { Staff } from "./people";
import { must } from "./rounds";

interface Told {
  readonly regionId: string;
  readonly staff: Staff;
  readonly authorityIds: readonly string[];
  readonly calendar: Calendar;
}

export interface Planned extends Told {
  readonly title: string;
  readonly kind: NewEvent["details"]["kind"];
  readonly about: string;
  /** Working days from today: when it is planned and opened, the last day to book, the day itself. */
  readonly opensOn: number;
  readonly bookBy: number;
  readonly on: number;
  readonly date: Partial<SessionDate>;
  readonly rules?: Partial<NewEvent["rules"]>;
  /** The title of the event whose people alone may come. */
  readonly after?: string;
  /** The title of the network whose members alone may come. */
  readonly members?: string;
}

const coordinatorOf = ({ staff }: Told) => staff.actor("sli-coordinator", null, now());
const byTitle = ({ regionId, title }: Planned) => db.event.findFirstOrThrow({ where: { regionId, title }, select: { id: true } });

export async function sessionOf(planned: Planned): Promise<string> {
  const { id } = await byTitle(planned);
  return (await db.bookableSession.findFirstOrThrow({ where: { ownerId: id }, select: { id: true } })).id;
}

/** Planned one day and opened the next. */
export function announced(planned: Planned): Moment[] {
  const { regionId, calendar, title, kind, about, opensOn, bookBy, on, date, rules, after, members } = planned;
  const of = `event ${title}`;
  return [
    {
      of, at: calendar.moment(opensOn - 1, 14),
      act: async () => {
        const attended = after ? await db.event.findFirstOrThrow({ where: { regionId, title: after }, select: { id: true } }) : null;
        const network = members ? await db.network.findFirstOrThrow({ where: { regionId, title: members }, select: { id: true } }) : null;
        must("plan an event", await planEvent({
          regionId, details: { title, kind, about }, actor: coordinatorOf(planned),
          date: { day: calendar.day(on), startsAt: "10:00", endsAt: "15:30", mode: "inPerson", place: "", joinLink: "", instructions: "", capacity: 40, ...date },
          rules: { bookBy: calendar.day(bookBy), audience: network ? "members" : attended ? "attended" : "region", attendedOwnerId: network?.id ?? attended?.id ?? null, anyTicket: false, quota: null, offerHours: 8, ...rules },
        }));
      },
    },
    { of, at: calendar.moment(opensOn, 9), act: async () => void must("open booking", await openBooking({ eventId: (await byTitle(planned)).id, actor: coordinatorOf(planned) })) },
  ];
}

/** People book one after another, so many a day. */
export function booked(planned: Planned, people: readonly string[], { from, aDay }: { readonly from: number; readonly aDay: number }): Moment[] {
  return people.map((personId, index) => ({
    of: `event ${planned.title}`,
    at: planned.calendar.moment(from + Math.floor(index / aDay), 10, index % aDay),
    act: async () => void must("book", await bookPlaces({ sessionId: await sessionOf(planned), personIds: [personId], actor: { kind: "person", personId, channel: "demo" }, ...(index % 9 === 4 ? { needs: "A place near the door, please" } : {}) })),
  }));
}

/** Held on its day by itself; then it is said who came, and it is closed. */
export function attended(planned: Planned, came: (index: number) => AttendanceOutcome): Moment[] {
  const of = `event ${planned.title}`;
  return [
    {
      of, at: planned.calendar.moment(planned.on + 1, 10),
      act: async () => {
        const sessionId = await sessionOf(planned);
        const bookings = await db.booking.findMany({ where: { sessionId, holds: true }, select: { id: true }, orderBy: { id: "asc" } });
        must("record who came", await recordAttendance({ sessionId, came: new Map(bookings.map(({ id }, index) => [id, came(index)])), actor: coordinatorOf(planned) }));
      },
    },
    { of, at: planned.calendar.moment(planned.on + 2, 11), act: async () => void must("close an event", await closeEvent({ eventId: (await byTitle(planned)).id, actor: coordinatorOf(planned) })) },
  ];
}

/** One person each of so many authorities, the first of each, then the second of each, and so on. */
export function people({ staff, authorityIds }: Told, count: number, skip = 0): string[] {
  const found: string[] = [];
  for (let turn = skip; found.length < count && turn < 6; turn += 1) {
    for (const authorityId of authorityIds) {
      const author = staff.authors(authorityId)[turn];
      if (author && found.length < count) found.push(author);
    }
  }
  return found;
}

/**
 * A region's events in every state: a conference with a quota and a waiting list whose booking is open, a
 * workshop that was held, a community of practice for those who were there, and some that are off or to come.
 */
export function eventsStory(told: Told): Moment[] {
  const conference: Planned = {
    ...told, title: "Regional improvement conference", kind: "conference", opensOn: -12, bookBy: 14, on: 22,
    about: "What works in family help, kinship and SEND, told by those who tried it. Morning: three stories. Afternoon: workshops you choose on the day.",
    date: { place: "County Hall", capacity: 24, instructions: "Sign in at the main entrance from 09:30. There is a hearing loop in the hall." }, rules: { quota: 2, anyTicket: true },
  };
  const workshop: Planned = { ...told, title: "Neglect: practice workshop", kind: "workshop", opensOn: -60, bookBy: -44, on: -40, about: "One day on recognising and responding to neglect.", date: { place: "Civic Centre", capacity: 14 } };
  const community: Planned = {
    ...told, title: "Neglect: community of practice", kind: "community", opensOn: -10, bookBy: 8, on: 12, after: workshop.title, about: "For those who took part in the workshop: what you tried since, and what came of it.",
    date: { mode: "online", joinLink: "https://meetings.example.org/neglect", capacity: 20, startsAt: "13:00", endsAt: "14:30" },
  };
  const network: Planned = { ...told, title: "Assistant directors’ network", kind: "network", opensOn: -20, bookBy: -2, on: 3, about: "The quarterly meeting.", date: { mode: "both", place: "Town Hall", joinLink: "https://meetings.example.org/ads", capacity: 60 } };
  const postponed: Planned = { ...told, title: "Data leads’ workshop", kind: "workshop", opensOn: -15, bookBy: 5, on: 9, about: "Reading the new return together.", date: { mode: "online", joinLink: "https://meetings.example.org/data", capacity: 30 } };
  const off: Planned = { ...told, title: "Panel on placements", kind: "panel", opensOn: -18, bookBy: 2, on: 4, about: "", date: { mode: "online", joinLink: "https://meetings.example.org/panel", capacity: 12 } };
  const many = people(told, 27);
  const others = people(told, 12, 1);
  const [first = ""] = many;
  return [
    ...[workshop, conference, community, network, postponed, off].flatMap(announced),
    ...booked(workshop, many.slice(0, 14), { from: -58, aDay: 7 }),
    ...attended(workshop, (index) => (index % 7 === 6 ? "miss" : index % 5 === 3 ? "part" : "full")),
    ...booked(conference, many, { from: -11, aDay: 9 }),
    ...booked(community, many.slice(0, 5), { from: -8, aDay: 5 }),
    ...booked(network, others, { from: -18, aDay: 6 }),
    ...booked(postponed, others.slice(0, 3), { from: -12, aDay: 3 }),
    ...booked(off, others.slice(3, 5), { from: -14, aDay: 2 }),
    {
      of: `event ${conference.title}`, at: told.calendar.moment(-1, 16, 30),
      act: async () => {
        const { id } = await db.booking.findFirstOrThrow({ where: { personId: first, sessionId: await sessionOf(conference), active: true }, select: { id: true } });
        must("cancel a booking", await cancelBooking({ bookingId: id, actor: { kind: "person", personId: first, channel: "demo" } }));
      },
    },
    { of: `event ${postponed.title}`, at: told.calendar.moment(-4, 15), act: async () => void must("postpone", await postponeEvent({ eventId: (await byTitle(postponed)).id, reason: "The speaker is ill.", actor: coordinatorOf(told) })) },
    { of: `event ${off.title}`, at: told.calendar.moment(-3, 15), act: async () => void must("cancel", await cancelEvent({ eventId: (await byTitle(off)).id, reason: "The question was settled at the directors’ meeting.", actor: coordinatorOf(told) })) },
  ];
}
