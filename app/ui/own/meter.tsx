import type { ReactNode } from "react";

/** A number with its denominator and a bar: "15 of 19 submitted". The words say it; the bar only shows it. */
export function Meter({ value, of, label, children }: {
  readonly value: number;
  readonly of: number;
  /** What is counted, after the numbers: "submitted". */
  readonly label: string;
  readonly children?: ReactNode;
}) {
  const share = of > 0 ? Math.min(100, Math.max(0, (value / of) * 100)) : 0;
  return (
    <div className="app-meter">
      <p className="app-meter__words"><b>{value.toLocaleString("en-GB")}</b> of {of.toLocaleString("en-GB")} {label}</p>
      <svg className="app-meter__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width="100" height="6" className="app-meter__track" /><rect width={share.toFixed(1)} height="6" className="app-meter__fill" />
      </svg>
      {children ? <div className="app-small">{children}</div> : null}
    </div>
  );
}

/** A white card at the side of a page. */
export function Card({ heading, children, level = 2 }: { readonly heading: ReactNode; readonly children: ReactNode; readonly level?: 2 | 3 | undefined }) {
  const Heading = `h${level}` as const;
  return <section className="app-card"><Heading className="app-card__heading">{heading}</Heading>{children}</section>;
}
