import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { DecisionTabs, RecommendationTable } from "~/features/summit/components/lists";
import { recommendationsFor } from "~/features/summit/queries.server";
import { now } from "~/platform/clock.server";
import { enter } from "~/session/enter.server";
import { PageHeading, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "signedIn" }, title: "Recommendations" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return { today: dayOf(now()), rows: await recommendationsFor(await enter(args, handle.access)) };
}

export default function RecommendationsRoute() {
  const { today, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Recommendations</PageHeading>
      <DecisionTabs here="/recommendations" />
      <p className="govuk-body-l app-measure">What summits and directors recommend: where each stands, and who sees to it. A recommendation is drafted on the page of a summit.</p>
      <RecommendationTable caption="Every recommendation that you can see" today={today} rows={rows} empty="Nothing is recommended yet. At a summit, draft one on its page." />
    </>
  );
}
