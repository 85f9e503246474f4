import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { closeNetwork, openNetwork, repeatInvitation, sendInstructions } from "~/features/network";
import { outcomeOf } from "~/features/network/outcome";
import { networkPage } from "~/features/network/queries.server";
import { NETWORK_ACTS } from "~/features/network/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, ButtonGroup, ErrorSummary, PageHeading, PressFields, pressOf, readForm, TextArea, ToldSentence, valueOf, WarningButton, WarningText, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "network" }, title: (data: { act: { heading: string } }) => data.act.heading } satisfies RouteHandle;

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
  const given = { networkId: network.id, actor, ...pressOf(values) };
  const base = `/networks/${network.id}`;
  const result = await {
    open: () => openNetwork(given),
    instructions: () => sendInstructions(given),
    remind: () => repeatInvitation(given),
    close: () => closeNetwork({ ...given, reason: valueOf({ values, errors: {} }, "reason") }),
  }[act.slug as "open" | "instructions" | "remind" | "close"]();
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(base, { title: act.done, text: act.doneText });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asksReason ? "reason" : undefined);
}

export default function NetworkActRoute() {
  const { network, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const Press = act.asksReason ? WarningButton : Button;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Networks", href: "/networks" }, { label: network.title, href: `/networks/${network.id}` }]} />
      <PageHeading caption={network.title}>{act.heading}</PageHeading>
      <form method="post" noValidate>
        {act.asksReason ? <WarningText>{act.says}</WarningText> : <p className="govuk-body">{act.says}</p>}
        <PressFields revision={network.revision} requestKey={requestKey} />
        {act.asksReason ? <TextArea form={form} name="reason" label="Reason" hint="It is read on the network’s page. It is not put into emails." rows={3} /> : null}
        <ToldSentence tells={tells} />
        <ButtonGroup><Press>{act.button}</Press><a className="govuk-link" href={`/networks/${network.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
