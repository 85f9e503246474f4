import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerComment, makeComment } from "~/features/plan";
import { readWords } from "~/features/plan/forms";
import { outcomeOf } from "~/features/plan/outcome";
import { planPage } from "~/features/plan/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, counted, EmptyState, ErrorSummary, formatDate, InsetText, PageHeading, PressFields, pressOf, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "plan" }, title: (data: { page: { name: string } }) => `Comments: ${data.page.name}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await planPage(actor, args.params["id"]);
  if (!page) throw notFound();
  const may = (event: string) => page.steps.some((step) => step.event === event);
  return { actor, page, mayComment: may("comment.make"), mayAnswer: may("comment.answer") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, mayComment, mayAnswer } = await asked(args);
  return { page: { id: page.id, name: page.name, state: page.state, consultBy: page.consultBy, comments: page.comments }, mayComment, mayAnswer, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, mayComment, mayAnswer } = await asked(args);
  const values = readForm(await readBody(args.request));
  const commentId = valueOf({ values, errors: {} }, "commentId");
  if (!(commentId ? mayAnswer && isUuid(commentId) : mayComment)) {
    if (!mayComment && !mayAnswer && !pressOf(values).requestKey) throw notFound();
    return redirectWith(`/plans/${page.id}/comments`, { kind: "notice", title: "It was not kept", text: commentId ? "Comments are answered by the coordinator, until the plan is on an agenda." : "The plan is not open for comments from you now." });
  }
  const name = commentId ? `answer-${commentId}` : "text";
  const read = readWords(values, name, commentId ? "Write the answer" : "Write your comment");
  if (!read.ok) return refuse(read.form);
  // No revision: comments of others meanwhile do not touch one's own.
  const given = { planId: page.id, actor, requestKey: pressOf(values).requestKey, text: read.data };
  const outcome = outcomeOf(await (commentId ? answerComment({ ...given, commentId }) : makeComment(given)));
  if (outcome.ok) return redirectWith(`/plans/${page.id}/comments`, commentId ? { title: "The answer is kept", text: "Whoever made the comment is told." } : { title: "Your comment is kept", text: "The coordinator answers it here, and you are told." });
  return notDone(outcome, values, name);
}

export default function CommentsRoute() {
  const { page, mayComment, mayAnswer, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const unanswered = page.comments.filter(({ answer }) => answer === null).length;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Plans", href: "/plans" }, { label: page.name, href: `/plans/${page.id}` }]} />
      <PageHeading caption={page.name}>Comments</PageHeading>
      {page.comments.length === 0 ? <EmptyState title="Nobody has commented">{page.state === "consultation" ? `Comments can be made until ${formatDate(page.consultBy, { year: true })}.` : "Comments are made while the draft is open for them."}</EmptyState> : <p className="govuk-body"><strong>{`${page.comments.length - unanswered} of ${counted(page.comments.length, "comment")} answered`}</strong></p>}
      {page.comments.map((one) => (
        <section key={one.id} aria-label={`Comment of ${one.by}`}>
          <h2 className="govuk-heading-s">{`${one.by}, ${formatDate(one.at, { year: true })}`}</h2>
          <p className="govuk-body app-prewrap">{one.text}</p>
          {one.answer !== null ? <InsetText><strong>Answer. </strong><span className="app-prewrap">{one.answer}</span></InsetText> : mayAnswer ? (
            <form method="post" noValidate>
              <PressFields requestKey={`${requestKey}-${one.id.slice(0, 8)}`} />
              <input type="hidden" name="commentId" value={one.id} />
              <TextArea form={form} name={`answer-${one.id}`} label={`Answer to ${one.by}`} rows={3} />
              <Button kind="secondary">Keep the answer</Button>
            </form>
          ) : <p className="govuk-body app-soft">No answer yet.</p>}
        </section>
      ))}
      {mayComment ? (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">Comment on the draft</h2>
          <PressFields requestKey={requestKey} />
          <TextArea form={form} name="text" label="Your comment" hint={`Everybody who can see the plan can read it. Until ${formatDate(page.consultBy, { year: true })}.`} rows={5} />
          <Button>Keep your comment</Button>
        </form>
      ) : null}
    </div>
  );
}
