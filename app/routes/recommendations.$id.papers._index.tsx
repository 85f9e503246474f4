import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AttachedFiles } from "~/features/attached-file/components/attached-files";
import { attachOrRemove, filesTaken } from "~/features/attached-file/pressing.server";
import { addPaper, removePaper } from "~/features/summit";
import { outcomeOf } from "~/features/summit/outcome";
import { recommendationPage } from "~/features/summit/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone } from "~/session/forms.server";
import { Breadcrumbs, ErrorSummary, InsetText, PageHeading, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "recommendation" },
  title: (data: { page: { title: string } }) => `Papers: ${data.page.title}`,
  scripts: ["file-upload"],
} satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await recommendationPage(actor, args.params["id"]);
  if (!page?.runs) throw notFound();
  return { actor, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await asked(args);
  if (!page.mayPrepare) throw notFound();
  return { page: { id: page.id, title: page.title, files: page.files, meeting: page.meeting }, taken: filesTaken() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  const { values, removing, result } = await attachOrRemove(args.request, {
    attach: (file) => addPaper({ recommendationId: page.id, actor, file }),
    remove: (fileId) => removePaper({ recommendationId: page.id, actor, fileId }),
  });
  const outcome = outcomeOf(result);
  const here = `/recommendations/${page.id}`;
  if (outcome.ok) return redirectWith(`${here}/papers`, { title: removing ? "The paper is taken off" : "The paper is added" });
  if (!page.mayPrepare) return redirectWith(here, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, removing ? undefined : "file");
}

export default function PapersRoute() {
  const { page, taken } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const here = `/recommendations/${page.id}`;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Recommendations", href: "/recommendations" }, { label: page.title, href: here }]} />
      <PageHeading caption={page.title}>Papers for the directors</PageHeading>
      <InsetText>Whoever can read the recommendation can download its papers. Nothing about one child, and nothing that could identify one. Once the decision is recorded, the papers stay as they are.</InsetText>
      {page.meeting?.agendaSent ? <p className="govuk-body">The agenda has gone out already. <a className="govuk-link" href={`/directors-meetings/${page.meeting.id}/act/resend`}>Send the changed agenda</a> when you are done, so that the directors know.</p> : null}
      <AttachedFiles form={form} caption="Files" files={page.files} empty="No file is added yet." here={`${here}/papers`} mayChange year verbs={{ attach: "Add", attached: "Added", remove: "Take off" }} taken={taken} />
      <p className="govuk-body"><a className="govuk-link" href={here}>Back to the recommendation</a></p>
    </>
  );
}
