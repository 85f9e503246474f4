import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Region posts that follow a round from its opening. Observers see what is shared with them, evaluators only totals. */
const followsRounds = new Set(["regional-chair", "steering-member", "data-analyst", "facilitator", "lga-adviser"]);

/** Regions whose rounds this person runs. */
export function regionsRunBy(actor: SignedIn): string[] {
  return [...new Set(actor.holdings.filter((post) => post.kind === "sli-coordinator").map((post) => post.regionId))];
}

/** Regions whose chase boards this person reads, once a round has opened: those they run or chair. Names and delays of everybody are for those who chase. */
export function regionsChasedBy(actor: SignedIn): string[] {
  const kinds = new Set(["sli-coordinator", "regional-chair"]);
  return [...new Set(actor.holdings.filter((post) => kinds.has(post.kind)).map((post) => post.regionId))];
}

/** Regions whose rounds this person follows once they have opened: through a post in an authority, or a following post of the region. */
export function regionsFollowedBy(actor: SignedIn): string[] {
  return [...new Set(actor.holdings.filter((post) => post.authorityId !== null || followsRounds.has(post.kind)).map((post) => post.regionId))];
}

/**
 * Rounds a person may see: coordinators all of their region's, drafts too; everybody else with a post
 * in the region or one of its authorities only those that have opened.
 */
export function visibleTo(actor: SignedIn): Prisma.CycleWhereInput {
  return {
    OR: [
      { regionId: { in: regionsRunBy(actor) } },
      // Self-assessments exist from the opening on: a draft, or a draft that was cancelled, has none.
      { regionId: { in: regionsFollowedBy(actor) }, selfAssessments: { some: {} } },
    ],
  };
}

/** `visibleTo` for SQL written by hand: a condition on the row `c` of cycle, with `regionsRunBy` as $2 and `regionsFollowedBy` as $3. */
export const visibleInSql = `
  (c.region_id = ANY ($2::text[])
   OR c.region_id = ANY ($3::text[]) AND EXISTS (SELECT 1 FROM self_assessment begun WHERE begun.cycle_id = c.id))`;

/** Rounds a person runs. */
export function runBy(actor: SignedIn): Prisma.CycleWhereInput {
  return { regionId: { in: regionsRunBy(actor) } };
}
