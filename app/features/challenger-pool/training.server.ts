import { cancelDate, setDate } from "~/features/calendar";
import { readRegionSettings } from "~/features/region";
import { now } from "~/platform/clock.server";
import { dayDate, dayText } from "~/platform/day-column";
import { Refusal, orRefusal, personOf } from "~/workflow/acting.server";
import { system, type Actor } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { addMonths, dayOf, londonTime } from "~/workflow/working-days";
import { act, type Act } from "./acting.server";
import { seatOwnDirector } from "./employer.server";
import { keepsPool } from "./rights.server";

/** The last day on which training of a day is good, by the region's rule. */
export async function validUntil(tx: Pick<Tx, "region">, regionId: string, trainedOn: string): Promise<string> {
  const { settings } = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { settings: true } });
  return addMonths(trainedOn, readRegionSettings(settings).challenge.trainingValidMonths);
}

export interface NewTraining {
  readonly regionId: string;
  readonly title: string;
  readonly day: string;
  /** "09:30", London time. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly capacity: number;
  readonly actor: Actor;
  readonly requestKey?: string | undefined;
}

export type TrainingMade = { readonly kind: "made"; readonly id: string } | { readonly kind: "refused"; readonly reason: string };

/** A day of training of the region. The same press makes one. */
export function planTraining({ actor, requestKey, day, ...training }: NewTraining): Promise<TrainingMade> {
  return orRefusal(() =>
    inTransaction(async (tx): Promise<TrainingMade> => {
      await keepsPool(tx, actor, training.regionId);
      if (requestKey) {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
        const known = await tx.trainingEvent.findUnique({ where: { requestKey }, select: { id: true } });
        if (known) return { kind: "made", id: known.id };
      }
      const made = await tx.trainingEvent.create({ data: { ...training, day: dayDate(day), requestKey: requestKey ?? null }, select: { id: true } });
      return { kind: "made", id: made.id };
    }),
  );
}

/** Moves a day of training: everybody booked keeps their place, and is told with the new date for their calendar. */
export function moveTraining({ eventId, actor, ...to }: { readonly eventId: string; readonly actor: Actor; readonly day: string; readonly startsAt: string; readonly endsAt: string; readonly place: string }): Promise<TrainingMade> {
  return changeTraining(eventId, actor, "training.move", async (tx) => {
    const there = { day: dayDate(to.day), startsAt: to.startsAt, endsAt: to.endsAt, place: to.place };
    // Pressed twice, the second finds the day where it is to be: nothing moves, and nobody is told again.
    return (await tx.trainingEvent.updateMany({ where: { id: eventId, NOT: there }, data: there })).count > 0;
  });
}

/** Calls a day of training off: everybody booked is told and needs another. */
export function cancelTraining({ eventId, actor }: { readonly eventId: string; readonly actor: Actor }): Promise<TrainingMade> {
  return changeTraining(eventId, actor, "training.cancel", async (tx) => {
    // Pressed twice, the second finds it off.
    return (await tx.trainingEvent.updateMany({ where: { id: eventId, cancelledAt: null }, data: { cancelledAt: now() } })).count > 0;
  });
}

function changeTraining(eventId: string, actor: Actor, event: "training.move" | "training.cancel", change: (tx: Tx) => Promise<boolean>): Promise<TrainingMade> {
  return orRefusal(() =>
    inTransaction(async (tx): Promise<TrainingMade> => {
      const training = await lockTraining(tx, eventId);
      await keepsPool(tx, actor, training.regionId);
      if (training.cancelledAt && event !== "training.cancel") throw new Refusal("event-cancelled");
      const bookings = await tx.trainingBooking.findMany({ where: { eventId, outcome: "booked" }, orderBy: { challengerId: "asc" }, select: { challengerId: true } });
      if (!(await change(tx))) return { kind: "made", id: eventId };
      for (const { challengerId } of bookings) {
        await fireWithin(tx, {
          workflowId: challengerId,
          event,
          actor: system,
          write: async (inner) => {
            if (event === "training.cancel") {
              await inner.trainingBooking.update({ where: { eventId_challengerId: { eventId, challengerId } }, data: { outcome: "cancelled" } });
              await cancelDate(inner, { workflowId: challengerId, kind: "training" });
            } else await putInCalendar(inner, challengerId, eventId);
          },
        });
      }
      return { kind: "made", id: eventId };
    }),
  );
}

/** Books a place, by the challenger or the coordinator. Never more than there are places. */
export function bookTraining({ eventId, ...given }: Act & { readonly eventId: string }): Promise<FireResult> {
  return act(given, "training.book", {
    write: async (tx) => {
      const training = await lockTraining(tx, eventId);
      const own = await tx.challenger.findUniqueOrThrow({ where: { id: given.challengerId }, select: { regionId: true } });
      if (training.regionId !== own.regionId) throw new Refusal("no-such-event");
      if (training.cancelledAt) throw new Refusal("event-cancelled");
      if (dayText(training.day) < dayOf(now())) throw new Refusal("event-over");
      if ((await tx.trainingBooking.count({ where: { challengerId: given.challengerId, outcome: "booked" } })) > 0) throw new Refusal("booked-already");
      if ((await tx.trainingBooking.count({ where: { eventId, outcome: { in: ["booked", "attended"] } } })) >= training.capacity) throw new Refusal("event-full");
      await tx.trainingBooking.upsert({
        where: { eventId_challengerId: { eventId, challengerId: given.challengerId } },
        create: { eventId, challengerId: given.challengerId, bookedAt: now() },
        update: { outcome: "booked", bookedAt: now() },
      });
      await putInCalendar(tx, given.challengerId, eventId);
    },
  });
}

/** Gives a booked place back. */
export function giveBackPlace(given: Act): Promise<FireResult> {
  return act(given, "training.cancel", {
    write: async (tx) => {
      if (!(await freeTrainingPlace(tx, given.challengerId))) throw new Refusal("not-booked");
    },
  });
}

/**
 * Frees the place that somebody has booked, and takes the day out of their calendar.
 * @returns whether there was one
 */
export async function freeTrainingPlace(tx: Tx, challengerId: string): Promise<boolean> {
  const { count } = await tx.trainingBooking.updateMany({ where: { challengerId, outcome: "booked" }, data: { outcome: "cancelled" } });
  if (count > 0) await cancelDate(tx, { workflowId: challengerId, kind: "training" });
  return count > 0;
}

/**
 * Who came to a day of training: each is trained from that day for as long as the region's rule says,
 * each other booked one is told that they were missed. All or none; pressed again, it changes nothing.
 */
export function recordAttendance({ eventId, attended, actor }: { readonly eventId: string; readonly attended: readonly string[]; readonly actor: Actor }): Promise<TrainingMade> {
  return orRefusal(() =>
    inTransaction(async (tx): Promise<TrainingMade> => {
      const training = await lockTraining(tx, eventId);
      await keepsPool(tx, actor, training.regionId);
      if (training.cancelledAt) throw new Refusal("event-cancelled");
      if (dayText(training.day) > dayOf(now())) throw new Refusal("event-not-over");
      const booked = await tx.trainingBooking.findMany({ where: { eventId, outcome: "booked" }, orderBy: { challengerId: "asc" }, select: { challengerId: true } });
      for (const { challengerId } of booked) {
        const came = attended.includes(challengerId);
        await tx.trainingBooking.update({ where: { eventId_challengerId: { eventId, challengerId } }, data: { outcome: came ? "attended" : "missed" } });
        if (came) await trainedWithin(tx, { challengerId, trainedOn: dayText(training.day), eventId, actor });
        else await must(fireWithin(tx, { workflowId: challengerId, event: "training.miss", actor }));
      }
      return { kind: "made", id: eventId };
    }),
  );
}

/** Training that somebody had elsewhere, or before there was Candour: entered by the coordinator. A day that is on record already stays as it is. */
export function recordTraining({ trainedOn, ...given }: { readonly challengerId: string; readonly trainedOn: string; readonly actor: Actor }): Promise<TrainingMade> {
  return orRefusal(() =>
    inTransaction(async (tx): Promise<TrainingMade> => {
      if (trainedOn > dayOf(now())) throw new Refusal("in-the-future");
      await tx.$queryRaw`SELECT id FROM challenger WHERE id = ${given.challengerId}::uuid FOR UPDATE`;
      if ((await tx.trainingRecord.count({ where: { challengerId: given.challengerId, trainedOn: dayDate(trainedOn) } })) > 0) return { kind: "made", id: given.challengerId };
      await trainedWithin(tx, { ...given, trainedOn, eventId: null });
      return { kind: "made", id: given.challengerId };
    }),
  );
}

async function trainedWithin(tx: Tx, { challengerId, trainedOn, eventId, actor }: { challengerId: string; trainedOn: string; eventId: string | null; actor: Actor }): Promise<void> {
  const { regionId, trainedUntil } = await tx.challenger.findUniqueOrThrow({ where: { id: challengerId }, select: { regionId: true, trainedUntil: true } });
  const until = await validUntil(tx, regionId, trainedOn);
  const { state } = await tx.workflow.findUniqueOrThrow({ where: { id: challengerId }, select: { state: true } });
  const held = await tx.assignment.count({ where: { challengerId, workflow: { state: "accepted" } } });
  const again = ["trainingBooked", "trainingExpired"].includes(state) && held > 0;
  const event = again ? "training.renewMeanwhile" : state === "trainingBooked" ? "training.attend" : "training.renew";
  await must(
    fireWithin(tx, {
      workflowId: challengerId,
      event,
      actor,
      write: async (inner) => {
        await seatOwnDirector(inner, challengerId);
        await inner.trainingRecord.create({ data: { challengerId, trainedOn: dayDate(trainedOn), validUntil: dayDate(until), eventId, recordedById: personOf(actor), recordedAt: now() } });
        // An older training entered late never shortens what holds already.
        if (!trainedUntil || dayText(trainedUntil) < until) await inner.challenger.update({ where: { id: challengerId }, data: { trainedUntil: dayDate(until) }, select: { id: true } });
      },
    }),
  );
}

async function must(firing: Promise<FireResult>): Promise<void> {
  const result = await firing;
  if (result.kind === "refused") throw new Refusal(result.reason);
}

async function lockTraining(tx: Tx, eventId: string) {
  await tx.$queryRaw`SELECT id FROM training_event WHERE id = ${eventId}::uuid FOR UPDATE`;
  const training = await tx.trainingEvent.findUnique({ where: { id: eventId } });
  if (!training) throw new Refusal("no-such-event");
  return training;
}

async function putInCalendar(tx: Tx, challengerId: string, eventId: string): Promise<void> {
  const training = await tx.trainingEvent.findUniqueOrThrow({ where: { id: eventId } });
  const day = dayText(training.day);
  await setDate(tx, {
    workflowId: challengerId, kind: "training", title: training.title, location: training.place, allDay: false,
    startsAt: londonTime(day, training.startsAt), endsAt: londonTime(day, training.endsAt),
  });
}
