import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { inviteMembers } from "~/features/network";
import { fieldOf } from "~/features/network/forms";
import { outcomeOf } from "~/features/network/outcome";
import { networkPage, peopleToInvite } from "~/features/network/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, Checkboxes, counted, EmptyState, ErrorSummary, blankForm, PageHeading, PressFields, pressOf, readForm, valuesOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "network" }, title: (data: { network: { title: string } }) => `Invite to join: ${data.network.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const network = await networkPage(actor, args.params["id"]);
  if (!network?.keeps || network.state !== "open") throw notFound();
  return { actor, network };
}

export async function loader(args: LoaderFunctionArgs) {
  const { network } = await asked(args);
  return { network: { id: network.id, title: network.title }, people: await peopleToInvite(network), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, network } = await asked(args);
  const values = readForm(await readBody(args.request));
  const invited = await inviteMembers({ networkId: network.id, personIds: valuesOf({ values, errors: {} }, "person"), actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOf(invited);
  if (outcome.ok) return redirectWith(`/networks/${network.id}`, { title: `${counted(invited.kind === "invited" ? invited.count : 0, "person", "people")} invited`, text: "Each has an email, and finds the invitation among their tasks." });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function InviteRoute() {
  const { network, people, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Networks", href: "/networks" }, { label: network.title, href: `/networks/${network.id}` }]} />
      <PageHeading caption={network.title}>Invite people to join</PageHeading>
      {people.length === 0 ? <EmptyState title="Everybody who may join is a member or invited">Those who may join are named on the network’s page.</EmptyState> : (
        <form method="post" noValidate>
          <PressFields requestKey={requestKey} />
          <Checkboxes form={form} name="person" label="Who is invited?" size="m" small choices={people.map(({ id, name, place }) => ({ value: id, label: place ? `${name}, ${place}` : name }))} />
          <ButtonGroup><Button>Invite those chosen</Button><a className="govuk-link" href={`/networks/${network.id}`}>Cancel</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
