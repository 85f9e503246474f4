import { db } from "~/platform/db.server";
import { now } from "~/platform/clock.server";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn } from "~/workflow/reading.server";
import { addMonths, dayOf } from "~/workflow/working-days";
import { readRegionSettings } from "~/features/region";
import { dayDate, dayText } from "~/platform/day-column";
import { isUuid } from "~/session/params";
import { keepsPoolOf, readsPoolOf, visibleTo } from "./access.server";
import { employersOf } from "./employer.server";
import type { RegisterFilter } from "./filter";
import { loadAround } from "./solver.server";
import { INVITED_FROM, POOL_STATES, type Level, type State } from "./words";

/** One challenger as the register lists them. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly employers: readonly { readonly id: string; readonly name: string }[];
  readonly level: Level;
  readonly themes: readonly string[];
  readonly state: State;
  readonly trainedUntil: string | null;
  /** Days until the training runs out, when that is soon; negative once it has. */
  readonly runsOutIn: number | null;
  /** Places asked for, held or done within the year around today. */
  readonly load: number;
  readonly maxLoad: number;
  /** Sessions and visits completed, ever, and of these as lead. */
  readonly done: number;
  readonly led: number;
  /** The next days on which they cannot come. */
  readonly away: { readonly from: string; readonly to: string } | null;
}

export interface Register {
  readonly region: { readonly id: string; readonly name: string };
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly themes: readonly string[];
  readonly rows: readonly Listed[];
  /** Of the whole pool, whatever the filter. */
  readonly trained: number;
  readonly available: number;
  readonly runningOut: number;
  readonly waiting: number;
  readonly keeps: boolean;
}

/** From how many days before it runs out training is warned about. */
const SOON = 60;

/** The register of a region for who reads it: filtered, with the numbers of the whole pool. Null when there is none for this person. */
export async function registerOf(actor: SignedIn, filter: RegisterFilter): Promise<Register | null> {
  const readable = readsPoolOf(actor);
  const regionId = filter.region && readable.includes(filter.region) ? filter.region : readable[0];
  if (!regionId || (filter.region && filter.region !== regionId)) return null;
  const [regions, rows] = await Promise.all([
    db.region.findMany({ where: { id: { in: [...readable] } }, select: { id: true, name: true, settings: true }, orderBy: { name: "asc" } }),
    listOf(regionId, filter.on),
  ]);
  const region = regions.find(({ id }) => id === regionId);
  if (!region) return null;
  const inPool = rows.filter(({ state }) => POOL_STATES.includes(state));
  const invitable = inPool.filter(({ state }) => INVITED_FROM.includes(state));
  return {
    region: { id: region.id, name: region.name },
    regions: regions.map(({ id, name }) => ({ id, name })),
    themes: readRegionSettings(region.settings).challenge.themes,
    rows: rows.filter((row) => fits(row, filter)),
    trained: inPool.filter(({ trainedUntil }) => trainedUntil !== null).length,
    available: invitable.length,
    runningOut: invitable.filter(({ runsOutIn }) => runsOutIn !== null).length,
    waiting: rows.filter(({ state }) => state === "awaitingEndorsement" || state === "awaitingTraining").length,
    keeps: keepsPoolOf(actor).includes(regionId),
  };
}

async function listOf(regionId: string, on: string | undefined): Promise<(Listed & { readonly freeThen: boolean })[]> {
  const today = dayOf(now());
  const then = on ?? today;
  const found = await db.challenger.findMany({
    where: { regionId },
    select: {
      id: true, personId: true, level: true, themes: true, maxLoad: true, trainedUntil: true,
      person: { select: { name: true } },
      workflow: { select: { state: true } },
      away: { where: { toDay: { gte: dayDate(today) } }, orderBy: { fromDay: "asc" }, select: { fromDay: true, toDay: true } },
      days: { where: { day: dayDate(then) }, select: { day: true } },
      assignments: { where: { workflow: { state: { in: ["invited", "awaitingDecision", "accepted", "completed"] } } }, select: { role: true, fromDay: true, workflow: { select: { state: true } } } },
    },
    orderBy: { person: { name: "asc" } },
  });
  const employers = await employersOf(db, found.map(({ personId }) => personId));
  const [from, to] = [addMonths(today, -6), addMonths(today, 6)];
  return found.map((one) => {
    const until = one.trainedUntil && dayText(one.trainedUntil);
    const days = until ? Math.round((dayDate(until).getTime() - dayDate(today).getTime()) / 86_400_000) : null;
    const done = one.assignments.filter(({ workflow }) => workflow.state === "completed");
    const [next] = one.away;
    return {
      id: one.id,
      name: one.person.name,
      employers: employers.get(one.personId) ?? [],
      level: one.level as Level,
      themes: one.themes,
      state: one.workflow.state as State,
      trainedUntil: until,
      runsOutIn: days !== null && days <= SOON ? days : null,
      load: one.assignments.filter(({ fromDay }) => fromDay === null || (dayText(fromDay) >= from && dayText(fromDay) <= to)).length,
      maxLoad: one.maxLoad,
      done: done.length,
      led: done.filter(({ role }) => role === "lead").length,
      away: next ? { from: dayText(next.fromDay), to: dayText(next.toDay) } : null,
      freeThen: one.days.length === 0 && (until ?? "") >= then && !one.away.some(({ fromDay, toDay }) => dayText(fromDay) <= then && dayText(toDay) >= then),
    };
  });
}

function fits(row: Listed & { readonly freeThen: boolean }, filter: RegisterFilter): boolean {
  const words = filter.words.toLowerCase();
  return (
    (words === "" || row.name.toLowerCase().includes(words) || row.employers.some(({ name }) => name.toLowerCase().includes(words))) &&
    (filter.theme === "" || row.themes.includes(filter.theme)) &&
    (filter.level === "" || row.level === filter.level) &&
    (filter.state === "" || (filter.state === "inPool" ? POOL_STATES.includes(row.state) : filter.state === "runningOut" ? row.runsOutIn !== null && INVITED_FROM.includes(row.state) : row.state === filter.state)) &&
    (filter.on === undefined || (INVITED_FROM.includes(row.state) && row.freeThen && row.load < row.maxLoad))
  );
}

/** A challenger's page, or null when they do not exist for whoever asks. */
export async function profileOf(actor: SignedIn, id: string | undefined) {
  if (!isUuid(id)) return null;
  const found = await db.challenger.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      id: true, regionId: true, personId: true, level: true, themes: true, about: true, maxLoad: true, trainedUntil: true, appliedAt: true, endorsedAt: true, reason: true,
      person: { select: { name: true } },
      region: { select: { name: true, settings: true } },
      away: { where: { toDay: { gte: dayDate(dayOf(now())) } }, orderBy: { fromDay: "asc" }, select: { id: true, fromDay: true, toDay: true } },
      conflicts: { where: { endedAt: null }, orderBy: { declaredAt: "asc" }, select: { id: true, why: true, authority: { select: { name: true } } } },
      trainings: { orderBy: { trainedOn: "desc" }, select: { id: true, trainedOn: true, validUntil: true, eventId: true } },
      bookings: { where: { outcome: "booked", event: { cancelledAt: null } }, select: { event: { select: { id: true, title: true, day: true, startsAt: true, place: true } } } },
      assignments: { orderBy: { id: "desc" }, select: { id: true, role: true, activityTitle: true, fromDay: true, workflow: { select: { state: true } } } },
    },
  });
  if (!found) return null;
  const [standing, employers] = await Promise.all([stepsOn(id, actor), employersOf(db, [found.personId])]);
  if (!standing) return null;
  const self = found.personId === actor.personId;
  const keeps = keepsPoolOf(actor).includes(found.regionId);
  const today = dayOf(now());
  const load = await db.assignment.count({ where: { challengerId: id, ...loadAround(today, today) } });
  const { region, person, away, trainings, bookings, assignments, trainedUntil, reason, conflicts, ...rest } = found;
  // What was declared and why is between the person and the coordinator; a director sees that there is one.
  const inside = self || keeps;
  return {
    ...rest,
    name: person.name,
    region: region.name,
    themesKnown: readRegionSettings(region.settings).challenge.themes,
    level: rest.level as Level,
    state: standing.state as State,
    revision: standing.revision,
    steps: standing.steps,
    employers: employers.get(found.personId) ?? [],
    trainedUntil: trainedUntil && dayText(trainedUntil),
    away: away.map(({ id: awayId, fromDay, toDay }) => ({ id: awayId, from: dayText(fromDay), to: dayText(toDay) })),
    conflicts: conflicts.map(({ authority, ...one }) => ({ id: one.id, authority: authority.name, why: inside ? one.why : "" })),
    trainings: trainings.map(({ trainedOn, validUntil, ...one }) => ({ ...one, trainedOn: dayText(trainedOn), validUntil: dayText(validUntil) })),
    booked: bookings.map(({ event }) => ({ ...event, day: dayText(event.day) }))[0] ?? null,
    places: assignments.map(({ workflow, fromDay, ...one }) => ({ ...one, on: fromDay && dayText(fromDay), state: workflow.state })),
    load,
    reason: inside || standing.roles.includes("ownDcs") ? reason : null,
    self,
    keeps,
  };
}

export type Profile = NonNullable<Awaited<ReturnType<typeof profileOf>>>;

/** Days of training still to come in a region, with the places left. */
export async function trainingsOf(regionId: string, { past = false }: { past?: boolean } = {}) {
  const today = dayDate(dayOf(now()));
  const found = await db.trainingEvent.findMany({
    where: { regionId, ...(past ? {} : { day: { gte: today }, cancelledAt: null }) },
    orderBy: { day: past ? "desc" : "asc" },
    take: 60,
    select: { id: true, title: true, day: true, startsAt: true, endsAt: true, place: true, capacity: true, cancelledAt: true, bookings: { where: { outcome: { not: "cancelled" } }, select: { outcome: true } } },
  });
  return found.map(({ bookings, day, ...one }) => ({
    ...one,
    day: dayText(day),
    booked: bookings.filter(({ outcome }) => outcome !== "missed").length,
    attended: bookings.filter(({ outcome }) => outcome === "attended").length,
    toRecord: day <= today && bookings.some(({ outcome }) => outcome === "booked"),
  }));
}

/** One day of training with those booked, for the coordinator of its region; null otherwise. */
export async function trainingPage(actor: SignedIn, id: string | undefined) {
  if (!isUuid(id)) return null;
  const found = await db.trainingEvent.findFirst({
    where: { id, regionId: { in: [...keepsPoolOf(actor)] } },
    select: {
      id: true, regionId: true, title: true, day: true, startsAt: true, endsAt: true, place: true, capacity: true, cancelledAt: true,
      bookings: { where: { outcome: { not: "cancelled" } }, select: { outcome: true, challenger: { select: { id: true, person: { select: { name: true } } } } } },
    },
  });
  if (!found) return null;
  const { bookings, day, ...rest } = found;
  return {
    ...rest,
    day: dayText(day),
    isOver: dayText(day) <= dayOf(now()),
    people: bookings.map(({ outcome, challenger }) => ({ id: challenger.id, name: challenger.person.name, outcome })).sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** The regions in which somebody may apply: where they hold a post. With the record they have there, if any. */
export async function placesToApply(actor: SignedIn) {
  const ids = [...new Set(actor.holdings.map(({ regionId }) => regionId))];
  const [regions, records] = await Promise.all([
    // Whoever was invited after a programme may apply there without a post.
    db.region.findMany({ where: { OR: [{ id: { in: ids } }, { challengers: { some: { personId: actor.personId } } }] }, select: { id: true, name: true, settings: true }, orderBy: { name: "asc" } }),
    db.challenger.findMany({ where: { personId: actor.personId }, select: { id: true, regionId: true, themes: true, about: true, workflow: { select: { state: true } } } }),
  ]);
  return regions.map(({ settings, ...region }) => ({ ...region, themes: readRegionSettings(settings).challenge.themes, record: records.find(({ regionId }) => regionId === region.id) ?? null }));
}

/** The own records of a person in the pools. */
export async function recordsOf(actor: SignedIn) {
  const found = await db.challenger.findMany({ where: { personId: actor.personId }, select: { id: true, trainedUntil: true, region: { select: { name: true } }, workflow: { select: { state: true } } } });
  return found.map(({ workflow, region, trainedUntil, id }) => ({ id, region: region.name, state: workflow.state, trainedUntil: trainedUntil && dayText(trainedUntil) }));
}

/** What is asked for against what there is, by theme: open visits and their teams against those who can be invited. */
export async function demandOf(regionId: string) {
  const [rows, visits, { settings }] = await Promise.all([
    listOf(regionId, undefined),
    db.visit.findMany({
      where: { cycle: { regionId }, workflow: { state: { notIn: ["awaitingRequest", "awaitingLetter", "closed", "declined", "withdrawn"] } } },
      select: { theme: true, themes: true, teamSize: true },
    }),
    db.region.findUniqueOrThrow({ where: { id: regionId }, select: { settings: true } }),
  ]);
  const { themes } = readRegionSettings(settings).challenge;
  const free = rows.filter(({ state, load, maxLoad }) => INVITED_FROM.includes(state) && load < maxLoad);
  return themes.map((theme) => ({
    theme,
    wanted: visits.filter((visit) => visit.theme === theme || visit.themes.includes(theme)).length,
    able: rows.filter((row) => INVITED_FROM.includes(row.state) && row.themes.includes(theme)).length,
    free: free.filter((row) => row.themes.includes(theme)).length,
    leads: free.filter((row) => row.level === "lead" && row.themes.includes(theme)).length,
  }));
}

/** People of a region who could be entered: they hold a post there and are not in its pool. */
export async function peopleToEnter(regionId: string) {
  const moment = now();
  return db.person.findMany({
    where: {
      leftAt: null,
      holdings: { some: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId } } },
      NOT: { challengers: { some: { regionId, workflow: { state: { notIn: ["left", "notEndorsed", "awaitingApplication"] } } } } },
    },
    select: { id: true, name: true, email: true },
    orderBy: { name: "asc" },
    take: 2000,
  });
}

/** Authorities that may be named in a conflict: all there are today, the region's own first. */
export async function authoritiesToName(regionId: string) {
  const found = await db.authority.findMany({ where: { OR: [{ validTo: null }, { validTo: { gte: now() } }] }, select: { id: true, name: true, regionId: true }, orderBy: { name: "asc" } });
  const own = found.filter((one) => one.regionId === regionId);
  return [...own, ...found.filter((one) => one.regionId !== regionId)].map(({ id, name }) => ({ id, name }));
}
