import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planTraining } from "~/features/challenger-pool";
import { filterOf } from "~/features/challenger-pool/filter";
import { readTraining } from "~/features/challenger-pool/forms";
import { outcomeOf } from "~/features/challenger-pool/outcome";
import { registerOf, trainingsOf } from "~/features/challenger-pool/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, DateInput, ErrorSummary, formatLongDate, formOf, PageHeading, Pill, pressOf, readForm, type RouteHandle, Table, TextInput, valueOf } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Training days" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const register = await registerOf(actor, filterOf(new URL(args.request.url).searchParams));
  if (!register?.keeps) throw notFound();
  return { region: register.region, trainings: await trainingsOf(register.region.id, { past: true }), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = readTraining(values);
  if (!read.ok) return refuse(read.form);
  const regionId = valueOf({ values, errors: {} }, "regionId");
  const result = await planTraining({ ...read.data, regionId, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(`/challengers/training?region=${regionId}`, { title: "The training day is planned", text: "Challengers who need one can book a place now." });
  if (outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.message);
}

export default function TrainingDaysRoute() {
  const { region, trainings, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ title: "Training of challengers", startsAt: "09:30", endsAt: "16:30", capacity: "20" });
  type Row = (typeof trainings)[number];
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Challengers", href: `/challengers?region=${region.id}` }]} />
      <PageHeading caption={region.name}>Training days</PageHeading>
      <Table
        caption="Days"
        hideCaption
        columns={[
          { key: "day", heading: "Day", cell: (row: Row) => <a className="govuk-link" href={`/challengers/training/${row.id}`}>{formatLongDate(row.day)}</a> },
          { key: "title", heading: "What", cell: (row: Row) => `${row.title}, ${row.place}` },
          { key: "booked", heading: "Places taken", numeric: true, cell: (row: Row) => `${row.booked} of ${row.capacity}` },
          { key: "state", heading: "State", cell: (row: Row) => (row.cancelledAt ? <Pill kind="quiet">Off</Pill> : row.toRecord ? <Pill kind="warn">Say who came</Pill> : row.attended > 0 ? `${row.attended} trained` : "Open for booking") },
        ]}
        rows={trainings}
        rowKey={(row) => row.id}
        empty="No training day is planned yet."
      />
      <form method="post" noValidate className="app-measure">
        <h2 className="govuk-heading-m">Plan a training day</h2>
        <input type="hidden" name="regionId" value={region.id} /><input type="hidden" name="requestKey" value={requestKey} />
        <TextInput form={form} name="title" label="What is it called?" />
        <DateInput form={form} name="day" label="Day" />
        <TextInput form={form} name="startsAt" label="Begins at" hint="London time, like 09:30" width={5} />
        <TextInput form={form} name="endsAt" label="Ends at" width={5} />
        <TextInput form={form} name="place" label="Where, or the link to join" />
        <TextInput form={form} name="capacity" label="Places" inputMode="numeric" width={3} />
        <Button>Plan the training day</Button>
      </form>
    </>
  );
}
