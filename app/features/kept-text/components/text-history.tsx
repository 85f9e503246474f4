import { DiffView, EmptyState, Pill, formatDateTime } from "~/ui";
import type { PastText } from "../texts";

const outcomes = { saved: null, conflict: "Kept aside, not settled yet", resolved: "Kept aside, settled" } as const;

/** Everything ever typed into one text, newest first, each with what changed since the one before it. */
export function TextHistory({ entries }: { readonly entries: readonly PastText[] }) {
  if (entries.length === 0) return <EmptyState title="Nothing has been written yet">Every version will be listed here, with what changed.</EmptyState>;
  return (
    <ol className="govuk-list app-history" reversed>
      {entries.map((entry, index) => {
        const before = entries.slice(index + 1).find((other) => other.outcome === "saved");
        const said = outcomes[entry.outcome];
        return (
          <li key={entry.id} className="app-card">
            <h2 className="govuk-heading-s">{formatDateTime(entry.at)}, {entry.by ?? "somebody"} {said ? <Pill kind={entry.outcome === "conflict" ? "warn" : "quiet"}>{said}</Pill> : null}</h2>
            <DiffView before={before?.value ?? ""} after={entry.value} />
          </li>
        );
      })}
    </ol>
  );
}
