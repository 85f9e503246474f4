import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { assignChapter } from "~/features/self-assessment";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { chapterRows, writersOf } from "~/features/self-assessment/drafts.server";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf } from "~/features/self-assessment/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Button, ButtonGroup, counted, EmptyState, ErrorSummary, formOf, pressOf, readForm, type RouteHandle, Select, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Who writes the chapters: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head?.steps.some((step) => step.event === "chapter.assign")) throw notFound();
  const [chapters, writers] = await Promise.all([chapterRows(actor, head), writersOf(head.authority.id)]);
  // The coordinator may help with who writes, and sees nothing of what is written.
  return { head, chapters: chapters.map(({ id, title, author }) => ({ id, title, author })), writers, requestKey: randomUUID() };
}

const field = (chapterId: string) => `author.${chapterId}`;
/** Who had the chapter when the page was made: only what somebody changed on it is done. */
const before = (chapterId: string) => `before.${chapterId}`;

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head?.steps.some((step) => step.event === "chapter.assign")) throw notFound();
  const values = readForm(await readBody(args.request));
  const chapters = await chapterRows(actor, head);
  const { requestKey } = pressOf(values);
  let asked = 0;
  for (const [index, chapter] of chapters.entries()) {
    const read = (name: string) => valueOf({ values, errors: {} }, name);
    const personId = read(field(chapter.id));
    const shown = read(before(chapter.id));
    if (personId === "" || personId === shown || personId === chapter.author?.id) continue;
    if (shown !== (chapter.author?.id ?? "")) {
      return conflicted({ ...values, [before(chapter.id)]: chapter.author?.id ?? "" }, `“${chapter.title}” was given to ${chapter.author?.name ?? "nobody"} while this page was open. Your choice is still here: press the button again if it should stand.`);
    }
    const result = isUuid(personId)
      ? await assignChapter({ selfAssessmentId: head.id, actor, chapterId: chapter.id, personId, requestKey: requestKey && `${requestKey}-${index}` })
      : ({ kind: "refused", reason: "no-such-person" } as const);
    const outcome = outcomeOf(result);
    if (!outcome.ok) return refuseWith(values, outcome.message, field(chapter.id));
    asked += 1;
  }
  if (asked === 0) return redirectWith(`/self-assessments/${head.id}/authors`, { kind: "notice", title: "Nothing was changed", text: "Choose somebody for a chapter first." });
  return redirectWith(`/self-assessments/${head.id}/${head.standing === "inside" ? "chapters" : ""}`, { title: `${counted(asked, "chapter")} given out`, text: "Each author is told by email." });
}

export default function AuthorsRoute() {
  const { head, chapters, writers, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(Object.fromEntries(chapters.map((chapter) => [field(chapter.id), chapter.author?.id ?? ""])));
  const shown = (chapterId: string) => valueOf(form, before(chapterId)) || (answered?.form ? "" : (chapters.find((one) => one.id === chapterId)?.author?.id ?? ""));
  const options = writers.map((writer) => ({ value: writer.id, label: `${writer.name}, ${writer.post}` }));
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Who writes which chapter" />
      <p className="govuk-body">Only people who hold a post in {head.authority.name} can write. Whoever you choose is told by email; whoever wrote the chapter before is released, and what they wrote stays.</p>
      {chapters.length === 0 ? <EmptyState title="There are no chapters">The round’s template asks nothing.</EmptyState> : (
        <form method="post" noValidate>
          <input type="hidden" name="requestKey" value={requestKey} />
          {chapters.map((chapter) => <input key={chapter.id} type="hidden" name={before(chapter.id)} value={shown(chapter.id)} />)}
          {chapters.map((chapter) => <Select key={chapter.id} form={form} name={field(chapter.id)} label={chapter.title} blank="Nobody yet" options={options} />)}
          <ButtonGroup><Button>Ask them to write</Button><a className="govuk-link" href={`/self-assessments/${head.id}`}>Cancel</a></ButtonGroup>
        </form>
      )}
    </>
  );
}
