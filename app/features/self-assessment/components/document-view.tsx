import { figureInWords } from "~/features/indicator/words";
import { Table, formatDateTime, formatLongDate, type Column } from "~/ui";
import { answerTo, type DocumentContent, type Figure } from "../content";
import { AnswerView } from "./answer-view";

/** A frozen document, whole, as it reads on the page and in print. */
export function DocumentView({ content, version, reference, sha256 }: {
  readonly content: DocumentContent;
  readonly version: number;
  readonly reference: string | null;
  readonly sha256: string;
}) {
  const { template, authority, region } = content;
  return (
    <article className="app-document">
      <p className="govuk-body app-soft">
        Version {version}{reference ? `, reference ${reference}` : ""}. Signed by {content.signedBy} on {formatLongDate(new Date(content.signedAt))}.
      </p>
      <nav className="app-no-print" aria-label="Chapters">
        <ol className="govuk-list govuk-list--number">
          {template.chapters.map((chapter) => <li key={chapter.id}><a className="govuk-link" href={`#chapter-${chapter.id}`}>{chapter.title}</a></li>)}
        </ol>
      </nav>
      {template.chapters.map((chapter, index) => (
        <section key={chapter.id} aria-labelledby={`chapter-${chapter.id}`}>
          <h2 className="govuk-heading-l" id={`chapter-${chapter.id}`}>{index + 1}. {chapter.title}</h2>
          {content.writtenBy[chapter.id] ? <p className="govuk-body app-soft">Written by {content.writtenBy[chapter.id]}</p> : null}
          {chapter.sections.map((section) => (
            <section key={section.id} aria-labelledby={`section-${section.id}`}>
              <h3 className="govuk-heading-m" id={`section-${section.id}`}>{section.title}</h3>
              {section.questions.map((question) => (
                <div key={question.id} className="app-answer">
                  <h4 className="govuk-heading-s">{question.title}</h4>
                  <AnswerView question={question} value={answerTo(question, content.answers)} figures={content.figures} authority={authority.name} region={region} />
                </div>
              ))}
            </section>
          ))}
        </section>
      ))}
      {content.evidence.length > 0 ? (
        <section aria-labelledby="evidence-listed">
          <h2 className="govuk-heading-l" id="evidence-listed">Evidence attached</h2>
          <ul className="govuk-list govuk-list--bullet">{content.evidence.map((file) => <li key={file.id}>{file.name}</li>)}</ul>
        </section>
      ) : null}
      {content.figures.length > 0 ? (
        <section aria-label="Data profile">
          <Table caption="Data profile when it was signed" captionSize="l" columns={profileColumns(authority.name, region)} rows={content.figures} rowKey={(figure) => figure.indicatorId} />
        </section>
      ) : null}
      <footer className="app-small app-soft">
        <p>
          {authority.name}, self-assessment {content.round}. The authority controls this content: share it only as the region’s agreement allows.
          Signed {formatDateTime(new Date(content.signedAt), { year: true })}. Fingerprint of this version: <span className="app-fingerprint">{sha256}</span>
        </p>
      </footer>
    </article>
  );
}

function profileColumns(authority: string, region: string): readonly Column<Figure>[] {
  const column = (key: "authority" | "england" | "region" | "neighbours", heading: string): Column<Figure> => ({
    key, heading, numeric: true, cell: (figure) => figureInWords(figure[key], figure.unit),
  });
  return [
    { key: "label", heading: "Indicator", cell: (figure) => <>{figure.label}<br /><span className="app-soft app-small">{figure.period}</span></> },
    column("authority", authority),
    column("england", "England"),
    column("region", region),
    column("neighbours", "Middle of statistical neighbours"),
  ];
}
