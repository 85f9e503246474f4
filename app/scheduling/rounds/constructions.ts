import { almostKirkmanBaseRounds, cyclicBaseRounds, evenCyclicBaseRounds, threeFixedBaseRounds, turnedBaseRounds, type TurnedBaseRound } from "./base-rounds";
import { foundPlan, foundPlanWithHoleOfSix } from "./found-plans";
import { framed, product } from "./products";

/** Rounds of groups of member numbers. */
export type Rounds = readonly (readonly (readonly number[])[])[];

/**
 * A full plan of repeat-free rounds of threes for n members, at the known limit, or undefined.
 * For n = 3 mod 6 a Kirkman triple system, (n - 1) / 2 rounds: every pair meets once.
 * For n = 0 mod 6 a nearly Kirkman triple system, (n - 2) / 2 rounds: every pair but n/2 meets once
 * (6 and 12 have none: 1 and 4 rounds are the most there).
 * Callers must check the plan before use (`checkRounds`): a table may have been damaged.
 */
export function fullPlan(n: number): Rounds | undefined {
  if (n === 3) return [[[0, 1, 2]]];
  if (n === 6) return [[[0, 1, 2], [3, 4, 5]]];
  if (n % 6 === 0) return almostKirkman(n);
  if (n % 6 === 3) return kirkman(n);
  return undefined;
}

function almostKirkman(n: number): Rounds | undefined {
  const found = foundPlan(n);
  if (found) return found;
  const base = almostKirkmanBaseRounds.get(n);
  if (base) return developTwoLevels(base, n / 2 - 1);
  const even = evenCyclicBaseRounds.get(n);
  if (even) return developThreeLevels(even.base, n / 3, even.across);
  const turned = turnedBaseRounds.get(n);
  if (turned) return developTurned(turned, n / 3);
  // 3 x 3 x 14 and 5 x 3 x 10: a smaller Kirkman plan blown up, its groups filled with an almost Kirkman plan.
  for (const weight of [10, 14]) {
    if (n % weight !== 0 || (n / weight) % 6 !== 3) continue;
    const outer = kirkman(n / weight);
    const inner = almostKirkman(3 * weight);
    if (outer && inner) return product(outer, inner, weight);
  }
  // 8 x 12 + 6 and 14 x 9 + 6: frames whose holes and six members more hold plans for 30 and 24 (Deng, Rees and Shen, 2003).
  for (const weight of [9, 12]) {
    const holes = (n - 6) / (2 * weight);
    if (holes % 3 !== 1 || holes < 4) continue;
    const outer = kirkman(2 * holes + 1);
    const holed = foundPlanWithHoleOfSix(2 * weight + 6);
    const whole = almostKirkman(2 * weight + 6);
    if (outer && holed && whole) return framed(outer, { holed, whole }, weight);
  }
  return undefined;
}

function kirkman(n: number): Rounds | undefined {
  if (n === 9) return affinePlane;
  const half = (n - 1) / 2;
  if (half % 6 === 1 && isPrime(half)) return rayChaudhuriWilsonDouble(half);
  const third = n / 3;
  if (third % 6 === 1 && isPrime(third)) return rayChaudhuriWilsonTriple(third);
  const base = cyclicBaseRounds.get(n);
  if (base) return developThreeLevels(base, third);
  const fixed = threeFixedBaseRounds.get(n);
  if (fixed) return developAroundThree(fixed, (n - 3) / 2);
  for (const weight of [3, 5, 7, 9, 11, 13, 15, 17]) {
    if (n % weight !== 0 || (n / weight) % 6 !== 3) continue;
    const outer = n / weight > 3 ? kirkman(n / weight) : undefined;
    const inner = 3 * weight === n ? undefined : kirkman(3 * weight);
    if (outer && inner) return product(outer, inner, weight);
  }
  if (half % 10 === 0 && (half / 10) % 3 === 1) {
    const outer = kirkman(half / 5 + 1);
    const inner = kirkman(21);
    if (outer && inner) return framed(outer, { holed: inner, whole: inner }, 10);
  }
  return undefined;
}

/** Ray-Chaudhuri and Wilson (1971) for 2q + 1 members, q = 6t + 1 prime: one round, developed q times. */
function rayChaudhuriWilsonDouble(q: number): Rounds {
  const t = (q - 1) / 6;
  const power = powersOfRoot(q);
  const target = ((power(t) + 1) * ((q + 1) / 2)) % q; // 2 x root^m = root^t + 1
  let m = 0;
  while (power(m) !== target) m++;
  const low = (e: number): number => power(e);
  const high = (e: number): number => q + power(e);
  const last = 2 * q;
  const base: number[][] = [[0, q, last]];
  for (const from of [0, 2 * t, 4 * t]) for (let i = from; i < from + t; i++) base.push([low(i), low(i + t), high(i + m)]);
  for (let i = 0; i < t; i++) base.push([high(i + m + t), high(i + m + 3 * t), high(i + m + 5 * t)]);
  return Array.from({ length: q }, (_, shift) => base.map((group) => group.map((point) => (point === last ? last : moved(point, shift, q)))));
}

/** Ray-Chaudhuri and Wilson (1971) for 3q members, q = 6t + 1 prime. */
function rayChaudhuriWilsonTriple(q: number): Rounds {
  const t = (q - 1) / 6;
  const power = powersOfRoot(q);
  const across = (i: number): number[] => [power(i), q + power(i + 2 * t), 2 * q + power(i + 4 * t)];
  const base: number[][] = [[0, q, 2 * q]];
  for (let i = 0; i < t; i++) for (let level = 0; level < 3; level++) base.push([0, 2, 4].map((k) => level * q + power(i + k * t)));
  const develop = (group: readonly number[], shift: number): number[] => group.map((point) => moved(point, shift, q));
  const alone: number[][] = [];
  for (let i = 0; i < 6 * t; i++) (Math.floor(i / t) % 2 === 1 ? base : alone).push(across(i));
  const shifts = Array.from({ length: q }, (_, shift) => shift);
  return [...shifts.map((shift) => base.map((group) => develop(group, shift))), ...alone.map((group) => shifts.map((shift) => develop(group, shift)))];
}

/** The lines of the affine plane of order 3: rows, columns and the two kinds of diagonals. */
const affinePlane: Rounds = [
  [[0, 1, 2], [3, 4, 5], [6, 7, 8]],
  [[0, 3, 6], [1, 4, 7], [2, 5, 8]],
  [[0, 4, 8], [1, 5, 6], [2, 3, 7]],
  [[0, 5, 7], [1, 3, 8], [2, 4, 6]],
];

/**
 * One base round over Z_m x 3, developed; then each group {0, a, b} across the levels, developed, is
 * a round by itself. `pairs` lists a and b in turn; without it they are a and 2a, for a up to m / 2.
 */
function developThreeLevels(base: readonly number[], m: number, pairs?: readonly number[]): Rounds {
  const shifts = Array.from({ length: m }, (_, shift) => shift);
  const steps = pairs ?? Array.from({ length: (m - 1) / 2 }, (_, i) => [i + 1, (2 * (i + 1)) % m]).flat();
  const across = Array.from({ length: steps.length / 2 }, (_, i) => [0, m + steps[2 * i]!, 2 * m + steps[2 * i + 1]!]);
  return [
    ...shifts.map((shift) => inThrees(base).map((group) => group.map((point) => moved(point, shift, m)))),
    ...across.map((group) => shifts.map((shift) => group.map((point) => moved(point, shift, m)))),
  ];
}

/** One base round over Z_m x 3 given by a third of its groups: the others follow by moving to the next level and multiplying. */
function developTurned({ times, fixed, base, across }: TurnedBaseRound, m: number): Rounds {
  const power = [1, times, (times * times) % m];
  const at = (x: number, level: number): number => level * m + ((x * power[level]!) % m);
  const whole = [
    ...fixed.map((x) => [0, 1, 2].map((level) => at(x, level))),
    ...inThrees(base).flatMap((group) => [0, 1, 2].map((turn) => group.map((point) => at(point % m, (Math.floor(point / m) + turn) % 3)))),
  ];
  return developThreeLevels(whole.flat(), m, across);
}

/** One base round over Z_m x 2 and two fixed members, developed m times. */
function developTwoLevels(base: readonly number[], m: number): Rounds {
  return Array.from({ length: m }, (_, shift) => inThrees(base).map((group) => group.map((point) => (point >= 2 * m ? point : moved(point, shift, m)))));
}

/** One base round over Z_m x 2 and three fixed members, developed m times; the fixed three meet in a last round. */
function developAroundThree(base: readonly number[], m: number): Rounds {
  const third = m / 3;
  const last = [0, 1].flatMap((level) => Array.from({ length: third }, (_, x) => [0, 1, 2].map((k) => level * m + x + k * third)));
  return [...developTwoLevels(base, m), [...last, [2 * m, 2 * m + 1, 2 * m + 2]]];
}

/** Moves a point of Z_m x levels by `shift` inside its level. */
function moved(point: number, shift: number, m: number): number {
  const level = Math.floor(point / m);
  return level * m + ((point - level * m + shift) % m);
}

function inThrees(points: readonly number[]): number[][] {
  return Array.from({ length: points.length / 3 }, (_, i) => points.slice(3 * i, 3 * i + 3));
}

/** Powers of the least primitive root of a prime; the exponent may be any whole number from zero. */
function powersOfRoot(q: number): (exponent: number) => number {
  for (let root = 2; ; root++) {
    const powers = [1];
    while (powers.length < q - 1) powers.push((powers.at(-1)! * root) % q);
    if (new Set(powers).size === q - 1) return (exponent) => powers[exponent % (q - 1)]!;
  }
}

function isPrime(value: number): boolean {
  for (let d = 2; d * d <= value; d++) if (value % d === 0) return false;
  return value > 1;
}

/** True when every member is in one group of each round and no pair meets twice, nor a pair marked in `met`. */
export function checkRounds(rounds: Rounds, n: number, met?: Uint8Array): boolean {
  const seen = met ? Uint8Array.from(met) : new Uint8Array(n * n);
  for (const round of rounds) {
    const present = new Uint8Array(n);
    for (const group of round) {
      if (group.length !== 3 && group.length !== 4) return false;
      for (const member of group) {
        if (!(member >= 0 && member < n) || present[member]) return false;
        present[member] = 1;
      }
      for (const a of group) {
        for (const b of group) {
          if (a >= b) continue;
          if (seen[a * n + b]) return false;
          seen[a * n + b] = seen[b * n + a] = 1;
        }
      }
    }
    if (present.includes(0)) return false;
  }
  return true;
}
