import { acceptOffer, bookPlaces, cancelBooking, recordAttendance, swapDate, type AttendanceOutcome } from "~/features/booking";
import { db } from "~/platform/db.server";
import { orRefusal, Refusal, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { onAttendance } from "./acting.server";

/** What became of one day of those that were chosen. */
export interface DayBooked {
  readonly dayId: string;
  readonly kind: "booked" | "waiting" | "changed" | "refused";
  readonly reason?: string;
}

export type DaysBooked = { readonly kind: "done"; readonly days: readonly DayBooked[] } | Refused;

/**
 * Books every chosen day at once, each by itself: a full day puts the person on its waiting list and does
 * not keep them from the others. A day that is booked at another date is changed to the chosen one.
 */
export async function bookDays({ cohortId, choices, needs, actor, requestKey }: {
  readonly cohortId: string;
  /** The chosen date of each day: session by day. */
  readonly choices: ReadonlyMap<string, string>;
  readonly needs: string;
  readonly actor: Actor & { readonly personId: string };
  readonly requestKey?: string | undefined;
}): Promise<DaysBooked> {
  const checked = await orRefusal(async () => {
    if (choices.size === 0) throw new Refusal("choose-a-date");
    const sessions = await db.bookableSession.findMany({ where: { id: { in: [...choices.values()] }, owner: { programmeDay: { cohortId } } }, orderBy: { startsAt: "asc" }, select: { id: true, ownerId: true, startsAt: true, endsAt: true } });
    if ([...choices].some(([dayId, sessionId]) => !sessions.some(({ id, ownerId }) => id === sessionId && ownerId === dayId))) throw new Refusal("no-such-session");
    if ((await db.sessionGuest.count({ where: { personId: actor.personId, ownerId: { in: [...choices.keys()] } } })) === 0) throw new Refusal("not-a-participant");
    const kept = await db.booking.findMany({
      where: { personId: actor.personId, holds: true, session: { owner: { programmeDay: { cohortId } } }, ownerId: { notIn: [...choices.keys()] } },
      select: { session: { select: { startsAt: true, endsAt: true } } },
    });
    const times = [...sessions, ...kept.map(({ session }) => session)];
    if (times.some((one, at) => times.slice(at + 1).some((other) => one.startsAt < other.endsAt && other.startsAt < one.endsAt))) throw new Refusal("days-overlap");
    return { kind: "fine" as const, sessions };
  });
  if (checked.kind === "refused") return checked;
  const days: DayBooked[] = [];
  for (const { id: sessionId, ownerId: dayId } of checked.sessions) days.push({ dayId, ...(await bookOne({ dayId, sessionId, needs, actor, requestKey: requestKey && `${requestKey}.${sessionId}` })) });
  return { kind: "done", days };
}

async function bookOne({ dayId, sessionId, needs, actor, requestKey }: { readonly dayId: string; readonly sessionId: string; readonly needs: string; readonly actor: Actor & { readonly personId: string }; readonly requestKey: string | undefined }): Promise<Omit<DayBooked, "dayId">> {
  const has = await db.booking.findFirst({ where: { ownerId: dayId, personId: actor.personId, active: true }, select: { id: true, sessionId: true, workflow: { select: { state: true } } } });
  if (has?.sessionId === sessionId) {
    if (has.workflow.state !== "offered") return { kind: has.workflow.state === "waiting" ? "waiting" : "booked" };
    const taken = await acceptOffer({ bookingId: has.id, actor, requestKey });
    return taken.kind === "refused" ? { kind: "refused", reason: taken.reason } : { kind: "booked" };
  }
  if (has) {
    const swapped = await swapDate({ bookingId: has.id, toSessionId: sessionId, actor, requestKey });
    // The same press has changed it already.
    if (swapped.kind === "refused" && swapped.reason === "same-date") return { kind: "changed" };
    return swapped.kind === "refused" ? { kind: "refused", reason: swapped.reason } : { kind: "changed" };
  }
  const made = await bookPlaces({ sessionId, personIds: [actor.personId], needs, actor, requestKey });
  if (made.kind === "refused") return { kind: "refused", reason: made.reason };
  return { kind: made.bookings[0]?.state ?? "booked" };
}

/** Who came to a date of a day, by the list; once the day is held, whoever came is asked what they thought. */
export function recordRegister({ dayId, sessionId, came, actor }: { readonly dayId: string; readonly sessionId: string; readonly came: ReadonlyMap<string, AttendanceOutcome>; readonly actor: Actor }) {
  return recordAttendance({ sessionId, came, actor, settle: (tx) => onAttendance(tx, dayId) });
}

/** Somebody of the cohort is there without a booking: they get a place if there is one, and are noted as there. */
export async function walkIn({ dayId, sessionId, personId, actor, requestKey }: { readonly dayId: string; readonly sessionId: string; readonly personId: string; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<{ readonly kind: "recorded" } | Refused> {
  const made = await bookPlaces({ sessionId, personIds: [personId], actor, requestKey });
  if (made.kind === "refused") return made;
  const [booking] = made.bookings;
  if (!booking || booking.state !== "booked") {
    // The room is full: waiting for a place helps nobody on the day.
    if (booking) await cancelBooking({ bookingId: booking.bookingId, actor });
    return { kind: "refused", reason: "no-place" };
  }
  const recorded = await recordRegister({ dayId, sessionId, came: new Map([[booking.bookingId, "full"]]), actor });
  return recorded.kind === "refused" ? recorded : { kind: "recorded" };
}
