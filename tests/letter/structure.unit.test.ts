import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";

import { SECTIONS, type LetterStructure } from "~/features/letter/content";
import { draftLetter, type FindingForLetter } from "~/features/letter/draft";
import { changed, findingsIn, neighbourOf, reconciled, type StructureChange } from "~/features/letter/structure";

const about = {
  authority: "Kent", activity: "Challenge session of Kent and Medway", heldOn: "2026-02-12", lead: "Asha Patel", team: ["Asha Patel", "Tom Reed", "Lin Wu"],
  actionPlanWorkingDays: 20, reviewMonths: 6,
};

const finding = (kind: FindingForLetter["kind"], theme: string, text: string): FindingForLetter => ({ id: randomUUID(), kind, theme, text });

const ids = fc.array(fc.uuid(), { minLength: 1, maxLength: 12 }).map((list) => [...new Set(list)]);
const structures = fc.tuple(ids, ids).chain(([paragraphIds, findingIds]) =>
  fc.record({
    paragraphs: fc.tuple(...paragraphIds.map((id) => fc.record({ id: fc.constant(id), section: fc.constantFrom(...SECTIONS), findingIds: fc.subarray(findingIds) }))),
  }).map(({ paragraphs }): LetterStructure => ({
    paragraphs: SECTIONS.flatMap((section) => paragraphs.filter((one) => one.section === section)),
    leftOut: findingIds.filter((id) => !paragraphs.some((one) => one.findingIds.includes(id))),
  })));

/** Any change, of what is there and of what is not. */
const changesOf = ({ paragraphs, leftOut }: LetterStructure) => {
  const id = fc.constantFrom(...paragraphs.map((one) => one.id), randomUUID());
  const findingId = fc.constantFrom(...paragraphs.flatMap((one) => one.findingIds), ...leftOut, randomUUID());
  return fc.oneof(
    fc.record({ kind: fc.constant("add" as const), id: fc.uuid(), section: fc.constantFrom(...SECTIONS), after: fc.option(id, { nil: undefined }) }),
    fc.record({ kind: fc.constant("remove" as const), id }),
    fc.record({ kind: fc.constantFrom("up" as const, "down" as const), id, past: id }),
    fc.record({ kind: fc.constant("section" as const), id, section: fc.constantFrom(...SECTIONS) }),
    fc.record({ kind: fc.constantFrom("link" as const, "unlink" as const), id, findingId }),
  ) as fc.Arbitrary<StructureChange>;
};

const rankOf = (section: string) => SECTIONS.findIndex((one) => one === section);

test("whatever an editor does to the paragraphs, no finding is ever lost or invented, and the parts stay in order", () => {
  fc.assert(
    fc.property(structures.chain((start) => fc.tuple(fc.constant(start), fc.array(changesOf(start), { maxLength: 25 }))), ([start, changes]) => {
      let now = start;
      for (const change of changes) {
        now = changed(now, change);
        expect(findingsIn(now)).toEqual(findingsIn(start));
        const said = new Set(now.paragraphs.flatMap((one) => one.findingIds));
        expect(now.leftOut.filter((id) => said.has(id))).toEqual([]);
        const ranks = now.paragraphs.map((one) => rankOf(one.section));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(new Set(now.paragraphs.map((one) => one.id)).size).toBe(now.paragraphs.length);
      }
    }),
  );
});

test("moving a paragraph up, pressed twice, moves it once; down again leaves the letter as it was; and only within its part", () => {
  fc.assert(
    fc.property(structures, (start) => {
      for (const { id } of start.paragraphs) {
        const past = neighbourOf(start, id, "up");
        const up = changed(start, { kind: "up", id, past: past ?? id });
        expect(past !== null).toBe(up.paragraphs.some((one, index) => one.id !== start.paragraphs[index]?.id));
        if (past === null) continue;
        expect(changed(up, { kind: "up", id, past })).toEqual(up);
        expect(changed(up, { kind: "down", id, past })).toEqual(start);
      }
    }),
  );
});

test("after the findings changed, the letter knows exactly those that stand", () => {
  fc.assert(
    fc.property(structures, ids, (start, standing) => {
      const now = reconciled(start, standing);
      expect(findingsIn(now)).toEqual(new Set(standing));
      expect(now.paragraphs.map((one) => one.id)).toEqual(start.paragraphs.map((one) => one.id));
    }),
  );
});

test("a drafted letter says every finding once, strengths gathered by theme, each area by itself", () => {
  const findings = [
    finding("strength", "leadership", "Leaders are seen."), finding("area", "front door", "Thresholds differ."), finding("strength", "leadership", "Staff speak well of them."),
    finding("area", "front door", "Calls wait."), finding("recommendation", "workforce", "Look at caseloads."), finding("goodPractice", "early help", "The family hubs."),
  ];
  const { structure, words } = draftLetter(findings, about, randomUUID);
  expect(structure.leftOut).toEqual([]);
  expect(structure.paragraphs.flatMap((one) => one.findingIds).sort()).toEqual(findings.map(({ id }) => id).sort());
  expect(structure.paragraphs.map((one) => `${one.section}: ${words[one.id]?.heading}`)).toEqual([
    "opening: ", "strengths: Leadership", "areas: Front door 1", "areas: Front door 2", "recommendations: Workforce", "goodPractice: Early help", "closing: ",
  ]);
  expect(words[structure.paragraphs[1]!.id]?.text).toBe("Leaders are seen.\n\nStaff speak well of them.");
  expect(words[structure.paragraphs[0]!.id]?.text).toContain("led by Asha Patel, with Tom Reed and Lin Wu");
  const closing = words[structure.paragraphs.at(-1)!.id]?.text;
  expect(closing).toContain("20 working days");
  expect(closing).not.toContain("facts");
});

test("drafting keeps every finding's id for any findings there are", () => {
  const kinds = fc.constantFrom("strength" as const, "area" as const, "recommendation" as const, "goodPractice" as const);
  fc.assert(
    fc.property(fc.array(fc.record({ id: fc.uuid(), kind: kinds, theme: fc.constantFrom("leadership", "SEND", "front door"), text: fc.string({ minLength: 1 }) }), { maxLength: 30 }), (given) => {
      const findings = [...new Map(given.map((one) => [one.id, one])).values()];
      const { structure, words } = draftLetter(findings, about, randomUUID);
      expect(findingsIn(structure)).toEqual(new Set(findings.map(({ id }) => id)));
      for (const one of findings) {
        const here = structure.paragraphs.filter(({ findingIds }) => findingIds.includes(one.id));
        expect(here).toHaveLength(1);
        expect(words[here[0]!.id]?.text).toContain(one.text.trim());
      }
    }),
  );
});
