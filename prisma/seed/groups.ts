import { seededRandom } from "~/scheduling/solver/random";

const pairsOf = (group: readonly string[]): string[] => group.flatMap((one, index) => group.slice(index + 1).map((other) => [one, other].sort().join(" ")));

/**
 * Groups of three, the last ones of four where the number asks for it, for several rounds one after
 * the other, in which no two authorities ever meet twice. The same groups every time.
 * Throws when it finds none, which for a region's numbers and three rounds does not happen.
 */
export function roundsOfGroups(authorityIds: readonly string[], rounds: number): readonly (readonly (readonly string[])[])[] {
  const met = new Set<string>();
  const random = seededRandom(19);
  return Array.from({ length: rounds }, () => {
    for (let tries = 0; tries < 100_000; tries += 1) {
      const groups = dealt(authorityIds, (below) => random.below(below));
      const pairs = groups.flatMap(pairsOf);
      if (pairs.some((pair) => met.has(pair))) continue;
      for (const pair of pairs) met.add(pair);
      return groups;
    }
    throw new Error("found no groups in which nobody meets again");
  });
}

function dealt(authorityIds: readonly string[], below: (below: number) => number): string[][] {
  const left = [...authorityIds];
  const groups = Array.from({ length: Math.floor(left.length / 3) }, (): string[] => []);
  for (let seat = 0; left.length > 0; seat += 1) {
    // Whoever does not fit into threes makes the last groups fours.
    const group = groups[seat < groups.length * 3 ? seat % groups.length : groups.length - 1 - (seat - groups.length * 3)];
    group?.push(...left.splice(below(left.length), 1));
  }
  return groups;
}
