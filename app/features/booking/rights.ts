import type { SignedIn } from "~/workflow/actor.server";

/** Posts whose holders book for the people of their authority. */
export const booksForKinds: readonly string[] = ["dcs", "dcs-delegate", "assistant-director", "performance-lead"];

/** Authorities whose people this person may book. */
export function booksForOf(actor: Pick<SignedIn, "holdings">): readonly string[] {
  return [...new Set(actor.holdings.flatMap(({ kind, authorityId }) => (authorityId && booksForKinds.includes(kind) ? [authorityId] : [])))];
}

/** Regions whose events this person runs. */
export function runsEventsOf(actor: Pick<SignedIn, "holdings">): readonly string[] {
  return [...new Set(actor.holdings.filter(({ kind, authorityId }) => kind === "sli-coordinator" && authorityId === null).map(({ regionId }) => regionId))];
}
