import type { ReactNode } from "react";
import { classNames } from "../class-names";

export type Column<Row> = {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean | undefined;
  /** The address that sorts by this column, and how it is sorted now. A link, so that it works everywhere. */
  readonly sort?: { readonly href: string; readonly now: "ascending" | "descending" | "none" } | undefined;
};

/**
 * A table with its caption. On a phone each row becomes a card whose lines carry the column's name,
 * unless `keep` says that the shape is the message.
 */
export function Table<Row>({ caption, captionSize = "m", hideCaption, columns, rows, rowKey, empty, keep }: {
  readonly caption: string;
  readonly captionSize?: "s" | "m" | "l" | undefined;
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Why there is nothing, and what to do. */
  readonly empty?: ReactNode;
  readonly keep?: boolean | undefined;
}) {
  const [first, ...rest] = columns;
  if (!first) return null;
  return (
    <div className={keep ? "app-scroll" : undefined} tabIndex={keep ? 0 : undefined} role={keep ? "region" : undefined} aria-label={keep ? caption : undefined}>
      {/* The roles are said again because a table drawn as cards loses them in some browsers. */}
      <table className={classNames("govuk-table", !keep && "app-table")} role="table">
        <caption className={classNames("govuk-table__caption", `govuk-table__caption--${captionSize}`, hideCaption && "govuk-visually-hidden")}>{caption}</caption>
        <thead className="govuk-table__head" role="rowgroup">
          <tr className="govuk-table__row" role="row">
            {columns.map((column) => (
              <th
                key={column.key} scope="col" role="columnheader" aria-sort={column.sort?.now}
                className={classNames("govuk-table__header", column.numeric && "govuk-table__header--numeric")}
              >
                {column.sort ? <SortLink heading={column.heading} {...column.sort} /> : column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body" role="rowgroup">
          {rows.map((row) => (
            <tr className="govuk-table__row" role="row" key={rowKey(row)}>
              <th scope="row" role="rowheader" className={classNames("govuk-table__header", first.numeric && "govuk-table__header--numeric")}>{first.cell(row)}</th>
              {rest.map((column) => (
                <td key={column.key} role="cell" className={classNames("govuk-table__cell", column.numeric && "govuk-table__cell--numeric")} data-heading={column.heading}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty ? <tr role="row"><td role="cell" className="govuk-table__cell" colSpan={columns.length}>{empty}</td></tr> : null}
        </tbody>
      </table>
    </div>
  );
}

function SortLink({ heading, href, now }: { readonly heading: string; readonly href: string; readonly now: "ascending" | "descending" | "none" }) {
  const mark = now === "ascending" ? " ▲" : now === "descending" ? " ▼" : " ⇅";
  return <a className="govuk-link govuk-link--no-underline app-sort" href={href}>{heading}<span aria-hidden="true">{mark}</span></a>;
}
