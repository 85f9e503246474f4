import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { editTemplate, templatePage } from "~/features/template";
import { partOf } from "~/features/template/editing";
import { readRevision } from "~/features/template/forms";
import { sayTemplateRefusal } from "~/features/template/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { BackLink, blankForm, ButtonGroup, counted, ErrorSummary, PageHeading, readForm, WarningButton, WarningText, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "template" }, title: "Remove from the template" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await templatePage(actor, args.params["versionId"]);
  const id = new URL(args.request.url).searchParams.get("id") ?? "";
  if (!page) throw notFound();
  return { actor, page, id, part: partOf(page.content, id) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, part } = await asked(args);
  if (!part) throw notFound();
  if (page.frozen) throw await redirectWith(`/templates/${page.versionId}`, { kind: "notice", title: "This version is frozen", text: sayTemplateRefusal("frozen") });
  const questions = part.level === "chapter" ? part.part.sections.flatMap((section) => section.questions).length : part.level === "section" ? part.part.questions.length : 0;
  return { versionId: page.versionId, name: page.name, version: page.version, revision: page.revision, level: part.level, title: part.part.title, questions };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, id, part } = await asked(args);
  const values = readForm(await readBody(args.request));
  // Somebody else has removed it already: what was wanted is so.
  if (!part) throw await redirectWith(`/templates/${page.versionId}`, { title: "It has been removed" });
  const saved = await editTemplate({ versionId: page.versionId, edit: { do: "remove", id }, expectedRevision: readRevision(values) ?? -1, actor });
  if (saved.kind === "saved") throw await redirectWith(`/templates/${page.versionId}`, { title: `The ${part.level} has been removed` });
  if (saved.kind === "conflict") return conflicted(values, `${saved.savedBy ?? "Somebody"} has changed the template meanwhile. Look at what it holds now, then press the button again if it should still go.`);
  return refuseWith(values, sayTemplateRefusal(saved.reason));
}

export default function RemoveRoute() {
  const loaded = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const back = `/templates/${loaded.versionId}`;
  return (
    <>
      <BackLink href={back}>{loaded.name}, version {loaded.version}</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading>Remove the {loaded.level} “{loaded.title}”</PageHeading>
        <WarningText>It is taken out of this version{loaded.questions > 0 ? ` with its ${counted(loaded.questions, "question")}` : ""}. Versions that rounds have used keep it.</WarningText>
        <form method="post">
          <input type="hidden" name="revision" value={loaded.revision} />
          <ButtonGroup><WarningButton>Remove it</WarningButton><a className="govuk-link" href={back}>Keep it</a></ButtonGroup>
        </form>
      </div>
    </>
  );
}
