import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** The regions whose directory somebody sees: those in which they hold a post. */
export function regionsOf(signedIn: SignedIn): readonly string[] {
  return [...new Set(signedIn.holdings.map((post) => post.regionId))];
}

/** The posts that exist for somebody: those of their regions. */
export function postsVisibleTo(signedIn: SignedIn): Prisma.PostWhereInput {
  return { regionId: { in: [...regionsOf(signedIn)] } };
}

/** The people that exist for somebody: themselves, and whoever holds or held a post of their regions. */
export function peopleVisibleTo(signedIn: SignedIn): Prisma.PersonWhereInput {
  const mine: Prisma.PersonWhereInput[] = [{ id: signedIn.personId }, { holdings: { some: { post: postsVisibleTo(signedIn) } } }];
  // Somebody added and not yet given a post belongs to no region: whoever may give them one sees them.
  if (signedIn.holdings.some((post) => post.kind === "sli-coordinator" || post.kind === "dcs")) mine.push({ holdings: { none: {} } });
  return { OR: mine };
}
