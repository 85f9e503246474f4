import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { KloeList } from "~/features/kloe/parts";
import { endorseVisit, refuseEndorsement } from "~/features/visit";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { RequestSummary } from "~/features/visit/components/request-summary";
import { reasonField, textPosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf, linesOf, passageOf, type Head } from "~/features/visit/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, Details, ErrorSummary, hasErrors, PressFields, pressOf, readForm, type RouteHandle, TextArea, ToldSentence } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Endorse: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const endorsing = (head: Head | null) => head?.steps.find((step) => step.event === "endorsement.give");

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = endorsing(head);
  if (!head || !step) throw notFound();
  const [lines, passage] = await Promise.all([linesOf(head), passageOf(actor, head)]);
  return { head, lines, passage, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const refusing = textPosted(values, "intent") === "refuse";
  const reason = reasonField.safeParse(textPosted(values, "reason"));
  if (refusing && !reason.success) return refuseWith(values, reason.error.issues[0]?.message ?? "Give a reason", "reason");
  const act = { visitId: head.id, actor, ...pressOf(values) };
  const outcome = outcomeOf(refusing && reason.success ? await refuseEndorsement({ ...act, reason: reason.data }) : await endorseVisit(act));
  if (outcome.ok) {
    return redirectWith(`/visits/${head.id}`, refusing ? { title: "Back with the director", text: "The director reads your reason on the visit’s page." } : { title: "Endorsed", text: "The director and the coordinator are told by email." });
  }
  if (outcome.status === 404) throw notFound();
  if (!endorsing(head)) return redirectWith(`/visits/${head.id}`, { kind: "notice", title: "It was not endorsed", text: outcome.message });
  return notDone(outcome, values);
}

export default function EndorseRoute() {
  const { head, lines, passage, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Endorse the visit" />
      <p className="govuk-body-l app-measure">
        Your director of children’s services asks for a team from other authorities to look at {head.theme} for {head.days} {head.days === 1 ? "day" : "days"}. It goes ahead only when you endorse it.
      </p>
      <RequestSummary head={head} passage={passage} />
      <h2 className="govuk-heading-m">What the team will look at</h2>
      <KloeList lines={lines} />
      <form method="post" noValidate className="app-measure">
        <PressFields revision={head.revision} requestKey={requestKey} />
        <p className="govuk-body">By endorsing it you agree that the team may come, speak with your staff and partners, and present what it saw on the last day.</p>
        <ToldSentence tells={tells} />
        <ButtonGroup><Button name="intent" value="endorse">Endorse the visit</Button></ButtonGroup>
        <Details summary="I cannot endorse it" open={hasErrors(answered?.form)}>
          <TextArea form={answered?.form ?? blankForm} name="reason" label="Why not" hint="Your director and the coordinator read this here. It is not put into emails." rows={4} />
          <Button kind="secondary" name="intent" value="refuse">Give it back to the director</Button>
        </Details>
      </form>
    </>
  );
}
