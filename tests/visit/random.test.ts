import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { isFinal, rowOf } from "~machines/machine";
import { visit } from "~machines/visit";
import { acceptInvitation, declineInvitation, withdrawFrom } from "~/features/assignment";
import {
  agreeScope, beginOnSite, closeVisit, confirmTeam, declineRequest, endorseVisit, givePresentation, moveDates, objectTo, postponeVisit, prepareRequest, proposeTeam, proposeTeams, questionOf, refillTeam,
  refuseEndorsement, reopenScope, resumePlanning, returnRequest, saveStatement, sendArrangements, sendRequest, setNewDates, shareStatement, shareTimetable, welcomeTeam, withdrawVisit,
} from "~/features/visit";
import { closeWorkers } from "~/scheduling";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import { aChallenger, aVisit, arrangements, asked, momentsOf, scope, someDays, stateOf, type TeamWorld } from "./world";

// Anybody may press anything in any order: whatever happens, the visit is never where its table does not lead.
let base: TeamWorld;
beforeAll(async () => {
  const world = await aVisit();
  const lead = await aChallenger(world.region, "", { person: world.other.dcs, level: "lead", maxLoad: 10 });
  const pool = [];
  for (const [name, authority] of [["Bea", world.other], ["Cal", world.third], ["Cleo", world.third]] as const) pool.push(await aChallenger(world.region, name, { authorityId: authority.id, maxLoad: 10 }));
  base = { ...world, lead, pool };
}, 120_000);
afterAll(() => closeWorkers());

const verbs = {
  "request.send": (visitId, actor) => sendRequest({ visitId, actor }),
  "request.prepare": (visitId, actor) => prepareRequest({ visitId, actor }),
  "request.return": (visitId, actor) => returnRequest({ visitId, actor, reason: "More" }),
  "request.decline": (visitId, actor) => declineRequest({ visitId, actor, reason: "No" }),
  "scope.agree": (visitId, actor) => agreeScope({ visitId, actor, scope: scope({ teamSize: 2 }) }),
  "scope.reopen": (visitId, actor) => reopenScope({ visitId, actor }),
  "endorsement.give": (visitId, actor) => endorseVisit({ visitId, actor }),
  "endorsement.refuse": (visitId, actor) => refuseEndorsement({ visitId, actor, reason: "No" }),
  "team.propose": (visitId, actor) => askTeam(visitId, actor, proposeTeam),
  "team.refill": (visitId, actor) => askTeam(visitId, actor, refillTeam),
  "team.welcome": (visitId, actor) => welcomeTeam({ visitId, actor }),
  "member.object": async (visitId, actor) => objectTo({ visitId, actor, assignmentId: (await asked({ id: visitId }))[0]?.assignmentId ?? visitId, reason: "Why" }),
  "team.confirm": (visitId, actor) => confirmTeam({ visitId, actor }),
  "arrangements.send": (visitId, actor) => sendArrangements({ visitId, actor, arrangements }),
  "position.share": async (visitId, actor) => {
    await saveStatement({ visitId, actor, value: "Where we stand", baseRevision: 0 });
    return shareStatement({ visitId, actor });
  },
  "timetable.share": (visitId, actor) => shareTimetable({ visitId, actor }),
  "visit.begin": (visitId, actor) => beginOnSite({ visitId, actor }),
  "presentation.give": async (visitId, actor) => {
    const { firstDay } = await db.visit.findUniqueOrThrow({ where: { id: visitId } });
    return at(firstDay ? (await momentsOf(visitId)).last : now(), () => givePresentation({ visitId, actor }));
  },
  "visit.close": (visitId, actor) => closeVisit({ visitId, actor, reason: "Done" }),
  "dates.move": (visitId, actor) => moveDates({ visitId, actor, firstDay: someDays(1, 130)[0]!, reason: "Later" }),
  "dates.set": (visitId, actor) => setNewDates({ visitId, actor, firstDay: someDays(1, 150)[0]! }),
  "planning.resume": (visitId, actor) => resumePlanning({ visitId, actor, candidateDays: someDays(2) }),
  "visit.postpone": (visitId, actor) => postponeVisit({ visitId, actor, reason: "Inspection" }),
  "visit.withdraw": (visitId, actor) => withdrawVisit({ visitId, actor, reason: "No" }),
} satisfies Record<string, (visitId: string, actor: Actor) => Promise<FireResult>>;

async function askTeam(visitId: string, actor: Actor, verb: typeof proposeTeam): Promise<FireResult> {
  const question = await questionOf(visitId);
  const [proposal] = question ? await proposeTeams(question.regionId, [question]) : [];
  return verb({ visitId, actor, team: proposal?.kind === "team" ? proposal : { firstDay: someDays(1)[0]!, seats: [] } });
}

const names = Object.keys(verbs) as (keyof typeof verbs)[];
const people = ["director", "delegate", "chiefExecutive", "organiser", "coordinator", "chair", "lead", "challenger", "stranger"] as const;
const roleOf: Readonly<Record<(typeof people)[number], readonly string[]>> = {
  director: ["hostDcs"], delegate: ["delegate"], chiefExecutive: ["chiefExecutive"], organiser: ["hostOrganiser"], coordinator: ["coordinator"], chair: ["regionalChair"], lead: ["leadChallenger"], challenger: ["challenger"], stranger: [],
};
const actorOf = (who: (typeof people)[number]): Actor =>
  ({ director: base.host.dcs, delegate: base.host.delegate, chiefExecutive: base.host.chiefExecutive, organiser: base.organiser, coordinator: base.region.coordinator, chair: base.region.chair, lead: base.lead.person, challenger: base.pool[0]!.person, stranger: base.third.leadMember })[who];

/** The order in which a visit goes well, by those who may: most random walks would otherwise never leave the first states. */
const well: readonly (readonly [keyof typeof verbs, (typeof people)[number]])[] = [
  ["request.send", "director"], ["scope.agree", "coordinator"], ["endorsement.give", "chiefExecutive"], ["team.propose", "coordinator"], ["team.welcome", "director"], ["team.confirm", "coordinator"],
  ["arrangements.send", "organiser"], ["position.share", "director"], ["visit.begin", "lead"], ["presentation.give", "lead"], ["visit.close", "coordinator"],
];

test("whatever anybody presses in whatever order, every move is one of the table's, by somebody who may, and is told", { timeout: 600_000 }, async () => {
  const step = fc.oneof({ weight: 3, arbitrary: fc.constant("on" as const) }, { weight: 2, arbitrary: fc.record({ event: fc.constantFrom(...names), who: fc.constantFrom(...people) }) }, { weight: 1, arbitrary: fc.constantFrom("accept" as const, "decline" as const, "withdraw" as const) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (steps) => {
      const { beginVisit, saveRequest } = await import("~/features/visit");
      const { request } = await import("./world");
      const begun = await beginVisit({ authorityId: base.host.id, variant: "peer", theme: "SEND", actor: base.host.dcs });
      if (begun.kind === "refused") throw new Error(begun.reason);
      const { id } = begun;
      await saveRequest({ visitId: id, actor: base.host.dcs }, request());
      let progress = 0;
      for (const one of steps) {
        if (one === "accept" || one === "decline" || one === "withdraw") {
          for (const place of await asked({ id })) {
            const given = { assignmentId: place.assignmentId, actor: place.actor };
            if (one === "accept") await acceptInvitation({ ...given, conflict: "", signed: true });
            else await (one === "decline" ? declineInvitation : withdrawFrom)({ ...given, reason: "Not that week" });
            if (one !== "accept") break;
          }
          continue;
        }
        const [event, who] = one === "on" ? (well[progress] ?? well[0]!) : [one.event, one.who];
        if (event === "team.confirm") for (const place of await asked({ id })) await acceptInvitation({ assignmentId: place.assignmentId, actor: place.actor, conflict: "", signed: true });
        const before = await db.workflow.findUniqueOrThrow({ where: { id } });
        const result = await verbs[event](id, actorOf(who));
        const after = await db.workflow.findUniqueOrThrow({ where: { id } });
        if (result.kind === "moved") {
          const row = rowOf(visit, before.state, event);
          expect(row, `${event} in ${before.state}`).toBeDefined();
          expect(after).toMatchObject({ state: row!.to, revision: before.revision + 1 });
          expect(row!.by.some((role) => roleOf[who].includes(role)), `${who} ${event}`).toBe(true);
          if (one === "on") progress += 1;
        } else {
          expect(after).toMatchObject({ state: before.state, revision: before.revision });
          expect(result.kind).toBe("refused");
        }
      }
      await wholeAndTold(id);
      // The places of a walk that is over are free for the next one.
      const state = await stateOf(id);
      if (!isFinal(visit, state)) await db.assignmentDay.deleteMany({ where: { assignment: { activityId: id } } });
    }),
    { numRuns: 20 },
  );
});

/** What holds of every visit at every moment. */
async function wholeAndTold(id: string): Promise<void> {
  const { state, events } = await db.workflow.findUniqueOrThrow({ where: { id }, include: { events: { include: { emails: true } } } });
  for (const event of events) if (event.event !== "begin") expect(event.emails.length, event.event).toBeGreaterThan(0);
  const on = await db.workflowParty.findMany({ where: { workflowId: id, role: { in: ["leadChallenger", "challenger"] }, to: null }, select: { personId: true } });
  const held = (await asked({ id })).filter((place) => ["accepted", "completed"].includes(place.state)).map((place) => (place.actor as { personId: string }).personId);
  expect(on.map(({ personId }) => personId).sort()).toEqual(held.sort());
  expect(await db.challengeRecord.count({ where: { activityId: id } })).toBe(["awaitingLetter", "closed"].includes(state) ? 1 : 0);
  expect(await db.visitObjection.count({ where: { visitId: id } })).toBeLessThanOrEqual(1);
  if (state === "withdrawn") expect(held).toEqual([]);
  const live = await db.calendarEntry.count({ where: { workflowId: id, cancelledAt: null } });
  if (["withdrawn", "postponed", "declined"].includes(state)) expect(live).toBe(0);
}
