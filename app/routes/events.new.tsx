import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { runsEventsOf } from "~/features/booking";
import { planEvent } from "~/features/event";
import { DateFields, WhatFields } from "~/features/event/components/event-parts";
import { fieldOf, readNewEvent } from "~/features/event/forms";
import { outcomeOfEvent } from "~/features/event/outcome";
import { eventsFor, eventsToHaveAttended, networksOf } from "~/features/event/queries.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, pressOf, readForm, type RouteHandle, Select, valueOf } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Plan an event", scripts: ["conditional"] } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { runs } = await eventsFor(actor);
  const others = (await Promise.all(runs.map(({ id }) => eventsToHaveAttended(id)))).flat();
  const networks = (await Promise.all(runs.map(({ id }) => networksOf(id)))).flat();
  const network = networks.find(({ id }) => id === new URL(args.request.url).searchParams.get("network"));
  return { runs, others, networks, network: network?.id ?? null, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = readNewEvent(values, { today: dayOf(now()) });
  if (!read.ok) return refuse(read.form);
  const runs = runsEventsOf(actor);
  const regionId = valueOf({ values, errors: {} }, "regionId") || (runs[0] ?? "");
  const result = await planEvent({ ...read.data, regionId, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOfEvent(result);
  if (!outcome.ok) {
    if (outcome.status === 404) throw notFound();
    return refuseWith(values, outcome.message, fieldOf[outcome.reason]);
  }
  return redirectWith(result.kind === "made" ? `/events/${result.id}${read.data.rules.audience === "named" ? "/guests" : ""}` : "/events", { title: "The event is planned", text: "Nobody else sees it until you open booking. Check it first." });
}

export default function NewEventRoute() {
  const { runs, others, networks, network, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ startsAt: "10:00", endsAt: "15:30", offerHours: "8", ...(network ? { audience: "members", networkId: network, kind: "network" } : { audience: "region" }) });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }]} />
      <PageHeading caption={runs.length === 1 ? runs[0]?.name : undefined}>Plan an event</PageHeading>
      <form method="post" noValidate>
        <input type="hidden" name="requestKey" value={requestKey} />
        {runs.length > 1 ? <Select form={form} name="regionId" label="Region" options={runs.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="regionId" value={runs[0]?.id ?? ""} />}
        <WhatFields form={form} others={others} networks={networks} />
        <h2 className="govuk-heading-m">When and where</h2>
        <DateFields form={form} />
        <ButtonGroup><Button>Save and check</Button><a className="govuk-link" href="/events">Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
