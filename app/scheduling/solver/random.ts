/**
 * A small seeded generator (xoshiro128**, public domain by Blackman and Vigna):
 * the same seed gives the same sequence on every machine, which `Math.random` cannot promise.
 */
export type Random = {
  /** A float in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
};

export function seededRandom(seed: number): Random {
  // SplitMix32 spreads small seeds (1, 2, 3...) over the whole state.
  let z = seed >>> 0;
  const spread = (): number => {
    z = (z + 0x9e3779b9) >>> 0;
    let t = z ^ (z >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) >>> 0;
  };
  let a = spread();
  let b = spread();
  let c = spread();
  let d = spread() | 1;
  const word = (): number => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return {
    next: () => word() / 4294967296,
    below: (below) => Math.floor((word() / 4294967296) * below),
  };
}

/** A seeded shuffle in place (Fisher-Yates). */
export function shuffle(values: number[] | Int32Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
}
