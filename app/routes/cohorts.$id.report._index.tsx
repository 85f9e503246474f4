import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ResultsView } from "~/features/evaluation/components/results-view";
import { cohortPage, cohortReport } from "~/features/programme";
import { enter, notFound } from "~/session/enter.server";
import { BarTable, Breadcrumbs, EmptyState, formatDate, Meter, PageHeading, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: (data: { cohort: { title: string } }) => `Report: ${data.cohort.title}` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort?.keeps) throw notFound();
  return { cohort: { id: cohort.id, title: cohort.title, number: cohort.number, impactOn: cohort.impactOn, places: cohort.places }, report: await cohortReport(cohort) };
}

const share = (answered: number, asked: number) => (asked === 0 ? "nobody asked yet" : `${answered} of ${asked}, ${Math.round((answered / asked) * 100)}%`);

export default function CohortReportRoute() {
  const { cohort, report } = useLoaderData<typeof loader>();
  const [asked, answered] = [report.days.reduce((sum, day) => sum + day.asked, 0), report.days.reduce((sum, day) => sum + day.answered, 0)];
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>Report</PageHeading>
      <p className="govuk-body"><a className="govuk-link" href={`/cohorts/${cohort.id}/report.docx`}>Download it as a Word document</a></p>
      <div className="app-measure">
        <Meter value={report.tookPart} of={cohort.places} label="places used" />
        <Meter value={report.adult} of={report.tookPart} label="from adult services" />
        <Meter value={report.completed} of={report.tookPart} label="completed it" />
        <Meter value={answered} of={asked} label="answers to the days’ evaluations">The goal is 90% of those who were there.</Meter>
        <BarTable caption="Response to each day, in per cent" labelHeading="Day" valueHeading="Answered" max={100} bars={report.days.map((day) => ({ label: `${day.number}. ${day.title}: ${day.answered} of ${day.asked}`, value: day.asked === 0 ? null : Math.round((day.answered / day.asked) * 100), shown: `${Math.round((day.answered / Math.max(1, day.asked)) * 100)}%`, mark: day.asked > 0 && day.answered / day.asked < 0.9 }))} />
        <BarTable caption="What people thought of each day: the mean of all scales, from 1 to 5" labelHeading="Day" valueHeading="Mean" max={5} bars={report.days.map((day) => ({ label: `${day.number}. ${day.title}`, value: day.mean, shown: day.mean?.toFixed(1) ?? "" }))} />
      </div>
      {report.earlier.length > 0 ? (
        <Table
          caption="Beside earlier cohorts"
          columns={[
            { key: "cohort", heading: "Cohort", cell: (row) => row.cohort },
            { key: "response", heading: "Response", cell: (row) => share(row.answered, row.asked) },
            { key: "mean", heading: "Mean of all scales", cell: (row) => row.mean?.toFixed(1) ?? "not known" },
          ]}
          rows={[{ cohort: cohort.number, asked, answered, mean: meanOf(report.days) }, ...report.earlier]}
          rowKey={(row) => String(row.cohort)}
        />
      ) : null}
      <h2 className="govuk-heading-m">What it changed</h2>
      {report.impact ? <div className="app-measure"><Meter value={report.impact.answered} of={report.impact.asked} label="have said what it changed" /><ResultsView results={report.impact} level={3} /></div> : <EmptyState title="Not asked yet">{cohort.impactOn ? `Those who completed it are asked on ${formatDate(cohort.impactOn, { year: true })}.` : "Those who complete it are asked six months later."}</EmptyState>}
    </>
  );
}

function meanOf(days: readonly { readonly mean: number | null; readonly answered: number }[]): number | null {
  const known = days.filter((day): day is { mean: number; answered: number } => day.mean !== null);
  const count = known.reduce((sum, day) => sum + day.answered, 0);
  return count === 0 ? null : known.reduce((sum, day) => sum + day.mean * day.answered, 0) / count;
}
