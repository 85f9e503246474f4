import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ChallengeTabs } from "~/features/challenge-board/components/challenge-tabs";
import { validationsFor, type ListedValidation } from "~/features/validation/queries.server";
import { outcomeLabels, stateLabels } from "~/features/validation/words";
import { enter } from "~/session/enter.server";
import { counted, EmptyState, formatDate, PageHeading, Table, type Column, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Validation of reports" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return validationsFor(await enter(args, handle.access));
}

const columns: readonly Column<ListedValidation>[] = [
  { key: "report", heading: "Report of", cell: (row) => <a className="govuk-link" href={`/validations/${row.id}`}>{row.authority}</a> },
  { key: "event", heading: "Event", cell: (row) => row.event },
  { key: "state", heading: "Where it is", cell: (row) => stateLabels[row.state] },
  { key: "outcome", heading: "Outcome", cell: (row) => (row.outcome ? outcomeLabels[row.outcome as keyof typeof outcomeLabels] : "None yet") },
];

export default function ValidationsRoute() {
  const { events, reports } = useLoaderData<typeof loader>();
  const mine = reports.filter(({ reads }) => reads);
  const packs = new Map(mine.map(({ eventId, event }) => [eventId, event]));
  const own = reports.filter((one) => one.own && !one.reads);
  const others = reports.filter((one) => !one.own && !one.reads);
  return (
    <>
      <PageHeading>Validation of reports</PageHeading>
      <ChallengeTabs here="/validations" />
      <p className="govuk-body-l app-measure">At a validation event every authority scrutinises the reports of others: it agrees them, asks, or wants evidence.</p>
      {events.length > 0 ? (
        <Table
          caption="Validation events"
          columns={[
            { key: "event", heading: "Event", cell: (row) => <a className="govuk-link" href={`/validations/events/${row.id}`}>{row.title}</a> },
            { key: "readers", heading: "Readers", cell: (row) => (row.published ? "Named" : "Not named yet") },
            { key: "validated", heading: "Validated", cell: (row) => (row.of > 0 ? `${row.validated} of ${counted(row.of, "report")} validated` : "None yet") },
          ]}
          rows={events} rowKey={(row) => row.id}
        />
      ) : null}
      {mine.length > 0 ? <Table caption="Reports that you read" columns={columns} rows={mine} rowKey={(row) => row.id} /> : null}
      {packs.size > 0 ? <ul className="govuk-list">{[...packs].map(([id, event]) => <li key={id}><a className="govuk-link" href={`/validations/events/${id}/pack`}>{`Your reading pack: ${event}`}</a></li>)}</ul> : null}
      {own.length > 0 ? (
        <Table caption="Your authority’s report" columns={[...columns, { key: "reply", heading: "Reply by", cell: (row) => (row.state === "awaitingReply" && row.replyBy ? formatDate(row.replyBy) : "Nothing asked now") }]} rows={own} rowKey={(row) => row.id} />
      ) : null}
      {others.length > 0 ? <Table caption="Other reports whose outcome you can read" columns={columns} rows={others} rowKey={(row) => row.id} /> : null}
      {events.length + reports.length === 0 ? <EmptyState title="No report is being validated">When your region holds a validation event, its coordinator plans it under Events, and the reports that you read are listed here.</EmptyState> : null}
    </>
  );
}
