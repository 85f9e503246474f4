import fc from "fast-check";
import { expect, test } from "vitest";

import { addToAgenda, cancelMeeting, closeMeeting, completeAction, decide, enterPlan, moveMeeting, planMeeting, proposeRecommendation, removeFromAgenda, sendAgenda, withdrawRecommendation } from "~/features/summit";
import { decisionKinds } from "~/features/summit/words";
import { db } from "~/platform/db.server";
import { now } from "~/platform/clock.server";
import { dayOf } from "~/workflow/working-days";
import { verifyChains } from "~/workflow/audit.server";
import { heldToTable } from "../support/told";
import { aSummit, drafted, workingDay, type TestSummit } from "./world";

const verbs = ["propose", "add", "remove", ...decisionKinds, "plan", "complete", "withdraw", "send", "move", "cancel", "close"] as const;
const people = ["coordinator", "chair", "submitter", "owner", "stranger"] as const;
type Step = { readonly verb: (typeof verbs)[number]; readonly who: (typeof people)[number]; readonly empty: boolean };

const wayOn = fc.constantFrom<Step>({ verb: "propose", who: "submitter", empty: false }, { verb: "add", who: "coordinator", empty: false }, { verb: "accept", who: "chair", empty: false }, { verb: "defer", who: "chair", empty: false }, { verb: "plan", who: "coordinator", empty: false }, { verb: "complete", who: "owner", empty: false });
const anything = fc.record({ verb: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...verbs.slice(0, -4)) }, { weight: 2, arbitrary: fc.constantFrom(...verbs.slice(-4)) }), who: fc.constantFrom(...people), empty: fc.boolean() });

async function take({ region, submitter }: TestSummit, { recommendationId, meetingId }: { recommendationId: string; meetingId: string }, { verb, who, empty }: Step): Promise<{ kind: string }> {
  const owner = region.authorities[1]!.dcs;
  const actor = { coordinator: region.coordinator, chair: region.chair, submitter, owner, stranger: region.authorities[2]!.leadMember }[who];
  const words = empty ? "" : "Words.";
  const given = { recommendationId, meetingId, actor, reason: words };
  switch (verb) {
    case "propose": return proposeRecommendation(given);
    case "add": return addToAgenda({ ...given, paper: words });
    case "remove": return removeFromAgenda(given);
    case "plan": return enterPlan({ ...given, ownerPostId: owner.holdings[0]!.postId, doneBy: empty ? "2026-01-05" : workingDay(70) });
    case "complete": return completeAction({ ...given, evidence: words });
    case "withdraw": return withdrawRecommendation(given);
    case "send": return sendAgenda(given);
    case "move": return moveMeeting({ ...given, heldOn: workingDay(empty ? 31 : 33) });
    case "cancel": return cancelMeeting(given);
    case "close": return closeMeeting(given);
    default: return decide({ ...given, kind: verb, amendedText: words, deferredTo: empty ? "" : workingDay(50) });
  }
}

test("whatever is done by whomever, recommendation and meeting stand where their tables lead, and each decision in the log moved something", async () => {
  const world = await aSummit();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(wayOn, anything), { minLength: 8, maxLength: 20 }), async (steps) => {
      const recommendationId = await drafted(world);
      const meeting = await planMeeting({ regionId: world.region.id, heldOn: dayOf(now()), place: "Online", actor: world.region.coordinator });
      const meetingId = meeting.kind === "made" ? meeting.id : "";
      for (const step of steps) {
        const { kind } = await take(world, { recommendationId, meetingId }, step);
        if (step.who === "stranger") expect(kind).toBe("refused");
      }
      const state = await heldToTable(recommendationId);
      const meetingState = await heldToTable(meetingId);
      const events = await db.workflowEvent.count({ where: { workflowId: recommendationId, event: { startsWith: "decision." } } });
      expect(await db.decision.count({ where: { recommendationId } })).toBe(events);
      expect(await db.decision.count({ where: { recommendationId, reason: "" } })).toBe(0);
      const row = await db.recommendation.findUniqueOrThrow({ where: { id: recommendationId } });
      if (state === "deferred") expect(row.deferredTo).not.toBeNull();
      if (["inPlan", "done"].includes(state)) expect(row.ownerPostId).not.toBeNull();
      if (state === "onAgenda") expect(["planned", "agendaSent"]).toContain(meetingState);
    }),
    { numRuns: 8 },
  );
  expect((await verifyChains()).broken).toBeNull();
}, 120_000);
