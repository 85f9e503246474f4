import { Button, Checkbox, counted, formOf, InsetText, NotificationBanner, SummaryList, Table } from "~/ui";
import type { Checked } from "../import/check";
import type { Problem } from "../import/read";

export interface Report {
  readonly problems: readonly Problem[];
  readonly counts: Checked["counts"] | null;
  readonly digest: string;
  readonly text: string;
  readonly regionId: string;
  /** The register changed between the check and the press. */
  readonly stale: boolean;
}

/** What a dry run found: every bad row with its reason, or what would be added and the button that adds it. */
export function ImportReport({ report }: { readonly report: Report }) {
  return report.problems.length > 0 ? <Problems report={report} /> : <Ready report={report} />;
}

function Problems({ report: { problems, counts, stale } }: { readonly report: Report }) {
  const bad = new Set(problems.map((problem) => problem.line)).size;
  return (
    <>
      <NotificationBanner kind="notice" heading={stale ? "The register changed since you checked" : "Nothing has been written"}>
        {counts ? `${counted(bad, "row")} of ${counts.rows} cannot be used.` : "The file cannot be used as it is."} Mend what is listed and check again.
      </NotificationBanner>
      <Table
        caption="What to mend"
        columns={[
          { key: "line", heading: "Row", cell: (row) => (row.line === 0 ? "The file" : row.line) },
          { key: "column", heading: "Column", cell: (row) => (row.column === "row" || row.column === "file" ? "All of it" : row.column) },
          { key: "found", heading: "It holds", cell: (row) => row.found ?? "" },
          { key: "reason", heading: "What is wrong", cell: (row) => row.reason },
        ]}
        rows={problems}
        rowKey={(row) => `${row.line} ${row.column} ${row.reason}`}
      />
    </>
  );
}

function Ready({ report: { counts, text, digest, regionId } }: { readonly report: Report }) {
  if (!counts) return null;
  return (
    <section aria-labelledby="ready" className="app-measure">
      <h2 className="govuk-heading-m" id="ready">Every row can be used</h2>
      <SummaryList
        rows={[
          { key: "Rows", value: counts.rows },
          { key: "New people", value: counts.newPeople },
          { key: "New posts", value: counts.newPosts },
          { key: "Posts given", value: counts.newHoldings },
          { key: "Already so", value: counts.unchanged },
        ]}
      />
      <InsetText>Nothing has been written yet. All of it is added at once, or none of it.</InsetText>
      <form method="post" encType="multipart/form-data">
        <input type="hidden" name="region" value={regionId} />
        <input type="hidden" name="digest" value={digest} />
        <textarea name="text" hidden readOnly defaultValue={text} />
        <Checkbox form={formOf({ tell: "yes" })} name="tell" label="Email each person who is given a post" />
        <Button name="intent" value="apply">Add {counted(counts.newPeople, "person", "people")} and give {counted(counts.newHoldings, "post")}</Button>
      </form>
    </section>
  );
}
