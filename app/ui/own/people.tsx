import type { ReactNode } from "react";

/** A person as others should know them: name, post, where. An address only where it may be seen. */
export function PersonText({ name, post, place, email }: {
  readonly name: string;
  readonly post?: string | undefined;
  readonly place?: string | undefined;
  readonly email?: string | undefined;
}) {
  const where = [post, place].filter(Boolean).join(", ");
  return (
    <span className="app-person">
      <span className="app-person__name">{name}</span>
      {where ? <span className="app-soft">, {where}</span> : null}
      {email ? <><br /><a className="govuk-link" href={`mailto:${email}`}>{email}</a></> : null}
    </span>
  );
}

export type Reader = { readonly who: string; readonly why: string };

/** "Who can see this?": every kind of reader and the reason, folded under one line that says how many. */
export function WhoCanSee({ readers, summary, open, children }: {
  readonly readers: readonly Reader[];
  /** The short answer: "You, your section authors and the region's coordinator". */
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <details className="govuk-details app-who-can-see" open={open}>
      <summary className="govuk-details__summary"><span className="govuk-details__summary-text">Who can see this?</span> <span className="app-who-can-see__short">{summary}</span></summary>
      <div className="govuk-details__text">
        <ul className="govuk-list">{readers.map((reader) => <li key={reader.who}><b>{reader.who}</b>: {reader.why}</li>)}</ul>
        {children}
      </div>
    </details>
  );
}

/** An empty page that says why it is empty and what to do. */
export function EmptyState({ title, children, level = 2 }: { readonly title: string; readonly children?: ReactNode; readonly level?: 2 | 3 | undefined }) {
  const Heading = `h${level}` as const;
  return <div className="app-empty"><Heading className="govuk-heading-m">{title}</Heading>{typeof children === "string" ? <p className="govuk-body">{children}</p> : children}</div>;
}

/** An address to pass on: selectable text, and a button when the script "copy" is on the page. */
export function CopyLink({ url, label }: { readonly url: string; readonly label: string }) {
  return (
    <div className="app-copy" data-copy={url}>
      <span className="app-copy__label">{label}</span> <code>{url}</code>
      <button type="button" className="govuk-button govuk-button--secondary" hidden>Copy<span className="govuk-visually-hidden"> {label}</span></button>
      <span aria-live="polite" className="app-soft" />
    </div>
  );
}
