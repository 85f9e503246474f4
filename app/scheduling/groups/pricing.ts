import type { Cut } from "./cuts";
import { fromTripleKey, groupKey, tripleKey } from "./group-keys";
import type { PartitionProblem } from "./partition-problem";

/**
 * A price for every way to form a group. A group's reduced cost is its weight less the prices of
 * its members (and of the count of fours, the budget and the cuts). Prices come from the linear
 * program; pricing looks at every triple and every quad in plain arrays, nothing is skipped.
 */
export type Prices = {
  member: Float64Array;
  quadCount: number;
  /** Never positive: what one unit of the budget is worth. */
  budget: number;
  cuts: readonly PricedCut[];
};

/** A cut with its penalty: never negative, and each unit of a group's coefficient costs it. */
export type PricedCut = { readonly cut: Cut; readonly penalty: number };

/** A group as a candidate column. `d` is -1 for a triple. */
export type Candidate = { a: number; b: number; c: number; d: number; reducedCost: number };

export type Priced = {
  leastTriple: number;
  leastQuad: number;
  candidates: Candidate[];
  /** True when there were more groups under the threshold than `atMost`. */
  truncated: boolean;
};

const never = 1e30;

/**
 * Every group whose reduced cost is at most `threshold`, or the best `atMost` of them, with the
 * least reduced cost over all triples and all quads (which the lower bound rests on).
 */
export function priceGroups(
  problem: PartitionProblem,
  prices: Prices,
  threshold: number,
  atMost: number,
): Priced {
  const { n, quads, forbidden } = problem;
  const reduced = reducedWeights(problem, prices);
  const { triples, quads: wholeQuads } = corrections(prices.cuts);
  // Groups with a forbidden pair cost `never`: no threshold may let them in.
  const keep = bestKeeper(Math.min(threshold, never / 2), atMost);
  let leastTriple = Infinity;
  let leastQuad = Infinity;

  if (n > 4 * quads) {
    const w = share(reduced, prices.member, n, 2);
    for (let i = 0; i < n - 2; i++) {
      for (let j = i + 1; j < n - 1; j++) {
        const ij = w[i * n + j]!;
        if (ij > never / 2) continue;
        const rowI = i * n;
        const rowJ = j * n;
        for (let k = j + 1; k < n; k++) {
          const cost = ij + w[rowI + k]! + w[rowJ + k]!;
          if (cost < leastTriple && !triples.has((i * n + j) * n + k)) leastTriple = cost;
          if (cost < keep.limit) keep.add(i, j, k, -1, cost);
        }
      }
    }
    for (const [key, correction] of triples) {
      const [i, j, k] = fromTripleKey(key, n);
      const before = w[i * n + j]! + w[i * n + k]! + w[j * n + k]!;
      if (before > never / 2) continue;
      const cost = before + correction;
      if (cost < leastTriple) leastTriple = cost;
      keep.replace(i, j, k, -1, cost);
    }
  }

  if (quads > 0) {
    const w = share(reduced, prices.member, n, 3);
    const quadPrice = prices.quadCount;
    const corrected = (a: number, b: number, c: number, d: number): boolean =>
      triples.has((a * n + b) * n + c) || triples.has((a * n + b) * n + d) || triples.has((a * n + c) * n + d) || triples.has((b * n + c) * n + d);
    // Least weight from each member to any other: a cheap bound that skips most third members.
    const least = new Float64Array(n).fill(Infinity);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) if (i !== j) least[i] = Math.min(least[i]!, w[i * n + j]!);
    }
    for (let i = 0; i < n - 3; i++) {
      const rowI = i * n;
      for (let j = i + 1; j < n - 2; j++) {
        const ij = w[rowI + j]!;
        if (ij > never / 2) continue;
        const rowJ = j * n;
        for (let k = j + 1; k < n - 1; k++) {
          const ijk = ij + w[rowI + k]! + w[rowJ + k]! - quadPrice;
          const reach = ijk + least[i]! + least[j]! + least[k]!;
          if (reach >= leastQuad && reach >= keep.limit) continue;
          const rowK = k * n;
          for (let l = k + 1; l < n; l++) {
            const cost = ijk + w[rowI + l]! + w[rowJ + l]! + w[rowK + l]!;
            if (cost < leastQuad && !corrected(i, j, k, l)) leastQuad = cost;
            if (cost < keep.limit) keep.add(i, j, k, l, cost);
          }
        }
      }
    }
    for (const key of triples.keys()) {
      const [i, j, k] = fromTripleKey(key, n);
      for (let l = 0; l < n; l++) {
        if (l === i || l === j || l === k) continue;
        const [a, b, c, d] = [i, j, k, l].sort((x, y) => x - y) as [number, number, number, number];
        const before =
          w[a * n + b]! + w[a * n + c]! + w[a * n + d]! + w[b * n + c]! + w[b * n + d]! + w[c * n + d]! - quadPrice;
        if (before > never / 2) continue;
        let cost = before;
        for (const triple of [[a, b, c], [a, b, d], [a, c, d], [b, c, d]] as const) {
          cost += triples.get(tripleKey(triple, n)) ?? 0;
        }
        cost += wholeQuads.get(groupKey(a, b, c, d)) ?? 0;
        if (cost < leastQuad) leastQuad = cost;
        keep.replace(a, b, c, d, cost);
      }
    }
  }
  const { candidates, truncated } = keep.finish();
  for (const c of candidates) if (forbidden[c.a * n + c.b]) throw new Error("a forbidden pair was priced");
  return { leastTriple, leastQuad, candidates, truncated };
}

/** Pair weights with the budget's price and the cuts' penalties added; forbidden pairs are out of reach. */
function reducedWeights(problem: PartitionProblem, prices: Prices): Float64Array {
  const { n, weights, forbidden, budget } = problem;
  const reduced = Float64Array.from(weights);
  for (let p = 0; p < n * n; p++) {
    if (forbidden[p]) reduced[p] = never;
    else if (budget) reduced[p] = reduced[p]! - prices.budget * budget.weights[p]!;
  }
  for (const { cut, penalty } of prices.cuts) {
    if (penalty <= 0) continue;
    cut.eachPair((i, j, value) => {
      reduced[i * n + j] = reduced[i * n + j]! + value * penalty;
      reduced[j * n + i] = reduced[j * n + i]! + value * penalty;
    });
  }
  return reduced;
}

/** Spreads each member's price over its pairs, so that a group's reduced cost is a plain sum of pairs. */
function share(reduced: Float64Array, member: Float64Array, n: number, companions: number): Float64Array {
  const w = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) w[i * n + j] = reduced[i * n + j]! - (member[i]! + member[j]!) / companions;
  }
  return w;
}

/** What the pairs' penalties get wrong, by triple and by quad; a quad is looked at when it holds one of the triples. */
function corrections(cuts: readonly PricedCut[]): { triples: Map<number, number>; quads: Map<number, number> } {
  const triples = new Map<number, number>();
  const quads = new Map<number, number>();
  for (const { cut, penalty } of cuts) {
    if (penalty <= 0) continue;
    for (const [key, value] of cut.triples) triples.set(key, (triples.get(key) ?? 0) + value * penalty);
    for (const [key, value] of cut.quads) quads.set(key, (quads.get(key) ?? 0) + value * penalty);
  }
  return { triples, quads };
}

type Keeper = {
  /** Only costs under this need to be offered. */
  limit: number;
  add(a: number, b: number, c: number, d: number, cost: number): void;
  /** Puts the right cost for a group that was, or should have been, offered before. */
  replace(a: number, b: number, c: number, d: number, cost: number): void;
  finish(): { candidates: Candidate[]; truncated: boolean };
};

/** Keeps the best `atMost` candidates in bounded memory: twice as many at most, then the worse half goes. */
function bestKeeper(threshold: number, atMost: number): Keeper {
  let kept: Candidate[] = [];
  const corrected = new Map<number, Candidate>();
  let truncated = false;
  const better = (x: Candidate, y: Candidate): number =>
    x.reducedCost - y.reducedCost || groupKey(x.a, x.b, x.c, x.d) - groupKey(y.a, y.b, y.c, y.d);
  const keeper: Keeper = {
    limit: threshold,
    add(a, b, c, d, reducedCost) {
      kept.push({ a, b, c, d, reducedCost });
      if (kept.length < 2 * atMost) return;
      kept.sort(better);
      kept.length = atMost;
      keeper.limit = Math.min(keeper.limit, kept[atMost - 1]!.reducedCost);
      truncated = true;
    },
    replace(a, b, c, d, reducedCost) {
      corrected.set(groupKey(a, b, c, d), { a, b, c, d, reducedCost });
    },
    finish() {
      if (corrected.size > 0) {
        kept = kept.filter((c) => !corrected.has(groupKey(c.a, c.b, c.c, c.d)));
        for (const candidate of corrected.values()) if (candidate.reducedCost < threshold) kept.push(candidate);
      }
      kept.sort(better);
      if (kept.length > atMost) {
        kept.length = atMost;
        truncated = true;
      }
      return { candidates: kept, truncated };
    },
  };
  return keeper;
}
