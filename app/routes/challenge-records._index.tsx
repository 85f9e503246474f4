import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ChallengeTabs } from "~/features/challenge-board/components/challenge-tabs";
import { listFor, type ListRow } from "~/features/challenge-record/queries.server";
import { StatePill } from "~/features/challenge-record/components/record-top";
import { activityWords } from "~/features/challenge-record/words";
import { enter } from "~/session/enter.server";
import { DateText, EmptyState, PageHeading, Table, formatLongDate, type Column, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Challenge records" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  return { rows: await listFor(actor) };
}

const standings = { team: "You challenge", host: "About your authority", coordinator: "In your region", reader: "Released to you" } as const;

const columns: readonly Column<ListRow>[] = [
  { key: "authority", heading: "Authority", cell: (row) => <a className="govuk-link" href={`/challenge-records/${row.id}`}>{row.authority}<span className="govuk-visually-hidden">, {activityWords[row.kind]} of {formatLongDate(row.heldOn)}</span></a> },
  { key: "held", heading: "Held", cell: (row) => <>{formatLongDate(row.heldOn)}<br /><span className="app-soft app-small">{activityWords[row.kind]}</span></> },
  { key: "state", heading: "Where it is", cell: (row) => <StatePill {...row} /> },
  { key: "due", heading: "Awaited", cell: (row) => (row.dueOn ? <DateText when={row.dueOn} year /> : "Nothing more") },
];

export default function ChallengeRecordsRoute() {
  const { rows } = useLoaderData<typeof loader>();
  const groups = (Object.keys(standings) as (keyof typeof standings)[]).filter((standing) => rows.some((row) => row.standing === standing));
  return (
    <>
      <PageHeading>Challenge records</PageHeading>
      <ChallengeTabs here="/challenge-records" />
      {groups.length === 0 ? (
        <EmptyState title="There is none for you yet">A record appears here once a challenge session or visit was held in which you challenge, or in which your authority was challenged.</EmptyState>
      ) : null}
      {groups.map((standing) => (
        <Table key={standing} caption={standings[standing]} columns={columns} rows={rows.filter((row) => row.standing === standing)} rowKey={(row) => row.id} />
      ))}
    </>
  );
}
