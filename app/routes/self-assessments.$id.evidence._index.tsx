import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { addEvidence, evidenceOf, removeEvidence, type EvidenceRow } from "~/features/self-assessment/evidence.server";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf, isId } from "~/features/self-assessment/queries.server";
import { ACCEPT, ALLOWED_WORDS, largestFile } from "~/platform/attached-file.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Button, ErrorSummary, FileUpload, InsetText, Table, blankForm, formatDateTime, readForm, valueOf, type Column, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Evidence: ${nameOf(page.head)}`,
  scripts: ["file-upload"],
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const mayChange = head.writable && head.roles.some((role) => ["dcs", "delegate", "author", "contributor"].includes(role));
  return { head, mayChange, files: await evidenceOf(head.id), maxBytes: largestFile(), accept: ACCEPT, kinds: ALLOWED_WORDS };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const posted = await readBody(args.request);
  const values = readForm(posted);
  const removing = valueOf({ values, errors: {} }, "remove");
  const file = posted.get("file");
  const result = removing
    ? isId(removing) ? await removeEvidence({ selfAssessmentId: head.id, actor, fileId: removing }) : ({ kind: "refused", reason: "no-such-file" } as const)
    : await addEvidence({ selfAssessmentId: head.id, actor, file: file instanceof File ? file : null });
  const outcome = outcomeOf(result);
  if (!outcome.ok) {
    return notDone(outcome, values, removing ? undefined : "file");
  }
  return redirectWith(`/self-assessments/${head.id}/evidence`, removing ? { title: "File removed", text: "Versions already signed keep it." } : { title: "File attached" });
}

const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("en-GB")} KB` : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`);

export default function EvidenceRoute() {
  const { head, mayChange, files, maxBytes, accept, kinds } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const columns: readonly Column<EvidenceRow>[] = [
    { key: "name", heading: "File", cell: (row) => <a className="govuk-link" href={`/self-assessments/${head.id}/evidence/${row.id}`}>{row.name}</a> },
    { key: "size", heading: "Size", numeric: true, cell: (row) => size(row.size) },
    { key: "by", heading: "Attached", cell: (row) => `${row.by}, ${formatDateTime(row.at)}` },
    ...(mayChange
      ? [{ key: "remove", heading: "Remove", cell: (row: EvidenceRow) => <form method="post"><button className="app-link-button" name="remove" value={row.id}>Remove<span className="govuk-visually-hidden"> {row.name}</span></button></form> }]
      : []),
  ];
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Evidence files" />
      <InsetText>No document about a child, and nothing that could identify one. What is attached can be read by everybody the self-assessment is shared with.</InsetText>
      <Table caption="Attached files" columns={columns} rows={files} rowKey={(row) => row.id} empty="No file is attached." />
      {mayChange ? (
        <form method="post" encType="multipart/form-data" noValidate>
          <FileUpload form={answered?.form ?? blankForm} name="file" label="Attach a file" size="m" accept={accept} maxBytes={maxBytes} hint={`${kinds}, up to ${size(maxBytes)}. What a file is, is found in its content.`} />
          <Button>Attach the file</Button>
        </form>
      ) : <p className="govuk-body app-soft">Files can be attached and removed while the self-assessment is being written, by those who write it.</p>}
    </>
  );
}
