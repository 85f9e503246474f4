import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { doneBy } from "~/features/tasks";
import { enter } from "~/session/enter.server";
import { BackLink, DateText, EmptyState, PageHeading, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Done this week" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const done = await doneBy(actor);
  return { done: done.map((one) => ({ ...one, at: one.at.toISOString() })) };
}

export default function DoneRoute() {
  const { done } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/tasks">Your tasks</BackLink>
      <PageHeading>Done this week</PageHeading>
      {done.length === 0 ? (
        <EmptyState title="Nothing since Monday">What you do in Candour is listed here until the week ends. Everything older is on the timeline of its record.</EmptyState>
      ) : (
        <Table
          caption="What you did since Monday" hideCaption rows={done} rowKey={(row) => row.id}
          columns={[
            { key: "title", heading: "Record", cell: (row) => <a className="govuk-link" href={row.path}>{row.title}</a> },
            { key: "what", heading: "You", cell: (row) => row.what },
            { key: "at", heading: "When", cell: (row) => <DateText when={row.at} time /> },
          ]}
        />
      )}
    </>
  );
}
