import fc from "fast-check";
import { expect, test } from "vitest";

import { historyOf, keepText, openConflicts, settleConflict, textsOf } from "~/features/kept-text";
import { inTransaction } from "~/workflow/transaction.server";
import { aRecord, everything, keep, type Texts } from "./world";

const settle = (texts: Texts, personId: string, keptId: string, take: "kept" | "current" | "both", baseRevision: number) =>
  inTransaction((tx) => settleConflict(tx, { workflowId: texts.workflowId, keptId, take, baseRevision, personId }));

test("a text is saved, changed and found again with its history", async () => {
  const texts = await aRecord();
  const { personId, name } = texts.region.coordinator;
  expect(await keep(texts, personId, "", 0)).toEqual({ kind: "saved", revision: 0 });
  expect(await textsOf(texts.workflowId)).toEqual({});
  expect(await keep(texts, personId, "First", 0)).toEqual({ kind: "saved", revision: 1 });
  expect(await keep(texts, personId, "Second", 1)).toEqual({ kind: "saved", revision: 2 });
  expect(await keep(texts, personId, "Second", 2)).toEqual({ kind: "saved", revision: 2 });
  expect(await textsOf(texts.workflowId, { prefix: "no" })).toMatchObject({ note: { value: "Second", revision: 2, by: name } });
  expect(await textsOf(texts.workflowId, { prefix: "other" })).toEqual({});
  expect((await historyOf(texts.workflowId, "note")).map((one) => one.value)).toEqual(["Second", "First"]);
});

test("whoever saves on an older page keeps their words aside, once however often they are sent, and can settle it", async () => {
  const texts = await aRecord();
  const { coordinator: one, deputy: other } = texts.region;
  await keep(texts, one.personId, "One", 0);
  const kept = await keep(texts, other.personId, "Other", 0);
  if (kept.kind !== "conflict") throw new Error("a conflict was expected");
  expect(await keep(texts, other.personId, "Other", 0)).toEqual(kept);
  expect(await openConflicts(texts.workflowId)).toMatchObject([{ keptId: kept.keptId, key: "note", kept: { text: "Other", by: other.name }, current: { text: "One", by: one.name }, revision: 1 }]);
  expect(await settle(texts, one.personId, kept.keptId, "both", 0)).toEqual({ kind: "conflict", keptId: kept.keptId, revision: 1 });
  expect(await settle(texts, one.personId, kept.keptId, "both", 1)).toEqual({ kind: "saved", revision: 2, key: "note" });
  expect((await textsOf(texts.workflowId))["note"]?.value).toBe("One\n\nOther");
  expect(await openConflicts(texts.workflowId)).toEqual([]);
  // The same press again is settled already; another choice comes too late.
  expect(await settle(texts, one.personId, kept.keptId, "both", 1)).toEqual({ kind: "saved", revision: 2, key: "note" });
  expect((await textsOf(texts.workflowId))["note"]?.value).toBe("One\n\nOther");
  expect(await settle(texts, other.personId, kept.keptId, "both", 1)).toEqual({ kind: "refused", reason: "no-such-conflict" });
  expect(await settle(texts, one.personId, kept.keptId, "kept", 2)).toEqual({ kind: "refused", reason: "no-such-conflict" });
});

test("an old page whose box was left as it was conflicts with nothing", async () => {
  const texts = await aRecord();
  const { personId } = texts.region.coordinator;
  await keep(texts, personId, "One", 0);
  await keep(texts, personId, "Two", 1);
  expect(await keep(texts, personId, "One", 1)).toEqual({ kind: "saved", revision: 2 });
  expect(await keep(texts, personId, "", 0)).toEqual({ kind: "saved", revision: 2 });
});

test("a conflict of another record cannot be settled here", async () => {
  const [texts, others] = [await aRecord(), await aRecord()];
  await keep(others, others.region.coordinator.personId, "One", 0);
  const kept = await keep(others, others.region.deputy.personId, "Two", 0);
  if (kept.kind !== "conflict") throw new Error("a conflict was expected");
  expect(await settle(texts, texts.region.coordinator.personId, kept.keptId, "kept", 1)).toEqual({ kind: "refused", reason: "no-such-conflict" });
});

test("thirty people who save the same text at once: one is the text, the others are kept aside, none is lost", async () => {
  const texts = await aRecord();
  const { personId } = texts.region.coordinator;
  const words = Array.from({ length: 30 }, (_, index) => `Words ${index}`);
  const outcomes = await Promise.all(words.map((value) => keep(texts, personId, value, 0)));
  expect(outcomes.filter((outcome) => outcome.kind === "saved")).toHaveLength(1);
  expect(new Set(await everything(texts))).toEqual(new Set(words));
});

test("of two who settle the same conflict at once, one does", async () => {
  const texts = await aRecord();
  const { coordinator, deputy } = texts.region;
  await keep(texts, coordinator.personId, "One", 0);
  const kept = await keep(texts, deputy.personId, "Two", 0);
  if (kept.kind !== "conflict") throw new Error("a conflict was expected");
  const outcomes = await Promise.all([settle(texts, coordinator.personId, kept.keptId, "kept", 1), settle(texts, deputy.personId, kept.keptId, "current", 1)]);
  expect(outcomes.filter((outcome) => outcome.kind === "saved")).toHaveLength(1);
  expect(new Set(await everything(texts))).toEqual(new Set(["One", "Two"]));
});

test("whatever several people type, look at and settle, every text is still somewhere and no conflict is forgotten", async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("save" as const), who: fc.nat(2), words: fc.string({ minLength: 1, maxLength: 10 }).filter((words) => words.trim() !== "" && !words.includes("\u0000")) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("look" as const), who: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("settle" as const), who: fc.nat(2), take: fc.constantFrom("kept" as const, "current" as const, "both" as const) }) },
  );
  const texts = await aRecord();
  const people = [texts.region.coordinator, texts.region.deputy, texts.region.chair].map((person) => person.personId);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const key = `run:${(run += 1)}`;
      const seen = [0, 0, 0];
      const typed = new Set<string>();
      for (const one of steps) {
        const personId = people[one.who] ?? "";
        if (one.kind === "look") seen[one.who] = (await textsOf(texts.workflowId, { prefix: key }))[key]?.revision ?? 0;
        else if (one.kind === "save") {
          typed.add(one.words);
          const saved = await keep(texts, personId, one.words, seen[one.who] ?? 0, key);
          if (saved.kind === "saved") seen[one.who] = saved.revision;
        } else {
          const [open] = (await openConflicts(texts.workflowId, { prefix: key })).filter((conflict) => conflict.key === key);
          if (open) await settle(texts, personId, open.keptId, one.take, open.revision);
        }
      }
      const kept = await everything(texts, key);
      for (const words of typed) expect(kept).toContain(words);
      const present = (await textsOf(texts.workflowId, { prefix: key }))[key];
      const newest = (await historyOf(texts.workflowId, key)).find((past) => past.outcome === "saved");
      expect(present?.value).toBe(newest?.value);
    }),
    { numRuns: 20 },
  );
});

test("a save whose transaction is undone leaves nothing behind", async () => {
  const texts = await aRecord();
  await expect(
    inTransaction(async (tx) => {
      await keepText(tx, { workflowId: texts.workflowId, key: "note", value: "Gone", baseRevision: 0, personId: texts.region.coordinator.personId });
      throw new Error("the caller failed");
    }),
  ).rejects.toThrow("the caller failed");
  expect(await everything(texts)).toEqual([]);
});
