import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { awardsFor } from "~/features/award/queries.server";
import { stateLabels } from "~/features/award/words";
import { EventTabs } from "~/features/network/components/network-parts";
import { enter } from "~/session/enter.server";
import { Button, EmptyState, formatDate, PageHeading, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Awards" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return awardsFor(await enter(args, handle.access));
}

export default function AwardsRoute() {
  const { awards, runs } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Awards</PageHeading>
      <EventTabs here="/awards" />
      <p className="govuk-body-l app-measure">Awards for teams of your region. Each authority can nominate one team.</p>
      {runs.length > 0 ? <Button href="/awards/new">Plan an award</Button> : null}
      {awards.length === 0 ? <EmptyState title="There is no award yet">An award appears here when nominations open.</EmptyState> : (
        <Table
          caption="Awards" hideCaption
          columns={[
            { key: "title", heading: "Award", cell: (row) => <a className="govuk-link" href={`/awards/${row.id}`}>{row.title}</a> },
            { key: "region", heading: "Region", cell: (row) => row.region },
            { key: "closes", heading: "Last day to nominate", cell: (row) => formatDate(row.closesOn, { year: true }) },
            { key: "nominations", heading: "Nominations", numeric: true, cell: (row) => row.nominations },
            { key: "state", heading: "Where it is", cell: (row) => stateLabels[row.state] },
          ]}
          rows={awards} rowKey={(row) => row.id}
        />
      )}
    </>
  );
}
