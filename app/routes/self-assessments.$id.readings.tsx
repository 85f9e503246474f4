import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { headOf } from "~/features/self-assessment/queries.server";
import { readingsOf, type Reading } from "~/features/self-assessment/reading.server";
import { enter, notFound } from "~/session/enter.server";
import { Table, formatDateTime, type Column, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Who has read it: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  return { head, readings: await readingsOf(head.id) };
}

const hows: Readonly<Record<string, string>> = { page: "Read on the page", word: "Downloaded as Word", evidence: "Opened an evidence file" };

const columns: readonly Column<Reading>[] = [
  { key: "who", heading: "Who", cell: (row) => row.who },
  { key: "at", heading: "When", cell: (row) => formatDateTime(row.at, { year: true }) },
  { key: "version", heading: "Version", cell: (row) => row.version },
  { key: "how", heading: "How", cell: (row) => hows[row.how] ?? row.how },
];

export default function ReadingsRoute() {
  const { head, readings } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTop head={head} heading="Who has read it" />
      <p className="govuk-body">Every reading by somebody outside {head.authority.name}. Looking again within five minutes counts once.</p>
      <Table caption="Readings, newest first" columns={columns} rows={readings} rowKey={(row) => row.id} empty="Nobody outside your authority has read it yet." />
    </>
  );
}
