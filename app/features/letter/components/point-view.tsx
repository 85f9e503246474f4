import { DiffView, Pill, SummaryList, fileSize, formatDateTime } from "~/ui";
import type { PointShown } from "../points.server";
import { groundWords } from "../words";

/** One point of the accuracy check with its answer, and the difference it made. */
export function PointView({ point, children }: { readonly point: PointShown; readonly children?: React.ReactNode }) {
  return (
    <div className="app-card app-point">
      <SummaryList
        rows={[
          { key: "The letter says", value: <q className="app-prewrap">{point.quote}</q> },
          { key: "What is wrong", value: <span className="app-prewrap">{point.wrong}</span> },
          { key: "What is right", value: <span className="app-prewrap">{point.right}</span> },
          { key: "What shows it", value: <><span className="app-prewrap">{point.evidence}</span>{point.file ? <><br /><a className="govuk-link" href={point.file.href}>{point.file.name}</a> ({fileSize(point.file.size)})</> : null}</> },
        ]}
      />
      <p className="app-soft app-small">Written by {point.by}, {formatDateTime(point.raisedAt)}{point.submittedAt ? `. Sent ${formatDateTime(point.submittedAt)}` : ". Not sent yet"}</p>
      {point.outcome ? (
        <div className="app-point__answer">
          <p className="govuk-body">
            {point.outcome === "accepted" ? <Pill>Accepted</Pill> : <Pill kind="warn">Refused</Pill>}{" "}
            {point.refusal ? <b>{groundWords[point.refusal]}. </b> : null}
            <span className="app-prewrap">{point.answer}</span>
          </p>
          <p className="app-soft app-small">Answered by {point.answeredBy}{point.answeredAt ? `, ${formatDateTime(point.answeredAt)}` : ""}</p>
          {point.outcome === "accepted" && point.before !== null && point.after !== null ? <DiffView before={point.before} after={point.after} /> : null}
        </div>
      ) : null}
      {children}
    </div>
  );
}
