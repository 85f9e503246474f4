import { cancelBookingsOf, lockSessionsOf, orRefusal, personOf, Refusal, type Refused } from "~/features/booking";
import { invitedTo, moved, withReason } from "~/features/event";
import { fingerprint } from "~/features/document";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { Actor } from "~/workflow/actor.server";
import { fireWithin, type FireRequest, type FireResult } from "~/workflow/fire.server";
import { evidenceOf } from "./evidence.server";

/** What every verb takes. `expectedRevision` is the workflow's, as the page showed it; `requestKey` makes a double press one act. */
export interface Act {
  readonly seriesId: string;
  readonly actor: Actor;
  readonly expectedRevision?: number | undefined;
  readonly requestKey?: string | undefined;
}

/** Fires one event of a series. The dates of its sessions are locked first: whoever books one waits for what becomes of all. */
function act({ seriesId, actor, ...given }: Act, event: string, beside: Pick<FireRequest, "payload" | "addressees" | "write"> = {}): Promise<FireResult> {
  return moved(async (tx) => {
    for (const { id } of await tx.event.findMany({ where: { seriesId }, select: { id: true }, orderBy: { id: "asc" } })) await lockSessionsOf(tx, id);
    return fireWithin(tx, { workflowId: seriesId, event, actor, ...given, ...beside });
  });
}

/** Opens booking for every session: those invited are told once. */
export async function openSeries(given: Act): Promise<FireResult> {
  const first = await db.event.findFirst({ where: { seriesId: given.seriesId }, orderBy: { number: "asc" }, select: { id: true } });
  return act(given, "series.open", { addressees: first ? await invitedTo(first.id) : {} });
}

/** Every session that is still to come is cancelled with it. */
export function cancelSeries(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "series.cancel");
}

/** The sessions are over: their notes are combined. */
export function finishSessions(given: Act): Promise<FireResult> {
  return act(given, "sessions.finish");
}

/** Freezes the evidence as it stands as the next version of the report, and tells everybody who took part. */
export async function publishReport(given: Act): Promise<FireResult> {
  const came = await db.booking.findMany({ where: { workflow: { parent: { event: { seriesId: given.seriesId } }, state: { in: ["attended", "partlyAttended"] } } }, select: { personId: true }, distinct: ["personId"] });
  return act(given, "report.publish", {
    addressees: { personIds: came.map(({ personId }) => personId) },
    write: async (tx) => {
      const evidence = await evidenceOf(given.seriesId, tx);
      if (!evidence) throw new Refusal("no-such-record");
      const version = 1 + (await tx.seriesReport.count({ where: { seriesId: given.seriesId } }));
      const content = { ...evidence, madeAt: now().toISOString() };
      await tx.seriesReport.create({ data: { seriesId: given.seriesId, version, content: content as unknown as Prisma.InputJsonObject, sha256: fingerprint(content), publishedAt: now() }, select: { version: true } });
    },
  });
}

/** Something in it is to be put right: the published version stays readable. */
export function reopenReport(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "report.reopen");
}

export function closeSeries(given: Act): Promise<FireResult> {
  return act(given, "series.close");
}

/** Gives back every place that somebody has at sessions still to come, and leaves their waiting lists. Done again it cancels nothing more. */
export function leaveSeries({ seriesId, actor }: Pick<Act, "seriesId" | "actor">): Promise<{ readonly kind: "left"; readonly cancelled: number } | Refused> {
  return orRefusal(async (tx) => {
    const sessions = await tx.event.findMany({ where: { seriesId }, select: { id: true } });
    return { kind: "left" as const, cancelled: await cancelBookingsOf(tx, { personId: personOf(actor), ownerIds: sessions.map(({ id }) => id), actor }) };
  });
}

function withKept({ reason, ...given }: Act & { readonly reason: string }, event: string): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given, event, {
    payload,
    write: async (tx) => {
      await tx.series.update({ where: { id: given.seriesId }, data: { reason: text === "" ? null : text }, select: { id: true } });
    },
  });
}
