import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { labelOf, serviceLabels } from "~/features/nomination/words";
import { ownPeople } from "~/features/programme";
import { now } from "~/platform/clock.server";
import { enter } from "~/session/enter.server";
import { Breadcrumbs, dueWords, EmptyState, InboxList, Meter, PageHeading, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["dcs", "dass", "dcs-delegate"], of: "authority" }, title: "Your people on programmes" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await ownPeople(await enter(args, handle.access))), today: now().toISOString() };
}

export default function OwnPeopleRoute() {
  const { people, asked, answered, tookPart, completed, today } = useLoaderData<typeof loader>();
  const waiting = people.filter(({ waits }) => waits);
  const manyServices = new Set(people.map(({ service }) => service)).size > 1;
  const manyAuthorities = new Set(people.map(({ authority }) => authority)).size > 1;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }]} />
      <PageHeading>Your people on programmes</PageHeading>
      {people.length === 0 ? <EmptyState title="Nobody of your service is nominated yet">Whoever is nominated for a programme is listed here, with what waits for you.</EmptyState> : (
        <>
          {waiting.length > 0 ? (
            <>
              <h2 className="govuk-heading-m">Waiting for you</h2>
              <InboxList label="Nominations to endorse" items={waiting.map((one) => ({ href: `/nominations/${one.id}`, title: `Endorse the nomination of ${one.person}`, sub: `${one.jobTitle}. ${one.cohort}.`, due: dueWords(one.closesOn, today) }))} />
            </>
          ) : null}
          {tookPart > 0 || asked > 0 ? (
            <div className="app-measure">
              {tookPart > 0 ? <Meter value={completed} of={tookPart} label="have completed their programme" /> : null}
              {asked > 0 ? <Meter value={answered} of={asked} label="answers to the days they were at">The goal is 90%. What they said is kept without names.</Meter> : null}
            </div>
          ) : null}
          <Table
            caption="Everybody of your service"
            columns={[
              { key: "person", heading: "Name", cell: (row) => <a className="govuk-link" href={`/nominations/${row.id}`}>{row.person}</a> },
              { key: "job", heading: "Job", cell: (row) => row.jobTitle },
              ...(manyAuthorities ? [{ key: "authority", heading: "Authority", cell: (row: (typeof people)[number]) => row.authority }] : []),
              ...(manyServices ? [{ key: "service", heading: "Service", cell: (row: (typeof people)[number]) => serviceLabels[row.service] }] : []),
              { key: "cohort", heading: "Cohort", cell: (row) => row.cohort },
              { key: "state", heading: "Where it is", cell: (row) => labelOf(row.state) },
              ...(tookPart === 0 ? [] : [{ key: "days", heading: "Days attended", cell: (row: (typeof people)[number]) => (row.attended === null ? "" : `${row.attended} of ${row.held}`) }]),
            ]}
            rows={people}
            rowKey={(row) => row.id}
          />
          <p className="govuk-body"><a className="govuk-link" href="/programmes/people.csv">Download the list as a spreadsheet (CSV)</a></p>
        </>
      )}
    </>
  );
}
