import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeDay, dayPage, tutorsOf } from "~/features/programme-day";
import { DayFields } from "~/features/programme-day/components/day-parts";
import { dayForm, tutorIdsOf } from "~/features/programme-day/forms";
import { fieldOf, outcomeOf } from "~/features/programme-day/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, PressFields, pressOf, readForm, refusedForm, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "programme-day" }, title: "Change the day" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const day = await dayPage(actor, args.params["id"]);
  if (!day?.keeps || !["scheduled", "bookingOpen"].includes(day.state)) throw notFound();
  return { actor, day };
}

export async function loader(args: LoaderFunctionArgs) {
  const { day } = await asked(args);
  return { day, tutors: await tutorsOf(day.regionId), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, day } = await asked(args);
  const values = readForm(await readBody(args.request));
  const what = dayForm.safeParse(values);
  if (!what.success) return refuse(refusedForm(values, what.error.issues));
  const outcome = outcomeOf(await changeDay({ dayId: day.id, details: { ...what.data, tutorIds: tutorIdsOf(values) }, actor, ...pressOf(values) }));
  if (outcome.ok) return redirectWith(`/days/${day.id}`, { title: "The day is changed" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function EditDayRoute() {
  const { day, tutors, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ title: day.title, about: day.about, tutors: day.tutors.map(({ personId }) => personId) });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: day.recordTitle, href: `/days/${day.id}` }]} />
      <PageHeading caption={day.recordTitle}>Change the day</PageHeading>
      <form method="post" noValidate>
        <PressFields revision={day.revision} requestKey={requestKey} />
        <DayFields form={form} tutors={tutors} />
        <ButtonGroup><Button>Save</Button><a className="govuk-link" href={`/days/${day.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
