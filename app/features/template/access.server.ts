import { now } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { Actor, SignedIn } from "~/workflow/actor.server";

/** Regions in which this person coordinates the rounds now. */
function regionsCoordinatedBy(actor: SignedIn): string[] {
  return actor.holdings.filter((post) => post.kind === "sli-coordinator").map((post) => post.regionId);
}

/** Templates are the coordinators' workshop: authors see them only as the questions they answer. */
export function visibleTo(actor: SignedIn): Prisma.TemplateWhereInput {
  return { regionId: { in: regionsCoordinatedBy(actor) } };
}

/** True when the actor holds, at this moment, the post that runs a region's rounds. The system and leavers do not. */
export async function coordinates(database: Database, actor: Actor, regionId: string): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const moment = now();
  const holding = await database.holding.findFirst({
    where: {
      personId: actor.personId,
      from: { lte: moment },
      OR: [{ to: null }, { to: { gt: moment } }],
      post: { kind: "sli-coordinator", regionId },
      person: { OR: [{ leftAt: null }, { leftAt: { gt: moment } }] },
    },
    select: { id: true },
  });
  return holding !== null;
}
