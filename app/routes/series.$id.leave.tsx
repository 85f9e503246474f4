import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { whenWords } from "~/features/event/components/event-parts";
import { leaveSeries } from "~/features/series";
import { seriesPage } from "~/features/series/queries.server";
import { isToCome } from "~/features/series/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { Breadcrumbs, ButtonGroup, counted, InsetText, PageHeading, WarningButton, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "series" }, title: (data: { series: { title: string } }) => `Cancel all your bookings: ${data.series.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const series = await seriesPage(actor, args.params["id"]);
  if (!series) throw notFound();
  return { actor, series };
}

export async function loader(args: LoaderFunctionArgs) {
  const { series } = await asked(args);
  return { series: { id: series.id, title: series.title }, sessions: series.list.filter(isToCome) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, series } = await asked(args);
  const left = await leaveSeries({ seriesId: series.id, actor });
  if (left.kind === "refused") throw notFound();
  return redirectWith(`/series/${series.id}`, left.cancelled > 0 ? { title: `${counted(left.cancelled, "booking")} cancelled`, text: "Each date is taken out of your calendar by an email. Whoever waits for a place is offered it." } : { kind: "notice", title: "You have no bookings to cancel", text: "" });
}

export default function LeaveSeriesRoute() {
  const { series, sessions } = useLoaderData<typeof loader>();
  return (
    <div className="app-measure">
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: series.title, href: `/series/${series.id}` }]} />
      <PageHeading caption={series.title}>Cancel all your bookings</PageHeading>
      {sessions.length === 0 ? <InsetText>You have no booking of a session to come. <a className="govuk-link" href={`/series/${series.id}`}>Back to the series</a></InsetText> : (
        <form method="post" noValidate>
          <p className="govuk-body">{`You give back your ${sessions.length === 1 ? "place" : "places"} at:`}</p>
          <ul className="govuk-list govuk-list--bullet">{sessions.map(({ number, date }) => <li key={number}>{`Session ${number}: ${date ? whenWords(date) : ""}`}</li>)}</ul>
          <ButtonGroup><WarningButton>{`Cancel ${counted(sessions.length, "booking")}`}</WarningButton><a className="govuk-link" href={`/series/${series.id}`}>Keep them</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
