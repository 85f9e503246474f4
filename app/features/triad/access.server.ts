import type { Prisma } from "~/platform/prisma-client/client";
import { regionsRunBy } from "~/features/cycle";
import type { SignedIn } from "~/workflow/actor.server";

/** Roles whose holders see their group once it is published. */
const INSIDE: readonly string[] = ["memberDcs", "delegate", "deputy", "leadChallenger", "challenger"];

/**
 * Groups that exist for a person: those of the regions they coordinate, and those in which they stand
 * as a member, a deputy or a challenger. Other groups look as if they were not there.
 */
export function visibleTo(actor: SignedIn): Prisma.TriadWhereInput {
  return {
    OR: [
      { cycle: { regionId: { in: regionsRunBy(actor) } } },
      {
        workflow: {
          state: { not: "proposed" },
          parties: {
            some: {
              role: { in: [...INSIDE] },
              to: null,
              OR: [{ postId: { in: actor.holdings.map((post) => post.postId) } }, { personId: actor.personId }],
            },
          },
        },
      },
    ],
  };
}

/** Groups a person runs as coordinator. */
export function runBy(actor: SignedIn): Prisma.TriadWhereInput {
  return { cycle: { regionId: { in: regionsRunBy(actor) } } };
}

/** Posts that speak for an authority in its group. */
const SPEAKING: readonly string[] = ["dcs", "dcs-delegate"];

/** Authorities for which a person answers, books and shares. */
export function speaksFor(actor: SignedIn): readonly string[] {
  return actor.holdings.flatMap((post) => (post.authorityId !== null && SPEAKING.includes(post.kind) ? [post.authorityId] : []));
}
