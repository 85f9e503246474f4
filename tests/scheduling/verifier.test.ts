import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

import { verifyAnswer } from "../../app/scheduling/verifier";

const question = { members: ["a", "b", "c", "d", "e", "f"], pairCosts: [{ pair: ["a", "b"], cost: 3 }], defaultPairCost: 1, never: [["a", "d"]], metBefore: [["b", "c"]] };
const answer = {
  status: "solved",
  rounds: [{ groups: [["a", "b", "c"], ["d", "e", "f"]], cost: 8, repeats: [["b", "c"]] }],
  cost: 8,
  repeats: 1,
  lowerBound: 7,
  proven: false,
  repeatFreeRoundsLeft: 0,
  planInHand: [],
};

describe("the independent verifier", () => {
  test("a right answer passes", () => {
    expect(verifyAnswer(question, answer)).toEqual({ valid: true, problems: [] });
  });

  test.each([
    ["a wrong cost", { cost: 7 }, "The total cost is 8"],
    ["a bound above the cost", { lowerBound: 9 }, "above the cost"],
    ["a proof with a gap", { proven: true }, "proven with a gap"],
    ["hidden repeats", { repeats: 0 }, "1 repeats, not 0"],
    ["a promise without a plan", { repeatFreeRoundsLeft: 2 }, "2 repeat-free rounds are promised"],
    ["a plan that repeats", { repeatFreeRoundsLeft: 1, planInHand: [[["a", "b", "e"], ["c", "d", "f"]]] }, "a and b meet again"],
    ["a missing member", { rounds: [{ groups: [["a", "b", "c"], ["d", "e"]], cost: 6, repeats: [["b", "c"]] }] }, "f is in 0 groups"],
    ["a conflict", { rounds: [{ groups: [["a", "d", "c"], ["b", "e", "f"]], cost: 6, repeats: [] }] }, "a and d may never be together"],
  ])("%s is found", (_, change, problem) => {
    const verdict = verifyAnswer(question, { ...answer, ...change });
    expect(verdict.valid).toBe(false);
    expect(verdict.problems.join(" ")).toContain(problem);
  });

  test("it imports nothing of the solvers", () => {
    const folder = resolve(import.meta.dirname, "../../app/scheduling/verifier");
    for (const name of readdirSync(folder)) {
      const imports = [...readFileSync(join(folder, name), "utf8").matchAll(/from "([^"]+)"/g)].map(([, from]) => from!);
      for (const from of imports) expect(from === "zod" || /^\.\/[a-z]+$/.test(from)).toBe(true);
    }
  });
});
