import fc from "fast-check";
import { expect, test } from "vitest";

import { acceptReply, agreeReport, answerQuestion, askQuestion, disputeReply, extendWindow, giveReply, publishOutcome, queryReport, reopenWindow, withdrawReport } from "~/features/validation";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { heldToTable } from "../support/told";
import { aValidationEvent, published, workingDay, type TestReport, type TestValidation } from "./world";

const verbs = ["ask", "answer", "agree", "query", "evidence", "reply", "accept", "dispute", "extend", "reopen", "publish", "withdraw"] as const;
const people = ["coordinator", "lead", "other", "host", "delegate", "stranger"] as const;
type Step = { readonly verb: (typeof verbs)[number]; readonly who: (typeof people)[number]; readonly empty: boolean };

// The way that goes well comes often enough for the later states to be reached.
const wayOn = fc.constantFrom<Step>({ verb: "query", who: "lead", empty: false }, { verb: "reply", who: "host", empty: false }, { verb: "dispute", who: "lead", empty: false }, { verb: "accept", who: "lead", empty: false });
const anything = fc.record({ verb: fc.constantFrom(...verbs), who: fc.constantFrom(...people), empty: fc.boolean() });

async function take({ region }: TestValidation, report: TestReport, { verb, who, empty }: Step): Promise<{ kind: string }> {
  const actor = { coordinator: region.coordinator, lead: report.lead, other: report.other, host: report.host.dcs, delegate: report.host.delegate, stranger: report.stranger }[who];
  const given = { validationId: report.id, actor, text: empty ? "" : "Words.", day: empty ? "2026-01-05" : workingDay(9) };
  switch (verb) {
    case "ask": return askQuestion(given);
    case "answer": return answerQuestion({ ...given, questionId: (await db.validationQuestion.findFirst({ where: { validationId: report.id } }))?.id ?? report.id });
    case "agree": return agreeReport(given);
    case "query": return queryReport({ ...given, kind: "query" });
    case "evidence": return queryReport({ ...given, kind: "needsEvidence" });
    case "reply": return giveReply(given);
    case "accept": return acceptReply(given);
    case "dispute": return disputeReply(given);
    case "extend": return extendWindow(given);
    case "reopen": return reopenWindow(given);
    case "publish": return publishOutcome(given);
    case "withdraw": return withdrawReport(given);
  }
}

test("whatever is done by whomever, a report stands where its table leads, everybody is told, and what was refused changed nothing", async () => {
  const world = await aValidationEvent();
  const reportOf = await published(world);
  const names = world.region.authorities.map(({ name }) => name);
  let next = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(wayOn, anything), { minLength: 6, maxLength: 16 }), async (steps) => {
      const report = await reportOf(names[next % names.length] ?? "");
      next += 1;
      for (const step of steps) {
        const before = await db.validation.findUniqueOrThrow({ where: { id: report.id }, include: { workflow: { select: { revision: true } } } });
        const { kind } = await take(world, report, step);
        const after = await db.validation.findUniqueOrThrow({ where: { id: report.id }, include: { workflow: { select: { revision: true } } } });
        if (kind === "refused") expect(after).toEqual(before);
        if (step.who === "stranger") expect(kind).toBe("refused");
      }
      const state = await heldToTable(report.id);
      const { outcome, reply } = await db.validation.findUniqueOrThrow({ where: { id: report.id } });
      if (state === "awaitingReply") expect(outcome).not.toBe("agreed");
      if (state === "replied") expect(reply).not.toBe("");
    }),
    { numRuns: 6 },
  );
  expect((await verifyChains()).broken).toBeNull();
}, 120_000);
