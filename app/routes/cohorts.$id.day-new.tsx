import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DateFields } from "~/features/event/components/event-parts";
import { readSessionDate } from "~/features/event/forms";
import { cohortPage } from "~/features/programme";
import { addDay, tutorsOf } from "~/features/programme-day";
import { DayFields } from "~/features/programme-day/components/day-parts";
import { dayForm, tutorIdsOf } from "~/features/programme-day/forms";
import { fieldOf, outcomeOf } from "~/features/programme-day/outcome";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, readForm, refusedForm, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "cohort" }, title: "Add a day" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort?.keeps) throw notFound();
  return { actor, cohort };
}

export async function loader(args: LoaderFunctionArgs) {
  const { cohort } = await asked(args);
  return { cohort: { id: cohort.id, title: cohort.title, places: cohort.places }, tutors: await tutorsOf(cohort.regionId) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort } = await asked(args);
  const values = readForm(await readBody(args.request));
  const date = readSessionDate(values, { today: dayOf(now()) });
  const what = dayForm.safeParse(values);
  if (!what.success || !date.ok) return refuse({ values, errors: { ...(what.success ? {} : refusedForm(values, what.error.issues).errors), ...(date.ok ? {} : date.form.errors) } });
  const outcome = outcomeOf(await addDay({ cohortId: cohort.id, details: { ...what.data, tutorIds: tutorIdsOf(values) }, date: date.data, actor }));
  if (outcome.ok) return redirectWith(`/cohorts/${cohort.id}`, { title: "The day is added" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function NewDayRoute() {
  const { cohort, tutors } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ startsAt: "09:30", endsAt: "16:00", mode: "inPerson", capacity: String(cohort.places) });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>Add a day</PageHeading>
      <form method="post" noValidate>
        <DayFields form={form} tutors={tutors} />
        <h2 className="govuk-heading-m">When and where</h2>
        <DateFields form={form} />
        <ButtonGroup><Button>Add the day</Button><a className="govuk-link" href={`/cohorts/${cohort.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
