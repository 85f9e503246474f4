import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { draftPlan } from "~/features/plan";
import { readDetails } from "~/features/plan/forms";
import { plansFor } from "~/features/plan/queries.server";
import { refusalWords } from "~/features/plan/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, ButtonGroup, DateInput, ErrorSummary, PageHeading, PressFields, pressOf, readForm, Select, TextInput, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Draft a plan" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { runs } = await plansFor(await enter(args, handle.access));
  return { runs, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { runs } = await plansFor(actor);
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

export default function NewPlanRoute() {
  const { runs, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const follows = runs.flatMap((region) => (region.follows ? [region.follows] : []));
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Plans", href: "/plans" }]} />
      <PageHeading>Draft a plan</PageHeading>
      <form method="post" noValidate>
        <PressFields requestKey={requestKey} />
        {runs.length > 1 ? <Select form={form} name="regionId" label="Region" options={runs.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
        <TextInput form={form} name="name" label="What is it called?" />
        {follows.length > 0 ? <Select form={form} name="follows" label="Which plan does it follow?" hint="Its priorities, workstreams and open actions are carried into the draft." blank="None: it begins afresh" options={follows.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
        <DateInput form={form} name="consultBy" label="Last day for comments" />
        <DateInput form={form} name="startsOn" label="First day of the plan" />
        <DateInput form={form} name="endsOn" label="Last day of the plan" hint="Eighteen months later, for instance." />
        <ButtonGroup><Button>Begin the draft</Button><a className="govuk-link" href="/plans">Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
