import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ChallengeTabs } from "~/features/challenge-board/components/challenge-tabs";
import { mayAskFor, runsVisitsOf } from "~/features/visit/access.server";
import { DaysText, StatePill } from "~/features/visit/components/page-top";
import { listFor, type ListRow } from "~/features/visit/queries.server";
import { enter } from "~/session/enter.server";
import { Button, EmptyState, PageHeading, Table, type Column, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Peer challenge visits" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  return { rows: await listFor(actor), mayAsk: mayAskFor(actor).length > 0, runs: runsVisitsOf(actor).length > 0 };
}

const columns: readonly Column<ListRow>[] = [
  { key: "authority", heading: "Authority", cell: (row) => <a className="govuk-link" href={`/visits/${row.id}`}>{row.authority}<span className="govuk-visually-hidden">, {row.theme}, {row.round}</span></a> },
  { key: "theme", heading: "Theme", cell: (row) => row.theme },
  { key: "state", heading: "Where it is", cell: (row) => <StatePill {...row} /> },
  { key: "days", heading: "Days", cell: (row) => <DaysText {...row} /> },
];

export default function VisitsRoute() {
  const { rows, mayAsk, runs } = useLoaderData<typeof loader>();
  const rounds = [...new Set(rows.map((row) => `${row.region}, ${row.round}`))];
  return (
    <>
      <PageHeading>Peer challenge visits</PageHeading>
      <ChallengeTabs here="/visits" />
      {mayAsk ? (
        <>
          <p className="govuk-body-l app-measure">A team from other authorities looks for a few days at a theme you choose, and tells you what it saw.</p>
          <Button href="/visits/new">Ask for a visit</Button>
        </>
      ) : null}
      {rounds.length === 0 ? (
        <EmptyState title="There is none for you yet">
          {runs ? "A visit appears here when a director of your region asks for one." : "A visit appears here when your authority asks for one, or when you have joined a team."}
        </EmptyState>
      ) : null}
      {rounds.map((round) => (
        <Table key={round} caption={round} columns={columns} rows={rows.filter((row) => `${row.region}, ${row.round}` === round)} rowKey={(row) => row.id} />
      ))}
    </>
  );
}
