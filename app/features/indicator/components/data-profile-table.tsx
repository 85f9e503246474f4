import { Pill, Sparkline, Table, type Column } from "~/ui";
import type { IndicatorInProfile } from "../queries.server";
import { figureInWords, outlierWords, plainFigure, polarityWords, statusWord } from "../words";

const missing = (value: number | null) => (value === null ? <span className="app-soft">not available</span> : plainFigure(value));

/**
 * The figures of an authority beside England, its region and its statistical neighbours. Ranks are
 * counted from the highest figure, which says nothing about who does well: no league table.
 */
export function DataProfileTable({ profile, authority, region }: {
  readonly profile: readonly IndicatorInProfile[];
  readonly authority: string;
  readonly region: string;
}) {
  const columns: readonly Column<IndicatorInProfile>[] = [
    {
      key: "label",
      heading: "Indicator",
      cell: (row) => (
        <>
          {row.label} <span className="app-soft">{row.period}</span>
          <br />
          <span className="app-soft">{polarityWords[row.polarity]}</span>
        </>
      ),
    },
    { key: "value", heading: authority, numeric: true, cell: ownFigure },
    { key: "rank", heading: "Place among authorities, highest first", cell: place },
    { key: "region", heading: region, numeric: true, cell: (row) => missing(row.region) },
    { key: "england", heading: "England", numeric: true, cell: (row) => missing(row.england) },
    {
      key: "neighbours",
      heading: "Middle of statistical neighbours",
      numeric: true,
      cell: (row) => <>{missing(row.neighbourMedian)}{row.neighboursWithFigure < 10 ? <span className="app-soft"> of {row.neighboursWithFigure}</span> : null}</>,
    },
    { key: "trend", heading: "Over the years", cell: (row) => <Trend row={row} /> },
  ];
  return (
    <Table
      caption="Data profile"
      columns={columns}
      rows={profile}
      rowKey={(row) => row.id}
      empty="No figures have been published for this authority."
    />
  );
}

function ownFigure(row: IndicatorInProfile) {
  if (row.value === null) return <span className="app-soft">{statusWord(row.status)}</span>;
  return <><b>{plainFigure(row.value)}</b>{row.status === "ok" ? null : <><br /><span className="app-soft">{statusWord(row.status)}</span></>}</>;
}

function place(row: IndicatorInProfile) {
  if (row.rank === null) return <span className="app-soft">none</span>;
  return (
    <>
      {row.rank} of {row.ranked}
      {row.outlier ? <><br /><Pill kind="warn">{outlierWords[row.outlier]}</Pill></> : null}
    </>
  );
}

function Trend({ row }: { readonly row: IndicatorInProfile }) {
  const points = row.trend.map(({ period, value, status }) => ({ label: String(period), value, shown: figureInWords(value, row.unit, status) }));
  return <Sparkline points={points} caption={row.label} labelHeading="Year ending March" valueHeading={row.label}>{ends(row)}</Sparkline>;
}

/** The first and the last figure of the line, short: the row has said already what they are of. */
function ends({ trend, unit }: IndicatorInProfile): string {
  const known = trend.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return "No figures";
  return first === last ? `${figureInWords(last.value, unit)} in ${last.period}` : `${figureInWords(first.value, unit)} in ${first.period}, ${figureInWords(last.value, unit)} in ${last.period}`;
}
