import { describe, expect, test } from "vitest";

import { mostFurtherRounds } from "../../app/scheduling/rounds/round-limit";

type Block = { readonly members: readonly number[]; readonly round: number };

/**
 * Whether the rounds can be completed from the fixed blocks with the candidate blocks: every member in one
 * block of each round, no pair in two blocks. Exhaustive: the place with the fewest candidates is tried first.
 */
function completes(n: number, rounds: number, fixed: readonly Block[], candidates: readonly Block[]): boolean {
  const met = new Set<number>();
  const placed = new Set<number>();
  const pairs = ({ members }: Block): number[] => members.flatMap((a, at) => members.slice(at + 1).map((b) => Math.min(a, b) * n + Math.max(a, b)));
  const put = (block: Block): void => {
    for (const pair of pairs(block)) met.add(pair);
    for (const member of block.members) placed.add(block.round * n + member);
  };
  fixed.forEach(put);
  const fits = (block: Block): boolean => block.members.every((member) => !placed.has(block.round * n + member)) && pairs(block).every((pair) => !met.has(pair));
  const search = (left: readonly Block[]): boolean => {
    if (placed.size === n * rounds) return true;
    const options = Array.from({ length: n * rounds }, () => 0);
    for (const { members, round } of left) for (const member of members) options[round * n + member]!++;
    let place = -1;
    options.forEach((count, at) => {
      if (!placed.has(at) && (place < 0 || count < options[place]!)) place = at;
    });
    for (const block of left.filter(({ members, round }) => round === Math.floor(place / n) && members.includes(place % n))) {
      put(block);
      if (search(left.filter(fits))) return true;
      for (const pair of pairs(block)) met.delete(pair);
      for (const member of block.members) placed.delete(block.round * n + member);
    }
    return false;
  };
  return search(candidates.filter(fits));
}

function blocks(n: number, size: number, round: number): Block[] {
  const found: Block[] = [];
  const grow = (members: readonly number[]): void => {
    if (members.length === size) found.push({ members, round });
    else for (let next = (members.at(-1) ?? -1) + 1; next < n; next++) grow([...members, next]);
  };
  grow([]);
  return found;
}

describe("cases settled by exhaustion: the counting bound cannot be reached", { timeout: 120_000 }, () => {
  test("13 members: not five rounds", () => {
    // Five rounds are five fours. A member has twelve partners, ten of them in five threes, so it is in at most two fours;
    // two fours share at most one member. Twenty places in fours on at most thirteen members: at least seven pairs of fours
    // share a member. Each pattern of sharing is tried with the members named in order of first appearance.
    const every = [0, 1, 2, 3].flatMap((a) => [1, 2, 3, 4].filter((b) => b > a).map((b) => [a, b] as const));
    let patterns = 0;
    for (let mask = 0; mask < 1 << 10; mask++) {
      const sharing = every.filter((_, at) => mask & (1 << at));
      if (sharing.length < 7) continue;
      const fours: number[][] = [[], [], [], [], []];
      let names = 0;
      for (const [a, b] of sharing) {
        fours[a]!.push(names);
        fours[b]!.push(names++);
      }
      for (const four of fours) while (four.length < 4) four.push(names++);
      patterns++;
      const fixed = fours.map((members, round) => ({ members, round }));
      expect(completes(13, 5, fixed, fixed.flatMap(({ round }) => blocks(13, 3, round)))).toBe(false);
    }
    expect(patterns).toBe(176);
    expect(mostFurtherRounds(13, 1, new Uint8Array(169))).toBe(4);
  });

  test("14 members: not five rounds", () => {
    // Five rounds use 90 of 91 pairs. Take a member 0 of a four of the first round who misses nobody: it is in three fours.
    // It meets the other four of that round (4 to 7) in the four later rounds, one in each, and 8 to 10 as well as 11 to 13
    // in three different rounds each: so, but for names, its later blocks are these.
    const fixed = [[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10], [11, 12, 13]], [[0, 4, 8, 11]], [[0, 5, 9, 12]], [[0, 6, 10]], [[0, 7, 13]]].flatMap((round, at) => round.map((members) => ({ members, round: at })));
    expect(completes(14, 5, fixed, [0, 1, 2, 3, 4].flatMap((round) => [...blocks(14, 3, round), ...blocks(14, 4, round)]))).toBe(false);
    expect(mostFurtherRounds(14, 2, new Uint8Array(196))).toBe(4);
  });

  test("the search itself finds a plan where there is one: nine members, four rounds", () => {
    expect(completes(9, 4, [], [0, 1, 2, 3].flatMap((round) => blocks(9, 3, round)))).toBe(true);
    expect(completes(6, 2, [], [0, 1].flatMap((round) => blocks(6, 3, round)))).toBe(false);
  });
});
