import { Certificate, InsetText, Table, WarningText, formatDate, type Column } from "~/ui";
import type { Proposal, ProposedSeat } from "../proposal.server";
import { VARIANTS, type VariantId } from "../variants";

const columns: readonly Column<ProposedSeat>[] = [
  { key: "name", heading: "Who", cell: (row) => <><b>{row.name}</b>{row.lead ? " (leads)" : ""}<br /><span className="app-soft">{row.post}</span></> },
  { key: "why", heading: "Why", cell: (row) => row.why },
];

/** What the search found, with a reason for each; or why there is no team, and what would mend it. */
export function ProposalView({ proposal, variant }: { readonly proposal: Proposal; readonly variant: VariantId }) {
  if (proposal.kind === "none") return <WarningText>No team can be found by the rules. {proposal.reason}</WarningText>;
  return (
    <section aria-labelledby="found">
      <h2 className="govuk-heading-m" id="found">Found: {formatDate(proposal.firstDay)} to {formatDate(proposal.lastDay, { year: true })}</h2>
      <Table caption="Proposed team" columns={columns} rows={proposal.seats} rowKey={(row) => row.candidateId} />
      {proposal.warnings.length > 0 ? <InsetText><b>To think of</b><ul className="govuk-list govuk-list--bullet">{proposal.warnings.map((words) => <li key={words}>{words}</li>)}</ul></InsetText> : null}
      <Certificate title="By the rules">
        Nobody employed by the host or with a declared conflict, training in date to the last day, everybody free on all the days, led by {VARIANTS[variant].leadWords}, the themes covered, and those who have taken on least asked first{proposal.proven ? ": no team asks less of those who have done most" : ""}.
      </Certificate>
    </section>
  );
}
