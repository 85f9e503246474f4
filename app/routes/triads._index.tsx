import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ChallengeTabs } from "~/features/challenge-board/components/challenge-tabs";
import { labelOf, statePillOf } from "~/features/triad/words";
import { triadsFor } from "~/features/triad/page.server";
import { enter } from "~/session/enter.server";
import { EmptyState, formatDate, PageHeading, Pill, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Triads" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  return { triads: await triadsFor(actor) };
}

export default function TriadsRoute() {
  const { triads } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Triads</PageHeading>
      <ChallengeTabs here="/triads" />
      {triads.length === 0 ? <EmptyState title="You are in no group">When the groups of a round are published, yours is here.</EmptyState> : (
        <Table
          caption="Groups"
          hideCaption
          columns={[
            { key: "title", heading: "Group", cell: (triad) => <a className="govuk-link" href={`/triads/${triad.id}`}>{triad.title}</a> },
            { key: "round", heading: "Round", cell: (triad) => triad.round },
            { key: "day", heading: "Session", cell: (triad) => (triad.sessionOn ? formatDate(triad.sessionOn, { year: true }) : "no day yet") },
            { key: "state", heading: "State", cell: (triad) => <Pill kind={statePillOf(triad.state)}>{labelOf(triad.state)}</Pill> },
          ]}
          rows={triads}
          rowKey={(triad) => triad.id}
        />
      )}
    </>
  );
}
