import { orRefusal, personOf, Refusal, type BookingRules, type Refused, type SessionDate } from "~/features/booking";
import { coordinates, planWithin, type EventDetails } from "~/features/event";
import { now } from "~/platform/clock.server";
import type { Actor } from "~/workflow/actor.server";
import { isBankHoliday } from "~/workflow/bank-holidays";
import { begin } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { addWorkingDays } from "~/workflow/working-days";
import { sessionDays, type Pattern } from "./pattern";

export interface NewSeries {
  readonly regionId: string;
  readonly details: EventDetails;
  readonly coversKind: string | null;
  readonly pattern: Pattern;
  /** What every session has in common; its day comes from the pattern. */
  readonly date: Omit<SessionDate, "day">;
  readonly rules: Omit<BookingRules, "bookBy">;
  /** Working days before each session that are its last day to book. */
  readonly bookByBefore: number;
  readonly actor: Actor;
  readonly requestKey?: string | undefined;
}

export type SeriesMade = { readonly kind: "made"; readonly id: string; readonly skipped: readonly string[] } | Refused;

/** Plans a series with all its sessions from a pattern, bank holidays left out. Nobody but the region's coordinators sees it until it opens. The same press plans one. */
export function planSeries({ regionId, details, coversKind, pattern, date, rules, bookByBefore, actor, requestKey }: NewSeries): Promise<SeriesMade> {
  return orRefusal(async (tx): Promise<SeriesMade> => {
    const { days, skipped } = sessionDays(pattern, (day) => !isBankHoliday(day));
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.series.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made", id: known.id, skipped };
    }
    const createdById = personOf(actor);
    const posts = await coordinates(tx, createdById, regionId);
    if (days.length === 0) throw new Refusal("complete");
    const id = uuidv7();
    await begin(
      {
        id, machine: "series", regionId, title: details.title, actor, parties: posts.map((postId) => ({ role: "coordinator", postId })),
        write: async (inner) => {
          await inner.series.create({ data: { id, regionId, title: details.title, about: details.about, coversKind, createdById, createdAt: now(), requestKey: requestKey ?? null }, select: { id: true } });
        },
      },
      tx,
    );
    for (const [index, day] of days.entries()) {
      await planWithin(tx, {
        regionId, actor, of: { seriesId: id, number: index + 1 }, details: { ...details, title: `${details.title}: session ${index + 1}` },
        date: { ...date, day }, rules: { ...rules, bookBy: addWorkingDays(day, -bookByBefore) },
      });
    }
    return { kind: "made", id, skipped };
  });
}
