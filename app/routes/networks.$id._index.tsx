import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { joinNetwork } from "~/features/network";
import { NetworkPill } from "~/features/network/components/network-parts";
import { outcomeOf } from "~/features/network/outcome";
import { networkPage, type NetworkPage } from "~/features/network/queries.server";
import { kindLabels, refusalWords } from "~/features/network/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { Breadcrumbs, Button, counted, EmptyState, formatDate, InsetText, PageHeading, SummaryList, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "network" }, title: (data: { network: { title: string } }) => data.network.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const network = await networkPage(actor, args.params["id"]);
  if (!network) throw notFound();
  return { actor, network };
}

export async function loader(args: LoaderFunctionArgs) {
  const { network } = await asked(args);
  return { network, timeline: network.keeps ? await recordTimeline(network.id, { emails: true }) : null };
}

/** Somebody joins. Done again they are a member already, and read so. */
export async function action(args: ActionFunctionArgs) {
  const { actor, network } = await asked(args);
  const outcome = outcomeOf(await joinNetwork({ networkId: network.id, actor }));
  if (outcome.ok) return redirectWith(`/networks/${network.id}`, { title: "You are a member", text: "You find here how to join its meetings, and who else belongs to it." });
  if (outcome.status === 404) throw notFound();
  return redirectWith(`/networks/${network.id}`, { kind: "notice", title: "You have not joined", text: outcome.message });
}

export default function NetworkRoute() {
  const { network, timeline } = useLoaderData<typeof loader>();
  const { mine } = network;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Networks", href: "/networks" }]} />
      <PageHeading caption={`${kindLabels[network.kind]}, ${network.region}`} status={<NetworkPill state={network.state} />}>{network.title}</PageHeading>
      <div className="app-measure">
        {network.reason ? <InsetText>{network.reason}</InsetText> : null}
        {network.about ? <p className="govuk-body app-prewrap">{network.about}</p> : null}
        {mine?.state === "member" ? <InsetText><strong>You are a member.</strong> <a className="govuk-link" href={`/memberships/${mine.id}`}>Your membership</a></InsetText> : null}
        {mine?.state === "invited" ? <Button href={`/memberships/${mine.id}`}>Answer the invitation</Button> : null}
        {network.mayJoin ? <form method="post"><Button>Join this network</Button></form> : null}
        <SummaryList
          rows={[
            { key: "Who may join", value: network.follows.length > 0 ? `Those who took part in ${network.follows.join(", or in ")}` : "Everybody with a post in the region" },
            { key: "Members", value: `${counted(network.memberCount, "member")}, from ${network.authorities.part} of ${network.authorities.whole} authorities` },
            ...(network.instructions ? [{ key: "How to join", value: <span className="app-prewrap">{network.instructions}</span> }] : []),
            ...(network.joinLink ? [{ key: "Link for members", value: <a className="govuk-link" href={network.joinLink} rel="noreferrer">{network.joinLink}</a> }] : []),
          ]}
        />
      </div>
      {network.keeps ? <Running network={network} /> : null}
      {mine?.state === "member" || network.keeps ? (
        network.meetings.length > 0 ? (
          <Table
            caption="Meetings"
            columns={[
              { key: "title", heading: "Meeting", cell: (row) => <a className="govuk-link" href={`/events/${row.id}`}>{row.title}</a> },
              { key: "when", heading: "When and where", cell: (row) => row.dates.map((date) => <div key={date.id}>{`${whenWords(date)}, ${whereWords(date)}`}</div>) },
              { key: "places", heading: "Places", cell: (row) => row.dates.map((date) => <div key={date.id}>{placesLeft(date)}</div>) },
            ]}
            rows={network.meetings} rowKey={(row) => row.id}
          />
        ) : <EmptyState title="No meeting is planned">You are told when booking of one opens.</EmptyState>
      ) : null}
      {network.members ? (
        <Table
          caption="Members" empty="Nobody has joined yet."
          columns={[
            { key: "name", heading: "Name", cell: (row) => (network.keeps ? <a className="govuk-link" href={`/memberships/${row.membershipId}`}>{row.name}</a> : row.name) },
            { key: "place", heading: "Post", cell: (row) => row.place },
            { key: "authority", heading: "Authority", cell: (row) => row.authority ?? "" },
            { key: "since", heading: "Since", cell: (row) => formatDate(row.since, { year: true }) },
          ]}
          rows={network.members} rowKey={(row) => row.membershipId}
        />
      ) : null}
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}

/** What the coordinator does with it. */
function Running({ network }: { readonly network: NetworkPage }) {
  const base = `/networks/${network.id}`;
  const open = network.acts.find(({ slug }) => slug === "open");
  const rest = network.acts.filter(({ slug }) => slug !== "open");
  const possible = rest.filter(({ blockedBy }) => !blockedBy);
  const blocked = rest.filter(({ blockedBy }) => blockedBy);
  return (
    <div className="app-measure">
      <h2 className="govuk-heading-m">Run this network</h2>
      {open ? <Button href={`${base}/act/open`}>Check, and open it to members</Button> : null}
      <ul className="govuk-list">
        {network.state === "open" ? <li><a className="govuk-link" href={`/events/new?network=${network.id}`}>Plan a meeting for its members</a></li> : null}
        {network.state === "open" ? <li><a className="govuk-link" href={`${base}/invite`}>Invite people to join</a></li> : null}
        {network.state === "closed" ? null : <li><a className="govuk-link" href={`${base}/edit`}>Change what it is and who may join</a></li>}
        <li><a className="govuk-link" href={`${base}/members.csv`}>Members as a spreadsheet (CSV)</a></li>
        {possible.map(({ slug, title }) => <li key={slug}><a className="govuk-link" href={`${base}/act/${slug}`}>{title}</a></li>)}
      </ul>
      {blocked.map(({ slug, title, blockedBy }) => <p className="govuk-body" key={slug}>{`${title}: not yet. ${refusalWords(blockedBy ?? "")}.`}</p>)}
      {network.invited.length > 0 ? <p className="govuk-body">{"Invited, and have not answered: "}{network.invited.map(({ id, name }, index) => <span key={id}>{index > 0 ? ", " : ""}<a className="govuk-link" href={`/memberships/${id}`}>{name}</a></span>)}.</p> : null}
    </div>
  );
}
