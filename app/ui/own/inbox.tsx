import type { ReactNode } from "react";
import { classNames } from "../class-names";
import type { DueWords } from "../dates";
import { Pill, type PillKind } from "./pill";

export type InboxItem = {
  readonly href: string;
  readonly title: string;
  readonly sub?: ReactNode;
  /** From `dueWords`; null when nothing presses. */
  readonly due: DueWords | null;
  readonly pill?: { readonly label: string; readonly kind?: PillKind | undefined } | undefined;
};

/** What waits, soonest first. The order is the caller's. */
export function InboxList({ items, label }: { readonly items: readonly InboxItem[]; readonly label?: string | undefined }) {
  return <ul className="app-inbox" aria-label={label}>{items.map((item) => <InboxRow key={item.href} item={item} />)}</ul>;
}

/** One thing that waits: by when, what, and how it stands. */
export function InboxRow({ item }: { readonly item: InboxItem }) {
  const late = item.due?.late === true;
  return (
    <li className={classNames("app-inbox__row", late && "app-inbox__row--late")}>
      <div className="app-inbox__due">
        {item.due ? <><b>{item.due.lead}</b><span>{item.due.sub}</span></> : <span>No date</span>}
      </div>
      <div className="app-inbox__what">
        <a className="govuk-link" href={item.href}>{item.title}</a>
        {item.sub ? <p>{item.sub}</p> : null}
      </div>
      <div className="app-inbox__pill">
        {item.pill ? <Pill kind={item.pill.kind}>{item.pill.label}</Pill> : late ? <Pill kind="late">Late</Pill> : null}
      </div>
    </li>
  );
}
