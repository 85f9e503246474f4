import { now } from "~/platform/clock.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";

/** What can be done to the register. */
export type RegisterAct = "person.added" | "person.changed" | "person.left" | "person.returned" | "post.created" | "holding.begun" | "holding.ended" | "people.imported" | "region.settings-changed";

/**
 * Notes an act on the register, in its own transaction. The subject holds ids and the names of what
 * changed, never the values: what a person was called or where they could be reached is not kept twice.
 */
export async function noteChange(tx: Tx, actor: Actor | SignedIn, what: RegisterAct, subject: Readonly<Record<string, string | number | null | readonly string[]>>): Promise<void> {
  await tx.directoryChange.create({ data: { actorId: actor.kind === "person" ? actor.personId : null, what, subject, at: now() } });
}

/** Notes that a region's settings were changed, and which. */
export function noteRegionChange(tx: Tx, actor: Actor | SignedIn, regionId: string, fields: readonly string[]): Promise<void> {
  return noteChange(tx, actor, "region.settings-changed", { regionId, fields });
}
