import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { serviceLabels } from "~/features/nomination/words";
import { dashboardOf } from "~/features/programme";
import { CohortPill } from "~/features/programme/components/programme-parts";
import { enter, notFound } from "~/session/enter.server";
import { BarTable, Breadcrumbs, Button, EmptyState, PageHeading, Table, Tabs, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "regional-chair"], of: "region" }, title: "How the programmes stand" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const board = await dashboardOf(args.params["regionId"] ?? "", new URL(args.request.url).searchParams.get("cohort") ?? undefined);
  if (!board) throw notFound();
  return { board };
}

const share = (part: number, of: number) => (of === 0 ? "not yet" : `${part} of ${of}, ${Math.round((part / of) * 100)}%`);
const shownPercent = (part: number, of: number) => `${Math.round((part / Math.max(1, of)) * 100)}%`;
const percent = (part: number, of: number) => (of === 0 ? null : Math.round((part / of) * 100));

export default function DashboardRoute() {
  const { board } = useLoaderData<typeof loader>();
  const path = `/regions/${board.regionId}/programmes`;
  const going = board.cohorts.filter(({ state }) => state !== "cancelled");
  const ended = going.filter(({ state }) => ["completed", "followingUp", "evaluated"].includes(state));
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }]} />
      <PageHeading caption={board.region}>How the programmes stand</PageHeading>
      <Button kind="secondary" href={`${path}/chase`}>Chase board</Button>
      {board.cohorts.length === 0 ? <EmptyState title="There is no cohort yet">Figures appear here when one is planned.</EmptyState> : (
        <>
          <Table
            caption="Cohorts"
            columns={[
              { key: "title", heading: "Cohort", cell: (row) => <a className="govuk-link" href={`/cohorts/${row.id}`}>{row.title}</a> },
              { key: "state", heading: "Where it is", cell: (row) => <CohortPill state={row.state} /> },
              { key: "places", heading: "Places taken", cell: (row) => `${row.taken} of ${row.places}` },
              { key: "adult", heading: "From adult services", cell: (row) => share(row.adult, row.taken) },
              { key: "response", heading: "Response to its days", cell: (row) => share(row.answered, row.asked) },
              { key: "completed", heading: "Completed", cell: (row) => (row.completed === 0 && !["completed", "followingUp", "evaluated"].includes(row.state) ? "not yet" : share(row.completed, row.tookPart)) },
            ]}
            rows={board.cohorts}
            rowKey={(row) => row.id}
          />
          <div className="app-measure">
            <BarTable caption="Places taken, in per cent" labelHeading="Cohort" valueHeading="Taken" max={100} bars={going.map((row) => ({ label: `${row.title}: ${row.taken} of ${row.places}`, value: percent(row.taken, row.places), shown: shownPercent(row.taken, row.places) }))} />
            {board.days.length > 0 ? <BarTable caption="Response to each day, in per cent. The goal is 90%; days below it are marked." labelHeading="Day" valueHeading="Answered" max={100} bars={board.days.map((day) => ({ label: `${day.title}. ${day.answered} of ${day.asked}`, value: percent(day.answered, day.asked), shown: shownPercent(day.answered, day.asked), mark: day.answered < day.asked * 0.9 }))} /> : null}
            {ended.length > 0 ? <BarTable caption="Completed, in per cent of those who took part" labelHeading="Cohort" valueHeading="Completed" max={100} bars={ended.map((row) => ({ label: `${row.title}: ${row.completed} of ${row.tookPart}`, value: percent(row.completed, row.tookPart), shown: shownPercent(row.completed, row.tookPart) }))} /> : null}
          </div>
          {board.chosen ? (
            <>
              <h2 className="govuk-heading-m" id="fill">How {board.chosen.title} fills, by authority and service</h2>
              {board.cohorts.length > 1 ? <Tabs label="Cohorts" tabs={board.cohorts.map(({ id, title }) => ({ label: title, href: `${path}?cohort=${id}#fill`, current: id === board.chosen?.id }))} /> : null}
              {board.chosen.fill.length === 0 ? <p className="govuk-body">Nobody is nominated yet.</p> : (
                <BarTable
                  caption={board.chosen.nominating ? "Nominated, of the places that the authority has" : "Places taken"} labelHeading="Authority and service" valueHeading={board.chosen.nominating ? "Nominated" : "Places"}
                  bars={board.chosen.fill.map((row) => {
                    const value = board.chosen?.nominating ? row.nominated : row.places;
                    return { label: `${row.authority}, ${serviceLabels[row.service].toLowerCase()}${board.chosen?.nominating || row.nominated === row.places ? "" : `: ${row.nominated} nominated`}`, value, shown: row.quota === null ? String(value) : `${value} of ${row.quota}` };
                  })}
                />
              )}
            </>
          ) : null}
          <ul className="govuk-list">
            <li><a className="govuk-link" href={`${path}.csv`}>Download cohorts and places as a spreadsheet (CSV)</a></li>
            <li><a className="govuk-link" href={`${path}.csv?table=days`}>Download the response to each day (CSV)</a></li>
          </ul>
        </>
      )}
    </>
  );
}
