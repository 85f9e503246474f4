import fc from "fast-check";
import { expect, test } from "vitest";

import { accept, decline, defer, extendOffer, withdraw } from "~/features/nomination";
import { changeCohort } from "~/features/programme";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { anOpenCohort, aSubmitted, placesOf, release, workingDay, type TestNomination } from "./world";

type Command = { readonly act: "accept" | "decline" | "defer" | "withdraw" | "extend" | "wait" | "grow"; readonly who: number };

const command: fc.Arbitrary<Command> = fc.record({ act: fc.constantFrom("accept", "decline", "defer", "withdraw", "extend", "wait", "grow"), who: fc.nat(6) });

// Whatever people do in whatever order: never more than there are places, none stranded while a reserve waits, and reserves in the recorded order.
test("random answers, withdrawals and lapses keep every rule of the reserve list", { timeout: 300_000 }, async () => {
  const region = (await anOpenCohort()).region;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 12 }), fc.integer({ min: 1, max: 3 }), async (commands, places) => {
      const cohort = await anOpenCohort({ region, places, offerHours: 8 });
      const people: TestNomination[] = [];
      for (let index = 0; index < 7; index += 1) people.push(await aSubmitted(cohort, { name: `P${index}`, authority: index % 2 }));
      await release(cohort, people.map((one, index) => [one, index < places ? "offer" : "reserve"] as const));
      let [day, seats] = [1, places];
      for (const { act, who } of commands) {
        const { id: nominationId, who: actor } = people[who]!;
        const given = { nominationId, actor, reason: "Something else." };
        await at(londonTime(workingDay(day), "09:30"), async () => {
          if (act === "accept") await accept({ nominationId, actor });
          else if (act === "decline") await decline(given);
          else if (act === "defer") await defer(given);
          else if (act === "withdraw") await withdraw(given);
          else if (act === "extend") await extendOffer({ nominationId, actor: region.coordinator });
          else if (act === "grow" && seats < 5) await changeCohort({ cohortId: cohort.cohortId, quotas: [], details: { places: ++seats, closesOn: "", selectBy: "", offerHours: 8 }, actor: region.coordinator });
        });
        if (act === "wait" && day < 12) await at(londonTime(workingDay(day++), "17:31"), sweepDeadlines);
        const truth = await placesOf(cohort.cohortId);
        expect(truth.taken).toBe(truth.holding);
        expect(truth.taken).toBeLessThanOrEqual(truth.places);
        expect(truth.taken < truth.places ? truth.reserves : 0).toBe(0);
        const rows = await db.nomination.findMany({ where: { cohortId: cohort.cohortId, reserveNo: { not: null } }, orderBy: { reserveNo: "asc" }, select: { workflow: { select: { state: true } } } });
        const firstWaiting = rows.findIndex(({ workflow }) => workflow.state === "reserve");
        // Whoever comes after somebody who still waits has not been offered anything.
        if (firstWaiting >= 0) expect(rows.slice(firstWaiting).filter(({ workflow }) => ["offered", "accepted"].includes(workflow.state))).toEqual([]);
      }
    }),
    { numRuns: 5 },
  );
});
