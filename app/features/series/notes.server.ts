import { keepMarks, uncheckedIn, type Mark } from "~/features/child-data";
import { orRefusal, personOf, Refusal, runsEventsOf, type Refused } from "~/features/booking";
import { readRegionSettings } from "~/features/region";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { dayOf } from "~/workflow/working-days";

export const LONGEST_NOTE = 2000;

export interface SessionNotes {
  readonly eventId: string;
  readonly title: string;
  readonly themes: readonly string[];
  readonly dayHasCome: boolean;
  readonly notes: readonly { readonly id: string; readonly theme: string; readonly text: string; readonly at: string; readonly mine: boolean }[];
}

const writers = (actor: SignedIn) => ({
  OR: [
    { regionId: { in: [...runsEventsOf(actor)] } },
    { workflow: { bookableSessions: { some: { bookings: { some: { personId: actor.personId, holds: true, workflow: { state: { in: ["booked", "attended", "partlyAttended"] } } } } } } } },
  ],
});

/** The notes of a session of a series, for its coordinator and those who have a place at it. Null for everybody else. */
export async function sessionNotes(actor: SignedIn, eventId: string): Promise<SessionNotes | null> {
  const event = await db.event.findFirst({
    where: { id: eventId, seriesId: { not: null }, ...writers(actor) },
    select: {
      id: true, title: true, region: { select: { settings: true } }, workflow: { select: { bookableSessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsAt: true } } } },
      notes: { orderBy: { at: "asc" }, select: { id: true, theme: true, text: true, at: true, byId: true } },
    },
  });
  const [first] = event?.workflow.bookableSessions ?? [];
  if (!event || !first) return null;
  return {
    eventId: event.id, title: event.title, themes: readRegionSettings(event.region.settings).challenge.themes, dayHasCome: dayOf(first.startsAt) <= dayOf(now()),
    notes: event.notes.map(({ byId, at, ...note }) => ({ ...note, at: at.toISOString(), mine: byId === actor.personId })),
  };
}

/**
 * Notes what was heard at a session, under a theme. Nobody is named in it: what may identify a child needs a
 * mark that it does not ("child-data"). The same press notes once. Refused: "not-your-role", "not-held-yet", "choose-theme", "write-note".
 */
export function noteHeard({ eventId, theme, text, marks = [], actor, requestKey }: { readonly eventId: string; readonly theme: string; readonly text: string; readonly marks?: readonly Mark[]; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<{ readonly kind: "noted"; readonly id: string } | Refused> {
  return orRefusal(async (tx) => {
    const personId = personOf(actor);
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.sessionNote.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "noted" as const, id: known.id };
    }
    const moment = now();
    const event = await tx.event.findFirst({
      where: {
        id: eventId, seriesId: { not: null },
        OR: [
          { region: { posts: { some: { kind: "sli-coordinator", authorityId: null, holdings: { some: { personId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] } } } } } },
          { workflow: { bookableSessions: { some: { bookings: { some: { personId, holds: true, workflow: { state: { in: ["booked", "attended", "partlyAttended"] } } } } } } } },
        ],
      },
      select: { region: { select: { settings: true } }, workflow: { select: { bookableSessions: { select: { startsAt: true } } } } },
    });
    if (!event) throw new Refusal("not-your-role");
    if (!event.workflow.bookableSessions.some(({ startsAt }) => dayOf(startsAt) <= dayOf(moment))) throw new Refusal("not-held-yet");
    if (!readRegionSettings(event.region.settings).challenge.themes.includes(theme)) throw new Refusal("choose-theme");
    if (text.trim() === "" || text.length > LONGEST_NOTE) throw new Refusal("write-note");
    const id = uuidv7();
    await keepMarks(tx, { workflowId: eventId, key: `note:${id}`, marks, personId });
    if ((await uncheckedIn({ workflowId: eventId, key: `note:${id}`, text }, tx)).length > 0) throw new Refusal("child-data");
    await tx.sessionNote.create({ data: { id, eventId, theme, text: text.trim(), byId: personId, at: moment, requestKey: requestKey ?? null }, select: { id: true } });
    return { kind: "noted" as const, id };
  });
}

/** Takes one's own note out, or as the coordinator any. A published report keeps what it was published with. */
export async function removeNote(actor: SignedIn, eventId: string, noteId: string): Promise<void> {
  await db.sessionNote.deleteMany({ where: { id: noteId, eventId, OR: [{ byId: actor.personId }, { event: { regionId: { in: [...runsEventsOf(actor)] } } }] } });
}

/** Keeps what the evidence comes to, in the coordinator's words. */
export async function saveSummary(actor: SignedIn, seriesId: string, summary: string): Promise<boolean> {
  const { count } = await db.series.updateMany({ where: { id: seriesId, regionId: { in: [...runsEventsOf(actor)] }, workflow: { state: { in: ["running", "combining"] } } }, data: { summary } });
  return count > 0;
}
