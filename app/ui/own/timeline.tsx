import type { ReactNode } from "react";
import { formatDateTime, isoOf, type When } from "../dates";

export type TimelineEntry = {
  readonly id: string;
  readonly at: When;
  /** What happened, as a sentence without the person: "Returned with a reason". */
  readonly what: string;
  readonly by: string;
  readonly onBehalfOf?: string | undefined;
  readonly detail?: ReactNode;
  /** Which emails went out because of it. */
  readonly emails?: readonly { readonly to: string; readonly subject: string; readonly status: string; readonly href?: string | undefined }[] | undefined;
};

/** Who did what, when, on whose behalf, and who was told; newest first. */
export function Timeline({ entries, headingLevel }: {
  readonly entries: readonly TimelineEntry[];
  /** Only where each entry should be found by its heading; the level must follow the heading above. */
  readonly headingLevel?: 2 | 3 | undefined;
}) {
  const Heading = headingLevel ? (`h${headingLevel}` as const) : "p";
  return (
    <ol className="app-timeline">
      {entries.map((entry) => (
        <li key={entry.id} className="app-timeline__item">
          <Heading className="app-timeline__what">{entry.what}</Heading>
          <p className="app-timeline__by">
            {entry.by}{entry.onBehalfOf ? ` on behalf of ${entry.onBehalfOf}` : ""}, <time dateTime={isoOf(entry.at)}>{formatDateTime(entry.at, { year: true })}</time>
          </p>
          {entry.detail ? <div className="app-timeline__detail">{entry.detail}</div> : null}
          {entry.emails?.length ? (
            <details className="govuk-details app-timeline__emails">
              <summary className="govuk-details__summary"><span className="govuk-details__summary-text">{entry.emails.length === 1 ? "1 email went out" : `${entry.emails.length} emails went out`}</span></summary>
              <ul className="govuk-details__text govuk-list">
                {entry.emails.map((email, index) => (
                  <li key={index}>{email.href ? <a className="govuk-link" href={email.href}>{email.subject}</a> : email.subject}, to {email.to} <span className="app-soft">({email.status})</span></li>
                ))}
              </ul>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
