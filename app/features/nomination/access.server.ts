import { booksForOf, runsEventsOf } from "~/features/booking";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Authorities of which somebody is the director of that service. */
function directs(actor: Pick<SignedIn, "holdings">, kind: "dcs" | "dass"): string[] {
  return actor.holdings.flatMap((held) => (held.kind === kind && held.authorityId ? [held.authorityId] : []));
}

/**
 * The nominations that exist for this person: of themselves, those they made or manage, those of the region
 * they coordinate, those of the authorities they book for, and as a director those of the authority's both
 * services, so that the wrong one learns whose turn it is.
 */
export function visibleTo(actor: SignedIn): Prisma.NominationWhereInput {
  const authorities = [...new Set([...booksForOf(actor), ...directs(actor, "dcs"), ...directs(actor, "dass")])];
  return {
    OR: [
      { personId: actor.personId }, { nominatorId: actor.personId }, { lineManagerId: actor.personId },
      { cohort: { regionId: { in: [...runsEventsOf(actor)] } } }, { authorityId: { in: authorities } },
    ],
  };
}
