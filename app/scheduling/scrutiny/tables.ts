import { seededRandom } from "../solver/random";

/** Who must be at a table when a report is talked about: its own authority and its readers. */
export interface Talk {
  readonly people: readonly number[];
}

export interface Seating {
  /** For each talk its turn and its table, both counted from 1. */
  readonly places: readonly { readonly turn: number; readonly table: number }[];
  readonly turns: number;
  /** No plan has fewer: the busiest authority is at one table at a time, and so many tables hold so many talks. */
  readonly turnsAtLeast: number;
}

const TRIES = 60;

/**
 * Turns and tables so that nobody is wanted at two tables at once: talks that share somebody are coloured
 * apart, the most hindered first, over and over in another order until the bound is met or the tries are
 * used up. Deterministic.
 */
export function seat(talks: readonly Talk[], tables: number): Seating {
  const busy = new Map<number, number>();
  for (const person of talks.flatMap(({ people }) => people)) busy.set(person, (busy.get(person) ?? 0) + 1);
  const turnsAtLeast = Math.max(Math.ceil(talks.length / tables), 0, ...busy.values());
  const meets = talks.map((one) => talks.map((other) => one !== other && one.people.some((person) => other.people.includes(person))));
  const random = seededRandom(1);
  let best: number[] = [];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = colour(meets, tables, () => random.next());
    if (best.length === 0 || Math.max(0, ...found) < Math.max(0, ...best)) best = found;
    if (Math.max(0, ...best) <= turnsAtLeast) break;
  }
  const used = new Map<number, number>();
  const places = best.map((turn) => {
    const table = (used.get(turn) ?? 0) + 1;
    used.set(turn, table);
    return { turn, table };
  });
  return { places, turns: Math.max(0, ...best), turnsAtLeast };
}

function colour(meets: readonly (readonly boolean[])[], tables: number, random: () => number): number[] {
  const turns = meets.map(() => 0);
  const full = new Map<number, number>();
  const weight = meets.map(() => random());
  for (let placed = 0; placed < meets.length; placed += 1) {
    const hindered = (one: number) => new Set(meets[one]!.flatMap((meet, other) => (meet && turns[other]! > 0 ? [turns[other]!] : []))).size;
    const next = turns.flatMap((turn, one) => (turn === 0 ? [one] : [])).reduce((a, b) => (hindered(b) + weight[b]! > hindered(a) + weight[a]! ? b : a));
    let turn = 1;
    while ((full.get(turn) ?? 0) >= tables || meets[next]!.some((meet, other) => meet && turns[other] === turn)) turn += 1;
    turns[next] = turn;
    full.set(turn, (full.get(turn) ?? 0) + 1);
  }
  return turns;
}
