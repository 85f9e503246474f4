import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Region posts that follow a round from its opening. Observers see what is shared with them, evaluators only totals. */
const followsRounds = new Set(["regional-chair", "steering-member", "data-analyst", "facilitator", "lga-adviser"]);

/** Regions whose rounds this person runs. */
export function regionsRunBy(actor: SignedIn): string[] {
  return [...new Set(actor.holdings.filter((post) => post.kind === "sli-coordinator").map((post) => post.regionId))];
}

/** Regions whose chase boards this person reads: those they run or chair. */
export function regionsChasedBy(actor: SignedIn): string[] {
  const kinds = new Set(["sli-coordinator", "regional-chair"]);
  return [...new Set(actor.holdings.filter((post) => kinds.has(post.kind)).map((post) => post.regionId))];
}

/**
 * Rounds a person may see: coordinators all of their region's, drafts too; everybody else with a post
 * in the region or one of its authorities only those that have opened.
 */
export function visibleTo(actor: SignedIn): Prisma.CycleWhereInput {
  const followed = actor.holdings.filter((post) => post.authorityId !== null || followsRounds.has(post.kind)).map((post) => post.regionId);
  return {
    OR: [
      { regionId: { in: regionsRunBy(actor) } },
      // Self-assessments exist from the opening on: a draft, or a draft that was cancelled, has none.
      { regionId: { in: [...new Set(followed)] }, selfAssessments: { some: {} } },
    ],
  };
}

/** Rounds whose chase board a person may read: names and delays of everybody, so it is for those who chase. */
export function chasedBy(actor: SignedIn): Prisma.CycleWhereInput {
  return { regionId: { in: regionsChasedBy(actor) }, selfAssessments: { some: {} } };
}

/** Rounds a person runs. */
export function runBy(actor: SignedIn): Prisma.CycleWhereInput {
  return { regionId: { in: regionsRunBy(actor) } };
}
