import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { StatePill } from "~/features/self-assessment/components/page-top";
import { listFor, type ListRow } from "~/features/self-assessment/queries.server";
import { enter } from "~/session/enter.server";
import { DateText, EmptyState, PageHeading, Table, type Column, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Self-assessments" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  return { rows: await listFor(actor) };
}

const columns: readonly Column<ListRow>[] = [
  { key: "authority", heading: "Authority", cell: (row) => <a className="govuk-link" href={`/self-assessments/${row.id}`}>{row.authority}<span className="govuk-visually-hidden">, {row.round}</span></a> },
  { key: "state", heading: "Where it is", cell: (row) => <StatePill {...row} /> },
  { key: "due", heading: "Due", cell: (row) => <DateText when={row.dueOn} year /> },
];

export default function SelfAssessmentsRoute() {
  const { rows } = useLoaderData<typeof loader>();
  const rounds = [...new Set(rows.map((row) => `${row.region}, ${row.round}`))];
  return (
    <>
      <PageHeading>Self-assessments</PageHeading>
      {rounds.length === 0 ? (
        <EmptyState title="There is none for you yet">A self-assessment appears here when your authority takes part in a round, when you are asked to write in one, or when one is shared with you.</EmptyState>
      ) : null}
      {rounds.map((round) => (
        <Table key={round} caption={round} columns={columns} rows={rows.filter((row) => `${row.region}, ${row.round}` === round)} rowKey={(row) => row.id} />
      ))}
    </>
  );
}
