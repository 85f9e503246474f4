import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { EventTabs, membershipWords, NetworkPill } from "~/features/network/components/network-parts";
import { networksFor } from "~/features/network/queries.server";
import { kindLabels } from "~/features/network/words";
import { enter } from "~/session/enter.server";
import { Button, EmptyState, PageHeading, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Networks" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return networksFor(await enter(args, handle.access));
}

export default function NetworksRoute() {
  const { networks, runs } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Networks</PageHeading>
      <EventTabs here="/networks" />
      <p className="govuk-body-l app-measure">Networks and communities of practice that you belong to, or may join.</p>
      {runs.length > 0 ? <Button href="/networks/new">Make a network</Button> : null}
      {networks.length === 0 ? <EmptyState title="There is no network for you yet">A network appears here when it opens and you may join it. Some are only for those who took part in certain events.</EmptyState> : (
        <Table
          caption="Networks" hideCaption
          columns={[
            { key: "title", heading: "Network", cell: (row) => <a className="govuk-link" href={`/networks/${row.id}`}>{row.title}</a> },
            { key: "kind", heading: "Kind", cell: (row) => kindLabels[row.kind] },
            { key: "members", heading: "Members", numeric: true, cell: (row) => row.members },
            { key: "mine", heading: "You", cell: (row) => membershipWords(row.mine) },
            { key: "state", heading: "Where it is", cell: (row) => <NetworkPill state={row.state} /> },
          ]}
          rows={networks} rowKey={(row) => row.id}
        />
      )}
    </>
  );
}
