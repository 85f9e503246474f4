import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authoritiesOf } from "~/features/authority";
import { planCohort, programmePage } from "~/features/programme";
import { CohortFields } from "~/features/programme/components/programme-parts";
import { fieldOf, readCohort } from "~/features/programme/forms";
import { outcomeOf } from "~/features/programme/outcome";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, PressFields, pressOf, readForm, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "programme" }, title: "Plan a cohort" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const programme = await programmePage(actor, args.params["id"]);
  if (!programme?.keeps) throw notFound();
  const authorities = await authoritiesOf(programme.regionId);
  return { actor, programme, authorities };
}

export async function loader(args: LoaderFunctionArgs) {
  const { programme, authorities } = await asked(args);
  return { programme: { id: programme.id, title: programme.title }, authorities, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, programme, authorities } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readCohort(values, { today: dayOf(now()), authorities, dates: true });
  if (!read.ok) return refuse(read.form);
  const result = await planCohort({ programmeId: programme.id, ...read.data, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(result.kind === "made" ? `/cohorts/${result.id}` : `/programmes/${programme.id}`, { title: "The cohort is planned", text: "Add its days next. Nobody else sees it until you open nominations." });
  if (outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.message, fieldOf[outcome.reason]);
}

export default function NewCohortRoute() {
  const { programme, authorities, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ places: "30", offerHours: "40" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: programme.title, href: `/programmes/${programme.id}` }]} />
      <PageHeading caption={programme.title}>Plan a cohort</PageHeading>
      <form method="post" noValidate>
        <PressFields requestKey={requestKey} />
        <CohortFields form={form} authorities={authorities} dates />
        <ButtonGroup><Button>Plan the cohort</Button><a className="govuk-link" href={`/programmes/${programme.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
