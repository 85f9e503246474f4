import type { Column } from "./master";

/**
 * Subset-row cuts (Jepsen, Petersen, Spoorendonk and Pisinger, 2008): of the groups that hold at
 * least two of three given members, at most one can be chosen. They close most of the gap between
 * the linear relaxation and whole groups. Returns the most violated, at most `atMost` and
 * few for each member, so that one round of cuts spreads over the whole relaxation.
 */
export function violatedSubsetRows(
  columns: readonly Column[],
  values: Float64Array,
  n: number,
  atMost: number,
): [number, number, number][] {
  const together = new Float64Array(n * n);
  const whole = new Map<number, number>();
  const partners: Set<number>[] = Array.from({ length: n }, () => new Set<number>());
  columns.forEach(({ members }, index) => {
    const value = values[index]!;
    if (value < 1e-6) return;
    for (let x = 0; x < members.length; x++) {
      for (let y = 0; y < members.length; y++) {
        if (x === y) continue;
        const i = members[x]!;
        const j = members[y]!;
        together[i * n + j] = together[i * n + j]! + value;
        partners[i]!.add(j);
      }
    }
    for (let skip = members.length === 3 ? 3 : 0; skip < 4; skip++) {
      const triple = members.filter((_, position) => position !== skip);
      if (triple.length !== 3) continue;
      const key = (triple[0]! * n + triple[1]!) * n + triple[2]!;
      whole.set(key, (whole.get(key) ?? 0) + value);
    }
  });
  const found: { members: [number, number, number]; excess: number }[] = [];
  for (let i = 0; i < n; i++) {
    const near = [...partners[i]!];
    for (const j of near) {
      for (const k of near) {
        // i is any corner whose two sides are in use; every violated cut has at least two sides in use.
        if (k <= j) continue;
        const sum = together[i * n + j]! + together[i * n + k]! + together[j * n + k]!;
        if (sum <= 1.02) continue;
        const members = [i, j, k].sort((a, b) => a - b) as [number, number, number];
        const excess = sum - 2 * (whole.get((members[0] * n + members[1]) * n + members[2]) ?? 0) - 1;
        if (excess > 0.02) found.push({ members, excess });
      }
    }
  }
  found.sort((a, b) => b.excess - a.excess || a.members[0] - b.members[0] || a.members[1] - b.members[1] || a.members[2] - b.members[2]);
  const perMember = new Int32Array(n);
  const taken = new Set<number>();
  const chosen: [number, number, number][] = [];
  for (const { members } of found) {
    if (chosen.length >= atMost) break;
    const key = (members[0] * n + members[1]) * n + members[2];
    if (taken.has(key) || members.some((member) => perMember[member]! >= 5)) continue;
    taken.add(key);
    for (const member of members) perMember[member] = perMember[member]! + 1;
    chosen.push(members);
  }
  return chosen;
}
