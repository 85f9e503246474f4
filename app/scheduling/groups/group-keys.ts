/** One number for three members in rising order, of n. */
export function tripleKey(members: readonly [number, number, number], n: number): number {
  return (members[0] * n + members[1]) * n + members[2];
}

export function fromTripleKey(key: number, n: number): [number, number, number] {
  const k = key % n;
  const ij = (key - k) / n;
  return [Math.floor(ij / n), ij % n, k];
}

/** One number for a group of three (`d` is -1) or four, in rising order, whatever n. */
export function groupKey(a: number, b: number, c: number, d: number): number {
  return ((a * 512 + b) * 512 + c) * 512 + d + 1;
}
