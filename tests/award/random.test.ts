import fc from "fast-check";
import { expect, test } from "vitest";

import "~/features/processes.server";
import { cancelAward, changeNomination, closeNominations, judge, nominateTeam, openAward, planAward, publishShortlist, setJudges, tellOutcome, withdrawNomination } from "~/features/award";
import { awardPage } from "~/features/award/queries.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { aRegion, workingDay } from "../booking/world";
import { heldToTable } from "../support/told";

const SHORTLIST = 2;
const verbs = ["nominate", "change", "withdraw", "close", "judge", "shortlist", "tell", "wait", "cancel"] as const;

const command = fc.record({
  verb: fc.oneof({ weight: 4, arbitrary: fc.constantFrom("nominate", "judge" as const) }, { weight: 1, arbitrary: fc.constantFrom("change", "withdraw", "close", "shortlist", "tell" as const) }, { weight: 1, arbitrary: fc.constantFrom(...verbs) }),
  /** Which authority's nomination, and who presses: its director, the director of another, whoever coordinates or chairs. */
  authority: fc.nat(3),
  who: fc.oneof({ weight: 5, arbitrary: fc.constant("whoMay" as const) }, { weight: 2, arbitrary: fc.constantFrom("coordinator", "chair", "director", "delegate" as const) }),
  number: fc.nat(6),
  times: fc.constantFrom(1, 1, 2),
});
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

const ofAuthority: readonly Command["verb"][] = ["nominate", "change", "withdraw"];

test("random nominating, judging, shortlisting and telling keep one nomination an authority, no judge of their own, and at most one winner", { timeout: 300_000 }, async () => {
  const region = await aRegion(["Ashford", "Barton", "Carne", "Deal"]);
  const judges = region.authorities.slice(0, 2).map(({ dcs }) => dcs);
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 24 }), async (commands) => {
      const made = await planAward({ regionId: region.id, actor: region.coordinator, details: { title: "Team award", about: "", criteria: "What changed.", closesOn: workingDay(5), shortlist: SHORTLIST } });
      if (made.kind !== "made") throw new Error(made.reason);
      const awardId = made.id;
      await setJudges({ awardId, actor: region.coordinator, personIds: judges.map(({ personId }) => personId) });
      await openAward({ awardId, actor: region.coordinator });
      for (const { verb, authority, who, number, times } of commands) {
        const own = region.authorities[authority]!;
        const other = region.authorities[(authority + 1) % 4]!;
        const may = ofAuthority.includes(verb) ? own.delegate : verb === "judge" ? judges[number % 2]! : region.coordinator;
        const actor = { whoMay: may, coordinator: region.coordinator, chair: region.chair, director: other.dcs, delegate: own.delegate }[who];
        const active = await db.awardNomination.findMany({ where: { awardId, active: true }, select: { id: true, authorityId: true }, orderBy: { createdAt: "asc" } });
        const nomination = active.find(({ authorityId }) => authorityId === own.id);
        const given = { nominationId: nomination?.id ?? crypto.randomUUID(), actor };
        const once = () =>
          ({
            nominate: () => nominateTeam({ awardId, authorityId: own.id, team: `Team ${number}`, text: "They answer within the hour.", actor }),
            change: () => (nomination ? changeNomination({ ...given, team: `Team ${number}`, text: "Within half an hour." }) : null),
            withdraw: () => (nomination ? withdrawNomination(given) : null),
            close: () => closeNominations({ awardId, actor }),
            judge: () => judge({ awardId, actor, scores: new Map(active.filter((_, index) => (number >> index) % 2 === 0).map(({ id }, index) => [id, { score: 1 + ((number + index) % 6), comment: "" }])) }),
            shortlist: () => publishShortlist({ awardId, actor, chosen: active.slice(0, number % 4).map(({ id }) => id) }),
            tell: () => tellOutcome({ awardId, actor, winnerId: active[number % 4]?.id ?? "" }),
            wait: () => at(londonTime(workingDay(6), "09:00"), sweepDeadlines),
            cancel: () => (number === 0 ? cancelAward({ awardId, actor, reason: "Not this year." }) : null),
          })[verb]();
        await Promise.all(Array.from({ length: times }, once));
        await expectWhole(awardId);
      }
      const nominations = await db.awardNomination.findMany({ where: { awardId }, select: { id: true } });
      for (const { id } of [{ id: awardId }, ...nominations]) await heldToTable(id);
    }),
    { numRuns: 10 },
  );
  expect((await verifyChains()).broken).toBeNull();

  /** What holds after every act, whatever it was. */
  async function expectWhole(awardId: string): Promise<void> {
    const [{ state, parties }, nominations] = await Promise.all([
      db.workflow.findUniqueOrThrow({ where: { id: awardId }, select: { state: true, parties: { where: { role: "awaitedJudge", to: null }, select: { personId: true } } } }),
      db.awardNomination.findMany({ where: { awardId }, select: { authorityId: true, active: true, workflow: { select: { state: true } }, scores: { select: { judgeId: true, score: true } } } }),
    ]);
    for (const { id } of region.authorities) expect(nominations.filter(({ authorityId, active }) => active && authorityId === id).length).toBeLessThanOrEqual(1);
    const count = (...states: readonly string[]) => nominations.filter(({ workflow }) => states.includes(workflow.state)).length;
    for (const { active, workflow } of nominations) expect(active, workflow.state).toBe(!["withdrawn", "cancelled"].includes(workflow.state));
    for (const { authorityId, scores } of nominations) {
      for (const { judgeId, score } of scores) {
        expect([1, 2, 3, 4, 5]).toContain(score);
        expect(judges.map(({ personId }) => personId)).toContain(judgeId);
        expect(region.authorities.find(({ dcs }) => dcs.personId === judgeId)?.id).not.toBe(authorityId);
      }
    }
    // Nobody is on the shortlist before it is published, nobody is left waiting after it, and one has won once it is told.
    expect(count("shortlisted", "won", "commended")).toBeLessThanOrEqual(SHORTLIST);
    if (["nominationsOpen", "judging"].includes(state)) expect(count("shortlisted", "notShortlisted", "won", "commended")).toBe(0);
    if (["shortlisted", "told"].includes(state)) expect(count("submitted")).toBe(0);
    expect(count("won")).toBe(state === "told" ? 1 : 0);
    if (state === "cancelled") expect(count("submitted", "shortlisted")).toBe(0);
    // Judging waits for exactly those who have a nomination of another authority left to judge.
    const owing = judges.filter(({ personId }) => nominations.some(({ authorityId, workflow, scores }) => workflow.state === "submitted" && region.authorities.find(({ dcs }) => dcs.personId === personId)?.id !== authorityId && !scores.some(({ judgeId }) => judgeId === personId)));
    expect(parties.map(({ personId }) => personId).sort()).toEqual(state === "judging" ? owing.map(({ personId }) => personId).sort() : []);
    // What a page counts is what there is, each authority once.
    expect((await awardPage(region.coordinator, awardId))?.nominations).toBe(nominations.filter(({ active }) => active).length);
  }
});
