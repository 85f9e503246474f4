import { seededRandom } from "../solver/random";
import type { Stop } from "../solver/stop";
import type { Rounds } from "./constructions";
import type { History } from "./further-rounds";

/**
 * The same plan with members changing places throughout, so that it costs less and still meets no
 * blocked pair. It keeps the plan's shape, which annealing from scratch would not find again.
 */
export function cheaperLabels(plan: Rounds, { n, met, never }: History, costs: Float64Array, { stop, seed }: { stop: Stop; seed: number }): Rounds {
  const random = seededRandom(seed + 77);
  const partners: number[][] = Array.from({ length: n }, () => []);
  for (const groups of plan) for (const group of groups) for (const a of group) for (const b of group) if (a !== b) partners[a]!.push(b);
  const label = Array.from({ length: n }, (_, i) => i);
  let largest = 0;
  for (const value of costs) largest = Math.max(largest, Math.abs(value));
  const wall = 1e4 * (1 + largest);
  const price = (a: number, b: number): number => costs[a * n + b]! + (met[a * n + b] || never[a * n + b] ? wall : 0);
  const around = (point: number, as: number, except: number): number => {
    let total = 0;
    for (const other of partners[point]!) if (other !== except) total += price(as, label[other]!);
    return total;
  };
  let best = [...label];
  let change = 0;
  let least = 0;
  const moves = Math.min(4000 * n, 200_000);
  const hot = largest;
  for (let move = 0; move < moves; move++) {
    if ((move & 255) === 0 && stop.now()) break;
    const a = random.below(n);
    const b = random.below(n);
    if (a === b) continue;
    const [x, y] = [label[a]!, label[b]!];
    const delta = around(a, y, b) + around(b, x, a) - around(a, x, b) - around(b, y, a);
    if (delta > 0 && random.next() >= Math.exp(-delta / (hot * 0.002 ** (move / moves)))) continue;
    label[a] = y;
    label[b] = x;
    change += delta;
    if (change < least - 1e-9) {
      least = change;
      best = [...label];
    }
  }
  return plan.map((groups) => groups.map((group) => group.map((point) => best[point]!)));
}
