import { formatDate, Pill, Table } from "~/ui";
import type { Listed } from "../queries.server";
import { stateLabels } from "../words";

export function CommitmentPill({ state, late }: Pick<Listed, "state" | "late">) {
  return <Pill kind={late ? "late" : state === "made" || state === "declined" ? "warn" : state === "done" || state === "withdrawn" ? "quiet" : "calm"}>{late ? `Late: ${stateLabels[state].toLowerCase()}` : stateLabels[state]}</Pill>;
}

/** Commitments together: what, whose, by when, and how each stands. */
export function CommitmentTable({ caption, today, rows, empty }: { readonly caption: string; readonly today: string; readonly rows: readonly Listed[]; readonly empty: string }) {
  return (
    <Table
      caption={caption} empty={empty}
      columns={[
        { key: "text", heading: "Commitment", cell: (row) => <a className="govuk-link" href={`/commitments/${row.id}`}>{row.text}</a> },
        { key: "owner", heading: "Owner", cell: (row) => row.owner },
        { key: "by", heading: "By when", cell: (row) => formatDate(row.doneBy, { yearUnless: today }) },
        { key: "state", heading: "Where it is", cell: (row) => <CommitmentPill {...row} /> },
      ]}
      rows={rows} rowKey={(row) => row.id}
    />
  );
}
