import fc from "fast-check";
import { expect, test } from "vitest";

import { beginFinding, fileFinding, findingsOf, finishFindings, removeFinding, reopenFindings, restoreFinding, saveFinding } from "~/features/challenge-record";
import { allFindings } from "~/features/challenge-record/findings-list.server";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { aChallengeRecord, aDraftFinding, aFinding, filed, lettersOf, someMeta, stateOf } from "./world";

test("thirty challengers who file at the same moment lose nothing, and the lead is told of each", async () => {
  const world = await aChallengeRecord({ challengers: 30 });
  const ids = await Promise.all(world.challengers.map((actor, index) => aFinding(world, actor, `Finding number ${index}`)));
  const findings = await findingsOf(world.id);
  expect(new Set(findings.map((finding) => finding.id))).toEqual(new Set(ids));
  expect(new Set(findings.map((finding) => finding.text))).toEqual(new Set(ids.map((_, index) => `Finding number ${index}`)));
  expect(await lettersOf(world.id, "finding.file")).toHaveLength(30);
  expect((await verifyChains()).broken).toBeNull();
});

test("the same press twice begins one finding and files it once, and two tabs file it once", async () => {
  const world = await aChallengeRecord({ challengers: 1 });
  const [author] = world.challengers;
  if (!author) throw new Error("a challenger is needed");
  const id = crypto.randomUUID();
  await Promise.all([1, 2].map(() => beginFinding({ recordId: world.id, kind: "strength", actor: author, id })));
  expect(await allFindings(world.id)).toHaveLength(1);
  const meta = someMeta();
  await saveFinding({ recordId: world.id, findingId: id, actor: author, text: "Words", textRevision: 0, was: { ...meta, theme: "", evidence: [], noNames: false }, meta });
  const press = { recordId: world.id, findingId: id, actor: author };
  const outcomes = await Promise.all([
    fileFinding({ ...press, requestKey: "the-same-press" }), fileFinding({ ...press, requestKey: "the-same-press" }),
    fileFinding({ ...press, requestKey: "another-tab" }), fileFinding(press),
  ]);
  expect(outcomes.filter((outcome) => outcome.kind === "moved")).toHaveLength(1);
  expect(outcomes.every((outcome) => ["moved", "repeated", "saved"].includes(outcome.kind))).toBe(true);
  expect(await db.workflowEvent.count({ where: { workflowId: world.id, event: "finding.file" } })).toBe(1);
});

test("a finding that is filed while the lead finishes is in, or refused and still a draft: never half", async () => {
  for (let round = 0; round < 4; round += 1) {
    const world = await filed(await aChallengeRecord({ challengers: 3 }));
    const drafts = await Promise.all(world.challengers.map((actor, index) => aDraftFinding(world, actor, `Late ${index}`)));
    const [finished, ...files] = await Promise.all([
      finishFindings({ recordId: world.id, actor: world.lead }),
      ...world.challengers.map((actor, index) => fileFinding({ recordId: world.id, findingId: drafts[index] ?? "", actor })),
    ]);
    expect(finished.kind).toBe("moved");
    const standing = new Set((await findingsOf(world.id)).map((finding) => finding.id));
    files.forEach((outcome, index) => expect(standing.has(drafts[index] ?? "")).toBe(outcome.kind === "moved"));
    const finishedAt = await db.workflowEvent.findFirstOrThrow({ where: { workflowId: world.id, event: "findings.finish" }, select: { seq: true } });
    expect(await db.workflowEvent.count({ where: { workflowId: world.id, event: "finding.file", seq: { gt: finishedAt.seq } } })).toBe(0);
  }
});

test("a save that races with the finish is saved before it, or refused: a finished finding never changes", async () => {
  const world = await filed(await aChallengeRecord({ challengers: 4 }));
  const ids = await Promise.all(world.challengers.map((actor) => aFinding(world, actor, "Before")));
  const meta = someMeta();
  const [, ...saves] = await Promise.all([
    finishFindings({ recordId: world.id, actor: world.lead }),
    ...world.challengers.map((actor, index) => saveFinding({ recordId: world.id, findingId: ids[index] ?? "", actor, text: "After", textRevision: 1, was: meta, meta })),
  ]);
  const texts = new Map((await findingsOf(world.id)).map((finding) => [finding.id, finding.text]));
  saves.forEach((saved, index) => expect(texts.get(ids[index] ?? "")).toBe(saved.kind === "saved" ? "After" : "Before"));
});

test("one who takes a finding out and one who files it at the same moment agree in the end", async () => {
  const world = await aChallengeRecord({ challengers: 1 });
  const [author] = world.challengers;
  if (!author) throw new Error("a challenger is needed");
  const findingId = await aDraftFinding(world, author, "Words");
  await Promise.all([fileFinding({ recordId: world.id, findingId, actor: author }), removeFinding({ recordId: world.id, findingId, actor: world.lead })]);
  const [finding] = await allFindings(world.id);
  expect(await findingsOf(world.id)).toHaveLength(finding?.filedAt && !finding.removedAt ? 1 : 0);
});

test("whatever anybody does in any order, the record keeps its rules and every word", async () => {
  const move = fc.record({ kind: fc.constantFrom("begin", "write", "write", "file", "file", "remove", "restore", "finish", "reopen"), who: fc.nat(5), which: fc.nat(3), words: fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== "" && !text.includes("\u0000")) });
  const world = await aChallengeRecord({ challengers: 2 });
  const people = [world.lead, ...world.challengers, world.host.dcs, world.region.coordinator, world.third.dcs];
  const team = new Set([world.lead, ...world.challengers].map((person) => person.personId));
  const typed = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 16 }), async (moves) => {
      for (const { kind, who, which, words } of moves) {
        const actor = people[who];
        if (!actor) continue;
        const before = await stateOf(world.id);
        const findings = await allFindings(world.id);
        const finding = findings[findings.length === 0 ? 0 : which % findings.length];
        const target = { recordId: world.id, findingId: finding?.id ?? crypto.randomUUID(), actor };
        if (kind === "begin") {
          const made = await beginFinding({ recordId: world.id, kind: ["strength", "area", "recommendation", "goodPractice"][which] ?? "", actor });
          expect(made.kind).toBe(team.has(actor.personId) && before === "filingFindings" ? "made" : "refused");
        } else if (kind === "write" && finding) {
          const meta = someMeta({ kind: finding.kind });
          const saved = await saveFinding({ ...target, text: words, textRevision: finding.textRevision, was: { ...finding, kloeId: null }, meta });
          if (saved.kind === "saved") typed.add(words);
          expect(saved.kind === "saved").toBe(before === "filingFindings" && finding.removedAt === null && (actor === world.lead || finding.author.id === actor.personId));
        } else if (kind === "file") await fileFinding(target);
        else if (kind === "remove") await removeFinding(target);
        else if (kind === "restore") await restoreFinding(target);
        else if (kind === "finish" || kind === "reopen") {
          const result = await (kind === "finish" ? finishFindings : reopenFindings)({ recordId: world.id, actor });
          if (result.kind === "moved") expect(actor).toBe(world.lead);
        }
        const after = await findingsOf(world.id);
        if ((await stateOf(world.id)) === "draftingLetter") {
          expect(after.some((one) => one.kind === "strength")).toBe(true);
          expect(after.some((one) => one.kind === "area")).toBe(true);
        }
        for (const one of after) {
          expect(one.noNames && one.theme !== "" && one.evidence.length > 0 && one.text.trim() !== "").toBe(true);
          expect(team.has(one.author.id)).toBe(true);
        }
      }
    }),
    { numRuns: 15 },
  );
  const kept = new Set((await db.keptTextHistory.findMany({ where: { text: { workflowId: world.id } }, select: { value: true } })).map((row) => row.value));
  for (const words of typed) expect(kept).toContain(words);
  expect(await db.workflowEvent.count({ where: { workflowId: world.id, event: { not: "begin" }, emails: { none: {} } } })).toBe(0);
});
