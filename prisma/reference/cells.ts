/** Why a figure is as it is. Missing is not zero, and what was suppressed stays suppressed. */
export const FIGURE_STATUSES = ["ok", "shared_return", "suppressed", "not_available"] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

export interface Figure {
  readonly value: number | null;
  readonly status: FigureStatus;
}

/**
 * One figure as it stands in prisma/reference/indicators: "66", "3.3*" (from a return made jointly
 * with another authority), "c" (suppressed by the publisher) or "x" (not available).
 * Throws for a status it does not know, and for a value where the status says there is none.
 */
export function encodeCell(value: string, status: string): string {
  if (status === "ok" || status === "shared_return") {
    if (!/^-?\d+(\.\d+)?$/.test(value)) throw new Error(`"${value}" is no figure, though its status is "${status}"`);
    return status === "ok" ? value : `${value}*`;
  }
  if (value !== "") throw new Error(`there is a value, "${value}", though its status is "${status}"`);
  if (status === "suppressed") return "c";
  if (status === "not_available") return "x";
  throw new Error(`there is no status "${status}"`);
}

/** Reads what `encodeCell` wrote. An empty cell is a period for which nothing was published: null. */
export function decodeCell(cell: string): Figure | null {
  if (cell === "") return null;
  if (cell === "c") return { value: null, status: "suppressed" };
  if (cell === "x") return { value: null, status: "not_available" };
  const [, digits, joint] = /^(-?\d+(?:\.\d+)?)(\*?)$/.exec(cell) ?? [];
  if (digits === undefined) throw new Error(`"${cell}" is no figure`);
  return { value: Number(digits), status: joint ? "shared_return" : "ok" };
}
