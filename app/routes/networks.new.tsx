import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { runsEventsOf } from "~/features/booking";
import { eventsToHaveAttended } from "~/features/event/queries.server";
import { planNetwork } from "~/features/network";
import { NetworkFields } from "~/features/network/components/network-parts";
import { fieldOf, readNetwork } from "~/features/network/forms";
import { outcomeOf } from "~/features/network/outcome";
import { networksFor } from "~/features/network/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, PressFields, pressOf, readForm, Select, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Make a network", scripts: ["conditional"] } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { runs } = await networksFor(await enter(args, handle.access));
  return { runs, events: (await Promise.all(runs.map(({ id }) => eventsToHaveAttended(id)))).flat(), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = readNetwork(values);
  if (!read.ok) return refuse(read.form);
  const regionId = valueOf({ values, errors: {} }, "regionId") || (runsEventsOf(actor)[0] ?? "");
  const made = await planNetwork({ regionId, details: read.data, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOf(made);
  if (!outcome.ok) {
    if (outcome.status === 404) throw notFound();
    return refuseWith(values, outcome.message, fieldOf[outcome.reason]);
  }
  return redirectWith(made.kind === "made" ? `/networks/${made.id}` : "/networks", { title: "The network is made", text: "Nobody else sees it until you open it." });
}

export default function NewNetworkRoute() {
  const { runs, events, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ kind: "network", who: "region" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Networks", href: "/networks" }]} />
      <PageHeading caption={runs.length === 1 ? runs[0]?.name : undefined}>Make a network</PageHeading>
      <form method="post" noValidate>
        <PressFields requestKey={requestKey} />
        {runs.length > 1 ? <Select form={form} name="regionId" label="Region" options={runs.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="regionId" value={runs[0]?.id ?? ""} />}
        <NetworkFields form={form} events={events} />
        <ButtonGroup><Button>Save and check</Button><a className="govuk-link" href="/networks">Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
