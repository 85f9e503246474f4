import { eachPairCost, type GroupsInput } from "~/scheduling";

import { applied, keyOf, type Change, type Effect, type Members, type Score } from "./arranging";
import type { DraftGroup } from "./rules";

const mostRemembered = 20;
const remembered = new Map<string, Measure>();

/** The measure of a question by its fingerprint. The last few are remembered: a board is looked at many times between two changes of its rules. */
export function measureOf(question: GroupsInput, fingerprint: string): Measure {
  const known = remembered.get(fingerprint);
  if (known) return known;
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size >= mostRemembered) remembered.delete(oldest);
  const measure = new Measure(question);
  remembered.set(fingerprint, measure);
  return measure;
}

/** Measures groups against a question. Made once for a page: the costs of all pairs are worked out once. */
export class Measure {
  private readonly index: ReadonlyMap<string, number>;
  private readonly n: number;
  private readonly costs: Float64Array;
  private readonly met: Uint8Array;
  private readonly never: Uint8Array;

  constructor(question: GroupsInput) {
    const features = question.members.map((member) => (typeof member === "string" ? { id: member } : member));
    this.index = new Map(features.map(({ id }, at) => [id, at]));
    this.n = features.length;
    this.costs = new Float64Array(this.n * this.n);
    this.met = new Uint8Array(this.n * this.n);
    this.never = new Uint8Array(this.n * this.n);
    eachPairCost(features, question.weights ?? {}, (i, j, cost) => void (this.costs[i * this.n + j] = this.costs[j * this.n + i] = cost));
    for (const pair of question.metBefore ?? []) this.mark(this.met, pair, 1);
    for (const pair of question.never ?? []) this.mark(this.never, pair, 1);
  }

  score(groups: Members): Score {
    let [conflicts, repeats, cost] = [0, 0, 0];
    for (const group of groups) {
      group.forEach((a, at) => {
        for (const b of group.slice(at + 1)) {
          const cell = this.cell(a, b);
          if (cell < 0) continue;
          conflicts += this.never[cell]!;
          repeats += this.met[cell]!;
          cost += this.costs[cell]!;
        }
      });
    }
    return { conflicts, repeats, cost: tidy(cost) };
  }

  haveMet(a: string, b: string): boolean {
    const cell = this.cell(a, b);
    return cell >= 0 && this.met[cell] === 1;
  }

  mayNotMeet(a: string, b: string): boolean {
    const cell = this.cell(a, b);
    return cell >= 0 && this.never[cell] === 1;
  }

  /** What keeps groups from being used, in words: sizes, and pairs that may never be together. */
  faults(groups: Members, nameOf: (id: string) => string): string[] {
    const faults = groups.flatMap((group, at) => {
      const size = group.length === 3 || group.length === 4 ? [] : [`Group ${at + 1} has ${group.length} member${group.length === 1 ? "" : "s"}`];
      const pairs = group.flatMap((a, index) => group.slice(index + 1).filter((b) => this.mayNotMeet(a, b)).map((b) => `${nameOf(a)} and ${nameOf(b)} may never be in one group`));
      return [...size, ...pairs];
    });
    const fours = groups.filter((group) => group.length === 4).length;
    return fours === this.n % 3 || faults.length > 0 ? faults : [`${fours} group${fours === 1 ? "" : "s"} of four instead of ${this.n % 3}`];
  }

  /** Every change by hand that one authority could make, best first. Members of kept groups stay where they are. */
  changesOf(authority: string, groups: readonly DraftGroup[]): Effect[] {
    const from = groups.findIndex((group) => group.members.includes(authority));
    if (groups[from]?.pinned) return [];
    const effects: Effect[] = [];
    groups.forEach((group, at) => {
      if (at === from || group.pinned) return;
      // Whoever is in no group yet can only enter one.
      effects.push(this.effectOf({ kind: "move", authority, to: at + 1 }, groups, from < 0 ? [at] : [from, at]));
      if (from >= 0) for (const other of group.members) effects.push(this.effectOf({ kind: "swap", a: authority, b: other }, groups, [from, at]));
    });
    return effects.sort(better);
  }

  /** What a change would do; only the two groups it touches are measured. */
  private effectOf(change: Change, groups: readonly DraftGroup[], touched: readonly number[]): Effect {
    const after = applied(change, groups);
    const pick = (all: readonly DraftGroup[]): string[][] => touched.map((at) => [...all[at]!.members]);
    const [before, then] = [this.score(pick(groups)), this.score(pick(after))];
    const sizes = pick(after).map((members) => members.length);
    const foursBefore = groups.filter((group) => group.members.length === 4).length;
    const foursAfter = after.filter((group) => group.members.length === 4).length;
    const fine = sizes.every((size) => size === 3 || size === 4) && foursBefore === foursAfter;
    return { change, conflicts: then.conflicts - before.conflicts, repeats: then.repeats - before.repeats, cost: tidy(then.cost - before.cost), sizes: fine ? [] : sizes };
  }

  private mark(matrix: Uint8Array, [a, b]: readonly [string, string], value: number): void {
    const [i, j] = [this.index.get(a), this.index.get(b)];
    if (i === undefined || j === undefined) return;
    matrix[i * this.n + j] = matrix[j * this.n + i] = value;
  }

  private cell(a: string, b: string): number {
    const [i, j] = [this.index.get(a), this.index.get(b)];
    return i === undefined || j === undefined ? -1 : i * this.n + j;
  }
}

/** The order of two effects: a change that leaves groups of wrong sizes comes after every one that does not. */
function better(one: Effect, other: Effect): number {
  return Number(one.sizes.length > 0) - Number(other.sizes.length > 0) || one.conflicts - other.conflicts || one.repeats - other.repeats || one.cost - other.cost || keyOf(one.change).localeCompare(keyOf(other.change));
}

function tidy(cost: number): number {
  return Math.round(cost * 100) / 100;
}
