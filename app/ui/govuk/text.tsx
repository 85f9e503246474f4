import type { ReactNode } from "react";
import { classNames } from "../class-names";

/** A passage set apart: what will happen next, or who will be told. */
export function InsetText({ children }: { readonly children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}

/** A warning about consequences, in one sentence. */
export function WarningText({ children }: { readonly children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">!</span>
      <strong className="govuk-warning-text__text"><span className="govuk-visually-hidden">Warning</span>{children}</strong>
    </div>
  );
}

/** Help for the few, folded away. Opens without any script. */
export function Details({ summary, open, children }: { readonly summary: string; readonly open?: boolean | undefined; readonly children: ReactNode }) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary"><span className="govuk-details__summary-text">{summary}</span></summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}

/** The page's heading, with what it belongs to above it and a status beside it. */
export function PageHeading({ children, caption, size = "l", status }: {
  readonly children: ReactNode;
  readonly caption?: ReactNode;
  readonly size?: "l" | "xl" | undefined;
  readonly status?: ReactNode;
}) {
  return (
    <div className="app-heading">
      {caption ? <span className={`govuk-caption-${size}`}>{caption}</span> : null}
      <h1 className={classNames(`govuk-heading-${size}`)}>{children}</h1>
      {status ? <div className="app-heading__status">{status}</div> : null}
    </div>
  );
}
