import type { ReactNode } from "react";

export type Bar = { readonly label: string; readonly value: number | null; readonly shown: string; readonly mark?: boolean | undefined };

/**
 * Bars with their numbers: each row is a row of a table, so the picture and its table are one. A missing
 * value says so and draws nothing: missing is not zero.
 */
export function BarTable({ caption, labelHeading, valueHeading, bars, max }: {
  readonly caption: string;
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly bars: readonly Bar[];
  /** The length of a full bar; by default the largest value. */
  readonly max?: number | undefined;
}) {
  const full = max ?? Math.max(0, ...bars.map((bar) => bar.value ?? 0));
  return (
    <table className="govuk-table app-bars">
      <caption className="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead className="govuk-visually-hidden"><tr><th scope="col">{labelHeading}</th><th scope="col">{valueHeading}</th></tr></thead>
      <tbody>{bars.map((bar) => <BarRow key={bar.label} bar={bar} full={full} />)}</tbody>
    </table>
  );
}

/** One bar as a row: the name, the number, and its length. A marked bar is bold as well as darker. */
export function BarRow({ bar, full }: { readonly bar: Bar; readonly full: number }) {
  const share = full > 0 && bar.value !== null ? Math.min(100, Math.max(0, (bar.value / full) * 100)) : 0;
  return (
    <tr className={bar.mark ? "app-bars__mark" : undefined}>
      <th scope="row">{bar.label}</th>
      <td>
        <span className="app-bars__number">{bar.value === null ? "not known" : bar.shown}</span>
        <svg className="app-bars__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width={share.toFixed(1)} height="10" /></svg>
      </td>
    </tr>
  );
}

export type Point = { readonly label: string; readonly value: number | null; readonly shown: string };

/** A small line over time, its ends said in words, with every figure in a table under it. Gaps stay gaps. */
export function Sparkline({ points, caption, labelHeading = "When", valueHeading = "Value", children }: {
  readonly points: readonly Point[];
  readonly caption: string;
  readonly labelHeading?: string | undefined;
  readonly valueHeading?: string | undefined;
  readonly children?: ReactNode;
}) {
  const known = points.filter((point) => point.value !== null);
  const first = known[0];
  const last = known.at(-1);
  const summary = first && last ? `${caption}: ${first.shown} in ${first.label}, ${last.shown} in ${last.label}.` : `${caption}: no figures.`;
  return (
    <figure className="app-spark">
      <svg viewBox="0 0 120 32" role="img" aria-label={summary}><path d={linePath(points)} />{dots(points)}</svg>
      <figcaption>{children ?? summary}</figcaption>
      <details className="govuk-details">
        <summary className="govuk-details__summary"><span className="govuk-details__summary-text">Figures<span className="govuk-visually-hidden"> for {caption}</span></span></summary>
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">{caption}</caption>
          <thead><tr><th scope="col" className="govuk-table__header">{labelHeading}</th><th scope="col" className="govuk-table__header govuk-table__header--numeric">{valueHeading}</th></tr></thead>
          <tbody>{points.map((point) => <tr key={point.label}><th scope="row" className="govuk-table__cell">{point.label}</th><td className="govuk-table__cell govuk-table__cell--numeric">{point.value === null ? "not known" : point.shown}</td></tr>)}</tbody>
        </table>
      </details>
    </figure>
  );
}

function placed(points: readonly Point[]): readonly ({ readonly x: number; readonly y: number } | null)[] {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return points.map((point, index) => point.value === null ? null : {
    x: points.length === 1 ? 60 : 4 + (index / (points.length - 1)) * 112,
    y: span === 0 ? 16 : 28 - ((point.value - low) / span) * 24,
  });
}

function linePath(points: readonly Point[]): string {
  let open = false;
  return placed(points).map((at) => {
    if (!at) { open = false; return ""; }
    const step = `${open ? "L" : "M"}${at.x.toFixed(1)} ${at.y.toFixed(1)}`;
    open = true;
    return step;
  }).join("");
}

/** Each known figure has a dot, so that one between two gaps is seen too; the last is larger. */
function dots(points: readonly Point[]) {
  const known = placed(points).filter((point) => point !== null);
  return known.map((at, index) => <circle key={at.x} cx={at.x.toFixed(1)} cy={at.y.toFixed(1)} r={index === known.length - 1 ? 3.2 : 1.8} className={index === known.length - 1 ? "app-spark__last" : undefined} />);
}
