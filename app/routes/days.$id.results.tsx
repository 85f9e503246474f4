import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { resultsOf, RESPONSE_GOAL } from "~/features/evaluation";
import { ResultsView } from "~/features/evaluation/components/results-view";
import { dayPage } from "~/features/programme-day";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, EmptyState, Meter, PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "programme-day" }, title: (data: { day: { recordTitle: string } }) => `Results: ${data.day.recordTitle}` } satisfies RouteHandle;

/** For the coordinator and the tutors of the day. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const day = await dayPage(actor, args.params["id"]);
  if (!day || (!day.keeps && !day.teaches)) throw notFound();
  return { day: { id: day.id, recordTitle: day.recordTitle }, results: await resultsOf(day.id), goal: RESPONSE_GOAL };
}

export default function DayResultsRoute() {
  const { day, results, goal } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: day.recordTitle, href: `/days/${day.id}` }]} />
      <PageHeading caption={day.recordTitle}>Results</PageHeading>
      {!results ? <EmptyState title="Nobody has been asked yet">Whoever was there is asked when the day has ended.</EmptyState> : (
        <div className="app-measure">
          <Meter value={results.answered} of={results.asked} label="of those who were there have answered">{results.asked > 0 && results.answered / results.asked >= goal ? "The goal of 90% is reached." : `The goal is 90%: ${Math.ceil(results.asked * goal)} answers.`}</Meter>
          <ResultsView results={results} />
        </div>
      )}
    </>
  );
}
