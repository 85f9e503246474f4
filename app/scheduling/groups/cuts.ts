import { groupKey, tripleKey } from "./group-keys";

/**
 * What every partition keeps and the linear relaxation may not: over the chosen groups, the sum of the
 * coefficients is at most `most`. A coefficient is a sum over the group's pairs, with corrections for a
 * few triples and quads, so that pricing can still look at every group.
 */
export type Cut = {
  readonly key: string;
  readonly most: number;
  coefficient(group: readonly number[]): number;
  eachPair(visit: (a: number, b: number, value: number) => void): void;
  /** By `tripleKey`: what the pairs of these triples sum up to wrongly. */
  readonly triples: ReadonlyMap<number, number>;
  /** By `groupKey`: what pairs and triples of these quads still leave. */
  readonly quads: ReadonlyMap<number, number>;
};

/**
 * A rank-one cut (Pecin, Pessoa, Poggi and Uchoa, 2017): the rows of a few members, each times its share of `over`,
 * added and rounded down. Halves on three members are the subset-row cuts of Jepsen, Petersen, Spoorendonk
 * and Pisinger (2008): of the groups that hold two of the three, at most one.
 */
export function rankOneCut(members: readonly number[], shares: readonly number[], over: number, n: number): Cut {
  const share = new Uint8Array(n);
  members.forEach((member, at) => (share[member] = shares[at]!));
  const coefficient = (group: readonly number[]): number => {
    let total = 0;
    for (const member of group) total += share[member]!;
    return Math.floor(total / over);
  };
  const inside = [...members].sort((a, b) => a - b);
  const pairs: [number, number, number][] = [];
  const triples = new Map<number, number>();
  const quads = new Map<number, number>();
  const pairsOf = (group: readonly number[]): number => group.reduce((sum, a, at) => sum + group.slice(at + 1).reduce((part, b) => part + coefficient([a, b]), 0), 0);
  for (const [i, a] of inside.entries()) {
    for (const [j, b] of inside.entries()) {
      if (j <= i) continue;
      const pair = coefficient([a, b]);
      if (pair !== 0) pairs.push([a, b, pair]);
      for (const [k, c] of inside.entries()) {
        if (k <= j) continue;
        const triple = coefficient([a, b, c]) - pairsOf([a, b, c]);
        if (triple !== 0) triples.set(tripleKey([a, b, c], n), triple);
      }
    }
  }
  for (const [at, a] of inside.entries()) {
    for (const [b, c, d] of triplesOf(inside.slice(at + 1))) {
      const below = triplesOf([a, b, c, d]).reduce((sum, triple) => sum + (triples.get(tripleKey(triple, n)) ?? 0), pairsOf([a, b, c, d]));
      const quad = coefficient([a, b, c, d]) - below;
      if (quad !== 0) quads.set(groupKey(a, b, c, d), quad);
    }
  }
  return {
    key: `${inside.map((member) => `${member}x${share[member]!}`).join()}/${over}`,
    most: Math.floor(shares.reduce((sum, value) => sum + value, 0) / over),
    coefficient,
    eachPair: (visit) => pairs.forEach(([a, b, value]) => visit(a, b, value)),
    triples,
    quads,
  };
}

/**
 * Members whose number threes do not divide: some group of three has members on both sides. Such a group has
 * two of its three pairs across. Only for problems without fours.
 */
export function crossingCut(side: readonly number[], n: number): Cut {
  const inside = new Uint8Array(n);
  for (const member of side) inside[member] = 1;
  const others = Array.from({ length: n }, (_, member) => member).filter((member) => !inside[member]);
  return {
    key: `across ${[...side].sort((a, b) => a - b).join()}`,
    most: -1,
    coefficient(group) {
      let within = 0;
      for (const member of group) within += inside[member]!;
      return within === 0 || within === group.length ? 0 : -1;
    },
    eachPair: (visit) => side.forEach((a) => others.forEach((b) => visit(a, b, -0.5))),
    triples: none,
    quads: none,
  };
}

const none: ReadonlyMap<number, number> = new Map();

/** Every three of these, which are in rising order. */
function triplesOf(members: readonly number[]): [number, number, number][] {
  return members.flatMap((a, i) => members.slice(i + 1).flatMap((b, j) => members.slice(i + j + 2).map((c): [number, number, number] => [a, b, c])));
}
