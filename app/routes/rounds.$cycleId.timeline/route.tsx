import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { roundPage } from "~/features/cycle";
import { recordTimeline } from "~/features/timeline";
import { RecordTimeline } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { BackLink, PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "Timeline of the round" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round) throw notFound();
  return { id: round.id, name: round.name, region: round.region, entries: await recordTimeline(round.id, { emails: round.mayRun, reasons: true }) };
}

export default function RoundTimelineRoute() {
  const { id, name, region, entries } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={`/rounds/${id}`}>Back to the round</BackLink>
      <PageHeading caption={`${region} round ${name}`}>Timeline</PageHeading>
      <RecordTimeline entries={entries} />
    </>
  );
}
