import fc from "fast-check";
import { expect, test } from "vitest";

import { applyToPool, bookTraining, cancelTraining, endorseChallenger, enterChallenger, giveBackPlace, leavePool, moveTraining, planTraining, recordAttendance, recordTraining, refuseChallenger, withdrawApplication } from "~/features/challenger-pool";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { verifyChains } from "~/workflow/audit.server";
import { heldToTable } from "~tests/support/told";
import type { TestRegion } from "../cycle/region";
import { aHolder, aRegion, dayFromNow } from "./world";

const verbs = ["apply", "enter", "enterTrained", "endorse", "refuse", "takeBack", "leave", "book", "giveBack", "move", "attend", "miss", "renew", "cancelDay"] as const;
type Verb = (typeof verbs)[number];
const people = ["jo", "ownDirector", "otherDirector", "coordinator", "chair"] as const;
type Who = (typeof people)[number];

const usually: Readonly<Record<Verb, Who>> = {
  apply: "jo", takeBack: "jo", book: "jo", giveBack: "jo", endorse: "ownDirector", refuse: "ownDirector",
  enter: "coordinator", enterTrained: "coordinator", leave: "coordinator", move: "coordinator", attend: "coordinator", miss: "coordinator", renew: "coordinator", cancelDay: "coordinator",
};

const step = fc.record({
  verb: fc.oneof({ weight: 2, arbitrary: fc.constantFrom<Verb>("apply", "endorse", "book") }, { weight: 3, arbitrary: fc.constantFrom(...verbs) }),
  who: fc.oneof({ weight: 5, arbitrary: fc.constant("whoMay" as const) }, { weight: 1, arbitrary: fc.constantFrom(...people) }),
});

interface Walk {
  readonly region: TestRegion;
  readonly jo: SignedIn;
}

const at930 = { startsAt: "09:30", endsAt: "16:30", place: "County Hall" };

/** The next training day of the region: a new one when the last was cancelled or is over. */
async function trainingDay({ region }: Walk): Promise<string> {
  const open = await db.trainingEvent.findFirst({ where: { regionId: region.id, cancelledAt: null }, select: { id: true } });
  if (open) return open.id;
  const planned = await planTraining({ ...at930, title: "Training of challengers", day: dayFromNow(5), capacity: 40, regionId: region.id, actor: region.coordinator });
  if (planned.kind !== "made") throw new Error(planned.reason);
  return planned.id;
}

async function take(walk: Walk, verb: Verb, who: Who): Promise<{ readonly kind: string }> {
  const { region, jo } = walk;
  const actor: SignedIn = { jo, ownDirector: region.authorities[1]!.dcs, otherDirector: region.authorities[0]!.dcs, coordinator: region.coordinator, chair: region.chair }[who];
  const person = { regionId: region.id, personId: jo.personId, level: "challenger" as const, themes: ["SEND"], about: "", maxLoad: 2 };
  if (verb === "apply") return applyToPool({ regionId: region.id, themes: ["SEND"], about: "Ten years", actor });
  if (verb === "enter") return enterChallenger({ ...person, trainedOn: null, actor });
  if (verb === "enterTrained") return enterChallenger({ ...person, trainedOn: dayFromNow(-30), actor });
  const mine = await db.challenger.findFirst({ where: { personId: jo.personId }, select: { id: true } });
  if (!mine) return { kind: "nobody" };
  const given = { challengerId: mine.id, actor, reason: "As it is" };
  switch (verb) {
    case "endorse": return endorseChallenger(given);
    case "refuse": return refuseChallenger(given);
    case "takeBack": return withdrawApplication(given);
    case "leave": return leavePool(given);
    case "book": return bookTraining({ ...given, eventId: await trainingDay(walk) });
    case "giveBack": return giveBackPlace(given);
    case "move": return moveTraining({ eventId: await trainingDay(walk), ...at930, place: `Room ${Math.random()}`, day: dayFromNow(5), actor });
    case "cancelDay": return cancelTraining({ eventId: await trainingDay(walk), actor });
    case "renew": return recordTraining({ challengerId: mine.id, trainedOn: dayFromNow(-1), actor });
    case "attend":
    case "miss": {
      const eventId = await trainingDay(walk);
      return at(new Date(`${dayFromNow(6)}T10:00:00Z`), () => recordAttendance({ eventId, attended: verb === "attend" ? [mine.id] : [], actor }));
    }
  }
}

test("whatever is pressed by whomever, somebody of the pool is where the table leads, everybody it tells is told, and training and state agree", { timeout: 300_000 }, async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  let moves = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 22 }), async (steps) => {
      const jo = await aHolder({ regionId: region.id, authorityId: region.authorities[1]?.id ?? "", kind: "assistant-director", name: "Jo Field" });
      for (const { verb, who } of steps) {
        const record = async () => (await db.challenger.findFirst({ where: { personId: jo.personId }, select: { workflow: { select: { state: true, revision: true } } } }))?.workflow;
        const before = await record();
        const result = await take({ region, jo }, verb, who === "whoMay" ? usually[verb] : who);
        const after = await record();
        if (result.kind === "refused" || result.kind === "nobody") expect(after, verb).toEqual(before);
        else if (after?.revision !== before?.revision) moves += 1;
        // The chair reads the register and the other director reads nothing of it: neither moves anybody.
        if ((who === "chair" || who === "otherDirector") && verb !== "apply") expect(["refused", "nobody"], `${who} ${verb}`).toContain(result.kind);
      }
      for (const { id, trainedUntil } of await db.challenger.findMany({ where: { personId: jo.personId } })) {
        const state = await heldToTable(id);
        const booked = await db.trainingBooking.count({ where: { challengerId: id, outcome: "booked" } });
        expect(booked, state).toBeLessThanOrEqual(1);
        if (state === "trainingBooked") expect(booked).toBe(1);
        if (["awaitingTraining", "awaitingEndorsement", "notEndorsed", "left"].includes(state)) expect(booked, state).toBe(0);
        if (state === "available") expect(trainedUntil).not.toBeNull();
      }
    }),
    // The first walk once left a place booked for somebody who had left.
    { numRuns: 15, examples: [[(["apply", "endorse", "book", "leave", "book"] as const).map((verb) => ({ verb, who: "whoMay" as const }))]] },
  );
  expect(moves).toBeGreaterThan(30);
  expect((await verifyChains()).broken).toBeNull();
});
