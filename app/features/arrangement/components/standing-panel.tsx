import type { ReactNode } from "react";

import { classNames } from "~/ui/class-names";

import type { Standing } from "../words";

const marks: Readonly<Record<Standing["kind"], ReactNode>> = {
  proven: <path d="M9 17.5l5.5 5.5L25.5 12" fill="none" stroke="#fff" strokeWidth="3.4" />,
  open: <path d="M17 9v9l6 4" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />,
  changed: <path d="M11 23l1-4 9.5-9.5 3 3L15 22z" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinejoin="round" />,
};

/** What is known of the groups on the board: proven, found with a gap, or changed by hand since. */
export function StandingPanel({ standing, countingHref, children }: {
  readonly standing: Standing;
  /** Where the count of further rounds is told while it goes on. */
  readonly countingHref?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <div className={classNames("app-certificate", standing.kind !== "proven" && "app-certificate--open")} data-counting={countingHref}>
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true" focusable="false"><circle cx="17" cy="17" r="17" className="app-certificate__seal" />{marks[standing.kind]}</svg>
      <div>
        <h2 className="app-certificate__title">{standing.title}</h2>
        <p>{standing.sentences.map((sentence, at) => <span key={sentence} data-rounds={at === standing.sentences.length - 1 ? "" : undefined}>{sentence} </span>)}</p>
        {children}
      </div>
    </div>
  );
}
