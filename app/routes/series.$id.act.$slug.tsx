import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pressOf } from "~/features/event/outcome";
import { cancelSeries, closeSeries, finishSessions, openSeries, publishReport, reopenReport } from "~/features/series";
import { outcomeOfSeries } from "~/features/series/outcome";
import { seriesPage } from "~/features/series/queries.server";
import { refusalWords, SERIES_ACTS } from "~/features/series/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, InsetText, PageHeading, readForm, TextArea, valueOf, WarningButton, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "series" }, title: (data: { act: { heading: string } }) => data.act.heading } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const series = await seriesPage(actor, args.params["id"]);
  const act = SERIES_ACTS.find(({ slug }) => slug === args.params["slug"]);
  if (!series?.keeps || !act) throw notFound();
  return { actor, series, act, open: series.acts.find(({ slug }) => slug === act.slug) ?? null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { series, act, open } = await asked(args);
  return { series: { id: series.id, title: series.title, revision: series.revision }, act, open, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, series, act } = await asked(args);
  const values = readForm(await readBody(args.request));
  const given = { seriesId: series.id, actor, ...pressOf(values) };
  const reason = valueOf({ values, errors: {} }, "reason").slice(0, 1000);
  const result = await { open: () => openSeries(given), finish: () => finishSessions(given), publish: () => publishReport(given), reopen: () => reopenReport({ ...given, reason }), close: () => closeSeries(given), cancel: () => cancelSeries({ ...given, reason }) }[act.slug as "open"]();
  const outcome = outcomeOfSeries(result);
  if (outcome.ok) return redirectWith(["publish", "finish"].includes(act.slug) ? `/series/${series.id}/report` : `/series/${series.id}`, { title: act.done, text: act.doneText });
  return notDone(outcome, values, outcome.reason === "hasReason" ? "reason" : undefined);
}

export default function SeriesActRoute() {
  const { series, act, open, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({});
  const page = `/series/${series.id}`;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: series.title, href: page }]} />
      <PageHeading caption={series.title}>{act.heading}</PageHeading>
      {!open ? (
        <InsetText>This step is not open now. <a className="govuk-link" href={page}>Look at how the series stands</a></InsetText>
      ) : open.blockedBy ? (
        <InsetText>{refusalWords(open.blockedBy)}. <a className="govuk-link" href={page}>Back to the series</a></InsetText>
      ) : (
        <form method="post" noValidate>
          <p className="govuk-body">{act.says}</p>
          <input type="hidden" name="revision" value={series.revision} /><input type="hidden" name="requestKey" value={requestKey} />
          {act.asksReason ? <TextArea form={form} name="reason" label="Why?" rows={3} hint="It can be read here. It is not in the email." /> : null}
          <ButtonGroup>{act.warns ? <WarningButton>{act.button}</WarningButton> : <Button>{act.button}</Button>}<a className="govuk-link" href={page}>Back to the series</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
