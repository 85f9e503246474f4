import type { ReactNode } from "react";
import { classNames } from "../class-names";

export type SummaryRow = {
  readonly key: string;
  readonly value: ReactNode;
  /** What can be done with this row; `about` finishes the words for screen readers: "Change" + "the closing date". */
  readonly actions?: readonly { readonly label: string; readonly href: string; readonly about: string }[] | undefined;
};

/** Facts as pairs, with what can be changed beside each. */
export function SummaryList({ rows, plain }: { readonly rows: readonly SummaryRow[]; readonly plain?: boolean | undefined }) {
  const anyActions = rows.some((row) => (row.actions?.length ?? 0) > 0);
  return (
    <dl className={classNames("govuk-summary-list", plain && "govuk-summary-list--no-border")}>
      {rows.map((row) => (
        <div key={row.key} className={classNames("govuk-summary-list__row", anyActions && !row.actions?.length && "govuk-summary-list__row--no-actions")}>
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.actions?.length ? (
            <dd className="govuk-summary-list__actions">
              {row.actions.length === 1 ? <Action {...row.actions[0]!} /> : (
                <ul className="govuk-summary-list__actions-list">
                  {row.actions.map((action) => <li key={action.href} className="govuk-summary-list__actions-list-item"><Action {...action} /></li>)}
                </ul>
              )}
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

function Action({ label, href, about }: { readonly label: string; readonly href: string; readonly about: string }) {
  return <a className="govuk-link" href={href}>{label}<span className="govuk-visually-hidden"> {about}</span></a>;
}
