import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AttachedFiles } from "~/features/attached-file/components/attached-files";
import { attachOrRemove, filesTaken } from "~/features/attached-file/pressing.server";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { addFile, filesOf, removeFile } from "~/features/visit/files.server";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf } from "~/features/visit/queries.server";
import { mayWriteStatement } from "~/features/visit/statement.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone } from "~/session/forms.server";
import { ErrorSummary, InsetText, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Files of the position statement: ${nameOf(page.head)}`,
  scripts: ["file-upload"],
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !mayWriteStatement(head)) throw notFound();
  return { head, files: await filesOf(head.id), taken: filesTaken() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "host") throw notFound();
  const { values, removing, result } = await attachOrRemove(args.request, {
    attach: (file) => addFile({ visitId: head.id, actor, file }),
    remove: (fileId) => removeFile({ visitId: head.id, actor, fileId }),
  });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(`/visits/${head.id}/statement/files`, { title: removing ? "File removed" : "File attached" });
  return notDone(outcome, values, removing ? undefined : "file");
}

export default function StatementFilesRoute() {
  const { head, files, taken } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Files of the position statement" />
      <InsetText>No document about a child, and nothing that could identify one. The team and the coordinator read what is attached once the statement is shared.</InsetText>
      <AttachedFiles form={answered?.form} caption="Attached files" files={files} empty="No file is attached." here={`/visits/${head.id}/statement/files`} mayChange taken={taken} />
      <p className="govuk-body"><a className="govuk-link" href={`/visits/${head.id}/statement`}>Back to the statement</a></p>
    </>
  );
}
