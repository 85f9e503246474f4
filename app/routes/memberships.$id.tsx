import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { acceptInvitation, declineInvitation, endMembership, leaveNetwork } from "~/features/network";
import { outcomeOf } from "~/features/network/outcome";
import { membershipPage } from "~/features/network/queries.server";
import { membershipLabels } from "~/features/network/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, ButtonGroup, Details, ErrorSummary, formatDate, InsetText, PageHeading, Pill, PressFields, pressOf, readForm, TextArea, valueOf, WarningButton, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "membership" },
  title: (data: { page: { network: string; self: boolean; person: string } }) => (data.page.self ? `Your membership: ${data.page.network}` : `Membership of ${data.page.person}: ${data.page.network}`),
} satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await membershipPage(actor, args.params["id"]);
  if (!page) throw notFound();
  return { actor, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await asked(args);
  return { page, requestKey: randomUUID() };
}

const done = {
  accept: { title: "You are a member", text: "The network’s page shows how to join its meetings." },
  decline: { title: "You have declined", text: "The coordinator is told." },
  leave: { title: "You have left", text: "You can join again on the network’s page." },
  end: { title: "The membership is ended", text: "The person is told." },
} as const;

const isIntent = (text: string): text is keyof typeof done => Object.hasOwn(done, text);

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const intent = valueOf(form, "intent");
  if (!isIntent(intent)) return redirect(`/memberships/${page.id}`);
  const given = { membershipId: page.id, actor, ...pressOf(values) };
  const result = await {
    accept: () => acceptInvitation(given),
    decline: () => declineInvitation(given),
    leave: () => leaveNetwork(given),
    end: () => endMembership({ ...given, reason: valueOf(form, "reason") }),
  }[intent]();
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(intent === "accept" ? `/networks/${page.networkId}` : `/memberships/${page.id}`, done[intent]);
  if (outcome.status === 404) return redirect(`/memberships/${page.id}`);
  return notDone(outcome, values, intent === "end" ? "reason" : undefined);
}

export default function MembershipRoute() {
  const { page, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const may = (event: string) => page.steps.includes(event);
  const press = <PressFields revision={page.revision} requestKey={requestKey} />;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Networks", href: "/networks" }, { label: page.network, href: `/networks/${page.networkId}` }]} />
      <PageHeading caption={page.self ? "Your membership" : page.person} status={<Pill kind={page.state === "invited" ? "warn" : page.state === "member" ? "calm" : "quiet"}>{membershipLabels[page.state]}</Pill>}>{page.network}</PageHeading>
      {page.reason ? <InsetText><strong>Why it was ended.</strong> <span className="app-prewrap">{page.reason}</span></InsetText> : null}
      <p className="govuk-body">{page.state === "member" ? `${page.self ? "You have been a member" : `${page.person} has been a member`} since ${formatDate(page.since, { year: true })}.` : page.state === "invited" ? (page.self ? "You are invited to join. Members see who else belongs to the network and how to join its meetings." : `${page.person} has not answered the invitation.`) : ""}</p>
      {may("invitation.accept") ? (
        <form method="post">{press}<ButtonGroup><Button name="intent" value="accept">Join the network</Button><Button name="intent" value="decline" kind="secondary">Decline</Button></ButtonGroup></form>
      ) : null}
      <p className="govuk-body"><a className="govuk-link" href={`/networks/${page.networkId}`}>Go to the network</a></p>
      {may("network.leave") ? <Details summary="Leave the network"><form method="post">{press}<p className="govuk-body">You get no more emails of it. Places you have booked at its meetings stay booked.</p><WarningButton name="intent" value="leave">Leave it</WarningButton></form></Details> : null}
      {may("membership.end") && !page.self ? (
        <Details summary="End this membership">
          <form method="post" noValidate>{press}<TextArea form={form} name="reason" label="Reason" hint={`${page.person} reads it here. It is not put into emails.`} rows={3} /><WarningButton name="intent" value="end">End the membership</WarningButton></form>
        </Details>
      ) : null}
    </div>
  );
}
