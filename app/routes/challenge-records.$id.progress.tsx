import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { planOf, updateProgress } from "~/features/action-plan";
import { PlanView } from "~/features/action-plan/components/plan-view";
import { actionStatuses, progressOf, statusWords } from "~/features/action-plan/content";
import { progressPosted, statusField, wordsField } from "~/features/action-plan/forms";
import { refusalWords } from "~/features/action-plan/words";
import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf } from "~/features/challenge-record/queries.server";
import { childDataIn } from "~/features/child-data/detect";
import { isHost, readsPlan } from "~/features/letter/access";
import { outcomeOf } from "~/features/letter/outcome";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, DateText, ErrorSummary, formOf, Meter, PressFields, pressOf, readForm, type RouteHandle, Select, TextArea, ToldSentence } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `How the actions go: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const plan = head && readsPlan(head) && ["monitoring", "progressReviewDue", "closed"].includes(head.state) ? await planOf(head.id) : null;
  if (!head || !plan) throw notFound();
  return { head, plan, step: head.steps.find((one) => one.event === "progress.update") ?? null, today: dayOf(now()), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const plan = head && isHost(head) ? await planOf(head.id) : null;
  if (!head || !plan) throw notFound();
  const values = readForm(await readBody(args.request));
  const items = progressPosted(values, plan.areas.flatMap((area) => area.actions));
  for (const { actionId, text } of items) {
    const [hit] = childDataIn(text);
    if (hit) return refuseWith(values, `“${hit.excerpt}” may identify a child. ${hit.why} Say it without`, wordsField(actionId));
  }
  const outcome = outcomeOf(await updateProgress({ recordId: head.id, actor, ...pressOf(values), items }), refusalWords);
  if (outcome.ok) return redirectWith(`/challenge-records/${head.id}/progress`, { title: "The lead challenger is told how the actions go" });
  return notDone(outcome, values);
}

export default function ProgressRoute() {
  const { head, plan, step, today, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const actions = plan.areas.flatMap((area) => area.actions);
  const form = answered?.form ?? formOf(Object.fromEntries(actions.map((one) => [statusField(one.id), one.status ?? undefined])));
  const { done, of } = progressOf(actions);
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="How the actions go" />
      <Meter value={done} of={of} label="actions done">{head.reviewDueOn && head.state === "monitoring" ? <>Progress review <DateText when={head.reviewDueOn} year /></> : null}</Meter>
      {step && actions.length > 0 ? (
        <form method="post" noValidate className="app-measure">
          <h2 className="govuk-heading-m">Say how they go</h2>
          <p className="govuk-body">Only what you change or write is sent. Everything said stays on the record.</p>
          <PressFields revision={head.revision} requestKey={requestKey} />
          {actions.map((one, index) => (
            <div key={one.id} className="app-card app-item">
              <h3 className="govuk-heading-s">{one.what}</h3>
              <p className="govuk-body-s app-soft">{one.owner}, by <DateText when={one.dueOn} year /></p>
              <Select form={form} name={statusField(one.id)} label={<>How it stands<span className="govuk-visually-hidden">, action {index + 1}</span></>} blank="Nothing said yet" options={actionStatuses.map((status) => ({ value: status, label: statusWords[status] }))} />
              <TextArea form={form} name={wordsField(one.id)} label={<>What has happened since<span className="govuk-visually-hidden">, action {index + 1}</span></>} rows={2} />
            </div>
          ))}
          <ToldSentence tells={step.tells} />
          <ButtonGroup><Button>Send how they go</Button><a className="govuk-link" href={`/challenge-records/${head.id}`}>Not now</a></ButtonGroup>
        </form>
      ) : null}
      <PlanView areas={plan.areas} today={today} following />
    </>
  );
}
