import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import type { RegionToStaff, Staff } from "./people";

export const REGION = "west-midlands";

/** Fourteen authorities, each with a director and two assistant directors: those who sponsor and lead its work. */
export const people = { domain: "west-midlands", chairedBy: "solihull", seed: 6, few: 2, changes: new Map() } satisfies Partial<RegionToStaff>;

/** What the region does together, as it came about. */
export function westMidlandsStory(_told: { readonly calendar: Calendar; readonly staff: Staff; readonly authorityIds: readonly string[] }): Moment[] {
  return [];
}
