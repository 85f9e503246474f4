import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authoritiesOf } from "~/features/authority";
import { changeCohort, cohortPage } from "~/features/programme";
import { CohortFields, cohortValues } from "~/features/programme/components/programme-parts";
import { fieldOf, readCohort } from "~/features/programme/forms";
import { outcomeOf } from "~/features/programme/outcome";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, readForm, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "cohort" }, title: "Change places and dates" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort?.keeps || !["planned", "nominationsOpen", "selecting", "confirmed"].includes(cohort.state)) throw notFound();
  const authorities = await authoritiesOf(cohort.regionId);
  return { actor, cohort, authorities };
}

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, authorities } = await asked(args);
  return { cohort, authorities };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort, authorities } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readCohort(values, { today: dayOf(now()), authorities, dates: cohort.state === "planned" });
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOf(await changeCohort({ cohortId: cohort.id, ...read.data, actor }));
  if (outcome.ok) return redirectWith(`/cohorts/${cohort.id}`, { title: "The cohort is changed" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function EditCohortRoute() {
  const { cohort, authorities } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(cohortValues(cohort));
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>Change places and dates</PageHeading>
      <form method="post" noValidate>
        <CohortFields form={form} authorities={authorities} dates={cohort.state === "planned"} />
        <ButtonGroup><Button>Save</Button><a className="govuk-link" href={`/cohorts/${cohort.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
