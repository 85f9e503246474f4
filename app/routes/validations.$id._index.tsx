import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { answerQuestion, askQuestion } from "~/features/validation";
import { textField } from "~/features/validation/forms";
import { outcomeOf } from "~/features/validation/outcome";
import { validationPage, type ValidationPage } from "~/features/validation/queries.server";
import { stepLinks } from "~/features/validation/record-acts";
import { outcomeLabels, stateLabels, stateSentences } from "~/features/validation/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ErrorSummary, formatDate, InsetText, PageHeading, Pill, PressFields, pressOf, readForm, SummaryList, TextArea, valueOf, type FormState, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "validation" }, title: (data: { page: { authority: string } }) => `Validation of the report of ${data.page.authority}` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await validationPage(actor, args.params["id"]);
  if (!page) throw notFound();
  const inside = page.roles.length > 0;
  return { page, links: stepLinks(page.id, page.steps), timeline: inside ? await recordTimeline(page.id, { emails: page.runs }) : null, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await validationPage(actor, args.params["id"]);
  if (!page) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const questionId = valueOf(form, "questionId");
  const field = questionId ? `answer-${questionId}` : "question";
  const text = textField.safeParse(valueOf(form, field));
  const mayDo = page.steps.some(({ event }) => event === (questionId ? "question.answer" : "question.ask"));
  if (mayDo && !text.success) return refuseWith(values, text.error.issues[0]?.message ?? "Write something", field);
  const given = { validationId: page.id, actor, requestKey: pressOf(values).requestKey, text: text.success ? text.data : "" };
  const outcome = outcomeOf(await (questionId ? answerQuestion({ ...given, questionId }) : askQuestion(given)));
  if (outcome.ok) return redirectWith(`/validations/${page.id}`, questionId ? { title: "Your answer is given", text: "The readers are told." } : { title: "Your question is asked", text: "The authority is told." });
  return notDone(outcome, values, field);
}

export default function ValidationRoute() {
  const { page, links, timeline, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Validation", href: "/validations" }, { label: page.event, href: `/validations/events/${page.eventId}` }]} />
      <PageHeading caption={page.event} status={<Pill kind={page.state === "awaitingReply" || page.state === "awaitingReader" ? "warn" : "calm"}>{stateLabels[page.state]}</Pill>}>{`Validation of the report of ${page.authority}`}</PageHeading>
      <div className="app-measure">
        <p className="govuk-body-l">{stateSentences[page.state]}</p>
        {links.main ? <Button href={links.main.href}>{links.main.words}</Button> : null}
        <SummaryList
          rows={[
            { key: "Report", value: page.selfAssessmentId ? <a className="govuk-link" href={`/self-assessments/${page.selfAssessmentId}/read`}>Read the report</a> : "Kept elsewhere: its authority gives it to its readers." },
            { key: "Read by", value: page.readers.map(({ name, leads }) => (leads ? `${name} (leads)` : name)).join(", ") },
            ...page.declines.map(({ name, reason }) => ({ key: `${name} declined`, value: <span className="app-prewrap">{reason}</span> })),
            { key: "On the day", value: `Turn ${page.turn}, table ${page.table}` },
            ...(page.state === "awaitingReply" && page.replyBy ? [{ key: "Reply by", value: formatDate(page.replyBy, { year: true }) }] : []),
            ...(page.outcome ? [{ key: "Outcome", value: <><strong>{outcomeLabels[page.outcome as keyof typeof outcomeLabels]}</strong>{page.outcomeText ? <p className="govuk-body app-prewrap">{page.outcomeText}</p> : null}</> }] : []),
            ...(page.reply ? [{ key: `Reply of ${page.authority}`, value: <span className="app-prewrap">{page.reply}</span> }] : []),
            ...(page.closing ? [{ key: page.state === "withdrawn" ? "Why it was taken out" : "Why the query remains", value: <span className="app-prewrap">{page.closing}</span> }] : []),
          ]}
        />
        {page.reads ? <p className="govuk-body"><a className="govuk-link" href={`/validations/events/${page.eventId}/pack`}>Your reading pack: every report that you read, with its figures and questions</a></p> : null}
        {page.selfAssessmentId ? <p className="govuk-body"><a className="govuk-link" href={`/self-assessments/${page.selfAssessmentId}/who`}>Who can see the report, and who has read it</a></p> : null}
        {links.others.length > 0 ? <ul className="govuk-list">{links.others.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul> : null}
      </div>
      <Questions page={page} form={form} requestKey={requestKey} />
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}

type Shown = Omit<ValidationPage, "questions"> & { readonly questions: readonly (Omit<ValidationPage["questions"][number], "at"> & { readonly at: string | Date })[] };

/** What readers asked before the event, and what the authority answered. */
function Questions({ page, form, requestKey }: { readonly page: Shown; readonly form: FormState | undefined; readonly requestKey: string }) {
  const may = (event: string) => page.steps.some((step) => step.event === event);
  return (
    <section aria-labelledby="questions" className="app-measure">
      <h2 className="govuk-heading-m" id="questions">Questions before the event</h2>
      {page.questions.length === 0 ? <p className="govuk-body">Nobody has asked anything yet.</p> : null}
      {page.questions.map((one) => (
        <InsetText key={one.id}>
          <p className="govuk-body"><strong className="app-prewrap">{one.text}</strong><br /><span className="app-soft">{`${one.by}, ${formatDate(one.at)}`}</span></p>
          {one.answer ? <p className="govuk-body app-prewrap">{one.answer}<br /><span className="app-soft">{one.answeredBy}</span></p> : may("question.answer") ? (
            <form method="post" noValidate>
              <input type="hidden" name="questionId" value={one.id} /><PressFields requestKey={requestKey} />
              <TextArea form={form} name={`answer-${one.id}`} label="Your answer" rows={3} />
              <Button>Give the answer</Button>
            </form>
          ) : <p className="govuk-body">Not answered yet.</p>}
        </InsetText>
      ))}
      {may("question.ask") ? (
        <form method="post" noValidate>
          <PressFields requestKey={requestKey} />
          <TextArea form={form} name="question" label="Ask the authority something" hint="Never about one child. The other readers see it too." rows={3} />
          <Button>Ask the question</Button>
        </form>
      ) : null}
    </section>
  );
}
