import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { askForUpdate } from "~/features/plan";
import { StatusPill, Updates, Workplan } from "~/features/plan/components/plan-parts";
import { outcomeOf } from "~/features/plan/outcome";
import { streamPage } from "~/features/plan/queries.server";
import { labelOf as recommendationLabelOf } from "~/features/summit/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { Breadcrumbs, Button, counted, formatDate, PageHeading, Pill, PressFields, pressOf, readForm, SummaryList, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "workstream" }, title: (data: { page: { title: string } }) => data.page.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await streamPage(actor, args.params["id"]);
  if (!page) throw notFound();
  return { actor, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await asked(args);
  const may = (event: string) => page.steps.some((step) => step.event === event);
  return { page, mayUpdate: may("update.onTrack"), mayAsk: may("reminder.send"), timeline: page.runs && page.updateOn ? await recordTimeline(page.id, { emails: true }) : null, requestKey: randomUUID() };
}

/** The coordinator asks for the update again. */
export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  if (!page.runs) throw notFound();
  const outcome = outcomeOf(await askForUpdate({ workstreamId: page.id, actor, ...pressOf(readForm(await readBody(args.request))) }));
  if (!outcome.ok && outcome.status === 404) throw notFound();
  return redirectWith(`/workstreams/${page.id}`, outcome.ok ? { title: "The lead is asked again" } : { kind: "notice", title: "It was not sent", text: outcome.message });
}

export default function WorkstreamRoute() {
  const { page, mayUpdate, mayAsk, timeline, requestKey } = useLoaderData<typeof loader>();
  const [latest] = page.updates;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Plans", href: "/plans" }, { label: page.plan.name, href: `/plans/${page.plan.id}` }]} />
      <PageHeading caption={page.priority} status={latest ? <StatusPill status={latest.status} /> : undefined}>{page.title}</PageHeading>
      <div className="app-measure">
        {mayUpdate ? <Button href={`/workstreams/${page.id}/update`}>Give an update</Button> : null}
        {mayAsk ? <form method="post"><PressFields revision={page.revision} requestKey={requestKey} /><Button kind="secondary">Ask the lead for the update</Button></form> : null}
        <SummaryList
          rows={[
            { key: "Sponsor", value: page.sponsor },
            { key: "Lead", value: page.lead },
            ...(page.updateOn ? [{ key: "Next update", value: <>{`By ${formatDate(page.updateOn, { year: true })} `}{page.updateLate ? <Pill kind="late">Late</Pill> : null}</> }, { key: "Workplan", value: `${page.done} of ${counted(page.lines.length, "action")} done${page.late > 0 ? `, ${page.late} late` : ""}` }] : []),
          ]}
        />
      </div>
      <Workplan caption="Workplan" lines={page.lines} />
      <div className="app-measure">
        {page.recommendations.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">What the directors accepted, and it sees to</h2>
            <ul className="govuk-list">{page.recommendations.map((one) => <li key={one.id}><a className="govuk-link" href={`/recommendations/${one.id}/chain`}>{one.title}</a>{`: ${recommendationLabelOf(one.state)}`}</li>)}</ul>
          </>
        ) : null}
        {page.updateOn ? <h2 className="govuk-heading-m">Updates</h2> : null}
        {page.updateOn && page.updates.length === 0 ? <p className="govuk-body">There is none yet: its lead is asked two weeks before the end of each quarter.</p> : <Updates updates={page.updates} />}
      </div>
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}
