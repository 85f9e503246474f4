import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { applied, changeBetween, changeFrom, inOrder, keyOf, membersOf, sameGroups, whyNot, type Change } from "~/features/arrangement/arranging";
import { readRules, readTyped, rulesValues } from "~/features/arrangement/forms";
import { Measure } from "~/features/arrangement/measure.server";
import { fingerprintOf, questionOf, whyNotGroupable, type BoardFacts } from "~/features/arrangement/question";
import { evaluateGroups } from "~/scheduling";
import { firstRules, type ArrangementRules, type DraftGroup } from "~/features/arrangement/rules";

const grades = ["Good", "Outstanding", "Inadequate"];

/** Any region: members somewhere in England, some with grades and sizes, some who met, some never to meet. */
const aRegion = fc.integer({ min: 3, max: 22 }).filter((n) => n !== 5).chain((n) =>
  fc.record({
    places: fc.array(fc.record({ latitude: fc.double({ min: 50, max: 55, noNaN: true }), longitude: fc.double({ min: -5, max: 1, noNaN: true }), grade: fc.option(fc.constantFrom(...grades)), size: fc.option(fc.integer({ min: 1000, max: 900_000 })) }), { minLength: n, maxLength: n }),
    order: fc.shuffledSubarray(Array.from({ length: n }, (_, at) => at), { minLength: n, maxLength: n }),
    earlier: fc.shuffledSubarray(Array.from({ length: n }, (_, at) => at), { minLength: n, maxLength: n }),
    never: fc.array(fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.integer({ min: 0, max: n - 1 })).filter(([a, b]) => a !== b), { maxLength: 6 }),
    pinned: fc.integer({ min: -1, max: 6 }),
  }),
);

const idOf = (at: number): string => `a${at}`;

function inThrees(ids: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (let at = 0; at + 3 <= ids.length; at += 3) groups.push(ids.slice(at, at + 3));
  ids.slice(groups.length * 3).forEach((id, at) => groups[(at + groups.length - 1) % groups.length]?.push(id));
  return groups;
}

function worldOf(region: typeof aRegion extends fc.Arbitrary<infer Value> ? Value : never) {
  const facts: BoardFacts = {
    members: region.places.map((place, at) => ({ id: idOf(at), name: `Authority ${at}`, neighbours: [idOf((at + 1) % region.places.length)].filter((id) => id !== idOf(at)), excused: null, ...place })),
    earlier: [{ id: "before", name: "Before", groups: inThrees(region.earlier.map(idOf)) }],
  };
  const rules: ArrangementRules = { ...firstRules, earlier: ["before"], neighbours: { leaning: "together", km: 12 }, size: { leaning: "apart", km: 7 }, never: region.never.map(([a, b]): [string, string] => [idOf(a), idOf(b)]) };
  const groups: DraftGroup[] = inThrees(region.order.map(idOf)).map((members, at) => ({ members, pinned: at === region.pinned }));
  return { facts, rules, groups, question: questionOf(facts, rules) };
}

describe("changes by hand, for any region", () => {
  test("what a change says it will do is what it does to the whole arrangement", () => {
    fc.assert(fc.property(aRegion, fc.nat(), (region, pick) => {
      const { groups, question } = worldOf(region);
      const measure = new Measure(question);
      const authority = idOf(pick % region.places.length);
      const before = measure.score(membersOf(groups));
      for (const effect of measure.changesOf(authority, groups)) {
        const after = measure.score(membersOf(applied(effect.change, groups)));
        expect(after.conflicts - before.conflicts).toBe(effect.conflicts);
        expect(after.repeats - before.repeats).toBe(effect.repeats);
        expect(after.cost - before.cost).toBeCloseTo(effect.cost, 1);
        expect(whyNot(effect.change, groups)).toBeNull();
      }
    }), { numRuns: 60 });
  });

  test("no change loses anybody, puts anybody in two groups, or touches a kept group", () => {
    fc.assert(fc.property(aRegion, fc.nat(), (region, pick) => {
      const { groups, question } = worldOf(region);
      const authority = idOf(pick % region.places.length);
      for (const { change } of new Measure(question).changesOf(authority, groups)) {
        const after = applied(change, groups);
        expect(membersOf(after).flat().sort()).toEqual(membersOf(groups).flat().sort());
        groups.forEach((group, at) => group.pinned && expect(after[at]).toEqual(group));
      }
    }), { numRuns: 60 });
  });

  test("what keeps groups from being used is what the scheduling library says of them", () => {
    fc.assert(fc.property(aRegion, fc.nat(), fc.nat(), (region, pick, to) => {
      const { groups, question } = worldOf({ ...region, pinned: -1 });
      const moved = applied({ kind: "move", authority: idOf(pick % region.places.length), to: (to % groups.length) + 1 }, groups);
      for (const each of [groups, moved]) {
        const mine = new Measure(question).faults(membersOf(each), (id) => `Authority ${id.slice(1)}`);
        const theirs = evaluateGroups(question, membersOf(each)).broken;
        expect(mine.filter((fault) => !theirs.includes(fault))).toEqual([]);
        expect(mine.length > 0).toBe(theirs.length > 0);
      }
    }), { numRuns: 60 });
  });

  test("a swap made twice is no swap, and every change is recognised from before and after", () => {
    fc.assert(fc.property(aRegion, fc.nat(), (region, pick) => {
      const { groups, question } = worldOf(region);
      const authority = idOf(pick % region.places.length);
      for (const { change } of new Measure(question).changesOf(authority, groups)) {
        if (change.kind === "swap") expect(sameGroups(membersOf(applied(change, applied(change, groups))), membersOf(groups))).toBe(true);
        const seen = changeBetween(membersOf(groups), membersOf(applied(change, groups)));
        const same = (one: Change | null) => one && membersOf(applied(one, groups)).map((group) => [...group].sort());
        expect(same(seen)).toEqual(same(change));
        expect(changeFrom(authority, keyOf(change))).toEqual(change);
      }
    }), { numRuns: 40 });
  });

  test("groups found anew keep the number and the colour of those that were there", () => {
    fc.assert(fc.property(aRegion, (region) => {
      const { groups } = worldOf(region);
      const shuffled = [...membersOf(groups)].reverse().map((group) => [...group].reverse());
      const again = inOrder(shuffled, (id) => id, groups);
      expect(again.map((group) => [...group.members].sort())).toEqual(groups.map((group) => [...group.members].sort()));
      expect(again.map((group) => group.pinned)).toEqual(groups.map((group) => group.pinned));
    }), { numRuns: 60 });
  });

  test("a question has one fingerprint however it is stored, and another as soon as anything in it differs", () => {
    fc.assert(fc.property(aRegion, (region) => {
      const { facts, rules, question } = worldOf(region);
      const stored = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(question).reverse()))) as typeof question;
      expect(fingerprintOf(stored)).toBe(fingerprintOf(question));
      expect(fingerprintOf(questionOf(facts, { ...rules, grade: rules.grade + 1 }))).not.toBe(fingerprintOf(question));
    }), { numRuns: 60 });
  });
});

describe("groups typed by hand", () => {
  const members = ["Kent", "Medway", "Surrey", "Slough", "Reading", "Brighton & Hove", "Isle of Wight"].map((name) => ({ id: name.toLowerCase(), name }));
  const read = (text: string) => readTyped({ groups: text }, members);
  const messageOf = (text: string): string => {
    const result = read(text);
    return result.ok ? "" : (result.form.errors["groups"] ?? "");
  };

  test("numbers before a line, semicolons, capitals and “and” for & are all understood", () => {
    expect(read("Group 1: kent; MEDWAY; surrey\n2. Slough, Reading, Brighton and Hove, Isle of Wight\n\n")).toEqual({ ok: true, data: [["kent", "medway", "surrey"], ["slough", "reading", "brighton & hove", "isle of wight"]] });
  });

  test("an authority in two groups, one missing, groups of two and five, and a stranger are each named", () => {
    expect(messageOf("Kent, Medway\nKent, Surrey, Slough, Reading, Brighton & Hove")).toBe(
      "Kent is in groups 1 and 2. An authority can be in one group only. In no group: Isle of Wight. Add it, or leave it out under the rules. Group 1 has two members. A group has three or four. Group 2 has five members. A group has three or four",
    );
    expect(messageOf("Kent, Kent, Atlantis")).toContain("Group 1: no authority called “Atlantis” takes part. Check the spelling");
    expect(messageOf("Kent, Kent, Atlantis")).toContain("Kent is twice in group 1");
    expect(messageOf("  \n")).toBe("Enter the groups, one on each line");
  });
});

describe("the form of rules", () => {
  const choices = { members: ["kent", "medway", "surrey", "slough"].map((id) => ({ id, name: id })), earlier: [{ id: "r1", name: "2025/26" }] };

  test("rules come back from the form as they went in, for any rules", () => {
    const leaning = fc.constantFrom("none" as const, "together" as const, "apart" as const);
    const rule = fc.record({ leaning, km: fc.integer({ min: 0, max: 500 }) });
    fc.assert(fc.property(fc.boolean(), fc.integer({ min: 0, max: 500 }), rule, rule, fc.integer({ min: 2, max: 120 }), fc.boolean(), (distance, grade, neighbours, size, seconds, counted) => {
      const rules: ArrangementRules = {
        distance, grade, neighbours, size, seconds, earlier: counted ? ["r1"] : [], leftOut: ["slough"],
        never: [["kent", "medway"]], wanted: [{ pair: ["kent", "surrey"], leaning: "together", km: 40 }],
      };
      expect(readRules(rulesValues("Mine", rules, choices), choices)).toEqual({ ok: true, data: { name: "Mine", rules } });
    }), { numRuns: 50 });
  });

  test("a pair cannot be wanted together and never be together, and five cannot be grouped", () => {
    const both = readRules(rulesValues("Mine", { ...firstRules, never: [["kent", "medway"]], wanted: [{ pair: ["medway", "kent"], leaning: "together", km: 10 }] }, choices), choices);
    expect(both.ok ? "" : both.form.errors["never-0-a"]).toBe("kent and medway cannot be wanted together and never be together. Remove one of the two");
    const five = { ...choices, members: [...choices.members, { id: "reading", name: "reading" }] };
    const refused = readRules(rulesValues("Mine", firstRules, five), five);
    expect(refused.ok ? "" : refused.form.errors["members"]).toMatch(/^Five authorities cannot be split/);
    expect(whyNotGroupable(2)).toMatch(/^Only two authorities take part/);
  });
});
