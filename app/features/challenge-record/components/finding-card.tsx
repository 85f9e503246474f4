import { Pill, formatDateTime } from "~/ui";
import type { FindingView } from "../findings";
import { evidenceLabels, findingKindLabels } from "../words";

/** One finding to read, with what is beside it and what may be done with it. */
export function FindingCard({ finding, base, mine, mayChange, open }: {
  readonly finding: FindingView;
  readonly base: string;
  /** Written by whoever reads this. */
  readonly mine: boolean;
  readonly mayChange: boolean;
  /** Findings can still be changed. */
  readonly open: boolean;
}) {
  const about = <span className="govuk-visually-hidden"> the {findingKindLabels[finding.kind].toLowerCase()} by {finding.author.name}, {finding.theme || "no theme yet"}</span>;
  const href = `${base}/findings/${finding.id}`;
  return (
    <article className="app-card app-finding" id={`finding-${finding.id}`}>
      <p className="app-finding__tags">
        {finding.removedAt ? <Pill kind="quiet">Taken out</Pill> : finding.filedAt === null ? <Pill kind="warn">Draft</Pill> : null}
        {finding.conflicts > 0 ? <Pill kind="late">Two versions</Pill> : null}
        {finding.unchecked > 0 ? <Pill kind="late">May identify a child</Pill> : null}
        <span className="app-soft">{finding.theme || "No theme yet"}</span>
      </p>
      <p className="app-prewrap app-finding__text">{finding.text || <em>Nothing written yet</em>}</p>
      {finding.kloe ? <p className="govuk-body-s app-soft">Line of enquiry {finding.kloe.number}: {finding.kloe.text}</p> : null}
      <p className="govuk-body-s app-soft">
        {mine ? "You" : finding.author.name}
        {finding.evidence.length > 0 ? `, from ${finding.evidence.map((kind) => evidenceLabels[kind].toLowerCase()).join(", ")}` : ""}
        {finding.filedAt ? `. Filed ${formatDateTime(finding.filedAt)}` : finding.savedAt ? `. Saved ${formatDateTime(finding.savedAt)}` : ""}
        {finding.removedAt ? `. Taken out by ${finding.removedBy ?? "somebody"}, ${formatDateTime(finding.removedAt)}` : ""}
      </p>
      <p className="govuk-body-s app-finding__links">
        {open && mayChange && !finding.removedAt ? <a className="govuk-link" href={href}>{finding.filedAt ? "Change" : "Go on writing"}{about}</a> : null}
        {finding.conflicts > 0 ? <a className="govuk-link" href={`${href}/conflicts`}>Choose between its versions{about}</a> : null}
        {open && mayChange ? <a className="govuk-link" href={`${href}/remove`}>{finding.removedAt ? "Put back" : "Take out"}{about}</a> : null}
        {finding.textRevision > 0 ? <a className="govuk-link" href={`${href}/history`}>History<span className="govuk-visually-hidden"> of</span>{about}</a> : null}
      </p>
    </article>
  );
}
