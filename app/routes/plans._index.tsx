import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { draftPlan } from "~/features/plan";
import { PlanPill } from "~/features/plan/components/plan-parts";
import { readDetails } from "~/features/plan/forms";
import { plansFor } from "~/features/plan/queries.server";
import { refusalWords } from "~/features/plan/words";
import { DecisionTabs } from "~/features/summit/components/lists";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { blankForm, Button, DateInput, ErrorSummary, formatDate, PageHeading, PressFields, pressOf, readForm, Select, Table, TextInput, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Plans" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await plansFor(await enter(args, handle.access))), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { runs } = await plansFor(actor);
  if (runs.length === 0) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const region = runs.find(({ id }) => id === valueOf(form, "regionId")) ?? runs[0];
  const read = readDetails(values);
  if (!read.ok) return refuse(read.form);
  const follows = valueOf(form, "follows");
  if (follows && follows !== region?.follows?.id) return refuseWith(values, refusalWords("no-such-plan"), "follows");
  const made = await draftPlan({ regionId: region?.id ?? "", previousId: follows || null, ...read.data, actor, requestKey: pressOf(values).requestKey });
  if (made.kind === "made") return redirectWith(`/plans/${made.id}/edit`, { title: "The draft is begun", text: "Nobody is told until you open it for comments." });
  if (made.reason === "not-your-role") throw notFound();
  return refuseWith(values, refusalWords(made.reason), "follows");
}

export default function PlansRoute() {
  const { plans, runs, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const follows = runs.flatMap((region) => (region.follows ? [region.follows] : []));
  return (
    <>
      <ErrorSummary form={form} />
      <PageHeading>Plans</PageHeading>
      <DecisionTabs here="/plans" />
      <p className="govuk-body-l app-measure">What a region does together: its priorities, its workstreams, who sees to what by when, and how each stands every quarter.</p>
      <Table
        caption="Regional plans" empty="There is no plan that you can see. Directors and their people see one once it is opened for comments."
        columns={[
          { key: "name", heading: "Plan", cell: (row) => <a className="govuk-link" href={`/plans/${row.id}`}>{row.name}</a> },
          { key: "region", heading: "Region", cell: (row) => row.region },
          { key: "from", heading: "From", cell: (row) => formatDate(row.startsOn, { year: true }) },
          { key: "to", heading: "To", cell: (row) => formatDate(row.endsOn, { year: true }) },
          { key: "state", heading: "Where it is", cell: (row) => <PlanPill state={row.state} /> },
        ]}
        rows={plans} rowKey={(row) => row.id}
      />
      {runs.length > 0 ? (
        <form method="post" noValidate className="app-measure">
          <h2 className="govuk-heading-m">Draft a plan</h2>
          <PressFields requestKey={requestKey} />
          {runs.length > 1 ? <Select form={form} name="regionId" label="Region" options={runs.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
          <TextInput form={form} name="name" label="What is it called?" />
          {follows.length > 0 ? <Select form={form} name="follows" label="Which plan does it follow?" hint="Its priorities, workstreams and open actions are carried into the draft." blank="None: it begins afresh" options={follows.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
          <DateInput form={form} name="consultBy" label="Last day for comments" />
          <DateInput form={form} name="startsOn" label="First day of the plan" />
          <DateInput form={form} name="endsOn" label="Last day of the plan" hint="Eighteen months later, for instance." />
          <Button>Begin the draft</Button>
        </form>
      ) : null}
    </>
  );
}
