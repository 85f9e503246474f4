import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { addPaper, removePaper } from "~/features/summit";
import { outcomeOf } from "~/features/summit/outcome";
import { recommendationPage, type PaperShown } from "~/features/summit/queries.server";
import { ACCEPT, ALLOWED_WORDS, largestFile } from "~/platform/attached-file.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { blankForm, Breadcrumbs, Button, ErrorSummary, fileSize, FileUpload, formatDateTime, InsetText, PageHeading, readForm, Table, valueOf, type Column, type RouteHandle } from "~/ui";

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
  return { page: { id: page.id, title: page.title, files: page.files, meeting: page.meeting }, maxBytes: largestFile(), accept: ACCEPT, kinds: ALLOWED_WORDS };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  const posted = await readBody(args.request);
  const values = readForm(posted);
  const removing = valueOf({ values, errors: {} }, "remove");
  const file = posted.get("file");
  const result = removing
    ? isUuid(removing) ? await removePaper({ recommendationId: page.id, actor, fileId: removing }) : ({ kind: "refused", reason: "no-such-file" } as const)
    : await addPaper({ recommendationId: page.id, actor, file: file instanceof File ? file : null });
  const outcome = outcomeOf(result);
  const here = `/recommendations/${page.id}`;
  if (outcome.ok) return redirectWith(`${here}/papers`, { title: removing ? "The paper is taken off" : "The paper is added" });
  if (!page.mayPrepare) return redirectWith(here, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, removing ? undefined : "file");
}

export default function PapersRoute() {
  const { page, maxBytes, accept, kinds } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const here = `/recommendations/${page.id}`;
  const columns: readonly Column<Omit<PaperShown, "at"> & { readonly at: string | Date }>[] = [
    { key: "name", heading: "File", cell: (row) => <a className="govuk-link" href={`${here}/papers/${row.id}`}>{row.name}</a> },
    { key: "size", heading: "Size", numeric: true, cell: (row) => fileSize(row.size) },
    { key: "by", heading: "Added", cell: (row) => `${row.by}, ${formatDateTime(row.at, { year: true })}` },
    { key: "remove", heading: "Take off", cell: (row) => <form method="post"><button className="app-link-button" name="remove" value={row.id}>Take off<span className="govuk-visually-hidden"> {row.name}</span></button></form> },
  ];
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Recommendations", href: "/recommendations" }, { label: page.title, href: here }]} />
      <PageHeading caption={page.title}>Papers for the directors</PageHeading>
      <InsetText>Whoever can read the recommendation can download its papers. Nothing about one child, and nothing that could identify one. Once the decision is recorded, the papers stay as they are.</InsetText>
      {page.meeting?.agendaSent ? <p className="govuk-body">The agenda has gone out already. <a className="govuk-link" href={`/directors-meetings/${page.meeting.id}/act/resend`}>Send the changed agenda</a> when you are done, so that the directors know.</p> : null}
      <Table caption="Files" columns={columns} rows={page.files} rowKey={(row) => row.id} empty="No file is added yet." />
      <form method="post" encType="multipart/form-data" noValidate>
        <FileUpload form={form} name="file" label="Add a file" size="m" accept={accept} maxBytes={maxBytes} hint={`${kinds}, up to ${fileSize(maxBytes)}. What a file is, is found in its content.`} />
        <Button>Add the file</Button>
      </form>
      <p className="govuk-body"><a className="govuk-link" href={here}>Back to the recommendation</a></p>
    </>
  );
}
