import { labelOf as commitmentLabelOf } from "~/features/commitment/words";
import { counted, formatDate, Pill, Table } from "~/ui";
import type { Line, Stream, UpdateShown } from "../queries.server";
import { stateLabels, statusLabels, type State, type Status } from "../words";

export function PlanPill({ state }: { readonly state: State }) {
  return <Pill kind={state === "live" || state === "approved" ? "calm" : state === "consultation" || state === "onAgenda" || state === "answering" ? "warn" : "quiet"}>{stateLabels[state]}</Pill>;
}

export function StatusPill({ status }: { readonly status: Status }) {
  return <Pill kind={status === "onTrack" ? "calm" : status === "atRisk" ? "warn" : "late"}>{statusLabels[status]}</Pill>;
}

/** A workplan: what, whose, by when, and how each stands once the plan has begun. */
export function Workplan({ caption, lines }: { readonly caption: string; readonly lines: readonly Line[] }) {
  return (
    <Table
      caption={caption} empty="Its workplan has no action yet."
      columns={[
        { key: "text", heading: "Action", cell: (row) => (row.state === null ? `${row.text}${row.carried ? " (goes on from the plan before)" : ""}` : <a className="govuk-link" href={`/commitments/${row.id}`}>{row.text}</a>) },
        { key: "owner", heading: "Owner", cell: (row) => row.owner },
        { key: "by", heading: "By when", cell: (row) => formatDate(row.doneBy, { year: true }) },
        { key: "state", heading: "Where it is", cell: (row) => (row.state === null ? "Drafted" : row.late ? <Pill kind="late">{`Late: ${commitmentLabelOf(row.state).toLowerCase()}`}</Pill> : commitmentLabelOf(row.state)) },
      ]}
      rows={lines} rowKey={(row) => row.id}
    />
  );
}

/** One workstream in a line of the plan's page. */
export function StreamSummary({ stream }: { readonly stream: Stream }) {
  const [latest] = stream.updates;
  return (
    <>
      <p className="govuk-body"><a className="govuk-link" href={`/workstreams/${stream.id}`}><strong>{stream.title}</strong></a>{" "}{latest ? <StatusPill status={latest.status} /> : null}{stream.updateLate ? <>{" "}<Pill kind="late">Update late</Pill></> : null}</p>
      <p className="govuk-body">{`Sponsor: ${stream.sponsor}. Lead: ${stream.lead}. `}{stream.updateOn ? `${stream.done} of ${counted(stream.lines.length, "action")} done${stream.late > 0 ? `, ${stream.late} late` : ""}. ${stream.updateLate ? "Its update was due" : "Next update"} by ${formatDate(stream.updateOn, { year: true })}.` : `${counted(stream.lines.length, "action")} in its workplan.`}</p>
    </>
  );
}

export function Updates({ updates }: { readonly updates: readonly UpdateShown[] }) {
  return (
    <>
      {updates.map((one) => (
        <section key={one.id} aria-label={`Update for the quarter to ${formatDate(one.quarterOn, { year: true })}`}>
          <h3 className="govuk-heading-s">{`Quarter to ${formatDate(one.quarterOn, { year: true })} `}<StatusPill status={one.status} /></h3>
          <p className="govuk-body app-prewrap">{one.narrative}</p>
          {one.recovery ? <p className="govuk-body"><strong>To recover: </strong><a className="govuk-link" href={`/commitments/${one.recovery.id}`}>{one.recovery.text}</a>{`, by ${formatDate(one.recovery.doneBy, { year: true })}${one.recovery.done ? ", done" : ""}`}</p> : null}
          <p className="govuk-body app-soft">{`${one.by}, ${formatDate(one.at, { year: true })}`}</p>
        </section>
      ))}
    </>
  );
}
