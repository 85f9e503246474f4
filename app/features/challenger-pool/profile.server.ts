import { readRegionSettings } from "~/features/region";
import { now } from "~/platform/clock.server";
import { dayDate } from "~/platform/day-column";
import { Refusal, orRefusal, personOf } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { act, type Act } from "./acting.server";
import { keepsPool } from "./rights.server";
import type { Level } from "./words";

export type Saved = { readonly kind: "saved" } | { readonly kind: "refused"; readonly reason: string };

interface Change {
  readonly challengerId: string;
  readonly actor: Actor;
}

/** The challenger, or the coordinator for them, says what they know and bring. */
export function saveThemes({ themes, about, ...change }: Change & { readonly themes: readonly string[]; readonly about: string }): Promise<Saved> {
  return changing(change, "either", async (tx, regionId) => {
    const { settings } = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { settings: true } });
    const known = readRegionSettings(settings).challenge.themes;
    const { themes: before } = await tx.challenger.findUniqueOrThrow({ where: { id: change.challengerId }, select: { themes: true } });
    // A theme the region no longer lists may stay with whoever had it.
    if (themes.some((theme) => !known.includes(theme) && !before.includes(theme))) throw new Refusal("no-such-theme");
    await tx.challenger.update({ where: { id: change.challengerId }, data: { themes: [...themes], about: about.trim() }, select: { id: true } });
  });
}

/** Days on which they cannot come. Entered twice, they are there once. */
export function addAway({ from, to, ...change }: Change & { readonly from: string; readonly to: string }): Promise<Saved> {
  return changing(change, "either", async (tx) => {
    if (to < from) throw new Refusal("days-not-in-order");
    const days = { challengerId: change.challengerId, fromDay: dayDate(from), toDay: dayDate(to) };
    if ((await tx.challengerAway.count({ where: days })) === 0) await tx.challengerAway.create({ data: days });
  });
}

export function removeAway({ awayId, ...change }: Change & { readonly awayId: string }): Promise<Saved> {
  return changing(change, "either", async (tx) => {
    await tx.challengerAway.deleteMany({ where: { id: awayId, challengerId: change.challengerId } });
  });
}

/** A conflict beside the employment, which is known by itself: a former post, a relative, a complaint. */
export function declareConflict({ authorityId, why, ...change }: Change & { readonly authorityId: string; readonly why: string }): Promise<Saved> {
  return changing(change, "either", async (tx) => {
    if ((await tx.authority.count({ where: { id: authorityId } })) === 0) throw new Refusal("no-such-authority");
    const open = await tx.challengerConflict.findFirst({ where: { challengerId: change.challengerId, authorityId, endedAt: null }, select: { id: true } });
    if (open) await tx.challengerConflict.update({ where: { id: open.id }, data: { why } });
    else await tx.challengerConflict.create({ data: { challengerId: change.challengerId, authorityId, why, declaredAt: now() } });
  });
}

export function endConflict({ conflictId, ...change }: Change & { readonly conflictId: string }): Promise<Saved> {
  return changing(change, "either", async (tx) => {
    await tx.challengerConflict.updateMany({ where: { id: conflictId, challengerId: change.challengerId, endedAt: null }, data: { endedAt: now() } });
  });
}

/** The coordinator's part: whether they lead, and how much they take on. */
export function setLevel({ level, maxLoad, ...change }: Change & { readonly level: Level; readonly maxLoad: number }): Promise<Saved> {
  return changing(change, "coordinator", async (tx) => {
    await tx.challenger.update({ where: { id: change.challengerId }, data: { level, maxLoad }, select: { id: true } });
  });
}

/** The coordinator's own word to whoever holds the next step. */
export function remindAbout({ personIds, ...given }: Act & { readonly personIds: readonly string[] }): Promise<FireResult> {
  return act(given, "reminder.send", { addressees: { personIds } });
}

/** Changes a record under its row's lock, by the person themselves or the region's coordinator. */
function changing({ challengerId, actor }: Change, who: "either" | "coordinator", change: (tx: Tx, regionId: string) => Promise<void>): Promise<Saved> {
  return orRefusal(() =>
    inTransaction(async (tx): Promise<Saved> => {
      await tx.$queryRaw`SELECT id FROM challenger WHERE id = ${challengerId}::uuid FOR UPDATE`;
      const own = await tx.challenger.findUnique({ where: { id: challengerId }, select: { personId: true, regionId: true } });
      if (!own) throw new Refusal("no-such-record");
      if (who === "coordinator" || own.personId !== personOf(actor)) await keepsPool(tx, actor, own.regionId);
      await change(tx, own.regionId);
      return { kind: "saved" };
    }),
  );
}
