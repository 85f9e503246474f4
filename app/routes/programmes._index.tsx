import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { nominationsFor } from "~/features/nomination";
import { labelOf } from "~/features/nomination/words";
import { programmesFor } from "~/features/programme";
import { teachesAnywhere } from "~/features/programme-day";
import { CohortPill } from "~/features/programme/components/programme-parts";
import { enter } from "~/session/enter.server";
import { Button, EmptyState, formatDate, PageHeading, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Leadership programmes" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const [list, nominations, teaches] = await Promise.all([programmesFor(actor), nominationsFor(actor), teachesAnywhere(actor)]);
  return { ...list, nominations, teaches, sponsors: actor.holdings.some(({ kind }) => ["dcs", "dass", "dcs-delegate"].includes(kind)), chairs: actor.holdings.filter(({ kind, authorityId }) => ["sli-coordinator", "regional-chair"].includes(kind) && authorityId === null).map(({ regionId }) => regionId).filter((id, at, all) => all.indexOf(id) === at) };
}

export default function ProgrammesRoute() {
  const { programmes, runs, nominations, teaches, sponsors, chairs } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Leadership programmes</PageHeading>
      <p className="govuk-body-l app-measure">Programmes of your region for leaders of children’s and adult services: nominate, book the days, say what you thought.</p>
      {runs.length > 0 ? <Button href="/programmes/new">Make a programme</Button> : null}
      {sponsors || teaches || chairs.length > 0 ? (
        <ul className="govuk-list">
          {chairs.map((id) => <li key={id}><a className="govuk-link" href={`/regions/${id}/programmes`}>How the programmes stand{chairs.length > 1 ? `: ${runs.find((run) => run.id === id)?.name ?? id}` : ""}</a></li>)}
          {chairs.map((id) => <li key={id}><a className="govuk-link" href={`/regions/${id}/programmes/chase`}>Chase board: nominations and evaluations{chairs.length > 1 ? `, ${runs.find((run) => run.id === id)?.name ?? id}` : ""}</a></li>)}
          {teaches ? <li><a className="govuk-link" href="/programmes/teaching">Days you teach</a></li> : null}
          {sponsors ? <li><a className="govuk-link" href="/programmes/people">Your people on programmes</a></li> : null}
        </ul>
      ) : null}
      {nominations.length > 0 ? (
        <Table
          caption="Nominations that concern you"
          columns={[
            { key: "title", heading: "Who and for what", cell: (row) => <a className="govuk-link" href={`/nominations/${row.id}`}>{row.title}</a> },
            { key: "state", heading: "Where it is", cell: (row) => labelOf(row.state) },
            { key: "days", heading: "Days", cell: (row) => (row.mine && ["accepted", "participating", "completed"].includes(row.state) ? <a className="govuk-link" href={`/cohorts/${row.cohortId}/days`}>Your days</a> : "") },
          ]}
          rows={nominations}
          rowKey={(row) => row.id}
        />
      ) : null}
      {programmes.length === 0 ? <EmptyState title="There is no programme yet">A programme appears here when its nominations open.</EmptyState> : null}
      {programmes.map((programme) => (
        <section key={programme.id}>
          <h2 className="govuk-heading-m"><a className="govuk-link" href={`/programmes/${programme.id}`}>{programme.title}</a></h2>
          {programme.cohorts.length === 0 ? <p className="govuk-body">No cohort is planned yet.</p> : (
            <Table
              caption={`Cohorts of the ${programme.title}`} hideCaption
              columns={[
                { key: "title", heading: "Cohort", cell: (row) => <a className="govuk-link" href={`/cohorts/${row.id}`}>{row.title}</a> },
                { key: "places", heading: "Places taken", cell: (row) => `${row.taken} of ${row.places}` },
                { key: "closes", heading: "Nominations close", cell: (row) => formatDate(row.closesOn, { year: true }) },
                { key: "state", heading: "Where it is", cell: (row) => <CohortPill state={row.state} /> },
              ]}
              rows={programme.cohorts}
              rowKey={(row) => row.id}
            />
          )}
        </section>
      ))}
    </>
  );
}
