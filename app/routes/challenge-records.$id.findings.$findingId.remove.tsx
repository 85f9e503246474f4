import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { removeFinding, restoreFinding } from "~/features/challenge-record";
import { RecordTop, nameOf } from "~/features/challenge-record/components/record-top";
import { findingFor } from "~/features/challenge-record/finding-page.server";
import { outcomeOf } from "~/features/challenge-record/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Button, ButtonGroup, ErrorSummary, PressFields, pressOf, readForm, type RouteHandle, WarningButton } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0]; finding: { removedAt: string | null } }) => `${page.finding.removedAt ? "Put back" : "Take out"} a finding: ${nameOf(page.head)}`,
} satisfies RouteHandle;

/** The one page both for taking a finding out and for putting it back: which of the two, the finding says. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await findingFor(actor, args.params["id"], args.params["findingId"]);
  if (!page?.mayChange || page.head.state !== "filingFindings") throw notFound();
  return { head: page.head, finding: page.finding, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await findingFor(actor, args.params["id"], args.params["findingId"]);
  if (!page?.mayChange) throw notFound();
  const values = readForm(await readBody(args.request));
  const verb = values["intent"] === "restore" ? restoreFinding : removeFinding;
  const { requestKey } = pressOf(values);
  const outcome = outcomeOf(await verb({ recordId: page.head.id, findingId: page.finding.id, actor, requestKey }));
  if (outcome.ok) return redirectWith(`/challenge-records/${page.head.id}/findings`, values["intent"] === "restore" ? { title: "Put back", text: "The finding is as it was." } : { title: "Taken out", text: "It is kept under “taken out”, and can be put back." });
  return notDone(outcome, values);
}

export default function RemoveFindingRoute() {
  const { head, finding, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const list = `/challenge-records/${head.id}/findings`;
  const back = finding.removedAt !== null;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading={back ? "Put a finding back" : "Take a finding out"} further={{ label: "Findings", href: list }} />
      <div className="app-card app-measure app-prewrap">{finding.text || <em>Nothing written yet</em>}</div>
      <form method="post" noValidate className="app-measure">
        <PressFields revision={head.revision} requestKey={requestKey} />
        <input type="hidden" name="intent" value={back ? "restore" : "remove"} />
        <p className="govuk-body">{back ? "It counts again as it did before." : "It no longer counts. Its words and their history are kept, and it can be put back until the findings are finished."}{finding.filedAt ? ` ${finding.author.name} and the lead challenger are told by email.` : ""}</p>
        <ButtonGroup>{back ? <Button>Put it back</Button> : <WarningButton>Take it out</WarningButton>}<a className="govuk-link" href={list}>Cancel</a></ButtonGroup>
      </form>
    </>
  );
}
