import fc from "fast-check";
import { expect, test } from "vitest";

import { allocateScrutiny, verifyAnswer, type ScrutinyInput } from "~/scheduling";

const authorities = (count: number) => Array.from({ length: count }, (_, index) => `A${index + 1}`);

test("fifteen authorities scrutinise each other's reports: two readers each, nobody reads more than two, and the day needs no more turns than it must", () => {
  const all = authorities(15);
  const answer = allocateScrutiny({ reports: all, readers: all, perReport: 2, tables: 5 });
  if (answer.status !== "solved") throw new Error(answer.reasons.join(" "));
  expect([answer.least, answer.most]).toEqual([2, 2]);
  expect(new Set(answer.reports.map(({ readers }) => readers[0])).size).toBe(15);
  expect(answer.turnsAtLeast).toBe(3);
  expect(answer.turns).toBeLessThanOrEqual(5);
});

test("those of a triad do not read each other's, unless that is allowed", () => {
  const all = authorities(6);
  const groups = [all.slice(0, 3), all.slice(3)];
  const answer = allocateScrutiny({ reports: all, readers: all, perReport: 3, tables: 2, groups });
  if (answer.status !== "solved") throw new Error(answer.reasons.join(" "));
  expect(answer.reports[0]?.readers.toSorted()).toEqual(["A4", "A5", "A6"]);
  const refused = allocateScrutiny({ reports: all, readers: all, perReport: 4, tables: 2, groups });
  expect(refused).toMatchObject({ status: "infeasible" });
  expect(refused.status === "infeasible" ? refused.reasons[0] : "").toBe("A1 needs 4 readers and only A4, A5, A6 can read it: ruled out are A2, A3 (its own group).");
  expect(allocateScrutiny({ reports: all, readers: all, perReport: 4, tables: 2, groups, groupsAllowed: true }).status).toBe("solved");
});

test("a question that makes no sense names its field", () => {
  expect(() => allocateScrutiny({ reports: ["A"], readers: ["B", "B"], perReport: 1, tables: 1 })).toThrow("names somebody twice");
  expect(() => allocateScrutiny({ reports: ["A"], readers: ["B"], perReport: 0, tables: 1 })).toThrow("must be a whole number");
});

const problems: fc.Arbitrary<ScrutinyInput> = fc.record({ count: fc.integer({ min: 3, max: 16 }), absent: fc.nat(4), perReport: fc.integer({ min: 1, max: 4 }), tables: fc.integer({ min: 1, max: 5 }), pairs: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 20 }), by: fc.integer({ min: 2, max: 4 }) }).map(({ count, absent, perReport, tables, pairs, by }) => {
  const all = authorities(count);
  return {
    reports: all.slice(0, Math.max(1, count - absent)), readers: all, perReport, tables,
    never: pairs.filter(([one, other]) => one < count && other < count && one !== other).map(([one, other]): [string, string] => [all[one]!, all[other]!]),
    groups: [all.slice(0, by)],
  };
});

test("whatever is asked, the answer stands before the verifier, and the verifier sees what was made worse", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const answer = allocateScrutiny(problem);
      expect(verifyAnswer(problem, answer)).toEqual({ valid: true, problems: [] });
      if (answer.status !== "solved") return;
      const [first, ...rest] = answer.reports;
      if (!first) return;
      const broken = { ...answer, reports: [{ ...first, readers: [first.id, ...first.readers.slice(1)] }, ...rest] };
      expect(verifyAnswer(problem, broken).valid).toBe(false);
      expect(verifyAnswer(problem, { ...answer, turns: answer.turns + 1 }).valid).toBe(false);
      expect(verifyAnswer(problem, { status: "infeasible", reasons: ["It cannot be."] }).valid).toBe(false);
    }),
    { numRuns: 60 },
  );
});
