import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { Refusal, personOf } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";

/** Of holdings: those of today. */
export const heldNow = () => ({ from: { lte: now() }, OR: [{ to: null }, { to: { gt: now() } }] });

export interface Speaker {
  readonly name: string;
  /** The director's post, who is told what was done in their name. */
  readonly directorPosts: readonly string[];
}

/**
 * The authority for which somebody answers, books or shares: they hold its director's or a delegate's
 * post now, and it is in the group. Refused with "not-your-role".
 */
export async function speakFor(triadId: string, authorityId: string, actor: Actor): Promise<Speaker> {
  const personId = personOf(actor);
  const authority = await db.authority.findFirst({
    where: {
      id: authorityId,
      triadMembers: { some: { triadId, leftAt: null } },
      posts: { some: { kind: { in: ["dcs", "dcs-delegate"] }, holdings: { some: { personId, ...heldNow() } } } },
    },
    select: { name: true, posts: { where: { kind: "dcs" }, select: { id: true } } },
  });
  if (!authority) throw new Refusal("not-your-role");
  return { name: authority.name, directorPosts: authority.posts.map((post) => post.id) };
}

/** People of an authority who may come to a session for it, its director first. */
export async function peopleOf(authorityId: string): Promise<readonly { id: string; name: string; post: string; director: boolean }[]> {
  const holdings = await db.holding.findMany({
    where: { ...heldNow(), post: { authorityId, kind: { notIn: ["chief-executive", "lead-member"] } }, person: { OR: [{ leftAt: null }, { leftAt: { gt: now() } }] } },
    select: { person: { select: { id: true, name: true } }, post: { select: { title: true, kind: true } } },
    orderBy: { person: { name: "asc" } },
  });
  const people = new Map<string, { id: string; name: string; post: string; director: boolean }>();
  for (const { person, post } of holdings) {
    const director = post.kind === "dcs";
    if (director || !people.has(person.id)) people.set(person.id, { ...person, post: post.title, director });
  }
  return [...people.values()].sort((a, b) => Number(b.director) - Number(a.director));
}
