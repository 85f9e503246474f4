import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { peopleVisibleTo, postsVisibleTo, regionsOf } from "./access.server";
import { expectedPosts, labelOf, rankOf } from "./posts";
import { inForce, keepsRegister, mayFill } from "./rights.server";

export interface HolderShown {
  readonly holdingId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly from: Date;
}

export interface PostShown {
  /** Null for a post that is expected of every authority and has not been made. */
  readonly id: string | null;
  readonly kind: string;
  readonly title: string;
  readonly holders: readonly HolderShown[];
}

/** The region's own posts, or an authority's. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  /** Null for the region's own posts. */
  readonly authority: { readonly type: string; readonly codeGss: string; readonly codeDfe: string; readonly change: string | null } | null;
  readonly posts: readonly PostShown[];
}

export interface Directory {
  readonly region: { readonly id: string; readonly name: string };
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly DirectoryEntry[];
  readonly authorities: number;
  readonly filled: number;
  readonly posts: number;
}

export interface DirectoryFilter {
  readonly regionId?: string | null;
  /** Looked for in names of people, posts and authorities, and in email addresses. */
  readonly words?: string;
  readonly kind?: string;
  readonly vacantOnly?: boolean;
}

/** Who holds which post in a region that the person belongs to, or null when they belong to none (or not to that one). */
export async function directoryOf(signedIn: SignedIn, filter: DirectoryFilter): Promise<Directory | null> {
  const mine = regionsOf(signedIn);
  const regionId = filter.regionId ?? mine[0];
  if (!regionId || !mine.includes(regionId)) return null;
  const moment = now();
  const [regions, authorities, posts, changes] = await Promise.all([
    db.region.findMany({ where: { id: { in: [...mine] } }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
    db.authority.findMany({
      where: { regionId, OR: [{ validTo: null }, { validTo: { gte: moment } }] },
      select: { id: true, name: true, type: true, codeGss: true, codeDfe: true },
      orderBy: { name: "asc" },
    }),
    db.post.findMany({
      where: { AND: [postsVisibleTo(signedIn), { regionId }] },
      select: {
        id: true, kind: true, title: true, authorityId: true,
        holdings: { where: inForce(moment), orderBy: { from: "asc" }, select: { id: true, from: true, person: { select: { id: true, name: true, email: true, phone: true } } } },
      },
    }),
    db.authorityChange.findMany({ where: { effective: { gt: moment } }, select: { codeGssOld: true, note: true, effective: true } }),
  ]);
  const region = regions.find((one) => one.id === regionId);
  if (!region) return null;
  const shown = posts.map((post) => ({
    authorityId: post.authorityId,
    id: post.id,
    kind: post.kind,
    title: post.title || labelOf(post.kind),
    holders: post.holdings.map(({ id, from, person }) => ({ holdingId: id, personId: person.id, name: person.name, email: person.email, phone: person.phone, from })),
  }));
  const all: DirectoryEntry[] = [
    { id: region.id, name: region.name, authority: null, posts: inOrder(shown.filter((post) => post.authorityId === null)) },
    ...authorities.map(({ id, name, ...codes }): DirectoryEntry => {
      const own = shown.filter((post) => post.authorityId === id);
      const missing = expectedPosts.filter((kind) => !own.some((post) => post.kind === kind)).map((kind) => ({ id: null, kind, title: labelOf(kind), holders: [] }));
      const change = changes.find((one) => one.codeGssOld === codes.codeGss);
      return { id, name, authority: { ...codes, change: change ? `${change.note} (${change.effective.getUTCFullYear()})` : null }, posts: inOrder([...own, ...missing]) };
    }),
  ];
  const everyPost = all.flatMap((entry) => entry.posts);
  return {
    region,
    regions,
    entries: all.map((entry) => narrowed(entry, filter)).filter((entry) => entry.posts.length > 0),
    authorities: authorities.length,
    filled: everyPost.filter((post) => post.holders.length > 0).length,
    posts: everyPost.length,
  };
}

const inOrder = (posts: readonly PostShown[]) => [...posts].sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || a.title.localeCompare(b.title));

function narrowed(entry: DirectoryEntry, { words = "", kind = "", vacantOnly = false }: DirectoryFilter): DirectoryEntry {
  const wanted = words.trim().toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(wanted);
  const whole = wanted === "" || has(entry.name);
  return {
    ...entry,
    posts: entry.posts.filter(
      (post) =>
        (kind === "" || post.kind === kind) &&
        (!vacantOnly || post.holders.length === 0) &&
        (whole || has(post.title) || post.holders.some((holder) => has(holder.name) || has(holder.email))),
    ),
  };
}

/** A person's page, or null when they do not exist for whoever asks. */
export async function personPage(signedIn: SignedIn, personId: string) {
  const moment = now();
  const person = await db.person.findFirst({
    where: { AND: [{ id: personId }, peopleVisibleTo(signedIn)] },
    select: {
      id: true, name: true, email: true, phone: true, leftAt: true,
      holdings: {
        where: { post: postsVisibleTo(signedIn) },
        orderBy: { from: "desc" },
        select: { id: true, from: true, to: true, post: { select: { id: true, kind: true, title: true, regionId: true, authorityId: true, region: { select: { name: true } }, authority: { select: { name: true } } } } },
      },
    },
  });
  if (!person) return null;
  const { holdings, ...facts } = person;
  const keeper = holdings.length === 0 ? signedIn.holdings.some((post) => post.kind === "sli-coordinator") : holdings.some(({ post }) => keepsRegister(signedIn.holdings, post.regionId));
  const rows = holdings.map(({ id, from, to, post }) => ({
    id, from, to,
    postId: post.id,
    title: post.title || labelOf(post.kind),
    place: post.authority?.name ?? post.region.name,
    mayEnd: mayFill(signedIn.holdings, post),
  }));
  return {
    ...facts,
    isMe: facts.id === signedIn.personId,
    mayChange: keeper,
    mayLeave: keeper && facts.leftAt === null,
    current: rows.filter((row) => row.from <= moment && (row.to === null || row.to > moment)),
    coming: rows.filter((row) => row.from > moment),
    past: rows.filter((row) => row.to !== null && row.to <= moment),
  };
}

/** A post's page, or null when it does not exist for whoever asks. */
export async function postPage(signedIn: SignedIn, postId: string) {
  const post = await db.post.findFirst({
    where: { AND: [{ id: postId }, postsVisibleTo(signedIn)] },
    select: {
      id: true, kind: true, title: true, regionId: true, authorityId: true,
      region: { select: { name: true } },
      authority: { select: { name: true } },
      holdings: { orderBy: { from: "desc" }, select: { id: true, from: true, to: true, person: { select: { id: true, name: true, email: true } } } },
      parties: { where: { waiting: true, to: null }, select: { id: true } },
    },
  });
  if (!post) return null;
  const { holdings, parties, region, authority, ...facts } = post;
  const moment = now();
  return {
    ...facts,
    title: post.title || labelOf(post.kind),
    place: authority?.name ?? region.name,
    region: region.name,
    mayFill: mayFill(signedIn.holdings, post),
    waiting: parties.length,
    current: holdings.filter((one) => one.from <= moment && (one.to === null || one.to > moment)),
    coming: holdings.filter((one) => one.from > moment),
    past: holdings.filter((one) => one.to !== null && one.to <= moment),
  };
}

/** People who can be given a post: those whom the actor sees and who have not left, by name. */
export async function appointable(signedIn: SignedIn): Promise<readonly { id: string; name: string; email: string }[]> {
  return db.person.findMany({ where: { AND: [peopleVisibleTo(signedIn), { leftAt: null }] }, select: { id: true, name: true, email: true }, orderBy: { name: "asc" }, take: 2000 });
}

/** The places in which somebody may make posts: their regions as coordinator, their authorities as director. */
export async function placesFor(signedIn: SignedIn) {
  const coordinated = signedIn.holdings.filter((post) => post.kind === "sli-coordinator").map((post) => post.regionId);
  const directed = signedIn.holdings.filter((post) => post.kind === "dcs").flatMap((post) => post.authorityId ?? []);
  const [regions, authorities] = await Promise.all([
    db.region.findMany({ where: { id: { in: coordinated } }, select: { id: true, name: true } }),
    db.authority.findMany({ where: { OR: [{ regionId: { in: coordinated } }, { id: { in: directed } }] }, select: { id: true, name: true, regionId: true }, orderBy: { name: "asc" } }),
  ]);
  return { regions, authorities, everyKind: coordinated.length > 0 };
}

/** The regions whose register somebody keeps. */
export async function coordinatedRegions(signedIn: SignedIn): Promise<readonly { id: string; name: string }[]> {
  const ids = signedIn.holdings.filter((post) => post.kind === "sli-coordinator").map((post) => post.regionId);
  return db.region.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, orderBy: { name: "asc" } });
}

/** Who has this address, among those who have not left. It tells a name only: whoever asks knows the address. */
export async function personWithEmail(email: string): Promise<{ readonly id: string; readonly name: string } | null> {
  return db.person.findFirst({ where: { email: email.trim().toLowerCase(), leftAt: null }, select: { id: true, name: true } });
}
