import { runsEventsOf } from "~/features/booking";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Cohorts that exist for this person: all of the regions they coordinate; once nominations are open those of regions in which they hold a post; and those they are nominated for or teach on. */
export function visibleTo(actor: SignedIn): Prisma.CohortWhereInput {
  const regions = [...new Set(actor.holdings.map(({ regionId }) => regionId))];
  return {
    OR: [
      { regionId: { in: [...runsEventsOf(actor)] } },
      { regionId: { in: regions }, workflow: { state: { not: "planned" } } },
      { nominations: { some: { OR: [{ personId: actor.personId }, { nominatorId: actor.personId }, { lineManagerId: actor.personId }] } } },
      { days: { some: { tutors: { some: { personId: actor.personId } } } } },
    ],
  };
}
