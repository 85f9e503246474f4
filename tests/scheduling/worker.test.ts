import { setTimeout } from "node:timers/promises";

import { afterAll, describe, expect, test } from "vitest";

import { closeWorkers, scheduleGroups, type GroupsInput, type Progress } from "../../app/scheduling";
import { highs } from "../../app/scheduling/solver/highs";
import { bestPartition } from "../../app/scheduling/groups/best-partition";
import { neverStop } from "../../app/scheduling/solver/stop";

afterAll(closeWorkers);

/** Random costs on many members: a search that lasts far longer than any of these tests. */
function longQuestion(n: number): GroupsInput {
  const members = Array.from({ length: n }, (_, i) => `m${i}`);
  let state = 12_345;
  const pairCosts = members.flatMap((a, i) => members.slice(i + 1).map((b) => ({ pair: [a, b] as [string, string], cost: (state = (state * 48_271) % 2_147_483_647) % 1000 })));
  return { members, pairCosts };
}

describe("the worker", { timeout: 60_000 }, () => {
  test("a time limit returns the best so far with its gap", async () => {
    await scheduleGroups({ members: ["a", "b", "c"] }); // the thread is up before the clock runs
    const answer = await scheduleGroups(longQuestion(90), { timeLimitMs: 3000 });
    if (answer.status !== "solved") throw new Error("not solved");
    expect(answer.lowerBound).toBeLessThanOrEqual(answer.cost);
    expect(answer.gap).toBeCloseTo(answer.cost - answer.lowerBound, 6);
    expect(answer.proven).toBe(answer.gap === 0);
  });

  test("cancelling rejects with the reason and stops the work; the next question is answered", async () => {
    const controller = new AbortController();
    const reason = new Error("the page was closed");
    const running = scheduleGroups(longQuestion(150), { signal: controller.signal, onProgress: () => controller.abort(reason) });
    await expect(running).rejects.toBe(reason);
    await expect(scheduleGroups({ members: ["a", "b", "c"] }, { signal: controller.signal })).rejects.toBe(reason);
    expect(await scheduleGroups({ members: ["a", "b", "c"] })).toMatchObject({ status: "solved", proven: true });
  });

  test("cancelled work uses no more of the processor, even in the middle of a long solver call", async () => {
    const controller = new AbortController();
    const running = scheduleGroups(longQuestion(150), { signal: controller.signal, onProgress: () => void setTimeout(500).then(() => controller.abort(new Error("no longer wanted"))) });
    await expect(running).rejects.toThrow("no longer wanted");
    const used = async (): Promise<number> => {
      const from = process.cpuUsage();
      await setTimeout(300);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    };
    // A search goes on without a pause: three tenths of a second with next to none of it are its end.
    await expect.poll(used, { timeout: 10_000, interval: 10 }).toBeLessThan(30);
  });

  test("progress tells the best so far, the bound and the gap, and the bound is never above the answer", async () => {
    const steps: Progress[] = [];
    const answer = await scheduleGroups(longQuestion(24), { onProgress: (step) => steps.push(step) });
    if (answer.status !== "solved") throw new Error("not solved");
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      expect(step.bound).toBeLessThanOrEqual(answer.cost);
      expect(step.best).toBeGreaterThanOrEqual(answer.cost);
      expect(step.gap).toBeCloseTo(step.best - step.bound, 6);
    }
  });

  test("the proven arrangement is told before the search for the rounds that may follow it", async () => {
    const steps: Progress[] = [];
    const answer = await scheduleGroups(longQuestion(20), { onProgress: (step) => steps.push(step) });
    if (answer.status !== "solved") throw new Error("not solved");
    const first = steps.findIndex(({ gap }) => gap === 0);
    expect(steps[first]).toMatchObject({ best: answer.cost, roundsLeft: 0 });
    expect(answer.repeatFreeRoundsLeft).toBeGreaterThan(0);
    expect(steps.at(-1)!.roundsLeft).toBe(answer.repeatFreeRoundsLeft);
  });

  test("the same seed gives the same answer", async () => {
    const question = longQuestion(22);
    const [first, second] = await Promise.all([scheduleGroups(question, { seed: 5 }), scheduleGroups(question, { seed: 5 })]);
    expect({ ...first, elapsedMs: 0 }).toEqual({ ...second, elapsedMs: 0 });
  });

  test("a thousand solves in a row do not grow the solver's memory", async () => {
    const solver = await highs();
    const n = 9;
    const start = [[0, 1, 2], [3, 4, 5], [6, 7, 8]];
    const solve = (seed: number): boolean => {
      const weights = new Float64Array(n * n);
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) weights[i * n + j] = ((i + 1) * (j + 1) * (seed + 3)) % 17;
      return bestPartition(solver, { n, quads: 0, weights, forbidden: new Uint8Array(n * n), whole: true }, start, { stop: neverStop, seed }).proven;
    };
    for (let warm = 0; warm < 30; warm++) solve(warm);
    const before = solver.memoryBytes;
    let proven = 0;
    for (let round = 0; round < 1000; round++) if (solve(round)) proven++;
    expect(proven).toBe(1000);
    expect(solver.memoryBytes).toBe(before);
  });
});
