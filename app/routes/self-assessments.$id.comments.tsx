import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { addComment, completeModeration } from "~/features/self-assessment";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf } from "~/features/self-assessment/queries.server";
import { commentsOn } from "~/features/self-assessment/reading.server";
import { contentOf } from "~/features/template";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, EmptyState, ErrorSummary, formatDateTime, PressFields, pressOf, readForm, type RouteHandle, Select, TextArea, ToldSentence, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Moderation comments: ${nameOf(page.head)}`,
} satisfies RouteHandle;

/** Comments are between the authority, its moderators and the coordinator. Readers and observers see none. */
const mayRead = (head: { standing: string; roles: readonly string[] }) => head.standing !== "sharedWith" || head.roles.includes("moderator");

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !mayRead(head) || head.readable === null) throw notFound();
  const [comments, template] = await Promise.all([commentsOn(head.id), contentOf(head.template)]);
  const step = head.steps.find((one) => one.event === "moderation.complete");
  return { head, comments, chapters: template.chapters.map(({ id, title }) => ({ id, title })), step, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !mayRead(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const here = `/self-assessments/${head.id}/comments`;
  const completing = valueOf(form, "intent") === "complete";
  if (!completing && valueOf(form, "text").trim() === "") return refuseWith(values, "Write the comment", "text");
  const result = completing
    ? await completeModeration({ selfAssessmentId: head.id, actor, ...pressOf(values) })
    : await addComment({ selfAssessmentId: head.id, actor, chapterId: valueOf(form, "chapter") || null, text: valueOf(form, "text") });
  const outcome = outcomeOf(result);
  if (!outcome.ok) {
    if (outcome.status === 404) throw notFound();
    const message = !completing && result.kind === "refused" && result.reason === "not-valid" ? "Shorten the comment to 5,000 characters or fewer" : outcome.message;
    return outcome.status === 409 ? conflicted(values, message) : refuseWith(values, message, completing ? undefined : "text");
  }
  return redirectWith(here, completing ? { title: "Moderation complete", text: "The director and the coordinator are told by email." } : { title: "Comment added", text: `${head.authority.name} can read it now.` });
}

export default function CommentsRoute() {
  const { head, comments, chapters, step, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const places = [{ id: null, title: "On the whole" }, ...chapters];
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Moderation comments" />
      {comments.length === 0 ? <EmptyState title="There is no comment yet">{step ? "Read the document, then write what would make it clearer, better evidenced or more candid." : "The moderator’s comments will be here."}</EmptyState> : null}
      {places.map((place) => {
        const here = comments.filter((comment) => comment.chapterId === place.id);
        return here.length > 0 ? (
          <section key={place.id ?? "whole"} aria-label={place.title}>
            <h2 className="govuk-heading-m">{place.title}</h2>
            {here.map((comment) => (
              <div key={comment.id} className="app-card app-measure">
                <p className="app-prewrap">{comment.text}</p>
                <p className="app-soft app-small">{comment.by}, {formatDateTime(comment.at)}, on version {comment.version}</p>
              </div>
            ))}
          </section>
        ) : null;
      })}
      {step ? (
        <>
          <form method="post" noValidate className="app-measure">
            <h2 className="govuk-heading-m">Add a comment</h2>
            <Select form={answered?.form ?? blankForm} name="chapter" label="About" blank="The whole document" options={chapters.map((chapter) => ({ value: chapter.id, label: chapter.title }))} />
            <TextArea form={answered?.form ?? blankForm} name="text" label="Comment" hint={`${head.authority.name} reads it at once, with your name.`} rows={6} />
            <Button kind={comments.length === 0 ? "main" : "secondary"} name="intent" value="add">Add the comment</Button>
          </form>
          {comments.length > 0 ? (
            <form method="post">
              <PressFields revision={head.revision} requestKey={requestKey} />
              <h2 className="govuk-heading-m">When you have finished</h2>
              <ToldSentence tells={step.tells} />
              <ButtonGroup><Button name="intent" value="complete">Complete the moderation</Button></ButtonGroup>
            </form>
          ) : null}
        </>
      ) : null}
    </>
  );
}
