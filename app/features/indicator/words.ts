/** Whether more is better. Stored as in the publisher's dictionary. */
export const polarities = ["high", "low", "neutral"] as const;
export type Polarity = (typeof polarities)[number];

export const polarityWords = {
  high: "Higher is better",
  low: "Lower is better",
  neutral: "Neither higher nor lower is better",
} as const satisfies Readonly<Record<Polarity, string>>;

/** The polarity of a row; "neutral" for a word that this version does not know, which claims nothing. */
export function readPolarity(stored: string): Polarity {
  return polarities.find((one) => one === stored) ?? "neutral";
}

/** Where an authority stands among all: among the highest fifth, the lowest fifth, or neither. */
export type Outlier = "top" | "bottom";

export const outlierWords = {
  top: "Among the highest fifth of authorities",
  bottom: "Among the lowest fifth of authorities",
} as const satisfies Readonly<Record<Outlier, string>>;

const statusWords: Readonly<Record<string, string>> = {
  ok: "",
  shared_return: "from a return made jointly with another authority",
  suppressed: "suppressed by the publisher because the number is small",
  not_available: "not available",
};

/** Why a figure is missing or unusual; empty for an ordinary one. */
export function statusWord(status: string): string {
  return statusWords[status] ?? "not available";
}

const shortUnits: Readonly<Record<string, string>> = {
  percent: "%",
  per_10k: " per 10,000",
  per_100k: " per 100,000",
};

/**
 * A figure as people read it: "66 per 10,000", "12.5%". One decimal where it has one, never more.
 * A missing figure is said to be missing, never shown as zero.
 */
export function figureInWords(value: number | null, unit: string, status = "not_available"): string {
  if (value === null) return status === "suppressed" ? "suppressed" : "not available";
  return `${plainFigure(value)}${shortUnits[unit] ?? ""}`;
}

/** A figure without its unit, for a table that names the unit once: "1,024" or "66.5". */
export function plainFigure(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 1 });
}

/** A year of publication as the source means it: figures "for 2025" are of the year ending 31 March 2025. */
export function periodInWords(period: number): string {
  return `year ending March ${period}`;
}
