import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { outcomeOf } from "~/features/network/outcome";
import { perform } from "~/features/network/perform.server";
import { networkPage } from "~/features/network/queries.server";
import { NETWORK_ACTS } from "~/features/network/words";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { blankForm, Breadcrumbs, ErrorSummary, PageHeading, pressOf, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "network" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const network = await networkPage(actor, args.params["id"]);
  const act = NETWORK_ACTS.find(({ slug }) => slug === args.params["slug"]);
  if (!network?.keeps || !act) throw notFound();
  return { actor, network, act, step: network.acts.find(({ slug }) => slug === act.slug) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { network, act, step } = await asked(args);
  if (!step || step.blockedBy) throw notFound();
  return { network: { id: network.id, title: network.title, revision: network.revision }, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, network, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const base = `/networks/${network.id}`;
  const outcome = outcomeOf(await perform(act.event, { networkId: network.id, actor, ...pressOf(values), reason: valueOf({ values, errors: {} }, "reason") }));
  if (outcome.ok) return redirectWith(base, { title: act.done, text: act.doneText });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks[0]);
}

export default function NetworkActRoute() {
  const { network, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Networks", href: "/networks" }, { label: network.title, href: `/networks/${network.id}` }]} />
      <PageHeading caption={network.title}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={network.revision} requestKey={requestKey} back={`/networks/${network.id}`}>
        {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Reason" hint="It is read on the network’s page. It is not put into emails." rows={3} /> : null}
      </ActForm>
    </>
  );
}
