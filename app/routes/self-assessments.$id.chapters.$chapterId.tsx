import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { completeChapter } from "~/features/self-assessment";
import { AnswerView } from "~/features/self-assessment/components/answer-view";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { QuestionFields } from "~/features/self-assessment/components/question-fields";
import { chapterPage } from "~/features/self-assessment/drafts.server";
import { formFor } from "~/features/self-assessment/forms";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf } from "~/features/self-assessment/queries.server";
import { saveChapter } from "~/features/self-assessment/saving.server";
import { questionsOfChapter } from "~/features/template/content";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { AutosaveForm, Button, ButtonGroup, ErrorSummary, InsetText, readForm, valueOf, withError, type FormState, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0]; page: { chapter: { title: string } } }) => `${page.page.chapter.title}: ${nameOf(page.head)}`,
  scripts: ["autosave", "word-count"],
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const page = await chapterPage(actor, head, args.params["chapterId"] ?? "");
  if (!page) throw notFound();
  return { head, page };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const page = await chapterPage(actor, head, args.params["chapterId"] ?? "");
  if (!page) throw notFound();
  const values = readForm(await readBody(args.request));
  const form: FormState = { values, errors: {} };
  const intent = valueOf(form, "intent");
  const here = `/self-assessments/${head.id}/chapters/${page.chapter.id}`;
  const saved = await saveChapter({ actor, selfAssessmentId: head.id, questions: questionsOfChapter(page.chapter), values });
  if (saved.refused) return data({ form: withError(form, saved.refused) }, { status: 409 });
  if (saved.conflicts > 0) {
    return redirectWith(`/self-assessments/${head.id}/conflicts`, { kind: "notice", title: "Somebody else saved first", text: "Both versions are kept. Choose what the answer should be." });
  }
  if (saved.errors.length > 0) return data({ form: { values, errors: Object.fromEntries(saved.errors.map((error) => [error.field, error.message])) } }, { status: 422 });
  if (intent !== "complete") return redirectWith(here, { title: "Saved", text: page.chapter.title });
  const outcome = outcomeOf(await completeChapter({ selfAssessmentId: head.id, actor, chapterId: page.chapter.id }));
  if (!outcome.ok) return data({ form: withError(form, outcome.message) }, { status: outcome.status === 404 ? 409 : outcome.status });
  return redirectWith(page.next ? `/self-assessments/${head.id}/chapters` : `/self-assessments/${head.id}/check`, { title: `“${page.chapter.title}” is complete`, text: "The director and the delegate are told." });
}

export default function ChapterRoute() {
  const { head, page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { chapter } = page;
  const questions = questionsOfChapter(chapter);
  const form = answered?.form ?? formFor(questions, page.answers);
  const base = `/self-assessments/${head.id}`;
  const shown = { authority: head.authority.name, region: head.region.name, figures: page.figures };
  // What was typed is shown even when it can no longer be saved, so that it can be copied.
  const writing = page.mayWrite || answered !== undefined;
  const sections = chapter.sections.map((section) => (
    <section key={section.id} aria-labelledby={`section-${section.id}`}>
      <h2 className="govuk-heading-m" id={`section-${section.id}`}>{section.title}</h2>
      {section.guidance ? <p className="govuk-body app-prewrap app-measure">{section.guidance}</p> : null}
      {section.questions.map((question) => {
        const answer = page.answers[question.id];
        if (!answer) return null;
        return writing
          ? <QuestionFields key={question.id} question={question} answer={answer} form={form} historyHref={`${base}/history/${question.id}`} {...shown} />
          : <div key={question.id} className="app-answer"><h3 className="govuk-heading-s">{question.title}</h3><AnswerView question={question} value={answer.value} {...shown} /></div>;
      })}
    </section>
  ));
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading={chapter.title} />
      {page.conflicts > 0 ? <InsetText>Somebody else wrote an answer of this chapter at the same time. <a className="govuk-link" href={`${base}/conflicts`}>Choose what to keep</a></InsetText> : null}
      {chapter.guidance ? <p className="govuk-body app-prewrap app-measure">{chapter.guidance}</p> : null}
      <p className="govuk-body app-soft">{page.author ? `Written by ${page.author}. ` : ""}{page.complete ? "Marked complete. " : ""}<a className="govuk-link" href={`${base}/evidence`}>Evidence files</a></p>
      {writing ? (
        <AutosaveForm draftKey={`${head.id}.${chapter.id}`} saveTo={`${base}/chapters/${chapter.id}/autosave`} conflictHref={`${base}/conflicts`} className="app-measure">
          {sections}
          <ButtonGroup>
            <Button name="intent" value="save">Save</Button>
            {!page.complete && head.state !== "returned" ? <Button kind="secondary" name="intent" value="complete">Save and mark this chapter complete</Button> : null}
          </ButtonGroup>
        </AutosaveForm>
      ) : sections}
      <nav aria-label="Other chapters">
        <ul className="govuk-list">
          {page.previous ? <li><a className="govuk-link" href={`${base}/chapters/${page.previous.id}`}>Previous: {page.previous.title}</a></li> : null}
          {page.next ? <li><a className="govuk-link" href={`${base}/chapters/${page.next.id}`}>Next: {page.next.title}</a></li> : null}
          <li><a className="govuk-link" href={`${base}/chapters`}>All chapters</a></li>
        </ul>
      </nav>
    </>
  );
}
