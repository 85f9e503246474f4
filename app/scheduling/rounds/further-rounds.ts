import { shuffle, seededRandom, type Random } from "../solver/random";
import type { Stop } from "../solver/stop";
import { checkRounds, fullPlan, type Rounds } from "./constructions";
import { foundPlan } from "./found-plans";
import { annealRounds } from "./joint-annealing";
import { mostFurtherRounds } from "./round-limit";

export type History = { n: number; quads: number; met: Uint8Array; never: Uint8Array };

export type Further = {
  /** Repeat-free rounds in hand, checked. */
  rounds: Rounds;
  /** No plan can be longer than this. */
  limit: number;
};

export type FurtherOptions = {
  stop: Stop;
  seed: number;
  atMost?: number;
  /** How often the joint search may fail before it gives up; effort, not time, so that a seed gives one answer. */
  patience?: number;
  /** The most moves the searches may make in all. */
  mostMoves?: number;
  /** Told whenever the plan in hand grows, with the most there can be. */
  onLonger?: (rounds: Rounds, limit: number) => void;
};

/**
 * As many further repeat-free rounds as can be found after a history: a plan in hand, never an estimate.
 * A stored or constructed design is fitted to the history first; then rounds are added one by one;
 * then all rounds together are annealed for one more, until the limit or the stop.
 */
export function furtherRounds(history: History, options: FurtherOptions): Further {
  const { n, quads, met, never } = history;
  const random = seededRandom(options.seed + 31);
  const blocked = met.map((mark, p) => (mark || never[p] ? 1 : 0));
  const limit = Math.min(furtherLimit(n, quads, met), mostFurtherRounds(n, quads, blocked));
  const wanted = Math.min(limit, options.atMost ?? Infinity);
  let best: Rounds = [];
  const take = (rounds: Rounds): void => {
    if (rounds.length <= best.length) return;
    if (!checkRounds(rounds, n, blocked)) throw new Error("a plan with a repeat was about to be promised");
    best = rounds.slice(0, wanted);
    options.onLonger?.(best, limit);
  };
  if (wanted <= 0) return { rounds: [], limit };

  take(fittedDesign(history, blocked, random, options.stop));
  const effort = { moves: options.mostMoves ?? Infinity };
  if (best.length < wanted) take(oneByOne(history, blocked, { wanted, random, stop: options.stop, effort }));
  const clear = new Uint8Array(n * n);
  // Joint search pays where it can succeed: dozens of rounds of many members are beyond it.
  const patience = n * best.length > 1500 ? Math.min(1, options.patience ?? 2) : (options.patience ?? 2);
  for (let failures = 0; best.length < wanted && failures < patience && effort.moves > 0 && !options.stop.now(); ) {
    const moves = Math.min(3000 * n * n * 2 ** Math.min(failures, 5), n > 60 ? 2_000_000 : 80_000_000, effort.moves);
    const found = annealRounds({ n, quads, rounds: best.length + 1, met: blocked, never: clear, moves, random, stop: options.stop });
    effort.moves -= found.moves;
    if (found.repeats === 0) {
      take(found.rounds);
      failures = 0;
    } else {
      failures++;
    }
  }
  return { rounds: best, limit };
}

/** No plan after what has been met can be longer: by counting, and after one whole round one fewer than from nothing. */
export function furtherLimit(n: number, quads: number, met: Uint8Array): number {
  const counted = mostFurtherRounds(n, quads, met);
  return met.includes(1) && asOneRound(n, met) ? Math.min(counted, mostFurtherRounds(n, quads, new Uint8Array(n * n)) - 1) : counted;
}

/** Rounds added one at a time, each without a repeat: quick and short-sighted, a floor for the joint search. */
function oneByOne({ n, quads }: History, blocked: Uint8Array, { wanted, random, stop, effort }: { wanted: number; random: Random; stop: Stop; effort: { moves: number } }): Rounds {
  const seen = Uint8Array.from(blocked);
  const rounds: number[][][] = [];
  const clear = new Uint8Array(n * n);
  while (rounds.length < wanted && effort.moves > 0 && !stop.now()) {
    const found = annealRounds({ n, quads, rounds: 1, met: seen, never: clear, moves: Math.min(4000 * n, effort.moves), random, stop });
    effort.moves -= found.moves;
    if (found.repeats > 0) break;
    rounds.push(found.rounds[0]!);
    for (const group of found.rounds[0]!) for (const a of group) for (const b of group) if (a !== b) seen[a * n + b] = 1;
  }
  return rounds;
}

/**
 * A known design whose labels are chosen to suit the history. With nothing met, any labels do. When
 * what is met is one round, that round is laid over the design's first. In other cases labels are
 * searched that leave most of the design's rounds without a blocked pair.
 */
function fittedDesign(history: History, blocked: Uint8Array, random: Random, stop: Stop): Rounds {
  const { n, quads } = history;
  const plan = quads === 0 ? fullPlan(n) : foundPlan(n);
  if (!plan || !checkRounds(plan, n)) return [];
  if (!blocked.includes(1)) return plan;
  const round = asOneRound(n, blocked);
  if (round) {
    const laid = plan.findIndex((candidate) => sameShape(candidate, round));
    if (laid >= 0) {
      const label = new Int32Array(n);
      const from = bySize(plan[laid]!);
      bySize(round).forEach((group, index) => group.forEach((member, place) => (label[from[index]![place]!] = member)));
      const rest = plan.filter((_, index) => index !== laid);
      return rest.map((groups) => groups.map((group) => group.map((point) => label[point]!)));
    }
  }
  return bestLabels(plan, n, blocked, random, stop);
}

/** The blocked pairs as one round of disjoint groups, if that is what they are. */
function asOneRound(n: number, blocked: Uint8Array): number[][] | undefined {
  const groups: number[][] = [];
  const placed = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    if (placed[i]) continue;
    const group = [i];
    for (let j = 0; j < n; j++) if (j !== i && blocked[i * n + j]) group.push(j);
    if (group.length !== 3 && group.length !== 4) return undefined;
    for (const a of group) {
      if (placed[a]) return undefined;
      placed[a] = 1;
      for (const b of group) if (a !== b && !blocked[a * n + b]) return undefined;
    }
    groups.push(group);
  }
  return groups;
}

function sameShape(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean {
  const fours = (round: readonly (readonly number[])[]): number => round.filter((group) => group.length === 4).length;
  return a.length === b.length && fours(a) === fours(b);
}

function bySize(round: readonly (readonly number[])[]): (readonly number[])[] {
  return [...round].sort((a, b) => a.length - b.length);
}

/** Labels by swaps: fewer rounds with a blocked pair, then fewer blocked pairs in the least blocked of those. */
function bestLabels(plan: Rounds, n: number, blocked: Uint8Array, random: Random, stop: Stop): Rounds {
  const label = Array.from({ length: n }, (_, i) => i);
  shuffle(label, random);
  const roundOf = new Int32Array(n * n).fill(-1);
  plan.forEach((groups, r) => {
    for (const group of groups) for (const a of group) for (const b of group) if (a !== b) roundOf[a * n + b] = r;
  });
  const pairsIn = new Int32Array(plan.length);
  // A round with many blocked pairs is lost anyway, so each further one there costs less.
  const worth = (hits: number): number => Math.sqrt(hits);
  let score = 0;
  const shift = (round: number, by: number): void => {
    if (round < 0) return;
    score -= worth(pairsIn[round]!);
    pairsIn[round] = pairsIn[round]! + by;
    score += worth(pairsIn[round]!);
  };
  const each = (point: number, by: number, except: number): void => {
    for (let other = 0; other < n; other++) {
      if (other !== point && other !== except && blocked[label[point]! * n + label[other]!]) shift(roundOf[point * n + other]!, by);
    }
  };
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) if (blocked[label[a]! * n + label[b]!]) shift(roundOf[a * n + b]!, 1);
  let best = [...label];
  let fewest = pairsIn.filter((hits) => hits > 0).length;
  const moves = 40_000;
  for (let move = 0; move < moves && fewest > 0; move++) {
    if ((move & 255) === 0 && stop.now()) break;
    const a = random.below(n);
    const b = random.below(n);
    if (a === b) continue;
    const before = score;
    const swap = (): void => {
      each(a, -1, b);
      each(b, -1, a);
      [label[a], label[b]] = [label[b]!, label[a]!];
      each(a, 1, b);
      each(b, 1, a);
    };
    swap();
    const temperature = 0.6 * (0.05 / 0.6) ** (move / moves);
    if (score > before && random.next() >= Math.exp((before - score) / temperature)) swap();
    const dirty = pairsIn.filter((hits) => hits > 0).length;
    if (dirty < fewest) {
      fewest = dirty;
      best = [...label];
    }
  }
  return plan
    .map((groups) => groups.map((group) => group.map((point) => best[point]!)))
    .filter((groups) => groups.every((group) => group.every((a) => group.every((b) => a === b || !blocked[a * n + b]))));
}
