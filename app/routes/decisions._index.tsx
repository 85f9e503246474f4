import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { DecisionTable, DecisionTabs } from "~/features/summit/components/lists";
import { decisionLog } from "~/features/summit/queries.server";
import { enter } from "~/session/enter.server";
import { PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Decision log" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return { rows: await decisionLog(await enter(args, handle.access)) };
}

export default function DecisionsRoute() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Decision log</PageHeading>
      <DecisionTabs here="/decisions" />
      <p className="govuk-body-l app-measure">What the region’s directors decided, when, and why. Nothing is taken out of it.</p>
      <DecisionTable caption="Decisions" rows={rows} />
      {rows.length > 0 ? <p className="govuk-body"><a className="govuk-link" href="/decisions.csv">Download the log for a spreadsheet (CSV)</a></p> : null}
    </>
  );
}
