import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PlanPill } from "~/features/plan/components/plan-parts";
import { plansFor } from "~/features/plan/queries.server";
import { DecisionTabs } from "~/features/summit/components/lists";
import { enter } from "~/session/enter.server";
import { Button, formatDate, PageHeading, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Plans" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { plans, runs } = await plansFor(await enter(args, handle.access));
  return { plans, runs: runs.length > 0 };
}

export default function PlansRoute() {
  const { plans, runs } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Plans</PageHeading>
      <DecisionTabs here="/plans" />
      <p className="govuk-body-l app-measure">What a region does together: its priorities, its workstreams, who sees to what by when, and how each stands every quarter.</p>
      <Table
        caption="Regional plans" empty="There is no plan that you can see. Directors and their people see one once it is opened for comments."
        columns={[
          { key: "name", heading: "Plan", cell: (row) => <a className="govuk-link" href={`/plans/${row.id}`}>{row.name}</a> },
          { key: "region", heading: "Region", cell: (row) => row.region },
          { key: "from", heading: "From", cell: (row) => formatDate(row.startsOn, { year: true }) },
          { key: "to", heading: "To", cell: (row) => formatDate(row.endsOn, { year: true }) },
          { key: "state", heading: "Where it is", cell: (row) => <PlanPill state={row.state} /> },
        ]}
        rows={plans} rowKey={(row) => row.id}
      />
      {runs ? <Button href="/plans/new">Draft a plan</Button> : null}
    </>
  );
}
