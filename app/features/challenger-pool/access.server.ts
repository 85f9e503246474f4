import { now } from "~/platform/clock.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** The regions whose pool this person keeps. */
export function keepsPoolOf(actor: SignedIn): readonly string[] {
  return regionsOf(actor, ["sli-coordinator"]);
}

/** The regions whose register this person reads: the coordinator, and the chair. */
export function readsPoolOf(actor: SignedIn): readonly string[] {
  return regionsOf(actor, ["sli-coordinator", "regional-chair"]);
}

function regionsOf(actor: SignedIn, kinds: readonly string[]): readonly string[] {
  return [...new Set(actor.holdings.filter((post) => post.authorityId === null && kinds.includes(post.kind)).map((post) => post.regionId))];
}

/**
 * Every challenger that exists for this person: themselves, those of the regions whose register they
 * read, and, for a director, those whom their authority employs today.
 */
export function visibleTo(actor: SignedIn): Prisma.ChallengerWhereInput {
  const directs = actor.holdings.filter((post) => post.kind === "dcs").flatMap((post) => post.authorityId ?? []);
  const today = now();
  return {
    OR: [
      { personId: actor.personId },
      { regionId: { in: [...readsPoolOf(actor)] } },
      { person: { holdings: { some: { from: { lte: today }, OR: [{ to: null }, { to: { gt: today } }], post: { authorityId: { in: directs } } } } } },
    ],
  };
}
