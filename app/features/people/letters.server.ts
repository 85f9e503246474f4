import type { Letter } from "~emails/define-email";
import { now } from "~/platform/clock.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import { queueEmail } from "~/workflow/outbox.server";
import type { Tx } from "~/workflow/process.server";
import { labelOf } from "./posts";
import { inForce } from "./rights.server";

/** What an email about a post says of it. */
export interface PostInLetter {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly regionId: string;
  readonly region: { readonly name: string };
  readonly authority: { readonly name: string } | null;
}

export const postInLetter = {
  id: true, kind: true, title: true, regionId: true, authorityId: true, region: { select: { name: true } }, authority: { select: { name: true } },
} as const;

interface Change {
  readonly holdingId: string;
  readonly post: PostInLetter;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  /** The first day for somebody who joins, the last for somebody who leaves. */
  readonly day: Date;
  readonly actor: Actor | SignedIn;
}

/** Tells whoever takes up a post, and the region's coordinators other than the one who did it. */
export function tellJoined(tx: Tx, change: Change): Promise<void> {
  return tell(tx, "people/joined-post", change);
}

/** Tells whoever leaves a post, and the region's coordinators other than the one who did it. */
export function tellLeft(tx: Tx, change: Change): Promise<void> {
  return tell(tx, "people/left-post", change);
}

/** A post as a letter or a page names it: "Director of children's services, Kent". */
export function postInWords(post: Pick<PostInLetter, "kind" | "title" | "region" | "authority">): string {
  const title = post.title || labelOf(post.kind);
  const place = post.authority?.name ?? post.region.name;
  return title.includes(place) ? title : `${title}, ${place}`;
}

async function tell(tx: Tx, template: "people/joined-post" | "people/left-post", change: Change): Promise<void> {
  const { post, person, holdingId } = change;
  const words = postInWords(post);
  const moment = now();
  // One after another: a transaction has one connection.
  const by = await nameOfActor(tx, change.actor);
  const waiting = template === "people/joined-post" ? await tx.workflowParty.count({ where: { postId: post.id, waiting: true, to: null } }) : 0;
  const coordinators = await tx.person.findMany({
    where: { leftAt: null, id: { not: person.id }, holdings: { some: { ...inForce(moment), post: { kind: "sli-coordinator", regionId: post.regionId } } } },
    select: { id: true, name: true, email: true },
  });
  const day = dayInLondon(change.day);
  const about: Letter["about"] = template === "people/joined-post" ? { post: words, person: person.name, firstDay: day, waiting } : { post: words, person: person.name, lastDay: day };
  const actorId = change.actor.kind === "person" ? change.actor.personId : null;
  const told = [{ to: person, role: "person" }, ...coordinators.filter((one) => one.id !== actorId).map((to) => ({ to, role: "coordinator" }))];
  for (const { to, role } of told) {
    const props: Letter = {
      recipient: { name: to.name }, role, title: words, subject: words, authority: post.authority?.name ?? null, round: "", region: post.region.name,
      path: `/posts/${post.id}`, due: null, by, when: moment.toISOString(), about, calendar: [],
    };
    await queueEmail(tx, { template, personId: to.id, address: to.email, role, props, occasion: `${template} ${holdingId}` });
  }
}

async function nameOfActor(tx: Tx, actor: Actor | SignedIn): Promise<string | null> {
  if (actor.kind === "system") return null;
  return (await tx.person.findUnique({ where: { id: actor.personId }, select: { name: true } }))?.name ?? null;
}

/** The day in Europe/London on which a moment falls, as "2026-11-24". */
export function dayInLondon(moment: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);
}
