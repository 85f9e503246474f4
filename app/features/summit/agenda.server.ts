import { orRefusal, Refusal, type Acting, type Refused } from "~/workflow/acting.server";
import { inTransaction } from "~/workflow/transaction.server";
import { coordinating } from "./access.server";

interface AgendaAct extends Pick<Acting, "actor" | "requestKey"> {
  readonly eventId: string;
}

/** Adds a line to the agenda of an event. Whoever can book it reads it. The same press adds one. */
export function addAgendaItem({ eventId, actor, requestKey, ...item }: AgendaAct & { readonly startsAt: string; readonly title: string; readonly speaker: string }): Promise<{ readonly kind: "saved" } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    const event = await tx.event.findFirst({ where: { id: eventId }, select: { regionId: true } });
    if (!event) throw new Refusal("no-such-record");
    await coordinating(tx, actor, event.regionId);
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      if (await tx.agendaItem.findUnique({ where: { requestKey }, select: { id: true } })) return { kind: "saved" as const };
    }
    await tx.agendaItem.create({ data: { eventId, ...item, requestKey: requestKey ?? null }, select: { id: true } });
    return { kind: "saved" as const };
  }));
}

/** Takes a line off the agenda. Done again it changes nothing. */
export function removeAgendaItem({ eventId, actor, itemId }: AgendaAct & { readonly itemId: string }): Promise<{ readonly kind: "saved" } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    const event = await tx.event.findFirst({ where: { id: eventId }, select: { regionId: true } });
    if (!event) throw new Refusal("no-such-record");
    await coordinating(tx, actor, event.regionId);
    await tx.agendaItem.deleteMany({ where: { id: itemId, eventId } });
    return { kind: "saved" as const };
  }));
}
