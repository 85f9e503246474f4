import { counted, formatDate, Pill, Table, Tabs, type PillKind } from "~/ui";
import type { DecisionShown, Listed } from "../queries.server";
import { decisionLabels, stateLabels, type State } from "../words";

const places = [
  { label: "Recommendations", href: "/recommendations" },
  { label: "Directors’ meetings", href: "/directors-meetings" },
  { label: "Decision log", href: "/decisions" },
  { label: "Commitments", href: "/commitments" },
  { label: "Plans", href: "/plans" },
] as const;

/** The lists of what a region decides, one beside the other: the menu has one entry for all of them. */
export function DecisionTabs({ here }: { readonly here: (typeof places)[number]["href"] }) {
  return <Tabs label="Plan and decisions" tabs={places.map((place) => ({ ...place, current: place.href === here }))} />;
}

const pills: Readonly<Partial<Record<State, PillKind>>> = { drafted: "quiet", deferred: "warn", rejected: "quiet", withdrawn: "quiet", done: "quiet" };

export function RecommendationPill({ state }: { readonly state: State }) {
  return <Pill kind={pills[state] ?? "calm"}>{stateLabels[state]}</Pill>;
}

/** Recommendations, by where they stand. */
export function RecommendationTable({ caption, today, rows, empty }: { readonly caption: string; readonly today: string; readonly rows: readonly Listed[]; readonly empty: string }) {
  return (
    <Table
      caption={caption} empty={empty}
      columns={[
        { key: "title", heading: "Recommendation", cell: (row) => <a className="govuk-link" href={`/recommendations/${row.id}`}>{row.title}</a> },
        { key: "theme", heading: "Theme", cell: (row) => row.theme || "None" },
        { key: "by", heading: "Drafted by", cell: (row) => row.by },
        { key: "state", heading: "Where it is", cell: (row) => <RecommendationPill state={row.state} /> },
        { key: "owner", heading: "Owner and date", cell: (row) => (row.owner ? `${row.owner}${row.doneBy ? `, by ${formatDate(row.doneBy, { yearUnless: today })}` : ""}` : "None yet") },
      ]}
      rows={rows} rowKey={(row) => row.id}
    />
  );
}

type Shown = Omit<DecisionShown, "at"> & { readonly at: string | Date };

/** Decisions with their reasons, newest first. */
export function DecisionTable({ caption, rows, withTitle = true }: { readonly caption: string; readonly rows: readonly Shown[]; readonly withTitle?: boolean }) {
  return (
    <Table
      caption={`${caption} (${counted(rows.length, "decision")})`} empty="Nothing is decided yet."
      columns={[
        { key: "meeting", heading: "Meeting", cell: (row) => formatDate(row.heldOn, { year: true }) },
        ...(withTitle ? [{ key: "title", heading: "Recommendation", cell: (row: Shown) => <a className="govuk-link" href={`/recommendations/${row.recommendationId}`}>{row.title}</a> }] : []),
        { key: "decision", heading: "Decision", cell: (row) => <>{decisionLabels[row.kind]}{row.deferredTo ? ` to ${formatDate(row.deferredTo, { year: true })}` : ""}</> },
        { key: "reason", heading: "Reason", cell: (row) => <span className="app-prewrap">{row.reason}{row.amendedText ? `\nIn these words: ${row.amendedText}` : ""}</span> },
        { key: "by", heading: "Recorded by", cell: (row) => row.by },
      ]}
      rows={rows} rowKey={(row) => row.id}
    />
  );
}
