import type { Highs, Model, ModelData, SparseMatrix } from "highs";

import { quieten } from "../solver/highs";
import type { Stop } from "../solver/stop";
import type { Cut } from "./cuts";
import { groupKey } from "./group-keys";
import { groupWeight, type PartitionProblem } from "./partition-problem";
import type { Prices } from "./pricing";

/** A group that may be chosen, with what it costs and what it spends of the budget. */
export type Column = { readonly members: readonly number[]; readonly weight: number; readonly spends: number };

export type Relaxed = { objective: number; values: Float64Array; prices: Prices };

/**
 * The linear relaxation of "every member in exactly one group", over the columns found so far:
 * one row for each member, one for the count of fours, one for the budget, one for each cut.
 * Kept inside HiGHS between solves, so that each solve starts from the last basis. Call `dispose`.
 */
export class Master {
  readonly columns: Column[] = [];
  readonly cuts: Cut[] = [];
  private readonly known = new Set<number>();
  private readonly cutKeys = new Set<string>();
  private readonly model: Model;
  private readonly quadRow: number;
  private readonly budgetRow: number;
  private readonly firstCutRow: number;
  /** HiGHS sees weights divided by this, since its tolerances are absolute. Bounds never rest on them. */
  readonly unit: number;

  constructor(
    private readonly solver: Highs,
    private readonly problem: PartitionProblem,
  ) {
    const { n, quads, budget, weights, forbidden } = problem;
    let largest = 0;
    for (let p = 0; p < n * n; p++) if (!forbidden[p]) largest = Math.max(largest, Math.abs(weights[p]!));
    this.unit = Math.max(1, largest / 1000);
    this.model = solver.createModel();
    quieten(this.model);
    this.model.options.set({ solver: "simplex", presolve: "off" });
    for (let i = 0; i < n; i++) this.model.addRow(1, 1, { indices: [], values: [] });
    let rows = n;
    this.quadRow = quads > 0 ? rows++ : -1;
    if (quads > 0) this.model.addRow(quads, quads, { indices: [], values: [] });
    this.budgetRow = budget ? rows++ : -1;
    if (budget) this.model.addRow(-solver.infinity, budget.limit, { indices: [], values: [] });
    this.firstCutRow = rows;
  }

  /** Adds the groups that are new; returns how many. */
  add(groups: Iterable<readonly number[]>): number {
    const { n, weights, budget } = this.problem;
    const fresh: Column[] = [];
    for (const group of groups) {
      const members = [...group].sort((x, y) => x - y);
      const key = keyOf(members);
      if (this.known.has(key)) continue;
      this.known.add(key);
      fresh.push({
        members,
        weight: groupWeight(members, weights, n),
        spends: budget ? groupWeight(members, budget.weights, n) : 0,
      });
    }
    if (fresh.length === 0) return 0;
    this.columns.push(...fresh);
    const matrix = this.matrixOf(fresh, this.cuts);
    this.model.addCols({
      cost: Float64Array.from(fresh, (column) => column.weight / this.unit),
      lower: new Float64Array(fresh.length),
      upper: new Float64Array(fresh.length).fill(this.solver.infinity),
      matrix,
    });
    return fresh.length;
  }

  addCut(cut: Cut): void {
    if (this.cutKeys.has(cut.key)) return;
    this.cutKeys.add(cut.key);
    this.cuts.push(cut);
    const indices: number[] = [];
    const values: number[] = [];
    this.columns.forEach(({ members }, index) => {
      const value = cut.coefficient(members);
      if (value === 0) return;
      indices.push(index);
      values.push(value);
    });
    this.model.addRow(-this.solver.infinity, cut.most, { indices, values });
  }

  /** Solves the relaxation; undefined when the stop came first. */
  solve(stop: Stop): Relaxed | undefined {
    const msLeft = stop.msLeft();
    if (msLeft <= 0) return undefined;
    if (Number.isFinite(msLeft)) {
      this.model.zeroAllClocks();
      this.model.options.set("time_limit", msLeft / 1000);
    }
    const { modelStatus } = this.model.run();
    if (modelStatus !== this.solver.constants.modelStatus.optimal) return undefined;
    const { colValue, rowDual } = this.model.getSolution();
    const { n } = this.problem;
    const unit = this.unit;
    return {
      objective: this.model.getObjectiveValue() * unit,
      values: colValue,
      prices: {
        member: rowDual.slice(0, n).map((dual) => dual * unit),
        quadCount: this.quadRow < 0 ? 0 : rowDual[this.quadRow]! * unit,
        budget: this.budgetRow < 0 ? 0 : Math.min(0, rowDual[this.budgetRow]! * unit),
        cuts: this.cuts.map((cut, index) => ({
          cut,
          penalty: Math.max(0, -rowDual[this.firstCutRow + index]! * unit),
        })),
      },
    };
  }

  /** The same rows over a given set of groups, every column yes or no, that weigh `atMost` at the most; of the cuts only those with a price. */
  integerModel(groups: readonly (readonly number[])[], prices: Prices, atMost: number): { data: ModelData; columns: Column[] } {
    const { n, quads, weights, budget } = this.problem;
    const columns = groups.map((members) => ({
      members,
      weight: groupWeight(members, weights, n),
      spends: budget ? groupWeight(members, budget.weights, n) : 0,
    }));
    const cuts = prices.cuts.filter(({ penalty }) => penalty > 0).map(({ cut }) => cut);
    const ownRows = this.firstCutRow + cuts.length;
    const numRows = ownRows + 1;
    const rowLower = new Float64Array(numRows).fill(-this.solver.infinity);
    const rowUpper = new Float64Array(numRows).fill(1);
    rowLower.fill(1, 0, n);
    if (this.quadRow >= 0) rowLower[this.quadRow] = rowUpper[this.quadRow] = quads;
    if (this.budgetRow >= 0) rowUpper[this.budgetRow] = budget!.limit;
    cuts.forEach(({ most }, index) => (rowUpper[this.firstCutRow + index] = most));
    rowUpper[ownRows] = atMost / this.unit;
    const colCost = Float64Array.from(columns, (column) => column.weight / this.unit);
    return {
      columns,
      data: {
        numCols: columns.length,
        numRows,
        colCost,
        colLower: new Float64Array(columns.length),
        colUpper: new Float64Array(columns.length).fill(1),
        rowLower,
        rowUpper,
        matrix: this.matrixOf(columns, cuts, colCost),
        integrality: new Int32Array(columns.length).fill(1),
      },
    };
  }

  dispose(): void {
    this.model.dispose();
  }

  private matrixOf(columns: readonly Column[], cuts: readonly Cut[], lastRow?: Float64Array): SparseMatrix {
    const numRows = this.firstCutRow + cuts.length + (lastRow ? 1 : 0);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const put = (row: number, value: number): void => {
      if (value === 0) return;
      indices.push(row);
      values.push(value);
    };
    columns.forEach(({ members, spends }, column) => {
      for (const member of members) put(member, 1);
      if (this.quadRow >= 0 && members.length === 4) put(this.quadRow, 1);
      if (this.budgetRow >= 0) put(this.budgetRow, spends);
      cuts.forEach((cut, index) => put(this.firstCutRow + index, cut.coefficient(members)));
      if (lastRow) put(numRows - 1, lastRow[column]!);
      starts.push(indices.length);
    });
    return {
      format: "csc",
      numRows,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    };
  }
}

/** The key of a group whose members are in rising order. */
export function keyOf(members: readonly number[]): number {
  return groupKey(members[0]!, members[1]!, members[2]!, members[3] ?? -1);
}
