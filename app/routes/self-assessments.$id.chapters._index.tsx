import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PageTop, DueText, nameOf } from "~/features/self-assessment/components/page-top";
import { chapterRows, type ChapterRow } from "~/features/self-assessment/drafts.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { Button, ButtonGroup, EmptyState, InsetText, TaskList, type RouteHandle, type Task } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Chapters: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  return { head, chapters: await chapterRows(actor, head), now: now() };
}

function taskFor(id: string, chapter: ChapterRow): Task {
  const writer = chapter.author ? `Written by ${chapter.author.name}. ` : "Nobody is asked to write it yet. ";
  const status = chapter.complete ? { status: "Complete", kind: "done" as const } : chapter.conflicts > 0 ? { status: "Choose what to keep", kind: "late" as const } : chapter.answered === 0 ? { status: "Not started", kind: "quiet" as const } : { status: "Under way", kind: "calm" as const };
  return {
    title: chapter.title,
    href: `/self-assessments/${id}/chapters/${chapter.id}`,
    hint: `${writer}${chapter.answered} of ${chapter.questions} questions done.`,
    ...status,
  };
}

export default function ChaptersRoute() {
  const { head, chapters, now: moment } = useLoaderData<typeof loader>();
  const base = `/self-assessments/${head.id}`;
  const mayAssign = head.steps.some((step) => step.event === "chapter.assign");
  const maySend = head.steps.some((step) => step.event === "draft.complete");
  const mine = chapters.filter((chapter) => chapter.mine);
  const others = chapters.filter((chapter) => !chapter.mine);
  return (
    <>
      <PageTop head={head} heading="Chapters" />
      <p className="govuk-body">{chapters.filter((chapter) => chapter.complete).length} of {chapters.length} chapters complete. Due <DueText head={head} now={moment} />.</p>
      {head.writable ? null : <InsetText>The answers cannot be changed now: {head.label.toLowerCase()}.</InsetText>}
      {chapters.length === 0 ? <EmptyState title="There are no chapters">The round’s template asks nothing. Tell the region’s coordinator.</EmptyState> : null}
      {mine.length > 0 && others.length > 0 ? <h2 className="govuk-heading-m">For you to write</h2> : null}
      {mine.length > 0 ? <TaskList label="Chapters for you to write" tasks={mine.map((chapter) => taskFor(head.id, chapter))} /> : null}
      {others.length > 0 ? <><h2 className="govuk-heading-m">Written by others</h2><TaskList label="Chapters written by others" tasks={others.map((chapter) => taskFor(head.id, chapter))} /></> : null}
      <ButtonGroup>
        {maySend ? <Button href={`${base}/check`}>Check answers and send to the director</Button> : null}
        {mayAssign ? <a className="govuk-link" href={`${base}/authors`}>Ask people to write chapters</a> : null}
      </ButtonGroup>
    </>
  );
}
