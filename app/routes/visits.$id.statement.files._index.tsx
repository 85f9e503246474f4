import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { addFile, filesOf, removeFile, type FileRow } from "~/features/visit/files.server";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf, isId } from "~/features/visit/queries.server";
import { mayWriteStatement } from "~/features/visit/statement.server";
import { ACCEPT, ALLOWED_WORDS, largestFile } from "~/platform/attached-file.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Button, ErrorSummary, FileUpload, InsetText, Table, blankForm, formatDateTime, readForm, valueOf, fileSize, type Column, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Files of the position statement: ${nameOf(page.head)}`,
  scripts: ["file-upload"],
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !mayWriteStatement(head)) throw notFound();
  return { head, files: await filesOf(head.id), maxBytes: largestFile(), accept: ACCEPT, kinds: ALLOWED_WORDS };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "host") throw notFound();
  const posted = await readBody(args.request);
  const values = readForm(posted);
  const removing = valueOf({ values, errors: {} }, "remove");
  const file = posted.get("file");
  const result = removing
    ? isId(removing) ? await removeFile({ visitId: head.id, actor, fileId: removing }) : ({ kind: "refused", reason: "no-such-file" } as const)
    : await addFile({ visitId: head.id, actor, file: file instanceof File ? file : null });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(`/visits/${head.id}/statement/files`, { title: removing ? "File removed" : "File attached" });
  return notDone(outcome, values, removing ? undefined : "file");
}

export default function StatementFilesRoute() {
  const { head, files, maxBytes, accept, kinds } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const columns: readonly Column<FileRow>[] = [
    { key: "name", heading: "File", cell: (row) => <a className="govuk-link" href={`/visits/${head.id}/statement/files/${row.id}`}>{row.name}</a> },
    { key: "size", heading: "Size", numeric: true, cell: (row) => fileSize(row.size) },
    { key: "by", heading: "Attached", cell: (row) => `${row.by}, ${formatDateTime(row.at)}` },
    { key: "remove", heading: "Remove", cell: (row) => <form method="post"><button className="app-link-button" name="remove" value={row.id}>Remove<span className="govuk-visually-hidden"> {row.name}</span></button></form> },
  ];
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Files of the position statement" />
      <InsetText>No document about a child, and nothing that could identify one. The team and the coordinator read what is attached once the statement is shared.</InsetText>
      <Table caption="Attached files" columns={columns} rows={files} rowKey={(row) => row.id} empty="No file is attached." />
      <form method="post" encType="multipart/form-data" noValidate>
        <FileUpload form={answered?.form ?? blankForm} name="file" label="Attach a file" size="m" accept={accept} maxBytes={maxBytes} hint={`${kinds}, up to ${fileSize(maxBytes)}. What a file is, is found in its content.`} />
        <Button>Attach the file</Button>
      </form>
      <p className="govuk-body"><a className="govuk-link" href={`/visits/${head.id}/statement`}>Back to the statement</a></p>
    </>
  );
}
