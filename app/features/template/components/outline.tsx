import type { ReactNode } from "react";

import { Button } from "~/ui";

import type { TemplateContent } from "../content";
import { kindWords } from "../words";

interface Where {
  readonly versionId: string;
  readonly revision: number;
  readonly frozen: boolean;
}

/** A template as a list of its chapters, sections and questions, each with what can be done to it. */
export function Outline({ content, ...where }: Where & { readonly content: TemplateContent }) {
  return (
    <>
      {content.chapters.map((chapter, index) => (
        <section className="app-card" key={chapter.id} aria-labelledby={`part-${chapter.id}`}>
          <h2 className="govuk-heading-m" id={`part-${chapter.id}`}>{index + 1}. {chapter.title}</h2>
          <PartActs {...where} id={chapter.id} title={chapter.title} at={index} of={content.chapters.length}>
            <a className="govuk-link" href={`/templates/${where.versionId}/part?in=${chapter.id}`}>Add a section<span className="govuk-visually-hidden"> to {chapter.title}</span></a>
          </PartActs>
          {chapter.sections.map((section, place) => (
            <section key={section.id} aria-labelledby={`part-${section.id}`}>
              <h3 className="govuk-heading-s" id={`part-${section.id}`}>{section.title}</h3>
              <PartActs {...where} id={section.id} title={section.title} at={place} of={chapter.sections.length}>
                <a className="govuk-link" href={`/templates/${where.versionId}/part?in=${section.id}`}>Add a question<span className="govuk-visually-hidden"> to {section.title}</span></a>
              </PartActs>
              <ol className="govuk-list govuk-list--number govuk-list--spaced">
                {section.questions.map((question, nth) => (
                  <li key={question.id} id={`part-${question.id}`}>
                    {question.title} <span className="app-soft">{kindWords[question.kind].label}{question.required ? "" : ", may be left empty"}</span>
                    <PartActs {...where} id={question.id} title={question.title} at={nth} of={section.questions.length} />
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </section>
      ))}
    </>
  );
}

function PartActs({ versionId, revision, frozen, id, title, at, of, children }: Where & {
  readonly id: string;
  readonly title: string;
  readonly at: number;
  readonly of: number;
  readonly children?: ReactNode;
}) {
  if (frozen) return null;
  return (
    <form method="post" action="?index">
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="id" value={id} />
      <div className="govuk-button-group">
        <a className="govuk-link" href={`/templates/${versionId}/part?id=${id}`}>Edit<span className="govuk-visually-hidden"> {title}</span></a>
        {children}
        {at > 0 ? <Button kind="secondary" name="move" value="up" about={title}>Move up</Button> : null}
        {at < of - 1 ? <Button kind="secondary" name="move" value="down" about={title}>Move down</Button> : null}
        <a className="govuk-link" href={`/templates/${versionId}/remove?id=${id}`}>Remove<span className="govuk-visually-hidden"> {title}</span></a>
      </div>
    </form>
  );
}
