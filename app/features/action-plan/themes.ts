/** The kinds of findings a picture of themes shows, in its order. */
export const themeKinds = ["strength", "area", "recommendation", "goodPractice"] as const;
export type ThemeKind = (typeof themeKinds)[number];

export const kindHeadings = {
  strength: "Strengths",
  area: "Areas for consideration",
  recommendation: "Recommendations",
  goodPractice: "Good practice",
} as const satisfies Readonly<Record<ThemeKind, string>>;

/** One finding of a final letter, as counting needs it. */
export interface FindingCounted {
  readonly authorityId: string;
  readonly kind: ThemeKind;
  readonly theme: string;
}

/** A number that may be shown, or that too few authorities stand behind it. */
export type Cell = { readonly findings: number; readonly authorities: number } | "tooFew" | "none";

export interface ThemeRow {
  readonly theme: string;
  readonly cells: Readonly<Record<ThemeKind, Cell>>;
  /** Findings in the cells that are shown: what the picture draws. */
  readonly shown: number;
}

export interface ThemePicture {
  readonly rows: readonly ThemeRow[];
  /** Authorities with a final letter. */
  readonly authorities: number;
  /** Whether some number is left out. */
  readonly suppressed: boolean;
}

/**
 * Findings counted by theme and kind, so that no number leads to an authority: a cell that fewer
 * authorities than `fewest` stand behind says only that, and while fewer have a letter at all there is nothing. There is no sum that a hidden number could be
 * worked out from, and no order by authority: this is no league table.
 */
export function themesOf(findings: readonly FindingCounted[], fewest: number): ThemePicture {
  const authorities = new Set(findings.map(({ authorityId }) => authorityId)).size;
  // Whoever knows which one or two authorities have their letters would read their themes off the names alone.
  if (authorities < fewest) return { rows: [], authorities, suppressed: authorities > 0 };
  const rows = [...new Set(findings.map(({ theme }) => theme))].map((theme): ThemeRow => {
    const here = findings.filter((finding) => finding.theme === theme);
    const cellOf = (kind: ThemeKind): Cell => {
      const some = here.filter((finding) => finding.kind === kind);
      const from = new Set(some.map(({ authorityId }) => authorityId)).size;
      if (some.length === 0) return "none";
      return from < fewest ? "tooFew" : { findings: some.length, authorities: from };
    };
    const cells = Object.fromEntries(themeKinds.map((kind) => [kind, cellOf(kind)])) as Record<ThemeKind, Cell>;
    return { theme, cells, shown: themeKinds.reduce((sum, kind) => sum + countOf(cells[kind]), 0) };
  });
  const inOrder = rows.sort((one, other) => other.shown - one.shown || one.theme.localeCompare(other.theme));
  return { rows: inOrder, authorities, suppressed: inOrder.some((row) => themeKinds.some((kind) => row.cells[kind] === "tooFew")) };
}

/** What a cell adds to a picture. */
export function countOf(cell: Cell): number {
  return typeof cell === "string" ? 0 : cell.findings;
}
