import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { runsEventsOf } from "~/features/booking";
import { OccasionFields } from "~/features/event/components/event-parts";
import { outcomeOfEvent } from "~/features/event/outcome";
import { eventsFor, eventsToHaveAttended } from "~/features/event/queries.server";
import { kindLabels, kinds } from "~/features/event/words";
import { POST_KINDS, postKinds } from "~/features/people/posts";
import { planSeries } from "~/features/series";
import { readNewSeries } from "~/features/series/forms";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, DateInput, ErrorSummary, formatDate, formOf, PageHeading, pressOf, Radios, readForm, type RouteHandle, Select, TextArea, TextInput, valueOf } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Plan a series of sessions", scripts: ["conditional"] } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { runs } = await eventsFor(actor);
  return { runs, others: (await Promise.all(runs.map(({ id }) => eventsToHaveAttended(id)))).flat(), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = readNewSeries(values, { today: dayOf(now()) });
  if (!read.ok) return refuse(read.form);
  const regionId = valueOf({ values, errors: {} }, "regionId") || (runsEventsOf(actor)[0] ?? "");
  const result = await planSeries({ ...read.data, regionId, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOfEvent(result);
  if (result.kind === "made") {
    const skipped = result.skipped.map((day) => formatDate(day)).join(", ");
    return redirectWith(`/series/${result.id}`, { title: "The series is planned", text: `${skipped ? `Left out because of bank holidays: ${skipped}. ` : ""}Nobody else sees it until you open booking. Check it first.` });
  }
  if (!outcome.ok && outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.ok ? "" : outcome.message);
}

export default function NewSeriesRoute() {
  const { runs, others, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ startsAt: "10:00", endsAt: "12:00", audience: "region", offerHours: "8", bookByBefore: "2", everyWeeks: "2" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }]} />
      <PageHeading caption={runs.length === 1 ? runs[0]?.name : undefined}>Plan a series of sessions</PageHeading>
      <form method="post" noValidate>
        <input type="hidden" name="requestKey" value={requestKey} />
        {runs.length > 1 ? <Select form={form} name="regionId" label="Region" options={runs.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="regionId" value={runs[0]?.id ?? ""} />}
        <TextInput form={form} name="title" label="What is it called?" />
        <Select form={form} name="kind" label="What kind of sessions are they?" blank="Choose" options={kinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))} />
        <TextArea form={form} name="about" label="What is it about? (optional)" rows={4} />
        <h2 className="govuk-heading-m">When</h2>
        <DateInput form={form} name="first" label="Day of the first session" hint="Days that are bank holidays are left out, and the series ends later for it." />
        <Radios form={form} name="everyWeeks" label="How often?" size="s" choices={[{ value: "1", label: "Every week" }, { value: "2", label: "Every two weeks" }, { value: "4", label: "Every four weeks" }]} />
        <TextInput form={form} name="count" label="How many sessions?" inputMode="numeric" width={3} />
        <h2 className="govuk-heading-m">Each session</h2>
        <OccasionFields form={form} />
        <h2 className="govuk-heading-m">Who can book</h2>
        <Radios
          form={form} name="audience" label="Who can book?" size="s"
          choices={[
            { value: "region", label: "Everybody with a post in the region" },
            { value: "attended", label: "Only those who took part in another event", reveals: <Select form={form} name="attendedOwnerId" label="Which event?" blank="Choose an event" options={others.map(({ id, title }) => ({ value: id, label: title }))} /> },
          ]}
        />
        <TextInput form={form} name="bookByBefore" label="How many working days before each session does booking close?" inputMode="numeric" width={3} />
        <TextInput form={form} name="quota" label="Most places of one authority at a session (optional)" inputMode="numeric" width={3} />
        <TextInput form={form} name="offerHours" label="For how many working hours is a place kept that is offered to the waiting list?" inputMode="numeric" width={3} />
        <Select form={form} name="coversKind" label="Of which posts is it counted how many took part? (optional)" blank="None" options={postKinds.filter((kind) => POST_KINDS[kind].level === "authority").map((kind) => ({ value: kind, label: POST_KINDS[kind].label }))} />
        <ButtonGroup><Button>Save and check</Button><a className="govuk-link" href="/events">Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
