import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { regionsRunBy, roundsFor } from "~/features/cycle";
import { labelOf, statePillOf } from "~/features/cycle/words";
import { enter } from "~/session/enter.server";
import { Button, EmptyState, formatDate, PageHeading, Pill, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Rounds" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  return { rounds: await roundsFor(actor), mayMake: regionsRunBy(actor).length > 0 };
}

export default function RoundsRoute() {
  const { rounds, mayMake } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Rounds</PageHeading>
      {mayMake ? <p><Button href="/rounds/new">Make a round</Button></p> : null}
      {rounds.length === 0 ? (
        <EmptyState title="No rounds yet">
          {mayMake ? "Make one: it stays a draft that only you see until you open it." : "Your region’s coordinator has not opened a round yet. You will get an email when they do."}
        </EmptyState>
      ) : (
        <Table
          caption="Rounds, newest first" hideCaption rows={rounds} rowKey={(round) => round.id}
          columns={[
            { key: "name", heading: "Round", cell: (round) => <a className="govuk-link" href={`/rounds/${round.id}`}>{round.region} {round.name}</a> },
            { key: "state", heading: "State", cell: (round) => <Pill kind={statePillOf(round.state)}>{labelOf(round.state)}</Pill> },
            { key: "in", heading: "Self-assessments", cell: (round) => (round.progress.of > 0 ? `${round.progress.submitted} of ${round.progress.of} submitted` : "Not begun") },
            { key: "due", heading: "Due", cell: (round) => formatDate(round.submissionsDueOn, { year: true }) },
          ]}
        />
      )}
      {mayMake ? <p className="govuk-body"><a className="govuk-link" href="/templates">Templates of your region</a></p> : null}
    </>
  );
}
