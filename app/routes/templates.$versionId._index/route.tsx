import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { editTemplate, questionsOf, templatePage } from "~/features/template";
import { Outline } from "~/features/template/components/outline";
import { readRevision } from "~/features/template/forms";
import { sayTemplateRefusal } from "~/features/template/words";
import { enter, notFound } from "~/session/enter.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, counted, EmptyState, ErrorSummary, InsetText, PageHeading, Pill, readForm, valueOf, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "template" },
  title: (data: { page: { name: string; version: number } }) => `${data.page.name}, version ${data.page.version}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await templatePage(actor, args.params["versionId"]);
  if (!page) throw notFound();
  return { page, questions: questionsOf(page.content).length };
}

/** Moves one part a place up or down. */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await templatePage(actor, args.params["versionId"]);
  if (!page) throw notFound();
  const values = readForm(await readBody(args.request));
  const read = (name: string) => valueOf({ values, errors: {} }, name);
  const id = read("id");
  const saved = await editTemplate({ versionId: page.versionId, edit: { do: "move", id, by: read("move") === "up" ? -1 : 1 }, expectedRevision: readRevision(values) ?? -1, actor });
  if (saved.kind === "saved") throw redirect(`/templates/${page.versionId}#part-${encodeURIComponent(id)}`);
  if (saved.kind === "conflict") return conflicted(values, `${saved.savedBy ?? "Somebody"} has changed the template meanwhile. This is how it stands now: move the part again if it is still where you do not want it.`);
  return refuseWith(values, sayTemplateRefusal(saved.reason));
}

export default function TemplateRoute() {
  const { page, questions } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { content, frozen } = page;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Rounds", href: "/rounds" }, { label: "Templates", href: "/templates" }]} />
      <PageHeading caption={page.region} status={<Pill kind={frozen ? "quiet" : "calm"}>{frozen ? "Frozen" : "Can be edited"}</Pill>}>{page.name}, version {page.version}</PageHeading>
      <p className="govuk-body-l">{counted(content.chapters.length, "chapter")}, {counted(questions, "question")}.{page.rounds.length > 0 ? ` Used in round ${page.rounds.join(", ")}.` : ""}</p>
      {frozen ? (
        <>
          <InsetText>A round has opened with this version, so it is frozen: authors of one round all answer the same questions. Make a new version to change it for the next.</InsetText>
          <form method="post" action="/templates?index"><input type="hidden" name="versionId" value={page.versionId} /><input type="hidden" name="newest" value={page.newest} />
            <ButtonGroup><Button>Make a new version</Button><a className="govuk-link" href={`/templates/${page.versionId}/preview`}>See it as authors do</a></ButtonGroup>
          </form>
        </>
      ) : (
        <ButtonGroup>
          <Button href={`/templates/${page.versionId}/part`}>Add a chapter</Button>
          <a className="govuk-link" href={`/templates/${page.versionId}/preview`}>See it as authors do</a>
        </ButtonGroup>
      )}
      {content.chapters.length === 0 ? <EmptyState title="Nothing in it yet">Add a chapter, then sections in it, then questions in them.</EmptyState> : null}
      <Outline versionId={page.versionId} content={content} revision={page.revision} frozen={frozen} />
    </>
  );
}
