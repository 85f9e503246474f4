import type { Line } from "../lines";

/** The lines to read, numbered. */
export function KloeList({ lines, empty = "No key lines of enquiry yet." }: { readonly lines: readonly Line[]; readonly empty?: string }) {
  if (lines.length === 0) return <p className="govuk-body app-soft">{empty}</p>;
  return <ol className="govuk-list govuk-list--number">{lines.map((line) => <li key={line.id}>{line.text}</li>)}</ol>;
}
