import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AttachedFiles } from "~/features/attached-file/components/attached-files";
import { attachOrRemove, filesTaken } from "~/features/attached-file/pressing.server";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { addEvidence, evidenceOf, removeEvidence } from "~/features/self-assessment/evidence.server";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf } from "~/features/self-assessment/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone } from "~/session/forms.server";
import { ErrorSummary, InsetText, type RouteHandle } from "~/ui";

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
  return { head, mayChange, files: await evidenceOf(head.id), taken: filesTaken() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const { values, removing, result } = await attachOrRemove(args.request, {
    attach: (file) => addEvidence({ selfAssessmentId: head.id, actor, file }),
    remove: (fileId) => removeEvidence({ selfAssessmentId: head.id, actor, fileId }),
  });
  const outcome = outcomeOf(result);
  if (!outcome.ok) return notDone(outcome, values, removing ? undefined : "file");
  return redirectWith(`/self-assessments/${head.id}/evidence`, removing ? { title: "File removed", text: "Versions already signed keep it." } : { title: "File attached" });
}

export default function EvidenceRoute() {
  const { head, mayChange, files, taken } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Evidence files" />
      <InsetText>No document about a child, and nothing that could identify one. What is attached can be read by everybody the self-assessment is shared with.</InsetText>
      <AttachedFiles form={answered?.form} caption="Attached files" files={files} empty="No file is attached." here={`/self-assessments/${head.id}/evidence`} mayChange={mayChange} taken={taken} />
      {mayChange ? null : <p className="govuk-body app-soft">Files can be attached and removed while the self-assessment is being written, by those who write it.</p>}
    </>
  );
}
