import { followsIn } from "~/features/summit";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Posts of a region that see every commitment of it. */
const RUNS: readonly string[] = ["sli-coordinator", "regional-chair"];

/** States of a booking that say that somebody was, or is to be, at the event. */
export const THERE: readonly string[] = ["booked", "attended", "partlyAttended"];

/** Regions whose commitments this person sees all of, and chases. */
export const runsIn = (actor: SignedIn) => [...new Set(actor.holdings.filter(({ kind }) => RUNS.includes(kind)).map(({ regionId }) => regionId))];

/** Every commitment that exists for this person: their own, what their posts own, those of an event they were at, the workplans of the plans that they follow, and all of a region that they run. */
export function visibleTo(actor: SignedIn): Prisma.CommitmentWhereInput {
  return {
    OR: [
      { madeById: actor.personId },
      { ownerPostId: { in: actor.holdings.map(({ postId }) => postId) } },
      { regionId: { in: runsIn(actor) } },
      { workstreamId: { not: null }, regionId: { in: followsIn(actor) } },
      { event: { children: { some: { machine: "booking", state: { in: [...THERE] }, booking: { personId: actor.personId } } } } },
    ],
  };
}
