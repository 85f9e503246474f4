import { Fragment, type ReactNode } from "react";
import { classNames } from "../class-names";

/** One step back in a series of questions. */
export function BackLink({ href, children = "Back" }: { readonly href: string; readonly children?: ReactNode }) {
  return <a href={href} className="govuk-back-link">{children}</a>;
}

export type Crumb = { readonly label: string; readonly href: string };

/** The way down to this page; the page itself is not in it. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav className="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="govuk-breadcrumbs__list-item"><a className="govuk-breadcrumbs__link" href={crumb.href}>{crumb.label}</a></li>
        ))}
      </ol>
    </nav>
  );
}

export type Tab = { readonly label: string; readonly href: string; readonly current: boolean; readonly count?: number | undefined };

/** Views of the same thing, each with its own address: plain links, so that they can be shared, opened and gone back to. */
export function Tabs({ label, tabs, children }: { readonly label: string; readonly tabs: readonly Tab[]; readonly children?: ReactNode }) {
  return (
    <>
      <nav className="app-tabs" aria-label={label}>
        <ul>
          {tabs.map((tab) => (
            <li key={tab.href}>
              <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
                {tab.label}{tab.count === undefined ? null : <span className="app-tabs__count"> ({tab.count.toLocaleString("en-GB")})</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}

/** Pages of a long list. `hrefFor` gives the address of a page, counted from 1. */
export function Pagination({ page, pages, hrefFor, label = "Pages" }: {
  readonly page: number;
  readonly pages: number;
  readonly hrefFor: (page: number) => string;
  readonly label?: string | undefined;
}) {
  if (pages <= 1) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav className="govuk-pagination" aria-label={label}>
      {page > 1 ? (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={hrefFor(page - 1)} rel="prev"><span className="govuk-pagination__link-title">Previous<span className="govuk-visually-hidden"> page</span></span></a>
        </div>
      ) : null}
      <ul className="govuk-pagination__list">
        {shown.map((number, index) => (
          <Fragment key={number}>
            {number - (shown[index - 1] ?? number - 1) > 1 ? <li className="govuk-pagination__item govuk-pagination__item--ellipsis">…</li> : null}
            <li className={classNames("govuk-pagination__item", number === page && "govuk-pagination__item--current")}>
              <a className="govuk-link govuk-pagination__link" href={hrefFor(number)} aria-label={`Page ${number}`} aria-current={number === page ? "page" : undefined}>{number}</a>
            </li>
          </Fragment>
        ))}
      </ul>
      {page < pages ? (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={hrefFor(page + 1)} rel="next"><span className="govuk-pagination__link-title">Next<span className="govuk-visually-hidden"> page</span></span></a>
        </div>
      ) : null}
    </nav>
  );
}
