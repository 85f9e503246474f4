import { Details, SummaryList, Table, formatLongDate, type Column } from "~/ui";
import type { AuthorityPage, InspectionShown } from "../queries.server";

/** Codes, kind and history of an authority. */
export function AuthorityFacts({ authority }: { readonly authority: AuthorityPage }) {
  const { codeGss, codeDfe, type, population0to25, predecessors, region, validFrom, validTo } = authority;
  return (
    <SummaryList
      rows={[
        { key: "Kind of authority", value: type },
        { key: "Region", value: region.name },
        { key: "Codes", value: <>{codeGss} (Office for National Statistics)<br />{codeDfe} (Department for Education)</> },
        { key: "Residents aged 0 to 25", value: population0to25 === null ? "not available" : population0to25.toLocaleString("en-GB") },
        ...(validFrom ? [{ key: "In this form since", value: formatLongDate(validFrom) }] : []),
        ...(validTo ? [{ key: "In this form until", value: formatLongDate(validTo) }] : []),
        ...(predecessors.length > 0
          ? [{
              key: "Earlier codes",
              value: (
                <ul className="govuk-list">
                  {predecessors.map((one) => (
                    <li key={one.codeGss}>{one.codeGss} and {one.codeDfe}, {one.name}: {one.note}, {formatLongDate(one.effective)}</li>
                  ))}
                </ul>
              ),
            }]
          : []),
      ]}
    />
  );
}

const judged = (judgement: string | null) => judgement ?? <span className="app-soft">not judged</span>;

const columns: readonly Column<InspectionShown>[] = [
  {
    key: "on",
    heading: "Visit",
    cell: (row) => <>{row.on ? formatLongDate(row.on) : "date not known"}{row.official ? null : <><br /><span className="app-soft">read from the report, unofficial</span></>}</>,
  },
  { key: "overall", heading: "Overall", cell: (row) => judged(row.overall) },
  { key: "leaders", heading: "Leaders", cell: (row) => judged(row.leaders) },
  { key: "help", heading: "Help and protection", cell: (row) => judged(row.helpAndProtection) },
  { key: "care", heading: "Children in care", cell: (row) => judged(row.childrenInCare) },
  { key: "leavers", heading: "Care leavers", cell: (row) => judged(row.careLeavers) },
];

/** The inspectorate's judgements, newest first, the earlier ones folded away. */
export function Inspections({ inspections }: { readonly inspections: readonly InspectionShown[] }) {
  const [newest, ...earlier] = inspections;
  const key = (row: InspectionShown) => `${row.on ?? ""}${String(row.official)}`;
  return (
    <>
      <Table caption="Latest inspection of children's services" columns={columns} rows={newest ? [newest] : []} rowKey={key} empty="No inspection report is held for this authority." />
      {earlier.length > 0 ? (
        <Details summary={`Earlier inspections (${earlier.length})`}>
          <Table caption="Earlier inspections" hideCaption columns={columns} rows={earlier} rowKey={key} />
        </Details>
      ) : null}
    </>
  );
}

/** The ten authorities most like this one, by the model of the Department for Education. */
export function StatisticalNeighbours({ neighbours }: { readonly neighbours: AuthorityPage["neighbours"] }) {
  return (
    <Details summary={`Statistical neighbours (${neighbours.length})`}>
      <ol className="govuk-list govuk-list--number">
        {neighbours.map((one) => (
          <li key={one.id}><a className="govuk-link" href={`/authorities/${one.id}`}>{one.name}</a>, {one.region} <span className="app-soft">({one.closeness.toLowerCase()})</span></li>
        ))}
      </ol>
    </Details>
  );
}
