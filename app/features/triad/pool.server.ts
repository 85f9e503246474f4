import { challengersForSolver, type ForSolver } from "~/features/challenger-pool";

/** A challenger as the scheduling of sessions sees one, with their name. Employer and conflicts are ids of authorities. */
export type PoolMember = ForSolver;

/** The challengers of a region who may be asked for sessions in these days. */
export function challengersFor(regionId: string, days: { readonly from: string; readonly to: string }): Promise<readonly PoolMember[]> {
  return challengersForSolver(regionId, days);
}
