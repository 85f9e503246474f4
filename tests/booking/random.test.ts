import fc from "fast-check";
import { expect, test } from "vitest";

import { acceptOffer, bookPlaces, cancelBooking, declineOffer } from "~/features/booking";
import { changeDate } from "~/features/event";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { anOpenEvent, aRegion, colleagues, someDate, truthOf, workingDay } from "./world";

type Command = { readonly act: "book" | "team" | "cancel" | "accept" | "decline" | "wait" | "grow"; readonly who: number };

const command: fc.Arbitrary<Command> = fc.record({
  act: fc.constantFrom("book", "book", "book", "team", "cancel", "cancel", "accept", "decline", "wait", "grow"),
  who: fc.nat(11),
});

// Whatever people do in whatever order: never more than there are places, none stranded while somebody could take it, and offers in the order of the list.
test("random bookings, cancellations, offers and expiries keep every rule of the waiting list", { timeout: 300_000 }, async () => {
  const region = await aRegion();
  const people = [...(await colleagues(region, 6, 0)), ...(await colleagues(region, 6, 1))];
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 22 }), fc.integer({ min: 1, max: 3 }), fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }), async (commands, capacity, quota) => {
      const event = await anOpenEvent({ region, date: { capacity }, rules: { quota, offerHours: 2 } });
      let places = capacity;
      let day = 1;
      for (const { act, who } of commands) {
        const person = people[who]!;
        const mine = await db.booking.findFirst({ where: { sessionId: event.sessionId, personId: person.personId, active: true }, select: { id: true } });
        const given = { bookingId: mine?.id ?? "", actor: person };
        const offersBefore = await offers(event.sessionId);
        await at(londonTime(workingDay(day), "09:30"), async () => {
          if (act === "book") await bookPlaces({ sessionId: event.sessionId, personIds: [person.personId], actor: person });
          else if (act === "team") await bookPlaces({ sessionId: event.sessionId, personIds: [person.personId, people[(who + 1) % people.length]!.personId], actor: region.coordinator });
          else if (act === "grow" && places < 5) await changeDate({ eventId: event.eventId, sessionId: event.sessionId, date: someDate({ capacity: ++places }), actor: region.coordinator });
          else if (mine && act === "cancel") await cancelBooking(given);
          else if (mine && act === "accept") await acceptOffer(given);
          else if (mine && act === "decline") await declineOffer(given);
        });
        if (act === "wait" && day < 15) await at(londonTime(workingDay(day++), "11:31"), sweepDeadlines);
        const truth = await truthOf(event.sessionId);
        expect(truth.taken).toBe(truth.holding);
        expect(truth.taken).toBeLessThanOrEqual(truth.capacity);
        expect(truth.taken < truth.capacity ? truth.couldTake : 0).toBe(0);
        await expectInOrder(event.sessionId, offersBefore);
      }
    }),
    { numRuns: 12 },
  );
});

async function offers(sessionId: string): Promise<ReadonlySet<number>> {
  const rows = await db.booking.findMany({ where: { sessionId, workflow: { state: "offered" } }, select: { queueNo: true } });
  return new Set(rows.map(({ queueNo }) => queueNo ?? 0));
}

/** Nobody who waits came before somebody who has just been offered a place, unless their authority has none left. */
async function expectInOrder(sessionId: string, before: ReadonlySet<number>): Promise<void> {
  const rows = await db.booking.findMany({ where: { sessionId, active: true, queueNo: { not: null } }, select: { queueNo: true, authorityId: true, workflow: { select: { state: true } } } });
  const quotas = await db.sessionQuota.findMany({ where: { sessionId } });
  const fresh = rows.filter(({ queueNo, workflow }) => workflow.state === "offered" && !before.has(queueNo ?? 0));
  for (const { queueNo } of fresh) {
    const passedOver = rows.filter((row) => row.workflow.state === "waiting" && (row.queueNo ?? 0) < (queueNo ?? 0));
    for (const row of passedOver) {
      const quota = quotas.find(({ authorityId }) => authorityId === row.authorityId);
      expect(quota && quota.taken >= quota.places, `number ${row.queueNo} was passed over for number ${queueNo}`).toBe(true);
    }
  }
}
