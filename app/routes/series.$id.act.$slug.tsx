import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { outcomeOfSeries } from "~/features/series/outcome";
import { perform } from "~/features/series/perform.server";
import { seriesPage } from "~/features/series/queries.server";
import { refusalWords, SERIES_ACTS } from "~/features/series/words";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { blankForm, Breadcrumbs, ErrorSummary, InsetText, PageHeading, pressOf, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "series" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

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
  const reason = valueOf({ values, errors: {} }, "reason").slice(0, 1000);
  const outcome = outcomeOfSeries(await perform(act.event, { seriesId: series.id, actor, ...pressOf(values), reason }));
  if (outcome.ok) return redirectWith(["publish", "finish"].includes(act.slug) ? `/series/${series.id}/report` : `/series/${series.id}`, { title: act.done, text: act.doneText ?? "" });
  return notDone(outcome, values, outcome.reason === "hasReason" ? "reason" : undefined);
}

export default function SeriesActRoute() {
  const { series, act, open, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const page = `/series/${series.id}`;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: series.title, href: page }]} />
      <PageHeading caption={series.title}>{act.title}</PageHeading>
      {!open ? (
        <InsetText>This step is not open now. <a className="govuk-link" href={page}>Look at how the series stands</a></InsetText>
      ) : open.blockedBy ? (
        <InsetText>{refusalWords(open.blockedBy)}. <a className="govuk-link" href={page}>Back to the series</a></InsetText>
      ) : (
        <ActForm act={act} tells={open.tells} revision={series.revision} requestKey={requestKey} back={page}>
          {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Why?" rows={3} hint="It can be read here. It is not in the email." /> : null}
        </ActForm>
      )}
    </div>
  );
}
