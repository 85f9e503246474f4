import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { prepareRequest, saveRequest, sendRequest } from "~/features/visit";
import { boundsOf } from "~/features/visit/asking.server";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { RequestFields } from "~/features/visit/components/request-fields";
import { requestPosted, requestValues } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf, passagesOf, type Head } from "~/features/visit/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Button, ButtonGroup, ErrorSummary, formOf, InsetText, PressFields, pressOf, readForm, type RouteHandle, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `The request: ${nameOf(page.head)}`,
} satisfies RouteHandle;

/** The request is open to those who prepare it, while it is being prepared. */
const open = (head: Head | null): head is Head => head?.state === "awaitingRequest" && (head.roles.includes("hostDcs") || head.roles.includes("delegate"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!open(head)) throw notFound();
  return { head, passages: await passagesOf(head.authority.id), sends: head.roles.includes("hostDcs"), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const intent = valueOf({ values, errors: {} }, "intent");
  const whole = intent === "send" || intent === "ready";
  const read = requestPosted(values, { themes: head.rules.themes, bounds: boundsOf(head), whole });
  if (Object.keys(read.errors).length > 0) return refuse({ values, errors: read.errors });
  const saved = outcomeOf(await saveRequest({ visitId: head.id, actor }, read.content));
  const sent = !saved.ok || !whole ? saved : outcomeOf(await (intent === "send" ? sendRequest : prepareRequest)({ visitId: head.id, actor, ...pressOf(values) }));
  if (sent.ok) {
    if (intent === "send") return redirectWith(`/visits/${head.id}`, { title: "Asked for", text: "The region’s coordinator is told by email." });
    return redirectWith(`/visits/${head.id}`, intent === "ready" ? { title: "Your director is told", text: "They read it and send it." } : { title: "Saved", text: "Nobody outside your authority sees it until the director sends it." });
  }
  return notDone(sent, values);
}

export default function RequestRoute() {
  const { head, passages, sends, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(requestValues({ ...head, passage: head.passage ? `${head.passage.selfAssessmentId} ${head.passage.questionId}` : "" }));
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="The request" />
      {head.reason ? <InsetText><b>Why it came back</b><br /><span className="app-prewrap">{head.reason}</span></InsetText> : null}
      <form method="post" noValidate className="app-measure">
        <PressFields revision={head.revision} requestKey={requestKey} />
        <RequestFields form={form} themes={head.rules.themes} passages={passages} days={head.days} />
        <p className="govuk-body">
          {sends ? "When you send it, the region’s coordinator is told by email, and so are you and your delegate." : "Only the director can send it. You can tell them that it is ready."}
        </p>
        <ButtonGroup>
          {sends ? <Button name="intent" value="send">Save and ask for the visit</Button> : <Button name="intent" value="ready">Save and tell the director</Button>}
          <Button kind="secondary" name="intent" value="save">Save the draft</Button>
          <a className="govuk-link" href={`/visits/${head.id}`}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}
