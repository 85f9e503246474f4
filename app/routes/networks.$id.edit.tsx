import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { eventsToHaveAttended } from "~/features/event/queries.server";
import { changeNetwork } from "~/features/network";
import { NetworkFields } from "~/features/network/components/network-parts";
import { fieldOf, readNetwork } from "~/features/network/forms";
import { outcomeOf } from "~/features/network/outcome";
import { networkPage } from "~/features/network/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, PressFields, pressOf, readForm, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Change the network", scripts: ["conditional"] } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const network = await networkPage(actor, args.params["id"]);
  if (!network?.keeps || network.state === "closed") throw notFound();
  return { actor, network };
}

export async function loader(args: LoaderFunctionArgs) {
  const { network } = await asked(args);
  const { title, kind, about, instructions, joinLink, sourceIds } = network;
  return {
    network: { id: network.id, title, revision: network.revision }, events: await eventsToHaveAttended(network.regionId), requestKey: randomUUID(),
    values: { title, kind, about, instructions: instructions ?? "", joinLink: joinLink ?? "", who: sourceIds.length > 0 ? "attended" : "region", source: [...sourceIds] },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, network } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readNetwork(values);
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOf(await changeNetwork({ networkId: network.id, actor, details: read.data, ...pressOf(values) }));
  if (outcome.ok) return redirectWith(`/networks/${network.id}`, { title: "The changes are saved" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function EditNetworkRoute() {
  const { network, values, events, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(values);
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Networks", href: "/networks" }, { label: network.title, href: `/networks/${network.id}` }]} />
      <PageHeading caption={network.title}>Change what it is and who may join</PageHeading>
      <form method="post" noValidate>
        <PressFields revision={network.revision} requestKey={requestKey} />
        <NetworkFields form={form} events={events} />
        <ButtonGroup><Button>Save the changes</Button><a className="govuk-link" href={`/networks/${network.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
