import { authoritiesOf } from "~/features/authority";
import { bookingsOf, booksForOf, datesOf, myBookings, runsEventsOf, type BookedPerson, type DateOfOwner, type MyBooking } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn } from "~/workflow/reading.server";
import { dayOf } from "~/workflow/working-days";
import { isUuid } from "~/session/params";
import { visibleTo } from "./access.server";
import { EVENT_ACTS } from "./event-acts";
import type { Kind, State } from "./words";

export interface ListedEvent {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly region: string;
  readonly state: State;
  readonly dates: readonly DateOfOwner[];
  readonly isOver: boolean;
}

export interface EventList {
  readonly ahead: readonly ListedEvent[];
  readonly past: readonly ListedEvent[];
  readonly mine: readonly MyBooking[];
  readonly runs: readonly { readonly id: string; readonly name: string }[];
}

/** What a person can book, what they have booked, and for a coordinator what they run. */
export async function eventsFor(actor: SignedIn): Promise<EventList> {
  const [rows, mine, runs] = await Promise.all([
    db.event.findMany({ where: { AND: [{ seriesId: null }, await visibleTo(actor)] }, select: { id: true, title: true, kind: true, region: { select: { name: true } }, workflow: { select: { state: true } } } }),
    myBookings(actor.personId),
    db.region.findMany({ where: { id: { in: [...runsEventsOf(actor)] } }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  const dates = await datesOf(rows.map(({ id }) => id));
  const listed = rows.map(({ id, title, kind, region, workflow }): ListedEvent => {
    const own = dates.get(id) ?? [];
    return { id, title, kind: kind as Kind, region: region.name, state: workflow.state as State, dates: own, isOver: ["closed", "cancelled"].includes(workflow.state) || own.every(({ endsAt }) => new Date(endsAt) < now()) };
  });
  const first = (event: ListedEvent) => event.dates[0]?.startsAt ?? "";
  const inOrder = listed.sort((a, b) => first(a).localeCompare(first(b)) || a.title.localeCompare(b.title));
  return { ahead: inOrder.filter(({ isOver }) => !isOver), past: inOrder.filter(({ isOver }) => isOver).reverse(), mine, runs };
}

export interface EventPage {
  readonly id: string;
  readonly regionId: string;
  readonly region: string;
  readonly title: string;
  readonly kind: Kind;
  readonly about: string;
  readonly reason: string | null;
  readonly state: State;
  readonly revision: number;
  readonly dates: readonly DateOfOwner[];
  readonly mine: MyBooking | null;
  readonly audience: string;
  readonly attendedTitle: string | null;
  readonly anyTicket: boolean;
  /** In words: "At most 2", "Kent 4, Medway 2; no limit for others". */
  readonly quota: string;
  readonly bookBy: string;
  readonly keeps: boolean;
  /** May book somebody else: their authority's people, or anybody of the region. */
  readonly booksForOthers: boolean;
  /** Acts with a page of their own that this person may take now, and why not yet, where something is missing. */
  readonly acts: readonly { readonly slug: string; readonly title: string; readonly blockedBy: string | null; readonly tells: readonly string[] }[];
  readonly canBook: boolean;
  /** Its day has come: what is said there can be committed to. */
  readonly commits: boolean;
}

/** An event for whoever it exists for; null for everybody else. */
export async function eventPage(actor: SignedIn, eventId: string | undefined): Promise<EventPage | null> {
  if (!isUuid(eventId)) return null;
  const row = await db.event.findFirst({
    where: { AND: [{ id: eventId }, await visibleTo(actor)] },
    select: {
      id: true, regionId: true, title: true, kind: true, about: true, reason: true, region: { select: { name: true } },
      workflow: { select: { state: true, revision: true, bookableSessions: { take: 1, orderBy: { id: "asc" }, select: { audience: true, attendedOwnerId: true, anyTicket: true, bookBy: true, quotas: { select: { places: true, authority: { select: { name: true } } } } } } } },
    },
  });
  const [rules] = row?.workflow.bookableSessions ?? [];
  if (!row || !rules) return null;
  const { workflow, region, kind, ...event } = row;
  const [dates, mine, standing, attended] = await Promise.all([
    datesOf([row.id]),
    myBookings(actor.personId),
    stepsOn(row.id, actor),
    rules.attendedOwnerId ? db.workflow.findUnique({ where: { id: rules.attendedOwnerId }, select: { title: true } }) : null,
  ]);
  const own = dates.get(row.id) ?? [];
  const bookBy = rules.bookBy.toISOString().slice(0, 10);
  const keeps = runsEventsOf(actor).includes(row.regionId);
  const open = own.some((date) => date.bookable && !date.paused && !date.begun) && bookBy >= dayOf(now());
  const mineHere = mine.find(({ ownerId }) => ownerId === row.id) ?? null;
  return {
    ...event, region: region.name, kind: kind as Kind, state: workflow.state as State, revision: workflow.revision, dates: own, mine: mineHere,
    audience: rules.audience, attendedTitle: attended?.title ?? null, anyTicket: rules.anyTicket, quota: quotaWords(rules.quotas), bookBy, keeps,
    booksForOthers: (keeps && own.some((date) => !date.paused)) || (open && booksForOf(actor).length > 0), canBook: open && mineHere === null,
    commits: (keeps || mineHere !== null) && own.some(({ startsAt }) => dayOf(new Date(startsAt)) <= dayOf(now())) && workflow.state !== "cancelled",
    acts: EVENT_ACTS.flatMap(({ slug, event: name, title }) => {
      const step = standing?.steps.find((one) => one.event === name);
      return step ? [{ slug, title, blockedBy: step.blockedBy ?? null, tells: step.tells }] : [];
    }),
  };
}

/** How many places an authority has at most, in words. */
function quotaWords(quotas: readonly { readonly places: number; readonly authority: { readonly name: string } }[]): string {
  const [first] = quotas;
  if (!first) return "No limit";
  if (sameForAll(quotas)) return `At most ${first.places}`;
  return quotas.map(({ places, authority }) => `${authority.name} ${places}`).sort().join(", ");
}

/** Whether every limit is the same. */
export function sameForAll(quotas: readonly { readonly places: number }[]): boolean {
  return new Set(quotas.map(({ places }) => places)).size <= 1;
}

/** Everything a coordinator's form about an event shows. Null unless they coordinate its region. */
export async function eventToChange(actor: SignedIn, eventId: string | undefined) {
  if (!isUuid(eventId)) return null;
  return db.event.findFirst({
    where: { id: eventId, regionId: { in: [...runsEventsOf(actor)] } },
    select: {
      id: true, title: true, kind: true, about: true, regionId: true,
      workflow: { select: { state: true, revision: true, bookableSessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }], include: { quotas: { select: { places: true, authorityId: true } } } } } },
    },
  });
}

/** Events of a region that have been held or are to be: for "those who took part in". */
export async function eventsToHaveAttended(regionId: string, except?: string): Promise<{ readonly id: string; readonly title: string }[]> {
  return db.event.findMany({ where: { regionId, ...(except ? { id: { not: except } } : {}), workflow: { state: { not: "cancelled" } } }, select: { id: true, title: true }, orderBy: { createdAt: "desc" }, take: 100 });
}

/** Networks of a region that are not closed: for "members of". */
export async function networksOf(regionId: string): Promise<{ readonly id: string; readonly title: string }[]> {
  return db.network.findMany({ where: { regionId, workflow: { state: { not: "closed" } } }, select: { id: true, title: true }, orderBy: { title: "asc" } });
}

export interface AuthorityCount {
  readonly id: string;
  readonly name: string;
  readonly booked: number;
  readonly waiting: number;
  readonly attended: number;
}

export interface Bookings {
  readonly people: readonly BookedPerson[];
  readonly byAuthority: readonly AuthorityCount[];
}

/** Who comes, by authority, with those that have nobody; and everybody one by one. The caller has checked who may see it. */
export async function bookingsOfEvent(eventId: string, regionId: string): Promise<Bookings> {
  const [people, authorities] = await Promise.all([bookingsOf(eventId), authoritiesOf(regionId)]);
  const count = (name: string, states: readonly string[]) => people.filter((one) => one.authority === name && states.includes(one.state)).length;
  const byAuthority = authorities.map(({ id, name }) => ({
    id, name, booked: count(name, ["booked", "offered", "attended", "partlyAttended", "noShow"]), waiting: count(name, ["waiting"]), attended: count(name, ["attended", "partlyAttended"]),
  }));
  return { people, byAuthority };
}

export interface ToBookFor {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

/** Whom a person may book beside themselves: people with a post in their authorities, or in the whole region for its coordinator, who have no booking yet. */
export async function peopleToBook(actor: SignedIn, event: Pick<EventPage, "id" | "regionId" | "keeps">): Promise<ToBookFor[]> {
  const moment = now();
  const held = await db.holding.findMany({
    where: {
      from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }],
      person: { leftAt: null, bookings: { none: { ownerId: event.id, active: true } } },
      post: { regionId: event.regionId, ...(event.keeps ? {} : { authorityId: { in: [...booksForOf(actor)] } }) },
    },
    select: { person: { select: { id: true, name: true } }, post: { select: { authority: { select: { name: true } } } } },
  });
  const people = new Map(held.map(({ person, post }) => [person.id, { ...person, place: post.authority?.name ?? "the region" }]));
  return [...people.values()].sort((a, b) => a.place.localeCompare(b.place) || a.name.localeCompare(b.name));
}

/** What hangs at the door of a date. The caller has checked who may see it. */
export async function doorCodeOf(sessionId: string): Promise<string> {
  return (await db.bookableSession.findUniqueOrThrow({ where: { id: sessionId }, select: { doorCode: true } })).doorCode;
}
