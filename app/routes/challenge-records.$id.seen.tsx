import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf } from "~/features/challenge-record/queries.server";
import { releaseOf, seenBy } from "~/features/letter";
import { seesReads } from "~/features/letter/access";
import { readHow, scopeWords } from "~/features/letter/words";
import { enter, notFound } from "~/session/enter.server";
import { Table, formatDateTime, type Column, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Who has opened the letter: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !seesReads(head)) throw notFound();
  const [seen, release] = await Promise.all([seenBy(head.id), releaseOf(head.id)]);
  return { head, seen, release };
}

type Row = Awaited<ReturnType<typeof seenBy>>[number];

const columns: readonly Column<Row>[] = [
  { key: "who", heading: "Who", cell: (row) => row.who },
  { key: "at", heading: "When", cell: (row) => formatDateTime(row.at, { year: true }) },
  { key: "version", heading: "Version", cell: (row) => row.version },
  { key: "how", heading: "How", cell: (row) => readHow[row.how] ?? row.how },
];

export default function SeenRoute() {
  const { head, seen, release } = useLoaderData<typeof loader>();
  return (
    <>
      <RecordTop head={head} heading="Who has opened the letter" />
      <p className="govuk-body">
        Everybody outside the challengers’ team who has opened a version of the letter. Opening it again within five minutes counts once.{" "}
        {release ? `${scopeWords[release.scope]}: ${release.by} decided so on ${formatDateTime(release.at, { year: true })}.` : "It has not been released: nobody in the region outside the authority and the team can open it."}
      </p>
      <Table caption="Newest first" columns={columns} rows={seen} rowKey={(row) => row.id} empty="Nobody has opened it yet." />
    </>
  );
}
