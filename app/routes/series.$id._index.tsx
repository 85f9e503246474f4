import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bookingWords, placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { labelOf as eventLabel } from "~/features/event/words";
import { isToCome } from "~/features/series/words";
import { seriesPage } from "~/features/series/queries.server";
import { refusalWords, stateLabels } from "~/features/series/words";
import { YouCanAlso } from "~/features/step/components/you-can-also";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, InsetText, PageHeading, Pill, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "series" }, title: (data: { series: { title: string } }) => data.series.title } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const series = await seriesPage(actor, args.params["id"]);
  if (!series) throw notFound();
  return { series, timeline: series.keeps ? await recordTimeline(series.id, { emails: true }) : null };
}

export default function SeriesRoute() {
  const { series, timeline } = useLoaderData<typeof loader>();
  const open = series.acts.find(({ slug }) => slug === "open");
  const page = `/series/${series.id}`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }]} />
      <PageHeading caption={`Series of ${series.sessions} sessions, ${series.region}`} status={<Pill kind="quiet">{stateLabels[series.state]}</Pill>}>{series.title}</PageHeading>
      <div className="app-measure">
        {series.reason && series.state === "cancelled" ? <InsetText>{series.reason}</InsetText> : null}
        {series.about ? <p className="govuk-body app-prewrap">{series.about}</p> : null}
        {open?.blockedBy ? <p className="govuk-body">Before booking can open: {refusalWords(open.blockedBy).toLowerCase()}.</p> : open ? <Button href={`${page}/act/open`}>Check, and open booking for every session</Button> : null}
        {series.list.some((session) => session.open) ? <Button href={`${page}/book`}>Book several sessions at once</Button> : null}
        {series.list.some(isToCome) ? <p className="govuk-body"><a className="govuk-link" href={`${page}/leave`}>Cancel all your bookings of this series</a></p> : null}
        {series.published > 0 || series.keeps ? <p className="govuk-body"><a className="govuk-link" href={`${page}/report`}>Evidence report</a></p> : null}
      </div>
      <Table
        caption="Sessions"
        columns={[
          { key: "number", heading: "Session", cell: (row) => <a className="govuk-link" href={`/events/${row.eventId}`}>Session {row.number}</a> },
          { key: "when", heading: "When and where", cell: (row) => (row.date ? `${whenWords(row.date)}, ${whereWords(row.date)}` : "") },
          { key: "places", heading: "Places", cell: (row) => (row.date ? placesLeft(row.date) : "") },
          { key: "mine", heading: "Your place", cell: (row) => (row.mine ? <a className="govuk-link" href={`/bookings/${row.mine.id}`}>{bookingWords(row.mine)}</a> : "") },
          { key: "state", heading: "Where it is", cell: (row) => eventLabel(row.state) },
          { key: "notes", heading: "Notes", cell: (row) => (series.keeps || row.mine ? <a className="govuk-link" href={`/events/${row.eventId}/notes`}>{row.notes}<span className="govuk-visually-hidden"> notes of session {row.number}</span></a> : row.notes) },
        ]}
        rows={series.list}
        rowKey={(row) => row.eventId}
      />
      {series.keeps ? <YouCanAlso steps={series.acts.filter(({ slug }) => slug !== "open").map(({ slug, title, blockedBy }) => ({ href: `${page}/act/${slug}`, words: title, notYet: blockedBy ? refusalWords(blockedBy) : null }))} /> : null}
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}
