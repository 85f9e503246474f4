import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { giveUpdate } from "~/features/plan";
import { readUpdate } from "~/features/plan/forms";
import { outcomeOf } from "~/features/plan/outcome";
import { streamPage } from "~/features/plan/queries.server";
import { statuses, statusLabels } from "~/features/plan/words";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, ButtonGroup, DateInput, ErrorSummary, formatDate, PageHeading, PressFields, pressOf, Radios, readForm, TextArea, ToldSentence, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "workstream" }, title: (data: { page: { title: string } }) => `Update: ${data.page.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await streamPage(actor, args.params["id"]);
  if (!page) throw notFound();
  return { actor, page, step: page.steps.find(({ event }) => event === "update.atRisk") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, step } = await asked(args);
  if (!step) throw notFound();
  return { page: { id: page.id, title: page.title, updateOn: page.updateOn, revision: page.revision, plan: page.plan }, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const base = `/workstreams/${page.id}`;
  if (!step) {
    if (!pressOf(values).requestKey) throw notFound();
    return redirectWith(base, { kind: "notice", title: "It was not kept", text: "The workstream has ended, or its update is not yours to give." });
  }
  const read = readUpdate(values, dayOf(now()));
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOf(await giveUpdate({ workstreamId: page.id, actor, ...pressOf(values), ...read.data }));
  if (outcome.ok) return redirectWith(base, { title: "The update is kept", text: read.data.recovery ? "The recovery action is in the workplan, and its owner is reminded before its day." : "Sponsor and coordinator are told." });
  return notDone(outcome, values, outcome.reason === "hasRecovery" ? "recovery" : "narrative");
}

export default function UpdateRoute() {
  const { page, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <form method="post" noValidate className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Plans", href: "/plans" }, { label: page.plan.name, href: `/plans/${page.plan.id}` }, { label: page.title, href: `/workstreams/${page.id}` }]} />
      <PageHeading caption={page.title}>{page.updateOn ? `How does it stand? Quarter to ${formatDate(page.updateOn, { year: true })}` : "How does it stand?"}</PageHeading>
      <PressFields revision={page.revision} requestKey={requestKey} />
      <Radios form={form} name="status" label="It is" size="s" choices={statuses.map((status) => ({ value: status, label: statusLabels[status] }))} />
      <TextArea form={form} name="narrative" label="In a few sentences" hint="What has been done, and what comes next. Never about one child." rows={5} />
      <h2 className="govuk-heading-m">Where it is not on track</h2>
      <TextArea form={form} name="recovery" label="What is done to recover?" hint="It becomes an action of the workplan, owned by the lead. Leave it empty when the workstream is on track." rows={2} />
      <DateInput form={form} name="recoveryBy" label="By when is that done?" />
      <ToldSentence tells={tells} />
      <ButtonGroup><Button>Keep the update</Button><a className="govuk-link" href={`/workstreams/${page.id}`}>Cancel</a></ButtonGroup>
    </form>
  );
}
