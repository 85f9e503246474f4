import { parse } from "csv-parse/sync";
import type { Figure } from "./cells";

export interface PublishedFigure extends Figure {
  readonly indicatorId: string;
  /** Of an authority, a region or England, as the publication has it: it may since have changed. */
  readonly codeGss: string;
  readonly period: number;
}

interface Publication {
  /** Indicator id by the column that holds it. */
  readonly columns: Readonly<Record<string, string>>;
  /** Which rows these columns count for, where a file mixes several populations. */
  readonly where?: { readonly column: string; readonly is: string };
}

/** The Department for Education's statistical files whose layout we know, and what we take from each. */
export const PUBLICATIONS = {
  "looked after on 31 March": {
    columns: { rate_per_10000: "cla_rate" },
    where: { column: "population_type", is: "Children looked after on 31 March each year" },
  },
  "starting to be looked after": {
    columns: { rate_per_10000: "cla_start_rate" },
    where: { column: "population_type", is: "Children starting to be looked after each year" },
  },
  "social work workforce": {
    columns: {
      turnover_rate_fte: "sw_turnover_pct",
      agency_rate_fte: "sw_agency_pct",
      vacancy_rate_fte: "sw_vacancy_pct",
      absence_rate_fte: "sw_absence_pct",
      caseload_fte: "sw_caseload",
    },
  },
} as const satisfies Readonly<Record<string, Publication>>;

/**
 * The publisher's own signs: "c" is suppressed, "low" rounds to nothing but is not nothing (a value
 * of 0 in the publisher's own tool), "x", "u", "z" and ":" say in their ways that there is no figure.
 * Throws for anything else: a sign not met before must be understood, not guessed.
 */
function readSign(sign: string): Figure {
  if (/^-?\d+(\.\d+)?$/.test(sign)) return { value: Number(sign), status: "ok" };
  if (sign === "low") return { value: 0, status: "ok" };
  if (sign === "c") return { value: null, status: "suppressed" };
  if (["x", "u", "z", ":", ""].includes(sign)) return { value: null, status: "not_available" };
  throw new Error(`the publication says "${sign}" where a figure belongs`);
}

/**
 * Reads an original file of the Department for Education.
 * @param text the file as published (CSV, with or without a byte order mark)
 * @throws when a column it needs is missing: the layout has changed
 */
export function readPublished(text: string, name: keyof typeof PUBLICATIONS): readonly PublishedFigure[] {
  const { columns, where }: Publication = PUBLICATIONS[name];
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const of = (row: Record<string, string>, column: string): string => {
    const value = row[column];
    if (value === undefined) throw new Error(`the file about "${name}" has no column "${column}"`);
    return value;
  };
  return rows
    .filter((row) => !where || of(row, where.column) === where.is)
    .flatMap((row) =>
      Object.entries(columns).map(([column, indicatorId]) => ({
        indicatorId,
        codeGss: of(row, "new_la_code") || of(row, "region_code") || of(row, "country_code"),
        period: Number(of(row, "time_period")),
        ...readSign(of(row, column)),
      })),
    );
}
