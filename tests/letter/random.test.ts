import fc from "fast-check";
import { expect, test } from "vitest";

import { agreePlan, answerArea, extendReview, openReview, planOf, recordReview, returnPlan, submitPlan, updateProgress } from "~/features/action-plan";
import { isAnswered } from "~/features/action-plan/content";
import { changeLead, reopenFindings, takeStep } from "~/features/challenge-record";
import { agreeFacts, answerPoint, draftFromFindings, finaliseLetter, giveResponse, keepResponse, proceedWithout, raisePoint, releaseLetter, sendAnswers, sendForCheck, submitPoints } from "~/features/letter";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { heldToTable } from "~tests/support/told";
import { anAction, inDays } from "../action-plan/world";
import { drafted, pointOn, stateOf, type World } from "./world";

const verbs = ["draft", "send", "raise", "submitPoints", "agree", "proceed", "answer", "sendAnswers", "finalise", "respond", "release", "area", "submitPlan", "agreePlan", "returnPlan", "progress", "openReview", "extend", "review", "reopen", "finish", "lead"] as const;
type Verb = (typeof verbs)[number];
const people = ["lead", "dcs", "delegate", "challenger", "coordinator", "stranger"] as const;
type Who = (typeof people)[number];

const usually: Readonly<Record<Verb, Who>> = {
  draft: "lead", send: "lead", answer: "lead", sendAnswers: "lead", finalise: "lead", agreePlan: "lead", returnPlan: "lead", openReview: "lead", extend: "lead", review: "lead", reopen: "lead", finish: "lead",
  raise: "delegate", submitPoints: "dcs", agree: "dcs", respond: "dcs", release: "dcs", area: "delegate", submitPlan: "dcs", progress: "delegate", proceed: "coordinator", lead: "coordinator",
};

/** What leads on from each state: a walk of chance alone would seldom come to a plan. */
const onward: Readonly<Record<string, readonly Verb[]>> = {
  filingFindings: ["finish"], draftingLetter: ["send"], awaitingAccuracyCheck: ["agree", "raise", "submitPoints", "proceed"], answeringPoints: ["answer", "sendAnswers"], finalisingLetter: ["finalise"],
  awaitingActionPlan: ["area", "submitPlan"], agreeingPlan: ["agreePlan", "returnPlan"], monitoring: ["openReview", "progress"], progressReviewDue: ["review", "progress"], closed: ["review"],
};

const step = fc.record({
  onward: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
  which: fc.nat(20),
  verb: fc.constantFrom(...verbs),
  who: fc.oneof({ weight: 6, arbitrary: fc.constant("whoMay" as const) }, { weight: 1, arbitrary: fc.constantFrom(...people) }),
});

const quote = "The team has 9 social workers";
const reason = "As it is";

async function take(world: World, verb: Verb, who: Who): Promise<{ readonly kind: string }> {
  const actor = { lead: world.lead, dcs: world.host.dcs, delegate: world.host.delegate, challenger: world.challengers[0]!, coordinator: world.region.coordinator, stranger: world.third.dcs }[who];
  const given = { recordId: world.id, actor };
  const later = <Result>(days: number, act: () => Promise<Result>) => at(new Date(Date.now() + days * 86_400_000), act);
  switch (verb) {
    case "draft": return draftFromFindings(given);
    case "send": return sendForCheck(given);
    case "raise": {
      const version = await db.letterVersion.findFirst({ where: { recordId: world.id, kind: "sentForCheck" } });
      return version ? raisePoint({ ...(await pointOn(world, quote)), actor }) : { kind: "refused" };
    }
    case "submitPoints": return submitPoints(given);
    case "agree": return agreeFacts(given);
    case "proceed": return later(60, () => proceedWithout({ ...given, reason }));
    case "answer": {
      const open = await db.accuracyPoint.findMany({ where: { recordId: world.id, submittedAt: { not: null }, outcome: null } });
      const answers = await Promise.all(open.map(({ id }) => answerPoint({ ...given, pointId: id, answer: reason, outcome: { kind: "refused", ground: "opinion" } })));
      return answers[0] ?? { kind: "refused" };
    }
    case "sendAnswers": return sendAnswers(given);
    case "finalise": return finaliseLetter(given);
    case "respond": {
      await keepResponse({ ...given, text: "We thank the team.", baseRevision: 0 });
      return giveResponse(given);
    }
    case "release": return releaseLetter({ ...given, scope: "region" });
    case "area": {
      const plan = await planOf(world.id);
      const answers = await Promise.all((plan?.areas ?? []).map((area) => answerArea({ ...given, areaId: area.id, answer: { kind: "actions", actions: [anAction()] }, baseRevision: area.revision })));
      return answers[0] ?? { kind: "refused" };
    }
    case "submitPlan": return submitPlan(given);
    case "agreePlan": return agreePlan(given);
    case "returnPlan": return returnPlan({ ...given, reason });
    case "progress":
    case "review": {
      const actions = (await planOf(world.id))?.areas.flatMap((area) => area.actions) ?? [];
      const items = actions.map(({ id }) => ({ actionId: id, status: "done" as const, text: reason, changed: reason }));
      return verb === "progress" ? updateProgress({ ...given, items }) : recordReview({ ...given, heldOn: inDays(0), whatChanged: "Calls are answered.", items });
    }
    case "openReview": return openReview(given);
    case "extend": return extendReview({ ...given, reason, newDate: inDays(400) });
    case "reopen": return reopenFindings(given);
    case "finish": return takeStep(given, "findings.finish");
    case "lead": return changeLead({ ...given, personId: world.lead.personId });
  }
}

test("whatever is pressed by whomever from the letter to the end, a record is where its table leads, everybody it tells is told, and what is frozen stays", { timeout: 300_000 }, async () => {
  let closed = 0;
  let moves = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 22, maxLength: 34 }), async (steps) => {
      const world = await drafted();
      let final: string | null = null;
      for (const one of steps) {
        const before = await db.workflow.findUniqueOrThrow({ where: { id: world.id }, select: { state: true, revision: true } });
        const ways = onward[before.state] ?? verbs;
        const verb = one.onward ? (ways[one.which % ways.length] ?? one.verb) : one.verb;
        const who = one.who === "whoMay" ? usually[verb] : one.who;
        const result = await take(world, verb, who);
        const after = await db.workflow.findUniqueOrThrow({ where: { id: world.id }, select: { state: true, revision: true } });
        if (after.revision !== before.revision) moves += 1;
        if (result.kind === "refused" || result.kind === "conflict") expect(after, `${who} ${verb}`).toEqual(before);
        // Who is not of it does nothing here, and a challenger who does not lead writes no letter.
        if (who === "stranger" || (who === "challenger" && verb !== "progress")) expect(["refused", "nobody"], `${who} ${verb} in ${before.state}`).toContain(result.kind);
        const letter = await db.letterVersion.findFirst({ where: { recordId: world.id, kind: "final" }, select: { sha256: true } });
        if (final !== null) expect(letter?.sha256).toBe(final);
        final = letter?.sha256 ?? null;
      }
      const state = await heldToTable(world.id);
      if (state === "closed") closed += 1;
      const versions = await db.letterVersion.findMany({ where: { recordId: world.id } });
      expect(versions.filter(({ kind }) => kind === "final")).toHaveLength(["awaitingActionPlan", "agreeingPlan", "monitoring", "progressReviewDue", "closed"].includes(state) ? 1 : 0);
      // A point that was sent waits for its answer in one state only: nothing goes on without one.
      const unanswered = await db.accuracyPoint.count({ where: { recordId: world.id, removedAt: null, submittedAt: { not: null }, outcome: null } });
      if (state !== "answeringPoints" && state !== "withdrawn") expect(unanswered, state).toBe(0);
      if (["monitoring", "progressReviewDue", "closed"].includes(state)) expect((await planOf(world.id))?.areas.every(isAnswered)).toBe(true);
      expect(await stateOf(world.id)).toBe(state);
    }),
    { numRuns: 8 },
  );
  expect(moves).toBeGreaterThan(40);
  expect(closed).toBeGreaterThan(0);
  expect((await verifyChains()).broken).toBeNull();
});
