import { readRegionSettings } from "~/features/region";
import { now } from "~/platform/clock.server";
import { dayDate } from "~/platform/day-column";
import { Refusal, orRefusal, personOf, withReason } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { dayOf } from "~/workflow/working-days";
import { act, keepReason, type Act } from "./acting.server";
import { recordFor } from "./begin.server";
import { seatOwnDirector } from "./employer.server";
import { keepsPool, ofRegion } from "./rights.server";
import { freeTrainingPlace, validUntil } from "./training.server";
import type { Level } from "./words";

export type Entered = { readonly kind: "entered"; readonly challengerId: string } | { readonly kind: "refused"; readonly reason: string };

export interface Entry {
  readonly regionId: string;
  readonly personId: string;
  readonly level: Level;
  readonly themes: readonly string[];
  readonly about: string;
  readonly maxLoad: number;
  /** ISO day of the last training, or null for somebody still to be trained. */
  readonly trainedOn: string | null;
  /** ISO day; counted from the training by the region's rule when left out. */
  readonly trainedUntil?: string | null;
  readonly actor: Actor;
}

/** The coordinator enters somebody who already is a challenger, or whom the region has agreed to train. */
export function enterChallenger(entry: Entry): Promise<Entered> {
  return orRefusal(() => inTransaction((tx) => enterWithin(tx, entry)));
}

/** As `enterChallenger`, in the caller's transaction; a refusal is thrown, so that nothing of it stays. */
export async function enterWithin(tx: Tx, entry: Entry): Promise<Entered> {
  const { regionId, personId, level, maxLoad, trainedOn, actor } = entry;
  await keepsPool(tx, actor, regionId);
  await ofRegion(tx, regionId, personId);
  const { themes } = readRegionSettings((await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { settings: true } })).settings).challenge;
  if (entry.themes.some((theme) => !themes.includes(theme))) throw new Refusal("no-such-theme");
  if (trainedOn && trainedOn > dayOf(now())) throw new Refusal("in-the-future");
  const { id } = await recordFor(tx, entry);
  const until = trainedOn ? (entry.trainedUntil ?? (await validUntil(tx, regionId, trainedOn))) : null;
  const inDate = until !== null && until >= dayOf(now());
  const result = await fireWithin(tx, {
    workflowId: id,
    event: inDate ? "register.enter" : "register.enterUntrained",
    actor,
    write: async (inner) => {
      await seatOwnDirector(inner, id);
      await inner.challenger.update({
        where: { id },
        data: { level, maxLoad, themes: [...entry.themes], about: entry.about, reason: null, ...(until ? { trainedUntil: dayDate(until) } : {}) },
        select: { id: true },
      });
      if (trainedOn && until) await inner.trainingRecord.create({ data: { challengerId: id, trainedOn: dayDate(trainedOn), validUntil: dayDate(until), recordedById: personOf(actor), recordedAt: now() } });
    },
  });
  if (result.kind !== "moved") throw new Refusal(result.kind === "refused" && result.reason !== "no-such-step" ? result.reason : "already-in-pool");
  return { kind: "entered", challengerId: id };
}

/** The coordinator asks somebody of the region, or who completed one of its programmes, to apply: they are told, and nothing else happens by it. */
export function inviteToApply({ regionId, personId, actor, requestKey }: { readonly regionId: string; readonly personId: string; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<Entered> {
  return orRefusal(() =>
    inTransaction(async (tx): Promise<Entered> => {
      await keepsPool(tx, actor, regionId);
      await ofRegion(tx, regionId, personId);
      const { id } = await recordFor(tx, { regionId, personId, actor });
      const result = await fireWithin(tx, { workflowId: id, event: "application.invite", actor, ...(requestKey ? { requestKey } : {}) });
      if (result.kind === "moved" || result.kind === "repeated") return { kind: "entered", challengerId: id };
      return undo({ kind: "refused", reason: result.kind === "refused" && result.reason !== "no-such-step" ? result.reason : "already-in-pool" } satisfies Entered);
    }),
  );
}

/** Somebody offers themselves to the pool of a region in which they hold a post; their own director is asked. */
export function applyToPool(given: { regionId: string; themes: readonly string[]; about: string; actor: Actor; requestKey?: string | undefined }): Promise<Entered> {
  const { regionId, actor, requestKey } = given;
  return orRefusal(() =>
    inTransaction(async (tx): Promise<Entered> => {
      const personId = personOf(actor);
      await ofRegion(tx, regionId, personId);
      const { id } = await recordFor(tx, { ...given, personId });
      const result = await fireWithin(tx, {
        workflowId: id,
        event: "application.send",
        actor,
        ...(requestKey ? { requestKey } : {}),
        write: async (inner) => {
          await seatOwnDirector(inner, id);
          await inner.challenger.update({ where: { id }, data: { themes: [...given.themes], about: given.about.trim(), appliedAt: now(), reason: null }, select: { id: true } });
        },
      });
      if (result.kind === "moved" || result.kind === "repeated") return { kind: "entered", challengerId: id };
      return undo({ kind: "refused", reason: result.kind === "refused" && result.reason !== "no-such-step" ? result.reason : "already-in-pool" } satisfies Entered);
    }),
  );
}

/** The own director says yes: to be trained, or at once in the pool for somebody whose training still holds. */
export async function endorseChallenger(given: Act): Promise<FireResult> {
  const beside = {
    write: async (tx: Tx) => {
      await tx.challenger.update({ where: { id: given.challengerId }, data: { endorsedById: personOf(given.actor), endorsedAt: now() }, select: { id: true } });
    },
  };
  const result = await act(given, "endorsement.give", beside);
  return result.kind === "refused" && result.reason === "trainingNotInDate" ? act(given, "endorsement.welcome", beside) : result;
}

export function refuseChallenger(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "endorsement.refuse");
}

export function withdrawApplication(given: Act): Promise<FireResult> {
  return act(given, "application.withdraw");
}

/** Leaves the pool, with a reason; refused while a place at a session or a visit is held. A place at a training day is somebody else's from then on. */
export function leavePool(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "pool.leave", async (tx) => void (await freeTrainingPlace(tx, given.challengerId)));
}

function withKept({ reason, ...given }: Act & { readonly reason: string }, event: string, also?: (tx: Tx) => Promise<void>): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given, event, {
    payload,
    write: async (tx) => {
      await keepReason(tx, given.challengerId, text);
      await also?.(tx);
    },
  });
}
