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
  const onProgrammes = await programmePeople();
  return regions
    .map((region) => {
      const held: readonly Held[] = region.posts.flatMap((post) =>
        post.holdings.map(({ person }) => ({ personId: person.id, name: person.name, kind: post.kind, title: post.title, authority: post.authority?.name ?? null })),
      );
      return arrange(region.id, region.name, held, moderating, onProgrammes.get(region.id) ?? []);
    })
    .sort((a, b) => count(b) - count(a));
}

/** Somebody on a leadership programme: many hold no post, and would be in no list. */
interface OnProgramme extends Persona {
  readonly authority: string;
  readonly kind: string;
}

/** States of a nomination and who has something to do then, most telling first. */
const telling: readonly (readonly [state: string, role: "participant" | "lineManager", words: string])[] = [
  ["participating", "participant", "takes part in"], ["offered", "participant", "is offered a place on"], ["accepted", "participant", "has a place on"], ["awaitingManager", "lineManager", "approves a nomination for"],
  ["completed", "participant", "completed"], ["reserve", "participant", "is on the reserve list of"], ["submitted", "participant", "is nominated for"], ["awaitingSponsor", "participant", "is nominated for"], ["deferred", "participant", "put off a place on"],
];

/** The people of leadership programmes, by region: those with a day to evaluate, participants, line managers, tutors, and directors of adult services who have something to endorse. */
async function programmePeople(): Promise<ReadonlyMap<string, readonly OnProgramme[]>> {
  const person = { select: { id: true, name: true, leftAt: true } } as const;
  const cohort = { select: { number: true, regionId: true, programme: { select: { short: true } } } } as const;
  const [evaluating, nominations, tutors] = await Promise.all([
    db.evaluation.findMany({ where: { workflow: { state: "open" } }, orderBy: { id: "desc" }, select: { person, owner: { select: { programmeDay: { select: { cohort } } } } } }),
    db.nomination.findMany({
      where: { workflow: { state: { in: telling.map(([state]) => state) } } }, orderBy: { id: "asc" },
      select: { service: true, person, lineManager: person, authority: { select: { name: true, posts: { where: { kind: "dass" }, select: { holdings: { where: { to: null }, select: { person } } } } } }, cohort, workflow: { select: { state: true } } },
    }),
    db.dayTutor.findMany({ orderBy: { dayId: "desc" }, select: { person, day: { select: { cohort } } } }),
  ]);
  const found = new Map<string, OnProgramme[]>();
  const seen = new Set<string>();
  const note = (regionId: string, one: { readonly id: string; readonly name: string; readonly leftAt: Date | null }, kind: string, post: string, authority: string) => {
    if (one.leftAt || seen.has(`${regionId} ${one.id} ${kind}`)) return;
    seen.add(`${regionId} ${one.id} ${kind}`);
    found.set(regionId, [...(found.get(regionId) ?? []), { personId: one.id, name: one.name, kind, post: post.charAt(0).toUpperCase() + post.slice(1), authority }]);
  };
  const short = ({ number, programme }: (typeof nominations)[number]["cohort"]) => `${programme.short} cohort ${number}`;
  for (const { person: one, owner } of evaluating) if (owner.programmeDay) note(owner.programmeDay.cohort.regionId, one, "evaluator", `has a day of ${short(owner.programmeDay.cohort)} to evaluate`, "");
  for (const [state, role, words] of telling) {
    for (const one of nominations.filter(({ workflow }) => workflow.state === state)) {
      note(one.cohort.regionId, role === "participant" ? one.person : one.lineManager, role === "participant" ? `${state} ${short(one.cohort)}` : role, `${words} ${short(one.cohort)}; ${one.service === "adult" ? "adult services" : "children’s services"}, ${one.authority.name}`, one.authority.name);
    }
  }
  for (const one of nominations.filter(({ service, workflow }) => service === "adult" && workflow.state === "awaitingSponsor")) {
    for (const { person: director } of one.authority.posts.flatMap(({ holdings }) => holdings)) note(one.cohort.regionId, director, "sponsor", `director of adult social services, ${one.authority.name}: has a nomination to endorse`, one.authority.name);
  }
  for (const { person: tutor, day } of tutors) note(day.cohort.regionId, tutor, "tutor", `teaches on ${short(day.cohort)}`, "");
  return found;
}

function arrange(regionId: string, region: string, held: readonly Held[], moderating: ReadonlySet<string | null>, onProgrammes: readonly OnProgramme[]): PersonaRegion {
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
  // One of each kind at once; everybody else who holds no post is folded away under their authority.
  const examples = onProgrammes.filter(({ kind }, index) => onProgrammes.findIndex((one) => one.kind === kind) === index);
  const withPost = new Set(held.map(({ personId }) => personId));
  const others = new Map<string, OnProgramme[]>();
  const known = new Set([...withPost, ...examples.map(({ personId }) => personId)]);
  for (const one of onProgrammes) {
    if (known.has(one.personId) || one.authority === "") continue;
    known.add(one.personId);
    others.set(one.authority, [...(others.get(one.authority) ?? []), one]);
  }
  return {
    regionId,
    region,
    first: [
      { heading: `${region}, the region`, personas: own.map(personaOf) },
      ...(moderators.length > 0 ? [{ heading: "Moderators", personas: moderators.map((one) => ({ ...personaOf(one), post: `Moderates another authority's self-assessment; from ${one.authority}` })) }] : []),
      { heading: "Leadership programmes", personas: examples },
      ...shown,
    ].filter((group) => group.personas.length > 0),
    more: [...groups.slice(authoritiesShown), ...[...others].map(([authority, personas]) => ({ heading: `${authority}, on programmes`, personas }))].sort((a, b) => a.heading.localeCompare(b.heading)),
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
