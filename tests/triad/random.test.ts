import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { machineNamed } from "~machines/index";
import { rowOf } from "~machines/machine";
import { answerDates, cancelSession, closePoll, confirmAttendance, confirmSession, declineAttendance, holdSession, offerDates, postponeSession, proposeSession, releasePacks, remindAsked, rescheduleSession, shareLines, waiveSelfAssessment, withdrawMember } from "~/features/triad";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { verifyChains } from "~/workflow/audit.server";
import { optionsOf, publishedGroups, three, twoDays, type TestTriads } from "./world";

const verbs = ["offer", "answer", "close", "propose", "comes", "cannot", "confirm", "postpone", "reschedule", "waive", "release", "share", "hold", "remind", "pair", "cancel"] as const;
type Verb = (typeof verbs)[number];

const step = fc.record({
  // Cancelling ends a walk: it comes seldom.
  verb: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...verbs.slice(0, -2)) }, { weight: 1, arbitrary: fc.constantFrom<Verb>("pair", "cancel") }),
  who: fc.constantFrom("coordinator", "coordinator", "Ashford", "Barton", "Carne", "Deal"),
  whose: fc.constantFrom(...three),
});

async function take(world: TestTriads, { verb, who, whose }: { verb: Verb; who: string; whose: string }): Promise<{ kind: string }> {
  const { triadId, region, of } = world;
  const actor: SignedIn = who === "coordinator" ? region.coordinator : of(who).dcs;
  const authority = of(whose);
  const place = { triadId, actor, day: twoDays[1], hostId: authority.id, venue: "Town Hall", startsAt: "09:30", endsAt: "16:00" };
  switch (verb) {
    case "offer": return offerDates({ triadIds: [triadId], days: twoDays, actor, requestKey: randomUUID() });
    case "answer": return answerDates({ triadId, authorityId: authority.id, answers: Object.fromEntries(Object.values(await optionsOf(triadId)).map((id) => [id, "yes" as const])), venue: "", actor });
    case "close": return closePoll({ triadId, actor });
    case "propose": return proposeSession(place);
    case "comes": return confirmAttendance({ triadId, authorityId: authority.id, attendeeId: authority.delegate.personId, actor });
    case "cannot": return declineAttendance({ triadId, authorityId: authority.id, reason: "Away", actor });
    case "confirm": return confirmSession({ triadId, actor });
    case "postpone": return postponeSession({ triadId, reason: "Snow", actor });
    case "reschedule": return rescheduleSession(place);
    case "waive": return waiveSelfAssessment({ triadId, authorityId: authority.id, reason: "Inspected", actor });
    case "release": return releasePacks({ triadId, actor });
    case "share": return shareLines({ triadId, authorityId: authority.id, texts: ["Do thresholds hold?"], actor });
    case "hold": return holdSession({ triadId, present: [], actor });
    case "remind": return remindAsked({ triadId, actor });
    case "pair": return withdrawMember({ triadId, authorityId: authority.id, reason: "Merger", way: { how: "pair", why: "Both want it" }, actor });
    case "cancel": return cancelSession({ triadId, reason: "No day", actor });
  }
}

test("whatever is done by whomever, a group stays whole: its log is its state, only members are asked, a confirmed session has everybody", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const world = await publishedGroups();
      for (const one of steps) {
        const before = await db.workflow.findUniqueOrThrow({ where: { id: world.triadId } });
        const result = await take(world, one);
        const after = await db.workflow.findUniqueOrThrow({ where: { id: world.triadId } });
        // What was refused changed nothing; Deal's director belongs to the other group and never does anything here.
        if (result.kind === "refused") expect(after.revision).toBe(before.revision);
        if (one.who === "Deal") expect(result.kind).toBe("refused");
      }
      const { triadId } = world;
      const events = await db.workflowEvent.findMany({ where: { workflowId: triadId, event: { not: "begin" } }, orderBy: { seq: "asc" } });
      const machine = machineNamed("triad");
      for (const event of events) {
        const row = rowOf(machine, event.fromState, event.event);
        expect(row?.to).toBe(event.toState);
        expect(row?.by).toContain(event.actorRole);
      }
      const { state } = await db.workflow.findUniqueOrThrow({ where: { id: triadId } });
      expect(state).toBe(events.at(-1)?.toState);
      const triad = await db.triad.findUniqueOrThrow({ where: { id: triadId }, include: { members: { where: { leftAt: null } } } });
      const asked = await db.workflowParty.findMany({ where: { workflowId: triadId, role: "asked", to: null }, select: { post: { select: { authorityId: true } } } });
      const inside = new Set(triad.members.map((member) => member.authorityId));
      for (const { post } of asked) expect(inside.has(post?.authorityId ?? "")).toBe(true);
      if (["confirmed", "packsReleased"].includes(state)) {
        expect(triad.sessionOn).not.toBeNull();
        expect(triad.members.every((member) => member.confirmedAt !== null && member.attendeeId !== null)).toBe(true);
        expect(await db.calendarEntry.count({ where: { workflowId: triadId, cancelledAt: null } })).toBe(1);
      } else if (["postponed", "cancelled"].includes(state)) {
        expect(await db.calendarEntry.count({ where: { workflowId: triadId, cancelledAt: null } })).toBe(0);
      }
      if (state === "cancelled") expect(triad.members).toEqual([]);
      const open = await db.deadline.findMany({ where: { workflowId: triadId, closedAt: null } });
      for (const deadline of open) expect(deadline.state).toBe(state);
    }),
    { numRuns: 8 },
  );
  expect((await verifyChains()).broken).toBeNull();
}, 300_000);
