import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { submitFollowUp } from "~/features/self-assessment";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { followUpSchema } from "~/features/self-assessment/follow-up";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { followUpOf, headOf } from "~/features/self-assessment/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, parseForm, refuse } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, DateText, EmptyState, ErrorSummary, PressFields, pressOf, type RouteHandle, TextArea, ToldSentence } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Six-month update: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !["followUpDue", "closed"].includes(head.state)) throw notFound();
  return { head, update: await followUpOf(head.id), step: head.steps.find((one) => one.event === "followUp.submit"), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const read = await parseForm(args.request, followUpSchema.loose());
  if (!read.ok) return refuse(read.form);
  const { progress, difficulties, helpWanted } = read.data;
  const outcome = outcomeOf(await submitFollowUp({ selfAssessmentId: head.id, actor, update: { progress, difficulties, helpWanted }, ...pressOf(read.values) }));
  if (!outcome.ok) {
    return notDone(outcome, read.values);
  }
  return redirectWith(`/self-assessments/${head.id}`, { title: "The update is sent", text: "The coordinator and the readers are told by email." });
}

const parts = [
  { name: "progress", title: "What has changed since the challenge" },
  { name: "difficulties", title: "What has been harder than expected" },
  { name: "helpWanted", title: "What help would make a difference" },
] as const;

export default function UpdateRoute() {
  const { head, update, step, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Six-month update" />
      {update ? parts.map((part) => (
        <section key={part.name}><h2 className="govuk-heading-m">{part.title}</h2><p className="govuk-body app-prewrap app-measure">{update[part.name] || "Nothing"}</p></section>
      )) : step || answered ? (
        <form method="post" noValidate className="app-measure">
          {head.followUpDue ? <p className="govuk-body">It fell due on <DateText when={head.followUpDue} year />. Once sent it cannot be changed, and the readers of the self-assessment can read it.</p> : null}
          <PressFields revision={head.revision} requestKey={requestKey} />
          {parts.map((part) => <TextArea key={part.name} form={form} name={part.name} label={part.title} size="m" rows={6} />)}
          {step ? <ToldSentence tells={step.tells} /> : null}
          <ButtonGroup><Button>Send the update</Button><a className="govuk-link" href={`/self-assessments/${head.id}`}>Not now</a></ButtonGroup>
        </form>
      ) : <EmptyState title="There is no update yet">The director of {head.authority.name} writes it.</EmptyState>}
    </>
  );
}
