import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { CommitmentTable } from "~/features/commitment/components/commitment-table";
import { commitmentsFor } from "~/features/commitment/queries.server";
import { DecisionTabs } from "~/features/summit/components/lists";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, counted, PageHeading, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "signedIn" }, title: "Commitments" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const list = await commitmentsFor(actor, new URL(args.request.url).searchParams.get("event"));
  if (!list) throw notFound();
  return { ...list, today: dayOf(now()) };
}

export default function CommitmentsRoute() {
  const { event, today, rows, done, all, late, runs } = useLoaderData<typeof loader>();
  return (
    <>
      {event ? <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} /> : null}
      <PageHeading caption={event?.title}>Commitments</PageHeading>
      <DecisionTabs here="/commitments" />
      <p className="govuk-body-l app-measure">{event ? "What those who were there took on, shown together to everybody who was there." : runs ? "Everything that was taken on in your region. What is late comes first: open one to ask how it stands." : "What you took on, what you asked of others, and what was taken on at events that you were at."}</p>
      <Button href={event ? `/commitments/new?event=${event.id}` : "/commitments/new"}>Make a commitment</Button>
      {all > 0 ? <p className="govuk-body"><strong>{`${done} of ${counted(all, "commitment")} done`}</strong>{late > 0 ? `, ${late} late` : ""}</p> : null}
      <CommitmentTable caption={event ? `Made at ${event.title}` : "Commitments that you can see"} today={today} rows={rows} empty="Nothing is taken on yet." />
      {event ? <p className="govuk-body"><a className="govuk-link" href="/commitments">Every commitment that you can see</a></p> : null}
    </>
  );
}
