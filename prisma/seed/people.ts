import { randomUUID } from "node:crypto";
import { POST_KINDS, type PostKind } from "~/features/people/posts";
import { now } from "~/platform/clock.server";
import { dayDate } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import { dayOf } from "~/workflow/working-days";
import { seededRandom } from "~/scheduling/solver/random";
import { inventor, some } from "./names";

/** A post of the demonstration, with whoever has held it. */
interface SeededPost {
  readonly id: string;
  readonly kind: PostKind;
  readonly authorityId: string | null;
  readonly holdings: readonly { readonly personId: string; readonly from: Date; readonly to: Date | null }[];
}

/** Everybody of a region, found by what they do on a given day. */
export interface Staff {
  /** The holder of the post on that day. Throws when nobody is: the seed's own mistake. */
  readonly actor: (kind: PostKind, authorityId: string | null, on: Date) => Actor & { readonly personId: string };
  /** Those who may be asked to write a chapter, in a stable order. */
  readonly authors: (authorityId: string) => readonly string[];
}

const authorTitles = [
  "Assistant Director, Safeguarding and Family Help", "Assistant Director, Education and Inclusion", "Head of Children in Care", "Principal Social Worker",
  "Head of Quality Assurance", "Virtual School Head", "Head of Family Help", "Head of Care Leavers and Placements", "Workforce Lead",
] as const;

const titles: Readonly<Partial<Record<PostKind, string>>> = {
  dcs: "Director of Children's Services",
  "dcs-delegate": "Head of Improvement, for the Director",
  "chief-executive": "Chief Executive",
  "lead-member": "Lead Member for Children's Services",
  "performance-lead": "Performance Lead",
  "sli-coordinator": "SLI Coordinator",
  "regional-chair": "Regional Chair",
  "data-analyst": "Regional Data Analyst",
  "region-observer": "Observer",
  "lga-adviser": "LGA Children's Improvement Adviser",
};

export interface RegionToStaff {
  readonly regionId: string;
  /** The part of its people's addresses before ".example". */
  readonly domain: string;
  readonly authorityIds: readonly string[];
  /** Its director is also the regional chair. */
  readonly chairedBy: string;
  /** Authorities whose director changed, and when: what the one before signed stays theirs. */
  readonly changes: ReadonlyMap<string, Date>;
  /** When everybody else took up their post. */
  readonly since: Date;
  /** Makes its people differ from another region's. */
  readonly seed: number;
  /** Those who prefer one email a day for what can wait. */
  readonly digests?: boolean;
  /** Only a director, a delegate, a chief executive, a lead member and so many assistant directors of each authority, and the coordinator and the chair. */
  readonly few?: 1 | 2;
}

/**
 * Invents everybody a region needs: for each authority a director, a delegate, a chief executive, a
 * lead member, a performance lead and three to five who write; for the region a coordinator, a chair
 * (a director), a data analyst, an adviser and an observer. The same names every time.
 */
export async function seedPeople(region: RegionToStaff): Promise<Staff> {
  await playOn(region.regionId);
  const invent = inventor(region.seed);
  const random = seededRandom(region.seed);
  const people: { id: string; name: string; email: string; emailVerified: boolean; digest: string; leftAt: Date | null; createdAt: Date }[] = [];
  const posts: (SeededPost & { readonly title: string })[] = [];

  const person = (place: string, digest = "each", leftAt: Date | null = null): string => {
    const { name, email } = invent(place);
    const id = randomUUID();
    people.push({ id, name, email, emailVerified: true, digest, leftAt, createdAt: region.since });
    return id;
  };
  const post = (kind: PostKind, authorityId: string | null, holdings: SeededPost["holdings"], title?: string): void => {
    posts.push({ id: randomUUID(), kind, authorityId, holdings, title: title ?? titles[kind] ?? POST_KINDS[kind].label });
  };
  const held = (personId: string): SeededPost["holdings"] => [{ personId, from: region.since, to: null }];

  for (const authorityId of region.authorityIds) {
    const changedOn = region.changes.get(authorityId);
    const before = changedOn && person(authorityId, "each", changedOn);
    const director = person(authorityId);
    post("dcs", authorityId, changedOn && before
      ? [{ personId: before, from: region.since, to: changedOn }, { personId: director, from: changedOn, to: null }]
      : held(director));
    post("dcs-delegate", authorityId, held(person(authorityId)));
    post("chief-executive", authorityId, held(person(authorityId)));
    post("lead-member", authorityId, held(person(authorityId)));
    if (region.few) {
      for (const title of authorTitles.slice(0, region.few)) post("assistant-director", authorityId, held(person(authorityId)), title);
      continue;
    }
    post("performance-lead", authorityId, held(person(authorityId)));
    for (const title of some(authorTitles, 3 + random.below(3), random)) {
      const kind = title.startsWith("Assistant Director") ? "assistant-director" : "section-author";
      post(kind, authorityId, held(person(authorityId, region.digests && random.below(3) === 0 ? "daily" : "each")), title);
    }
  }
  for (const kind of region.few ? (["sli-coordinator"] as const) : (["sli-coordinator", "data-analyst", "lga-adviser", "region-observer"] as const)) post(kind, null, held(person(region.domain)));
  const chair = posts.find(({ kind, authorityId }) => kind === "dcs" && authorityId === region.chairedBy);
  if (chair) post("regional-chair", null, chair.holdings);

  await db.person.createMany({ data: people });
  await db.post.createMany({ data: posts.map(({ id, kind, title, authorityId }) => ({ id, kind, title, authorityId, regionId: region.regionId })) });
  await db.holding.createMany({ data: posts.flatMap(({ id, holdings }) => holdings.map((holding) => ({ postId: id, ...holding }))) });

  return {
    actor: (kind, authorityId, on) => {
      const found = posts
        .filter((one) => one.kind === kind && one.authorityId === authorityId)
        .flatMap(({ holdings }) => holdings)
        .find(({ from, to }) => from <= on && (to === null || to > on));
      if (!found) throw new Error(`nobody is "${kind}" of ${authorityId ?? region.regionId} on ${on.toISOString()}`);
      return { kind: "person", personId: found.personId, channel: "demo" };
    },
    authors: (authorityId) =>
      posts
        .filter((one) => one.authorityId === authorityId && (one.kind === "assistant-director" || one.kind === "section-author"))
        .flatMap(({ holdings }) => holdings.map(({ personId }) => personId)),
  };
}

/**
 * The story needs every authority that its figures are about. Where one has been reorganised since they were
 * published (Surrey ends with March 2027), the demonstration goes on as if it had not been.
 */
async function playOn(regionId: string): Promise<void> {
  await db.authority.updateMany({ where: { regionId, validTo: { lt: dayDate(dayOf(now())) } }, data: { validTo: null } });
}

/** Somebody with the posts they hold now, as a page of theirs would know them. */
export async function signedIn(personId: string): Promise<SignedIn> {
  const { name, email, holdings } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, email: true, holdings: { where: { from: { lte: now() }, OR: [{ to: null }, { to: { gt: now() } }] }, select: { post: { select: { id: true, kind: true, title: true, regionId: true, authorityId: true } } } } },
  });
  return { kind: "person", personId, name, email, holdings: holdings.map(({ post: { id: postId, ...post } }) => ({ postId, ...post })) };
}
