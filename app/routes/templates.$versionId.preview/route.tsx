import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { emptyAnswer } from "~/features/self-assessment/answers";
import { QuestionFields } from "~/features/self-assessment/components/question-fields";
import { templatePage } from "~/features/template";
import { enter, notFound } from "~/session/enter.server";
import { BackLink, blankForm, EmptyState, InsetText, PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "template" }, title: "The template as authors see it" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await templatePage(actor, args.params["versionId"]);
  if (!page) throw notFound();
  return { versionId: page.versionId, name: page.name, version: page.version, region: page.region, content: page.content };
}

export default function PreviewRoute() {
  const { versionId, name, version, region, content } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={`/templates/${versionId}`}>{name}, version {version}</BackLink>
      <div className="app-measure">
        <PageHeading caption={`${name}, version ${version}`}>As authors see it</PageHeading>
        <InsetText>Nothing you type here is kept. An authority’s own figures stand beside the questions on indicators.</InsetText>
        {content.chapters.length === 0 ? <EmptyState title="Nothing in it yet">Add a chapter with a section and a question, and it will be shown here.</EmptyState> : null}
        {content.chapters.map((chapter, index) => (
          <section key={chapter.id} aria-labelledby={`chapter-${chapter.id}`}>
            <h2 className="govuk-heading-l" id={`chapter-${chapter.id}`}>{index + 1}. {chapter.title}</h2>
            {chapter.guidance ? <p className="govuk-body app-prewrap">{chapter.guidance}</p> : null}
            {chapter.sections.map((section) => (
              <section key={section.id} aria-labelledby={`section-${section.id}`}>
                <h3 className="govuk-heading-m" id={`section-${section.id}`}>{section.title}</h3>
                {section.guidance ? <p className="govuk-body app-prewrap">{section.guidance}</p> : null}
                {section.questions.map((question) => (
                  <QuestionFields
                    key={question.id} question={question} form={blankForm} figures={[]} authority="The authority" region={region} historyHref=""
                    answer={{ value: emptyAnswer(question.kind), revision: 0, carriedForward: false, updatedAt: null, updatedBy: null }}
                  />
                ))}
              </section>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}
