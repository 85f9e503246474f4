import fc from "fast-check";
import { expect, test } from "vitest";

import { addAction, answerComment, beginPlan, closeConsultation, decidePlan, giveUpdate, makeComment, openConsultation, putOnAgenda, reviewPlan, takeOffAgenda, withdrawPlan } from "~/features/plan";
import { planMeeting } from "~/features/summit";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { londonTime } from "~/workflow/working-days";
import { heldToTable } from "../support/told";
import { aDraft, details, postOf, workingDay, type TestPlan } from "./world";

const people = ["coordinator", "chair", "director", "lead", "stranger"] as const;
const verbs = ["open", "comment", "answer", "close", "add", "remove", "approve", "return", "begin", "update", "off", "review", "withdraw", "action"] as const;
const wild = fc.record({ verb: fc.constantFrom(...verbs), who: fc.constantFrom(...people), empty: fc.boolean() });
const wayOn = fc.constantFrom(
  { verb: "open", who: "coordinator", empty: false }, { verb: "comment", who: "lead", empty: false }, { verb: "answer", who: "coordinator", empty: false }, { verb: "close", who: "coordinator", empty: false }, { verb: "add", who: "coordinator", empty: false },
  { verb: "approve", who: "chair", empty: false }, { verb: "begin", who: "coordinator", empty: false }, { verb: "off", who: "lead", empty: false }, { verb: "review", who: "coordinator", empty: false },
) as fc.Arbitrary<{ verb: (typeof verbs)[number]; who: (typeof people)[number]; empty: boolean }>;

async function take({ planId, workstreamId, region, lead }: TestPlan, meetingId: string, { verb, who, empty }: { verb: (typeof verbs)[number]; who: (typeof people)[number]; empty: boolean }): Promise<{ kind: string }> {
  const actor: SignedIn = { coordinator: region.coordinator, chair: region.chair, director: region.authorities[0]!.dcs, lead, stranger: region.authorities[2]!.leadMember }[who];
  const text = empty ? " " : "Words.";
  const given = { planId, actor, text };
  const updating = { workstreamId, actor, narrative: text, recovery: "", recoveryBy: "" };
  switch (verb) {
    case "open": return openConsultation(given);
    case "comment": return makeComment(given);
    case "answer": return answerComment({ ...given, commentId: (await db.planComment.findFirst({ where: { planId, answer: null } }))?.id ?? crypto.randomUUID() });
    case "close": return closeConsultation(given);
    case "add": return putOnAgenda({ ...given, meetingId: empty ? crypto.randomUUID() : meetingId, paper: "" });
    case "remove": return takeOffAgenda(given);
    case "approve": return decidePlan({ ...given, kind: "approve", reason: text });
    case "return": return decidePlan({ ...given, kind: "return", reason: text });
    case "begin": return beginPlan(given);
    case "update": return (await db.workflow.count({ where: { id: workstreamId } })) > 0 ? giveUpdate({ ...updating, status: "onTrack" }) : { kind: "refused" };
    case "off": return (await db.workflow.count({ where: { id: workstreamId } })) > 0 ? giveUpdate({ ...updating, status: "offTrack", recovery: text, recoveryBy: details.endsOn }) : { kind: "refused" };
    case "review": return reviewPlan(given);
    case "withdraw": return withdrawPlan({ ...given, reason: text });
    case "action": return addAction({ planId, actor, workstreamId, text: `Act ${crypto.randomUUID()}`, ownerPostId: postOf(lead), doneBy: empty ? workingDay(900) : workingDay(100) });
  }
}

test("whatever is done by whomever, a plan and its workstream stand where their tables lead, and every action of a begun plan has an owner who was told", async () => {
  const [first, second] = [await aDraft(), await aDraft()];
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof({ arbitrary: wayOn, weight: 3 }, { arbitrary: wild, weight: 1 }), { minLength: 10, maxLength: 30 }), async (steps) => {
      const region = (turn % 2 === 0 ? first : second).region;
      turn += 1;
      const world = await aDraft({ region, name: `Plan ${turn}` });
      const meeting = await planMeeting({ regionId: region.id, heldOn: workingDay(0), place: "County Hall", actor: region.coordinator });
      if (meeting.kind !== "made") throw new Error(meeting.reason);
      await at(londonTime(workingDay(0), "12:00"), async () => {
        for (const one of steps) {
          const { kind } = await take(world, meeting.id, one);
          if (one.who === "stranger") expect(kind).toBe("refused");
        }
      });
      const state = await heldToTable(world.planId);
      const begun = ["live", "reviewed", "superseded"].includes(state);
      expect(await db.workflow.count({ where: { id: world.workstreamId } })).toBe(begun ? 1 : 0);
      if (!begun) return;
      await heldToTable(world.workstreamId);
      const [lines, commitments] = await Promise.all([db.workplanAction.count({ where: { workstreamId: world.workstreamId } }), db.commitment.findMany({ where: { workstreamId: world.workstreamId, recoveryOf: null }, select: { id: true } })]);
      expect(commitments).toHaveLength(lines);
      for (const { id } of commitments) expect(await db.outboxEmail.count({ where: { workflowId: id } })).toBeGreaterThan(0);
      expect(await db.planDecision.count({ where: { planId: world.planId, kind: "approve" } })).toBe(1);
    }),
    { numRuns: 8 },
  );
}, 240_000);
