import { regionsRunBy } from "~/features/cycle";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Rounds whose board exists for a person: those of triads that they run. */
export function boardsOf(actor: SignedIn): Prisma.CycleWhereInput {
  return { regionId: { in: regionsRunBy(actor) }, rules: { path: ["challengeStyle"], equals: "triads" } };
}

/**
 * Drafts that exist for a person: only a coordinator of the region has any. Even its chair finds
 * nothing, until groups are published and are the round's own.
 */
export function visibleTo(actor: SignedIn): Prisma.ArrangementWhereInput {
  return { cycle: boardsOf(actor) };
}
