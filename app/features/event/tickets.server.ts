import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { EventPage } from "./queries.server";

export interface Tickets {
  /** The person's own authority; null for somebody of the region itself. */
  readonly own: { readonly id: string; readonly name: string } | null;
  /** Whose ticket a person may take, with how many each has left; empty where it is their own authority's only. */
  readonly choices: readonly { readonly id: string; readonly name: string; readonly left: number | null }[];
}

/** The tickets that a person can choose from at an event. */
export async function ticketsOf(actor: SignedIn, event: Pick<EventPage, "regionId" | "anyTicket" | "dates">): Promise<Tickets> {
  const mine = actor.holdings.flatMap(({ authorityId, regionId }) => (authorityId && regionId === event.regionId ? [authorityId] : [])).sort();
  const authorities = await db.authority.findMany({
    where: { regionId: event.regionId, ...(event.anyTicket ? {} : { id: { in: mine } }) },
    select: { id: true, name: true, sessionQuotas: { where: { sessionId: { in: event.dates.map(({ id }) => id) } }, select: { places: true, taken: true } } },
    orderBy: { name: "asc" },
  });
  const own = authorities.find(({ id }) => id === mine[0]);
  const choices = authorities.map(({ id, name, sessionQuotas }) => ({ id, name, left: sessionQuotas.length === 0 ? null : sessionQuotas.reduce((sum, { places, taken }) => sum + places - taken, 0) }));
  return { own: own ? { id: own.id, name: own.name } : null, choices: event.anyTicket ? choices : [] };
}
