/**
 * The bare problem under every question about groups: split `n` members into `quads` groups of
 * four and the rest of three, so that the sum of pair weights inside groups is least.
 * Repeats, conflicts and costs are all put in this form, one objective after another.
 */
export type PartitionProblem = {
  readonly n: number;
  readonly quads: number;
  /** Symmetric n x n weights, row after row. */
  readonly weights: Float64Array;
  /** Symmetric n x n: 1 where two members may not share a group. */
  readonly forbidden: Uint8Array;
  /** A second count that may not exceed `limit` (the fewest repeats found before costs are looked at). */
  readonly budget?: { readonly weights: Float64Array; readonly limit: number };
  /** True when every weight is a whole number, so that a gap below one is a proof. */
  readonly whole: boolean;
};

/** Groups as lists of member indexes. */
export type Partition = readonly (readonly number[])[];

/** Sum of `weights` over the pairs inside the groups. */
export function weightOf(partition: Partition, weights: Float64Array, n: number): number {
  let total = 0;
  for (const group of partition) total += groupWeight(group, weights, n);
  return total;
}

export function groupWeight(group: readonly number[], weights: Float64Array, n: number): number {
  let total = 0;
  for (let x = 0; x < group.length; x++) {
    for (let y = x + 1; y < group.length; y++) total += weights[group[x]! * n + group[y]!]!;
  }
  return total;
}

/** How many pairs inside the groups are marked. */
export function markedPairs(partition: Partition, marks: Uint8Array, n: number): number {
  let total = 0;
  for (const group of partition) {
    for (let x = 0; x < group.length; x++) {
      for (let y = x + 1; y < group.length; y++) total += marks[group[x]! * n + group[y]!]!;
    }
  }
  return total;
}

/** Sizes of the groups: threes first, then fours. */
export function groupSizes(n: number, quads: number): number[] {
  const triples = (n - 4 * quads) / 3;
  return [...Array<number>(triples).fill(3), ...Array<number>(quads).fill(4)];
}

/** Members and groups in a fixed order, so that equal arrangements read the same. */
export function inOrder(partition: Partition): number[][] {
  return partition
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}
