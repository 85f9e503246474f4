import fc from "fast-check";
import { expect, test } from "vitest";

import { bookPlaces } from "~/features/booking";
import { cancelEvent, changeDate, closeBooking, holdEvent, openBooking, postponeEvent, reopenBooking } from "~/features/event";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { londonTime } from "~/workflow/working-days";
import { aPlannedEvent, aRegion, colleagues, someDate, stateOf, workingDay } from "../booking/world";

const acts = ["open", "close", "reopen", "postpone", "move", "cancel", "hold", "book", "pass"] as const;

// Whatever is done with an event in whatever order: its dates can be booked exactly while booking is open, calendars hold it exactly while it has a date, and no booking outlives its cancellation.
test("random steps of an event keep its dates, its calendar and its bookings in step with its state", { timeout: 180_000 }, async () => {
  const region = await aRegion();
  const people = await colleagues(region, 4);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 3, maxLength: 10 }), async (steps) => {
      const { eventId, sessionId } = await aPlannedEvent(region, { date: { day: workingDay(20) }, rules: { bookBy: workingDay(10) } });
      const given = { eventId, actor: region.coordinator };
      let day = 0;
      for (const [index, step] of steps.entries()) {
        if (step === "pass") day += 3;
        await at(londonTime(workingDay(day), "12:00"), async () => {
          if (step === "open") await openBooking(given);
          else if (step === "close") await closeBooking(given);
          else if (step === "reopen") await reopenBooking({ ...given, bookBy: workingDay(day + 1) });
          else if (step === "postpone") await postponeEvent({ ...given, reason: "The speaker is ill." });
          else if (step === "move") await changeDate({ ...given, sessionId, date: someDate({ day: workingDay(day + 12 + index) }) });
          else if (step === "cancel") await cancelEvent({ ...given, reason: "Not wanted any more." });
          else if (step === "hold") await holdEvent(given);
          else if (step === "book") await bookPlaces({ sessionId, personIds: [people[index % 4]!.personId], actor: people[index % 4]! });
        });
        const state = await stateOf(eventId);
        const session = await db.bookableSession.findUniqueOrThrow({ where: { id: sessionId } });
        const entry = await db.calendarEntry.findFirstOrThrow({ where: { workflowId: eventId } });
        expect([step, state, session.bookable]).toEqual([step, state, state === "bookingOpen"]);
        expect([step, state, session.paused]).toEqual([step, state, ["planned", "postponed", "cancelled"].includes(state)]);
        expect([step, state, entry.cancelledAt !== null]).toEqual([step, state, ["postponed", "cancelled"].includes(state)]);
        if (state === "cancelled") expect(await db.booking.count({ where: { ownerId: eventId, active: true } })).toBe(0);
      }
    }),
    { numRuns: 15 },
  );
});
