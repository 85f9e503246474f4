/** Every way to split n members into groups of three and the given number of fours. For small n only. */
export function* everyArrangement(members: readonly number[], fours: number): Generator<number[][]> {
  if (members.length === 0) {
    yield [];
    return;
  }
  const [first, ...others] = members as [number, ...number[]];
  for (const size of [3, 4]) {
    if (size === 4 && fours === 0) continue;
    if (size === 3 && members.length === 4 * fours) continue;
    for (const companions of choose(others, size - 1)) {
      const rest = others.filter((member) => !companions.includes(member));
      for (const groups of everyArrangement(rest, fours - (size === 4 ? 1 : 0))) yield [[first, ...companions], ...groups];
    }
  }
}

function* choose(from: readonly number[], count: number): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let at = 0; at <= from.length - count; at++) for (const rest of choose(from.slice(at + 1), count - 1)) yield [from[at]!, ...rest];
}

export type SmallProblem = { ids: string[]; cost: (a: number, b: number) => number; never: (a: number, b: number) => boolean; met: (a: number, b: number) => boolean };

/** The least (repeats, cost) over all arrangements without a conflict; undefined when there is none. */
export function bestByBruteForce({ ids, cost, never, met }: SmallProblem): { repeats: number; cost: number } | undefined {
  let best: { repeats: number; cost: number } | undefined;
  for (const groups of everyArrangement(ids.map((_, at) => at), ids.length % 3)) {
    const pairs = groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b] as const)));
    if (pairs.some(([a, b]) => never(a, b))) continue;
    const repeats = pairs.filter(([a, b]) => met(a, b)).length;
    const total = pairs.reduce((sum, [a, b]) => sum + cost(a, b), 0);
    if (!best || repeats < best.repeats || (repeats === best.repeats && total < best.cost - 1e-9)) best = { repeats, cost: total };
  }
  return best;
}
