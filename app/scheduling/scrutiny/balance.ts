/** Who may take what: for each task the places of its possible takers, and how many of them it needs. */
export interface Load {
  readonly takers: number;
  readonly tasks: readonly { readonly allowed: readonly number[]; readonly needs: number }[];
}

export interface Balanced {
  /** For each task those who take it. */
  readonly taken: readonly (readonly number[])[];
  readonly loads: readonly number[];
  /** Takers among whom the heaviest load is forced: nobody outside could take more of theirs. Proves that no sharing has a lighter heaviest. */
  readonly forced: readonly number[];
}

/**
 * Shares tasks among takers so that the loads are as even as can be: begun greedily, then made better by
 * chains of exchanges until no chain leads from a heavier load to one that is lighter by two. That there is
 * none is the proof (an optimal semi-matching), and `forced` is the set a reader can check it by.
 * @throws RangeError for a task with fewer possible takers than it needs
 */
export function balance({ takers, tasks }: Load): Balanced {
  const loads = Array.from({ length: takers }, () => 0);
  const taken = tasks.map(({ allowed, needs }, task) => {
    if (allowed.length < needs) throw new RangeError(`task ${task} has ${allowed.length} takers and needs ${needs}`);
    // Those after the task's own place come first among equals, so that who takes each other's is spread out.
    const order = [...allowed].sort((one, other) => loads[one]! - loads[other]! || (one - task + takers) % takers - ((other - task + takers) % takers));
    const chosen = new Set(order.slice(0, needs));
    for (const taker of chosen) loads[taker]! += 1;
    return chosen;
  });
  const allowed = tasks.map((task) => new Set(task.allowed));
  for (;;) {
    const heaviest = Array.from({ length: takers }, (_, taker) => taker).sort((one, other) => loads[other]! - loads[one]!);
    const chain = heaviest.map((from) => exchange({ from, loads, taken, allowed })).find((found) => found !== null);
    if (!chain) break;
    for (const { task, from, to } of chain) {
      taken[task]!.delete(from);
      taken[task]!.add(to);
    }
    loads[chain[0]!.from]! -= 1;
    loads[chain.at(-1)!.to]! += 1;
  }
  const most = Math.max(0, ...loads);
  const forced = reachable(loads.flatMap((load, taker) => (load === most ? [taker] : [])), taken, allowed);
  return { taken: taken.map((one) => [...one].sort((a, b) => a - b)), loads, forced: [...forced.keys()].sort((a, b) => a - b) };
}

interface Exchange {
  readonly task: number;
  readonly from: number;
  readonly to: number;
}

/** A chain of exchanges that ends at somebody with a load lighter by two or more; null when there is none. */
function exchange({ from, loads, taken, allowed }: { readonly from: number; readonly loads: readonly number[]; readonly taken: readonly ReadonlySet<number>[]; readonly allowed: readonly ReadonlySet<number>[] }): readonly Exchange[] | null {
  const reached = reachable([from], taken, allowed);
  const end = [...reached.keys()].find((taker) => loads[taker]! <= loads[from]! - 2);
  if (end === undefined) return null;
  const chain: Exchange[] = [];
  for (let step = reached.get(end); step; step = reached.get(step.from)) chain.unshift(step);
  return chain;
}

/** Everybody to whom a task of the first could be handed on, over any number of hands, with the last step of the way. */
function reachable(first: readonly number[], taken: readonly ReadonlySet<number>[], allowed: readonly ReadonlySet<number>[]): Map<number, Exchange | null> {
  const reached = new Map<number, Exchange | null>(first.map((taker) => [taker, null]));
  const waiting = [...first];
  for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
    for (const [task, takers] of taken.entries()) {
      if (!takers.has(from)) continue;
      for (const to of allowed[task]!) {
        if (takers.has(to) || reached.has(to)) continue;
        reached.set(to, { task, from, to });
        waiting.push(to);
      }
    }
  }
  return reached;
}
