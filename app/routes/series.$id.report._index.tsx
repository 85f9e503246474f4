import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockView } from "~/features/document/components/block-view";
import { versionAsked } from "~/features/document/version-asked";
import { saveSummary } from "~/features/series";
import { evidenceBlocks, evidenceDocument } from "~/features/series/evidence";
import { evidenceOf } from "~/features/series/evidence.server";
import { publishedReport, seriesPage } from "~/features/series/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, EmptyState, ErrorSummary, formOf, PageHeading, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "series" }, title: (data: { series: { title: string } }) => `Evidence report: ${data.series.title}` } satisfies RouteHandle;

const LONGEST_SUMMARY = 6000;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const series = await seriesPage(actor, args.params["id"]);
  if (!series || (series.published === 0 && !series.keeps)) throw notFound();
  return { actor, series };
}

/** Everybody reads what was published; the coordinator of a report that is not finished sees it as it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await asked(args);
  const writing = series.keeps && ["running", "combining"].includes(series.state);
  const published = writing ? null : await publishedReport(series.id, versionAsked(args.request));
  const evidence = published ? null : await evidenceOf(series.id);
  return {
    series: { id: series.id, title: series.title, published: series.published, finished: series.state === "combining" }, writing, version: published?.version ?? null,
    summary: evidence?.summary ?? "",
    blocks: published ? evidenceDocument(published.evidence, published).blocks : evidence && evidence.themes.length > 0 ? evidenceBlocks({ ...evidence, summary: "" }, { status: "As it stands now. Not published." }) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, series } = await asked(args);
  if (!series.keeps) throw notFound();
  const values = readForm(await readBody(args.request));
  const summary = valueOf({ values, errors: {} }, "summary").trim();
  if (summary.length > LONGEST_SUMMARY) return refuseWith(values, `What it comes to must be ${LONGEST_SUMMARY} characters or fewer`, "summary");
  if (!(await saveSummary(actor, series.id, summary))) return refuseWith(values, "The report is published, and does not change any more. Open it again first", "summary");
  return redirectWith(`/series/${series.id}/report`, { title: "It is saved" });
}

export default function ReportRoute() {
  const { series, writing, version, summary, blocks } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ summary });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: series.title, href: `/series/${series.id}` }]} />
      <PageHeading caption={series.title}>Evidence report</PageHeading>
      {version ? <p className="govuk-body"><a className="govuk-link" href={`/series/${series.id}/report.docx?version=${version}`}>Version {version} as a Word file</a></p> : null}
      {writing ? (
        <form method="post" noValidate>
          <TextArea form={form} name="summary" label="What does the evidence come to?" rows={8} hint="In your words: it stands at the beginning of the report." />
          <Button>Save it</Button>
        </form>
      ) : null}
      {writing && series.finished ? <p className="govuk-body"><a className="govuk-link" href={`/series/${series.id}/act/publish`}>Publish the evidence report</a></p> : null}
      {blocks ? <BlockView blocks={blocks} /> : <EmptyState title="There are no notes yet">Notes of the sessions are combined here by theme as they are written.</EmptyState>}
    </div>
  );
}
