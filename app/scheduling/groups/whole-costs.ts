/**
 * Costs as whole numbers, so that "less than one apart" is a proof. Most costs have few decimals
 * and scale exactly; others are rounded on a fine grid and the rounding is owned up to in `tolerance`.
 */
export type WholeCosts = {
  /** n x n whole numbers from zero up: (cost - shift) * scale. */
  readonly weights: Float64Array;
  readonly scale: number;
  readonly shift: number;
  /** The most that rounding can have moved the cost of any arrangement, in the caller's unit. */
  readonly tolerance: number;
};

const largestWhole = 1e7;

/** `pairsInside` is the number of pairs inside the groups of one arrangement (the same for all of them). */
export function wholeCosts(costs: Float64Array, n: number, pairsInside: number): WholeCosts {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      least = Math.min(least, costs[i * n + j]!);
      most = Math.max(most, costs[i * n + j]!);
    }
  }
  // Every arrangement has the same number of pairs, so a shift changes no comparison.
  const shift = least;
  const range = most - least;
  for (let scale = 1; scale <= 1e6 && range * scale <= largestWhole; scale *= 10) {
    const weights = scaled(costs, n, shift, scale, range);
    if (weights) return { weights: inSmallestUnits(weights.values, n).weights, scale: scale / inSmallestUnits(weights.values, n).unit, shift, tolerance: 0 };
  }
  const scale = largestWhole / range;
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) weights[i * n + j] = Math.round((costs[i * n + j]! - shift) * scale);
  return { weights, scale, shift, tolerance: (0.5 * pairsInside) / scale };
}

function scaled(costs: Float64Array, n: number, shift: number, scale: number, range: number): { values: Float64Array } | undefined {
  const values = new Float64Array(n * n);
  const allowed = 1e-9 * Math.max(1, range * scale * 1e-3);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const exact = (costs[i * n + j]! - shift) * scale;
      const whole = Math.round(exact);
      if (Math.abs(exact - whole) > allowed) return undefined;
      values[i * n + j] = whole;
    }
  }
  return { values };
}

/** Divides by the greatest common divisor: costs in tens are searched as ones. */
function inSmallestUnits(values: Float64Array, n: number): { weights: Float64Array; unit: number } {
  let unit = 0;
  for (let p = 0; p < n * n && unit !== 1; p++) unit = divisor(unit, values[p]!);
  if (unit <= 1) return { weights: values, unit: 1 };
  return { weights: values.map((value) => value / unit), unit };
}

function divisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
