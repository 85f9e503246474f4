import type { Random } from "../solver/random";
import { shuffle } from "../solver/random";
import type { Stop } from "../solver/stop";
import { groupSizes, type Partition, type PartitionProblem } from "./partition-problem";

/** What annealing returns: its best partition and whether that breaks no forbidden pair and no budget. */
export type Annealed = { partition: Partition; weight: number; feasible: boolean };

export type AnnealingPlan = {
  /** Swaps to try; the temperature falls over these. */
  moves: number;
  random: Random;
  stop: Stop;
  start?: Partition;
  /** Begin cold: keep the start's shape and only repair it. */
  cool?: boolean;
};

/**
 * Swap-move simulated annealing for an upper bound: two members of different groups change places.
 * Half of the moves bring a member to one of its near ones, which matters from about fifty members on.
 * Forbidden pairs and budget overruns are walls of finite height, so that the search can climb over them;
 * the best partition is kept by (violations, weight).
 */
export function anneal(problem: PartitionProblem, plan: AnnealingPlan): Annealed {
  const { n, quads, weights, forbidden, budget } = problem;
  const { random, stop } = plan;
  const sizes = groupSizes(n, quads);
  const first = new Int32Array(n); // first position of the group that holds position p
  const size = new Int32Array(n);
  const memberAt = new Int32Array(n);
  const positionOf = new Int32Array(n);
  let at = 0;
  for (const groupSize of sizes) {
    for (let p = at; p < at + groupSize; p++) {
      first[p] = at;
      size[p] = groupSize;
    }
    at += groupSize;
  }
  if (plan.start) {
    const bySize = [...plan.start].sort((a, b) => a.length - b.length);
    memberAt.set(bySize.flat());
  } else {
    for (let i = 0; i < n; i++) memberAt[i] = i;
    shuffle(memberAt, random);
  }
  for (let p = 0; p < n; p++) positionOf[memberAt[p]!] = p;

  const spread = typicalSpread(problem);
  const wall = 4 * spread;
  // One matrix for the search: weight plus walls. The budget is a softer wall, as it is a total.
  const energy = new Float64Array(n * n);
  for (let i = 0; i < n * n; i++) {
    energy[i] = weights[i]! + (forbidden[i]! ? wall : 0) + (budget ? budget.weights[i]! * spread * 2 : 0);
  }
  const near = nearestMembers(energy, n, Math.min(12, n - 1));
  const nearCount = n > 1 ? near.length / n : 0;

  // Totals are kept up to date move by move: weight, forbidden pairs, budget used.
  const pairTotal = (matrix: Float64Array | Uint8Array): number => {
    let total = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < first[p]! + size[p]!; q++) total += matrix[memberAt[p]! * n + memberAt[q]!]!;
    }
    return total;
  };
  const change = (matrix: Float64Array | Uint8Array, p: number, q: number): number => {
    const x = memberAt[p]! * n;
    const y = memberAt[q]! * n;
    let delta = 0;
    const pEnd = first[p]! + size[p]!;
    for (let r = first[p]!; r < pEnd; r++) if (r !== p) delta += matrix[y + memberAt[r]!]! - matrix[x + memberAt[r]!]!;
    const qEnd = first[q]! + size[q]!;
    for (let r = first[q]!; r < qEnd; r++) if (r !== q) delta += matrix[x + memberAt[r]!]! - matrix[y + memberAt[r]!]!;
    return delta;
  };

  let weight = pairTotal(weights);
  let broken = pairTotal(forbidden);
  let spent = budget ? pairTotal(budget.weights) : 0;
  const overrun = (): number => broken + (budget ? Math.max(0, spent - budget.limit) : 0);
  const hardWalls = broken > 0 || budget !== undefined || forbidden.includes(1);
  let bestViolations = overrun();
  let bestWeight = weight;
  const best = Int32Array.from(memberAt);

  const hot = spread * (plan.cool ? 0.05 : 0.35);
  const cold = spread * 0.01;
  const cooling = Math.log(cold / hot);
  let temperature = hot;
  const groupsMoreThanOne = sizes.length > 1;
  for (let move = 0; groupsMoreThanOne && move < plan.moves; move++) {
    if ((move & 255) === 0) {
      temperature = hot * Math.exp((cooling * move) / plan.moves);
      if ((move & 4095) === 0 && stop.now()) break;
    }
    const p = random.below(n);
    let q: number;
    if (move & 1) {
      q = random.below(n);
    } else {
      // Put p's member next to one of its near ones: change places with a companion of that one.
      const friend = positionOf[near[memberAt[p]! * nearCount + random.below(nearCount)]!]!;
      if (first[friend] === first[p]) continue;
      q = first[friend]! + random.below(size[friend]!);
      if (q === friend) continue;
    }
    if (first[p] === first[q]) continue;
    const delta = change(energy, p, q);
    if (delta > 0 && random.next() >= Math.exp(-delta / temperature)) continue;
    if (hardWalls) {
      weight += change(weights, p, q);
      broken += change(forbidden, p, q);
      if (budget) spent += change(budget.weights, p, q);
    } else {
      weight += delta;
    }
    const x = memberAt[p]!;
    const y = memberAt[q]!;
    memberAt[p] = y;
    memberAt[q] = x;
    positionOf[y] = p;
    positionOf[x] = q;
    const violations = hardWalls ? overrun() : 0;
    if (violations < bestViolations || (violations === bestViolations && weight < bestWeight - 1e-9)) {
      bestViolations = violations;
      bestWeight = weight;
      best.set(memberAt);
    }
  }
  const partition: number[][] = [];
  for (let p = 0; p < n; p += size[p]!) partition.push([...best.subarray(p, p + size[p]!)]);
  return { partition, weight: bestWeight, feasible: bestViolations <= 1e-9 };
}

/** A typical difference between pair weights: what temperatures are measured in. */
function typicalSpread({ n, weights, forbidden }: PartitionProblem): number {
  let least = Infinity;
  let most = -Infinity;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (forbidden[i * n + j]) continue;
      const w = weights[i * n + j]!;
      least = Math.min(least, w);
      most = Math.max(most, w);
      sum += w;
      squares += w * w;
      count++;
    }
  }
  if (count === 0) return 1;
  const variance = squares / count - (sum / count) ** 2;
  const deviation = Math.sqrt(Math.max(0, variance));
  return deviation > 1e-12 ? deviation : Math.max(1, most - least);
}

function nearestMembers(energy: Float64Array, n: number, count: number): Int32Array {
  const near = new Int32Array(n * count);
  for (let i = 0; i < n; i++) {
    const others = Array.from({ length: n }, (_, j) => j).filter((j) => j !== i);
    others.sort((a, b) => energy[i * n + a]! - energy[i * n + b]! || a - b);
    for (let k = 0; k < count; k++) near[i * count + k] = others[k]!;
  }
  return near;
}
