import { visibleTo as eventsVisibleTo } from "~/features/event";
import { postWords, visibleTo as recommendationsVisibleTo } from "~/features/summit";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { dayText } from "~/platform/day-column";
import type { Prisma } from "~/platform/prisma-client/client";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing } from "~/workflow/reading.server";
import { dayOf, londonTime } from "~/workflow/working-days";
import { runsIn, THERE, visibleTo } from "./access.server";
import { OPEN, type NoteKind, type State } from "./words";

export interface Listed {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly owner: string;
  readonly doneBy: string;
  readonly state: State;
  readonly late: boolean;
}

const post = { select: { title: true, authority: { select: { name: true } } } } as const;
const listed = { id: true, text: true, doneBy: true, madeBy: { select: { name: true } }, ownerPost: post, workflow: { select: { state: true } } } as const satisfies Prisma.CommitmentSelect;
type Row = Prisma.CommitmentGetPayload<{ select: typeof listed }>;

const shown = ({ id, text, doneBy, madeBy, ownerPost, workflow }: Row): Listed => ({
  id, text, by: madeBy.name, owner: postWords(ownerPost), doneBy: dayText(doneBy), state: workflow.state as State, late: OPEN.includes(workflow.state) && dayText(doneBy) < dayOf(now()),
});

/** What is open first, by its day; then what is done or withdrawn. */
const inOrder = (one: Listed, other: Listed): number => Number(!OPEN.includes(one.state)) - Number(!OPEN.includes(other.state)) || one.doneBy.localeCompare(other.doneBy);

export interface Commitments {
  readonly event: EventNamed | null;
  readonly rows: readonly Listed[];
  /** Counted over all that were made there, also those that this person may not read. */
  readonly done: number;
  readonly all: number;
  readonly late: number;
  /** Whether this person sees every commitment of a region, and chases them. */
  readonly runs: boolean;
}

export interface EventNamed {
  readonly id: string;
  readonly title: string;
  readonly regionId: string;
}

/** Every commitment that exists for this person, or those of one event shown together. Null for an event that does not exist for them. */
export async function commitmentsFor(actor: SignedIn, eventId: string | null): Promise<Commitments | null> {
  const event = eventId === null ? null : await eventNamed(actor, eventId);
  if (eventId !== null && !event) return null;
  const found = await db.commitment.findMany({ where: { AND: [visibleTo(actor), ...(event ? [{ eventId: event.id }] : [])] }, select: listed, orderBy: { createdAt: "asc" }, take: 500 });
  const rows = found.map(shown).sort(inOrder);
  const counting = rows.filter(({ state }) => state !== "withdrawn");
  return { event, rows, done: counting.filter(({ state }) => state === "done").length, all: counting.length, late: counting.filter(({ late }) => late).length, runs: runsIn(actor).length > 0 };
}

/** The event of that id, for whoever it exists for. */
export async function eventNamed(actor: SignedIn, eventId: string): Promise<EventNamed | null> {
  if (!isUuid(eventId)) return null;
  return db.event.findFirst({ where: { AND: [{ id: eventId }, await eventsVisibleTo(actor)] }, select: { id: true, title: true, regionId: true } });
}

/** The event that this person is booked at today: where the short address at the door leads. */
export async function eventOfToday(actor: SignedIn): Promise<string | null> {
  const day = dayOf(now());
  const booking = await db.booking.findFirst({
    where: { personId: actor.personId, workflow: { state: { in: [...THERE] }, parent: { machine: "event" } }, session: { startsAt: { lte: londonTime(day, "23:59") }, endsAt: { gte: londonTime(day, "00:00") } } },
    select: { ownerId: true }, orderBy: { session: { startsAt: "desc" } },
  });
  return booking?.ownerId ?? null;
}

export interface PostChoice {
  readonly id: string;
  readonly words: string;
}

export interface ToCommit {
  readonly regionId: string;
  readonly event: EventNamed | null;
  /** The posts of this person in the region: the first is meant unless another is chosen. */
  readonly own: readonly PostChoice[];
  readonly others: readonly PostChoice[];
  readonly recommendations: readonly { readonly id: string; readonly title: string }[];
}

/** What the page to make one needs: the event one is at, what it may serve, and which posts one may name. Null where there is nothing to commit to. */
export async function toCommit(actor: SignedIn, eventId: string | null): Promise<ToCommit | null> {
  const event = eventId === null ? null : await eventNamed(actor, eventId);
  if (eventId !== null && !event) return null;
  const regionId = event?.regionId ?? actor.holdings[0]?.regionId;
  if (!regionId || !actor.holdings.some((held) => held.regionId === regionId)) return null;
  const [recommendations, posts] = await Promise.all([
    db.recommendation.findMany({ where: { AND: [{ regionId, workflow: { state: { notIn: ["rejected", "withdrawn", "done"] } } }, recommendationsVisibleTo(actor)] }, select: { id: true, title: true }, orderBy: { createdAt: "desc" }, take: 50 }),
    postsFor(actor, regionId),
  ]);
  const mine = new Set(actor.holdings.map(({ postId }) => postId));
  return { regionId, event, own: posts.filter(({ id }) => mine.has(id)), others: posts.filter(({ id }) => !mine.has(id)), recommendations };
}

/** Posts of a region that somebody may name: their own first, those of their own authorities, every director, and those who run the region. */
async function postsFor(actor: SignedIn, regionId: string): Promise<PostChoice[]> {
  const moment = now();
  const mine = actor.holdings.map(({ postId }) => postId);
  const authorities = actor.holdings.flatMap(({ authorityId }) => (authorityId ? [authorityId] : []));
  const posts = await db.post.findMany({
    where: { regionId, holdings: { some: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] } }, OR: [{ id: { in: mine } }, { authorityId: { in: authorities } }, { kind: { in: ["sli-coordinator", "regional-chair", "dcs"] } }] },
    select: { id: true, ...post.select }, orderBy: [{ authorityId: "asc" }, { title: "asc" }],
  });
  return posts.map((one) => ({ id: one.id, words: postWords(one) })).sort((one, other) => Number(!mine.includes(one.id)) - Number(!mine.includes(other.id)));
}

export interface CommitmentPage extends Listed {
  readonly regionId: string;
  readonly event: { readonly id: string; readonly title: string } | null;
  readonly recommendation: { readonly id: string; readonly title: string } | null;
  readonly closing: string;
  readonly notes: readonly Note[];
  readonly revision: number;
  readonly steps: Standing["steps"];
  readonly posts: readonly PostChoice[];
}

export interface Note {
  readonly id: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly at: Date;
}

const notes = { select: { id: true, kind: true, text: true, at: true }, orderBy: { at: "asc" } } as const satisfies Prisma.Commitment$notesArgs;
const noted = (rows: readonly { readonly id: string; readonly kind: string; readonly text: string; readonly at: Date }[]): Note[] => rows.map((row) => ({ ...row, kind: row.kind as NoteKind }));

/** A commitment for whoever it exists for; null for everybody else. */
export async function commitmentPage(actor: SignedIn, id: string | undefined): Promise<CommitmentPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.commitment.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: { ...listed, regionId: true, closing: true, ownerPostId: true, event: { select: { event: { select: { id: true, title: true } } } }, recommendation: { select: { id: true, title: true } }, notes },
  });
  const standing = row && (await stepsOn(row.id, actor));
  if (!row || !standing) return null;
  return {
    ...shown(row), regionId: row.regionId, event: row.event?.event ?? null, recommendation: row.recommendation, closing: row.closing, notes: noted(row.notes), revision: standing.revision, steps: standing.steps,
    posts: (await postsFor(actor, row.regionId)).filter((one) => one.id !== row.ownerPostId),
  };
}

export interface Link extends Listed {
  readonly notes: readonly Note[];
  readonly closing: string;
}

/** What serves a recommendation, with its follow-up and what changed: the commitments that this person may see, and how many there are. */
export async function servedBy(actor: SignedIn, recommendationId: string): Promise<{ readonly all: number; readonly done: number; readonly seen: readonly Link[] }> {
  const [rows, states] = await Promise.all([
    db.commitment.findMany({ where: { AND: [{ recommendationId }, visibleTo(actor)] }, select: { ...listed, closing: true, notes }, orderBy: { createdAt: "asc" } }),
    db.workflow.groupBy({ by: ["state"], where: { commitment: { recommendationId }, state: { not: "withdrawn" } }, _count: true }),
  ]);
  const of = (state?: string) => states.filter((one) => state === undefined || one.state === state).reduce((sum, { _count }) => sum + _count, 0);
  return { all: of(), done: of("done"), seen: rows.map((row) => ({ ...shown(row), closing: row.closing, notes: noted(row.notes) })) };
}
