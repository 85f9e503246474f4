import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Pill, type PillKind } from "./pill";

export type ChaseCell = {
  readonly label: string;
  /** Done has a tick, plain is only words, the rest are pills. Keep pills for what somebody must look at. */
  readonly kind?: PillKind | "done" | "plain" | undefined;
  /** Who holds it, days left: the small line below. */
  readonly sub?: ReactNode;
  readonly href?: string | undefined;
};

export type ChaseRow = {
  readonly id: string;
  readonly name: string;
  readonly href?: string | undefined;
  readonly sub?: ReactNode;
  /** By column key; a column without a cell shows a dash, said as "nothing". */
  readonly cells: Readonly<Record<string, ChaseCell | undefined>>;
  /** False when there is nothing to choose it for. */
  readonly selectable?: boolean | undefined;
};

export type ChaseColumn = { readonly key: string; readonly heading: string; readonly sub?: string | undefined; /** For names and posts: a narrow column of them makes every row tall. */ readonly wide?: boolean | undefined };

/**
 * Everybody against everything: one row each, one column for each obligation, the first column kept in
 * sight. On a phone each row is a card. With `selectName` each row can be ticked for an act on the chosen
 * ones; put the table in the form with its button.
 */
export function ChaseTable({ caption, rowHeading, columns, rows, selectName, selected = [], empty }: {
  readonly caption: string;
  readonly rowHeading: string;
  readonly columns: readonly ChaseColumn[];
  readonly rows: readonly ChaseRow[];
  readonly selectName?: string | undefined;
  readonly selected?: readonly string[] | undefined;
  readonly empty?: ReactNode;
}) {
  return (
    <div className="app-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="govuk-table app-table app-chase" role="table">
        <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead className="govuk-table__head" role="rowgroup">
          <tr className="govuk-table__row" role="row">
            <th scope="col" role="columnheader" className="govuk-table__header app-chase__first">{rowHeading}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader" className={classNames("govuk-table__header", column.wide ? "app-chase__wide" : undefined)}>
                {column.heading}{column.sub ? <span className="app-chase__sub">{column.sub}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body" role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} className="govuk-table__row" role="row">
              <th scope="row" role="rowheader" className="govuk-table__header app-chase__first"><RowName row={row} selectName={selectName} selected={selected.includes(row.id)} /></th>
              {columns.map((column) => (
                <td key={column.key} role="cell" className="govuk-table__cell" data-heading={column.heading}><CellWords cell={row.cells[column.key]} /></td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty ? <tr role="row"><td role="cell" className="govuk-table__cell" colSpan={columns.length + 1}>{empty}</td></tr> : null}
        </tbody>
      </table>
    </div>
  );
}

function RowName({ row, selectName, selected }: { readonly row: ChaseRow; readonly selectName: string | undefined; readonly selected: boolean }) {
  const name = row.href ? <a className="govuk-link" href={row.href}>{row.name}</a> : row.name;
  const sub = row.sub ? <span className="app-chase__sub">{row.sub}</span> : null;
  if (selectName === undefined) return <>{name}{sub}</>;
  if (row.selectable === false) return <div className="app-chase__unpicked">{name}{sub}</div>;
  const id = `${selectName}-${row.id}`;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small app-chase__pick">
      <div className="govuk-checkboxes__item">
        <input className="govuk-checkboxes__input" type="checkbox" id={id} name={selectName} value={row.id} defaultChecked={selected} />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}><span className="govuk-visually-hidden">Choose {row.name}</span></label>
      </div>
      <div>{name}{sub}</div>
    </div>
  );
}

function CellWords({ cell }: { readonly cell: ChaseCell | undefined }) {
  if (!cell) return <><span aria-hidden="true">–</span><span className="govuk-visually-hidden">nothing</span></>;
  const words = cell.kind === "done" || cell.kind === "plain" ? <span className={`app-chase__${cell.kind}`}>{cell.label}</span> : <Pill kind={cell.kind}>{cell.label}</Pill>;
  return <>{cell.href ? <a className="app-chase__link" href={cell.href}>{words}</a> : words}{cell.sub ? <span className="app-chase__sub">{cell.sub}</span> : null}</>;
}
