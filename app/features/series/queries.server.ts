import { booksForOf, datesOf, myBookings, runsEventsOf, type DateOfOwner, type MyBooking } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn } from "~/workflow/reading.server";
import { dayOf } from "~/workflow/working-days";
import { visibleTo } from "./access.server";
import type { FrozenEvidence } from "./evidence";
import { SERIES_ACTS, type State } from "./words";

export interface ListedSeries {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly state: State;
  readonly sessions: number;
}

/** The series that exist for a person, newest first. */
export async function seriesFor(actor: SignedIn): Promise<ListedSeries[]> {
  const rows = await db.series.findMany({ where: await visibleTo(actor), orderBy: { createdAt: "desc" }, select: { id: true, title: true, region: { select: { name: true } }, workflow: { select: { state: true } }, _count: { select: { sessions: true } } } });
  return rows.map(({ region, workflow, _count, ...one }) => ({ ...one, region: region.name, state: workflow.state as State, sessions: _count.sessions }));
}

export interface SeriesSession {
  readonly eventId: string;
  readonly number: number;
  readonly state: string;
  readonly date: DateOfOwner | null;
  readonly mine: MyBooking | null;
  readonly open: boolean;
  readonly notes: number;
}

export interface SeriesPage extends ListedSeries {
  readonly regionId: string;
  readonly about: string;
  readonly reason: string | null;
  readonly revision: number;
  readonly keeps: boolean;
  readonly list: readonly SeriesSession[];
  readonly published: number;
  readonly booksForOthers: boolean;
  readonly acts: readonly { readonly slug: string; readonly title: string; readonly blockedBy: string | null; readonly tells: readonly string[] }[];
}

/** A series for whoever it exists for; null for everybody else. */
export async function seriesPage(actor: SignedIn, seriesId: string | undefined): Promise<SeriesPage | null> {
  if (!isUuid(seriesId)) return null;
  const row = await db.series.findFirst({
    where: { AND: [{ id: seriesId }, await visibleTo(actor)] },
    select: {
      id: true, title: true, about: true, reason: true, regionId: true, region: { select: { name: true } }, workflow: { select: { state: true, revision: true } }, _count: { select: { reports: true } },
      sessions: { orderBy: { number: "asc" }, select: { id: true, number: true, workflow: { select: { state: true } }, _count: { select: { notes: true } } } },
    },
  });
  if (!row) return null;
  const { workflow, region, sessions, _count, ...series } = row;
  const [dates, mine, standing] = await Promise.all([datesOf(sessions.map(({ id }) => id)), myBookings(actor.personId), stepsOn(row.id, actor)]);
  const keeps = runsEventsOf(actor).includes(row.regionId);
  const list = sessions.map((session): SeriesSession => {
    const date = dates.get(session.id)?.[0] ?? null;
    return {
      eventId: session.id, number: session.number ?? 0, state: session.workflow.state, date, mine: mine.find(({ ownerId }) => ownerId === session.id) ?? null, notes: session._count.notes,
      open: date !== null && !date.paused && !date.begun && date.bookable && date.bookBy >= dayOf(now()),
    };
  });
  return {
    ...series, region: region.name, state: workflow.state as State, revision: workflow.revision, sessions: sessions.length, keeps, list, published: _count.reports,
    booksForOthers: keeps || booksForOf(actor).length > 0,
    acts: SERIES_ACTS.flatMap(({ slug, event, title }) => {
      const step = standing?.steps.find((one) => one.event === event);
      return step ? [{ slug, title, blockedBy: step.blockedBy ?? null, tells: step.tells }] : [];
    }),
  };
}

export interface PublishedReport {
  readonly version: number;
  readonly sha256: string;
  readonly evidence: FrozenEvidence;
}

/** The newest published report of a series, or that version. The caller has checked who may see the series. */
export async function publishedReport(seriesId: string, version?: number): Promise<PublishedReport | null> {
  const row = await db.seriesReport.findFirst({ where: { seriesId, ...(version ? { version } : {}) }, orderBy: { version: "desc" } });
  return row && { version: row.version, sha256: row.sha256, evidence: row.content as unknown as FrozenEvidence };
}
