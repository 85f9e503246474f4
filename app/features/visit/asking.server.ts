import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { dayOf } from "~/workflow/working-days";
import { mayAskFor } from "./access.server";
import { roundOf } from "./begin.server";
import type { Bounds } from "./days";
import { passagesOf, type Head, type Passage } from "./queries.server";
import { visitRulesOf } from "./rules.server";

/** An authority for which somebody may ask, with what its request can be about. */
export interface HostAsking {
  readonly authorityId: string;
  readonly authority: string;
  /** The round it would belong to; null when none is open. */
  readonly round: string | null;
  readonly themes: readonly string[];
  readonly passages: readonly Passage[];
  readonly bounds: Bounds;
}

/** The authorities for which this person may begin a request: one for nearly everybody. */
export async function hostAsking(actor: SignedIn): Promise<readonly HostAsking[]> {
  const authorities = await db.authority.findMany({ where: { id: { in: [...mayAskFor(actor)] } }, orderBy: { name: "asc" }, select: { id: true, name: true, regionId: true } });
  return Promise.all(
    authorities.map(async ({ id, name, regionId }) => {
      const [round, passages] = await Promise.all([roundOf(regionId), passagesOf(id)]);
      const rules = visitRulesOf(round?.rules);
      return { authorityId: id, authority: name, round: round?.name ?? null, themes: rules.themes, passages, bounds: { today: dayOf(now()), endsOn: round?.endsOn ?? "", days: rules.visitDays } };
    }),
  );
}

/** What the dates of a visit are held against today. */
export function boundsOf(head: Pick<Head, "cycle" | "days">): Bounds {
  return { today: dayOf(now()), endsOn: head.cycle.endsOn, days: head.days };
}
