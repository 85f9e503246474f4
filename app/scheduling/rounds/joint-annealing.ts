import { groupSizes } from "../groups/partition-problem";
import type { Random } from "../solver/random";
import { shuffle } from "../solver/random";
import type { Stop } from "../solver/stop";
import type { Rounds } from "./constructions";

export type JointSearch = {
  n: number;
  quads: number;
  rounds: number;
  /** Pairs that count as met before the first of these rounds. */
  met: Uint8Array;
  /** Pairs that may never meet. */
  never: Uint8Array;
  /** What a pair inside a group costs, in units where 1 is a typical difference; omit to look at repeats only. */
  costs?: Float64Array;
  start?: Rounds;
  moves: number;
  random: Random;
  stop: Stop;
};

export type JointFound = { rounds: number[][][]; conflicts: number; repeats: number; cost: number; /** Moves made, fewer than allowed when it ended early. */ moves: number };

/**
 * Anneals several rounds at once: two members of one round change groups. A pair that meets k times
 * (history included) counts k - 1 repeats. One round after another is short-sighted: cheapest-first
 * stalls at 12 of 16 rounds for 33 members, while all rounds together reach the limit.
 * The best is kept by (conflicts, repeats, cost); without costs it ends at the first plan with no repeat.
 */
export function annealRounds(search: JointSearch): JointFound {
  const { n, quads, rounds, met, never, costs, random, stop } = search;
  const sizes = groupSizes(n, quads);
  const first = new Int32Array(n);
  const size = new Int32Array(n);
  let at = 0;
  for (const groupSize of sizes) {
    for (let p = at; p < at + groupSize; p++) {
      first[p] = at;
      size[p] = groupSize;
    }
    at += groupSize;
  }
  const places = new Int32Array(rounds * n);
  for (let r = 0; r < rounds; r++) {
    const given = search.start?.[r];
    const order = given ? [...given].sort((a, b) => a.length - b.length).flat() : Array.from({ length: n }, (_, i) => i);
    if (!given) shuffle(order, random);
    places.set(order, r * n);
  }
  // count: history first; a pair is free to meet once more while its count is zero.
  const count = new Int32Array(n * n);
  for (let p = 0; p < n * n; p++) count[p] = met[p] ? 1 : 0;
  const wall = 3;
  let repeats = 0;
  let conflicts = 0;
  let cost = 0;
  const meet = (a: number, b: number): number => {
    const p = a * n + b;
    const again = count[p]!;
    count[p] = count[b * n + a] = again + 1;
    let delta = 0;
    if (again > 0) {
      repeats++;
      delta++;
    }
    if (never[p]) {
      conflicts++;
      delta += wall;
    }
    if (costs) {
      cost += costs[p]!;
      delta += costs[p]! * costWeight;
    }
    return delta;
  };
  const part = (a: number, b: number): number => {
    const p = a * n + b;
    const left = count[p]! - 1;
    count[p] = count[b * n + a] = left;
    let delta = 0;
    if (left > 0) {
      repeats--;
      delta--;
    }
    if (never[p]) {
      conflicts--;
      delta -= wall;
    }
    if (costs) {
      cost -= costs[p]!;
      delta -= costs[p]! * costWeight;
    }
    return delta;
  };
  const costWeight = costs ? 0.3 : 0;
  for (let r = 0; r < rounds; r++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < first[p]! + size[p]!; q++) meet(places[r * n + p]!, places[r * n + q]!);
  }
  const best = Int32Array.from(places);
  let kept = { conflicts, repeats, cost };
  const hot = costs ? 0.9 : 0.7;
  const cold = costs ? 0.04 : 0.18;
  let temperature = hot;
  let move = 0;
  for (; move < search.moves && sizes.length > 1; move++) {
    if (!costs && repeats === 0 && conflicts === 0) break;
    if ((move & 511) === 0) {
      temperature = hot * (cold / hot) ** (move / search.moves);
      if ((move & 8191) === 0 && stop.now()) break;
    }
    const base = random.below(rounds) * n;
    const p = random.below(n);
    const q = random.below(n);
    if (first[p] === first[q]) continue;
    const x = places[base + p]!;
    const y = places[base + q]!;
    const swap = (a: number, b: number): number => {
      let delta = 0;
      for (let k = first[p]!; k < first[p]! + size[p]!; k++) if (k !== p) delta += part(a, places[base + k]!);
      for (let k = first[q]!; k < first[q]! + size[q]!; k++) if (k !== q) delta += part(b, places[base + k]!);
      for (let k = first[p]!; k < first[p]! + size[p]!; k++) if (k !== p) delta += meet(b, places[base + k]!);
      for (let k = first[q]!; k < first[q]! + size[q]!; k++) if (k !== q) delta += meet(a, places[base + k]!);
      return delta;
    };
    const delta = swap(x, y);
    if (delta > 0 && random.next() >= Math.exp(-delta / temperature)) {
      swap(y, x);
      continue;
    }
    places[base + p] = y;
    places[base + q] = x;
    if (better({ conflicts, repeats, cost }, kept)) {
      kept = { conflicts, repeats, cost };
      best.set(places);
    }
  }
  const found: number[][][] = [];
  for (let r = 0; r < rounds; r++) {
    const groups: number[][] = [];
    for (let p = 0; p < n; p += size[p]!) groups.push([...best.subarray(r * n + p, r * n + p + size[p]!)]);
    found.push(groups);
  }
  return { rounds: found, ...kept, moves: move };
}

type Score = { conflicts: number; repeats: number; cost: number };

function better(a: Score, b: Score): boolean {
  if (a.conflicts !== b.conflicts) return a.conflicts < b.conflicts;
  if (a.repeats !== b.repeats) return a.repeats < b.repeats;
  return a.cost < b.cost - 1e-9;
}
