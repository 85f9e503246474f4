import type { Highs } from "highs";

import type { Stop } from "../solver/stop";
import { arrangeRound, type RoundFound } from "./one-round";
import type { GroupsProblem } from "./read-groups";

export type Alternative = {
  readonly groups: readonly (readonly string[])[];
  readonly cost: number;
  readonly repeats: number;
  /** Groups that the best arrangement does not have. */
  readonly differentGroups: number;
};

export type Alternatives = { readonly alternatives: readonly Alternative[]; /** Proven to be the next best, in order. */ readonly proven: boolean };

type Listing = { stop: Stop; seed: number; count: number; /** Told after each one found; the order is not proven until the end. */ report?: (found: Alternatives) => void };

/**
 * The best arrangement and the next best different ones, in order. Any other arrangement parts at
 * least one pair of the best: so the second best is the best of those that part some pair of it, and so on.
 */
export function listAlternatives(solver: Highs, problem: GroupsProblem, { stop, seed, count, report }: Listing): Alternatives {
  const { n, ids } = problem;
  type Node = { found: RoundFound; apart: readonly (readonly [number, number])[] };
  const key = (found: RoundFound): string => found.groups.map((group) => group.join(",")).join(";");
  const before = (a: Node, b: Node): number => a.found.repeats - b.found.repeats || a.found.cost - b.found.cost;
  const solve = (apart: Node["apart"]): Node | undefined => {
    const never = Uint8Array.from(problem.never);
    for (const [a, b] of apart) never[a * n + b] = never[b * n + a] = 1;
    const outcome = arrangeRound(solver, { ...problem, never }, { stop, seed });
    if (outcome.kind === "unknown") proven = false;
    if (outcome.kind !== "found") return undefined;
    if (!outcome.proven) proven = false;
    return { found: outcome, apart };
  };
  let proven = true;
  const first = solve([]);
  const open: Node[] = first ? [first] : [];
  const listed: Node[] = [];
  const seen = new Set<string>();
  const tried = new Set<string>();
  const pinned = new Set(problem.pinned.flat());
  while (open.length > 0 && listed.length < count) {
    open.sort(before);
    const node = open.shift()!;
    if (!seen.has(key(node.found))) {
      seen.add(key(node.found));
      listed.push(node);
      report?.(told(false));
      if (listed.length === count) break;
    }
    for (const group of node.found.groups) {
      for (const [at, a] of group.entries()) {
        for (const b of group.slice(at + 1)) {
          if (pinned.has(a) && pinned.has(b)) continue;
          const apart = [...node.apart, [a, b] as const];
          const mark = apart.map(([x, y]) => x * n + y).sort((x, y) => x - y).join();
          if (tried.has(mark)) continue;
          tried.add(mark);
          if (stop.now()) {
            proven = false;
            continue;
          }
          const child = solve(apart);
          if (child) open.push(child);
        }
      }
    }
  }
  return told(proven);

  function told(inOrder: boolean): Alternatives {
    const best = new Set(listed[0]?.found.groups.map((group) => group.join()) ?? []);
    return {
      proven: inOrder,
      alternatives: listed.map(({ found }) => ({
        groups: found.groups.map((group) => group.map((member) => ids[member]!)),
        cost: found.cost,
        repeats: found.repeats,
        differentGroups: found.groups.filter((group) => !best.has(group.join())).length,
      })),
    };
  }
}
