import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { completeDraft } from "~/features/self-assessment";
import { AnswerView } from "~/features/self-assessment/components/answer-view";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { checkPage } from "~/features/self-assessment/drafts.server";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf } from "~/features/self-assessment/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Button, ButtonGroup, counted, ErrorSummary, InsetText, Pill, PressFields, pressOf, readForm, type RouteHandle, ToldSentence } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Check answers: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  return { head, check: await checkPage(head), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const values = readForm(await readBody(args.request));
  const outcome = outcomeOf(await completeDraft({ selfAssessmentId: head.id, actor, ...pressOf(values) }));
  if (!outcome.ok) {
    return notDone(outcome, values);
  }
  return redirectWith(`/self-assessments/${head.id}`, { title: "Sent to the director", text: "The director is told by email that it is ready to sign." });
}

const wantingWords = { missing: "needs an answer", carriedForward: "still says what last round said: look at it", tooLong: "is over its limit" } as const;

export default function CheckRoute() {
  const { head, check, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const base = `/self-assessments/${head.id}`;
  const step = head.steps.find((one) => one.event === "draft.complete");
  const count = check.wanting.length + check.unexplained.length + check.conflicts;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Check answers" />
      {count > 0 ? (
        <InsetText>
          <h2 className="govuk-heading-s">{counted(count, "thing")} still to do</h2>
          <ul className="govuk-list govuk-list--bullet">
            {check.conflicts > 0 ? <li><a className="govuk-link" href={`${base}/conflicts`}>{counted(check.conflicts, "answer")} written by two people at once</a></li> : null}
            {check.wanting.map((one) => <li key={one.questionId}><a className="govuk-link" href={`${base}/chapters/${one.chapterId}#question-${one.questionId}`}>{one.title}</a> {wantingWords[one.what]}</li>)}
            {check.unexplained.map((one) => <li key={one.label}><a className="govuk-link" href={`${base}/chapters/${one.chapterId}#question-${one.questionId}`}>{one.label}</a> is among the highest or lowest fifth, and has no narrative</li>)}
          </ul>
        </InsetText>
      ) : <p className="govuk-body"><Pill>Complete</Pill> Every question that must be answered is answered.</p>}
      {step && count === 0 ? (
        <form method="post">
          <PressFields revision={head.revision} requestKey={requestKey} />
          <ToldSentence tells={step.tells} />
          <ButtonGroup><Button>Send to the director to sign</Button><a className="govuk-link" href={`${base}/chapters`}>Go on writing</a></ButtonGroup>
        </form>
      ) : null}
      {check.template.chapters.map((chapter) => (
        <section key={chapter.id} aria-labelledby={`check-${chapter.id}`}>
          <h2 className="govuk-heading-l" id={`check-${chapter.id}`}>{chapter.title}</h2>
          <p className="govuk-body"><a className="govuk-link" href={`${base}/chapters/${chapter.id}`}>{head.writable ? "Change" : "Open"}<span className="govuk-visually-hidden"> {chapter.title}</span></a></p>
          {chapter.sections.flatMap((section) => section.questions).map((question) => {
            const answer = check.answers[question.id];
            return answer ? (
              <div key={question.id} className="app-answer">
                <h3 className="govuk-heading-s">{question.title} {answer.carriedForward ? <Pill kind="warn">From last round</Pill> : null}</h3>
                <AnswerView question={question} value={answer.value} figures={check.figures} authority={head.authority.name} region={head.region.name} />
              </div>
            ) : null;
          })}
        </section>
      ))}
    </>
  );
}
