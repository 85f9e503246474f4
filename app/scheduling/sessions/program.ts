import type { Highs, ModelData } from "highs";

import { solveMip, type MipOutcome } from "../solver/highs";
import type { Stop } from "../solver/stop";

type Row = { lower: number; upper: number };

/** A 0-1 program built term by term: columns with a cost, rows with bounds. */
export class Program {
  readonly costs: number[] = [];
  private readonly uppers: number[] = [];
  private readonly entries: { row: number; value: number }[][] = [];
  private readonly rows: Row[] = [];

  /** A new column from 0 to `upper` (1 unless told); returns its number. */
  column(cost: number, upper = 1): number {
    this.costs.push(cost);
    this.uppers.push(upper);
    this.entries.push([]);
    return this.costs.length - 1;
  }

  row(lower: number, upper: number, terms: Iterable<readonly [column: number, value: number]>): void {
    const row = this.rows.length;
    this.rows.push({ lower, upper });
    for (const [column, value] of terms) this.entries[column]!.push({ row, value });
  }

  solve(solver: Highs, options: { stop: Stop; seed: number; start?: ArrayLike<number>; onBound?: (bound: number) => void; onImprove?: (values: Float64Array) => void }): MipOutcome {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const column of this.entries) {
      for (const { row, value } of column) {
        indices.push(row);
        values.push(value);
      }
      starts.push(indices.length);
    }
    const numCols = this.costs.length;
    const data: ModelData = {
      numCols,
      numRows: this.rows.length,
      colCost: this.costs,
      colLower: new Float64Array(numCols),
      colUpper: this.uppers,
      rowLower: this.rows.map(({ lower }) => (lower === -Infinity ? -solver.infinity : lower)),
      rowUpper: this.rows.map(({ upper }) => (upper === Infinity ? solver.infinity : upper)),
      matrix: { format: "csc", numRows: this.rows.length, numCols, starts, indices, values },
      integrality: new Int32Array(numCols).fill(1),
    };
    const whole = this.costs.every((cost) => Number.isInteger(cost));
    return solveMip(solver, data, { ...options, absoluteGap: whole ? 0.999 : 1e-7 });
  }
}
