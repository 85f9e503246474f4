import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { resolveConflict } from "~/features/self-assessment";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { conflictSides } from "~/features/self-assessment/drafts.server";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf } from "~/features/self-assessment/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, DiffView, EmptyState, ErrorSummary, Radios, blankForm, counted, formatDateTime, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Two versions: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  return { head, conflicts: await conflictSides(head.id) };
}

const schema = z.object({
  keptId: z.uuid("Choose one of the answers on this page"),
  revision: z.coerce.number().int().min(0),
  take: z.enum(["kept", "current", "both"], { error: "Choose what the answer should be" }),
});

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const read = await parseForm(args.request, schema);
  if (!read.ok) return refuse(read.form);
  const result = await resolveConflict({ selfAssessmentId: head.id, actor, keptId: read.data.keptId, take: read.data.take, baseRevision: read.data.revision });
  const here = `/self-assessments/${head.id}/conflicts`;
  if (result.kind === "conflict") return redirectWith(here, { kind: "notice", title: "The answer has changed once more", text: "Look at both versions again before you choose. Nothing is lost." });
  const outcome = outcomeOf(result);
  if (!outcome.ok) return outcome.status === 404 ? Promise.reject(notFound()) : refuseWith(read.values, outcome.message);
  const left = (await conflictSides(head.id)).length;
  return redirectWith(left > 0 ? here : `/self-assessments/${head.id}/chapters`, { title: "Settled", text: "The version not chosen stays in the answer’s history." });
}

export default function ConflictsRoute() {
  const { head, conflicts } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? blankForm;
  // One at a time: the oldest. The next comes when this one is settled.
  const [conflict] = conflicts;
  if (!conflict) {
    return (
      <>
        <PageTop head={head} heading="Two versions of an answer" />
        <EmptyState title="There is nothing to choose">No answer was written by two people at once.</EmptyState>
      </>
    );
  }
  const { kept, current } = conflict;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading={`Two versions of “${conflict.title}”`} />
      <p className="govuk-body">{counted(conflicts.length, "answer")} to settle. Two people, or two windows, wrote this answer at the same time. Both versions are kept, whatever you choose.</p>
      <div className="app-conflict__sides">
        <section className="app-card">
          <h2 className="app-card__heading">Kept aside</h2>
          <p className="app-soft">Written by {kept.by}, {formatDateTime(kept.at)}</p>
          <div className="app-prewrap">{kept.text || "Empty"}</div>
        </section>
        <section className="app-card">
          <h2 className="app-card__heading">The answer now</h2>
          <p className="app-soft">Saved by {current.by}{current.at ? `, ${formatDateTime(current.at)}` : ""}</p>
          <div className="app-prewrap">{current.text || "Empty"}</div>
        </section>
      </div>
      <details className="govuk-details">
        <summary className="govuk-details__summary"><span className="govuk-details__summary-text">Word by word, from the answer now to the one kept aside</span></summary>
        <div className="govuk-details__text"><DiffView before={current.text} after={kept.text} /></div>
      </details>
      <form method="post" noValidate>
        <input type="hidden" name="keptId" value={conflict.keptId} />
        <input type="hidden" name="revision" value={current.revision} />
        <Radios
          form={form} name="take" label="What should the answer be?" size="m"
          choices={[
            { value: "kept", label: `What ${kept.by} wrote, kept aside` },
            { value: "current", label: `The answer now, saved by ${current.by}` },
            { value: "both", label: "Both, one after the other", hint: "You can then edit it in its chapter" },
          ]}
        />
        <ButtonGroup><Button>Save this choice</Button><a className="govuk-link" href={`/self-assessments/${head.id}/chapters/${conflict.chapterId}`}>Decide later</a></ButtonGroup>
      </form>
    </>
  );
}
