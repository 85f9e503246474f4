import { POST_KINDS, rankOf, type PostKind } from "~/features/people/posts";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";

/** Somebody of the demo whom a visitor can be. */
export interface Persona {
  readonly personId: string;
  readonly name: string;
  /** Their post as people say it: "Director of children's services". */
  readonly post: string;
}

export interface PersonaGroup {
  readonly heading: string;
  readonly personas: readonly Persona[];
}

/** The demo's people of one region: its own posts, a few authorities whole, and the rest folded away. */
export interface PersonaRegion {
  readonly regionId: string;
  readonly region: string;
  readonly first: readonly PersonaGroup[];
  readonly more: readonly PersonaGroup[];
}

/** Authorities of a region shown at once; the others can be unfolded. */
const authoritiesShown = 3;

/** The order in which an authority's people are tried: who signs, who prepares, who writes, who endorses. */
const order: readonly PostKind[] = ["dcs", "dcs-delegate", "assistant-director", "section-author", "chief-executive", "lead-member", "performance-lead"];

interface Held {
  readonly personId: string;
  readonly kind: string;
  readonly title: string;
  readonly name: string;
  readonly authority: string | null;
}

/** Everybody whom the demo's visitors can be, by region: its coordinator first. */
export async function personas(): Promise<readonly PersonaRegion[]> {
  const moment = now();
  const regions = await db.region.findMany({
    where: { posts: { some: { holdings: { some: { from: { lte: moment }, to: null } } } } },
    select: {
      id: true,
      name: true,
      posts: {
        select: {
          kind: true,
          title: true,
          authority: { select: { name: true } },
          holdings: {
            where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], person: { leftAt: null } },
            select: { person: { select: { id: true, name: true } } },
          },
        },
      },
    },
  });
  const moderators = await db.workflowParty.findMany({
    where: { role: "moderator", personId: { not: null }, to: null },
    select: { personId: true },
    distinct: ["personId"],
  });
  const moderating = new Set(moderators.map((row) => row.personId));
  return regions
    .map((region) => {
      const held: readonly Held[] = region.posts.flatMap((post) =>
        post.holdings.map(({ person }) => ({ personId: person.id, name: person.name, kind: post.kind, title: post.title, authority: post.authority?.name ?? null })),
      );
      return arrange(region.id, region.name, held, moderating);
    })
    .sort((a, b) => count(b) - count(a));
}

function arrange(regionId: string, region: string, held: readonly Held[], moderating: ReadonlySet<string | null>): PersonaRegion {
  const own = held.filter((one) => one.authority === null).sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  const moderators = held.filter((one) => one.authority !== null && moderating.has(one.personId)).slice(0, 2);
  const byAuthority = new Map<string, Held[]>();
  for (const one of held) {
    if (one.authority !== null) byAuthority.set(one.authority, [...(byAuthority.get(one.authority) ?? []), one]);
  }
  // The fullest first: they are the ones in which a whole story can be followed.
  const groups = [...byAuthority]
    .sort(([a, as], [b, bs]) => bs.length - as.length || a.localeCompare(b))
    .map(([authority, people]): PersonaGroup => ({ heading: authority, personas: people.sort((a, b) => placeOf(a.kind) - placeOf(b.kind)).map(personaOf) }));
  const shown = groups.slice(0, authoritiesShown);
  return {
    regionId,
    region,
    first: [
      { heading: `${region}, the region`, personas: own.map(personaOf) },
      ...(moderators.length > 0 ? [{ heading: "Moderators", personas: moderators.map((one) => ({ ...personaOf(one), post: `Moderates another authority's self-assessment; from ${one.authority}` })) }] : []),
      ...shown,
    ].filter((group) => group.personas.length > 0),
    more: groups.slice(authoritiesShown).sort((a, b) => a.heading.localeCompare(b.heading)),
  };
}

function personaOf({ personId, name, kind, title }: Held): Persona {
  return { personId, name, post: title || (kind in POST_KINDS ? POST_KINDS[kind as PostKind].label : kind) };
}

function placeOf(kind: string): number {
  const place = order.indexOf(kind as PostKind);
  return place < 0 ? order.length + rankOf(kind) : place;
}

function count(region: PersonaRegion): number {
  return [...region.first, ...region.more].reduce((sum, group) => sum + group.personas.length, 0);
}
