import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { DecisionTable, RecommendationPill } from "~/features/summit/components/lists";
import { PaperFiles } from "~/features/summit/components/papers";
import { meetingPage } from "~/features/summit/queries.server";
import { meetingLinks } from "~/features/summit/record-acts";
import { meetingLabels, refusalWords, takesPapers } from "~/features/summit/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, EmptyState, formatDate, InsetText, PageHeading, Pill, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "directors’ meeting" }, title: (data: { page: { heldOn: string } }) => `Directors’ meeting of ${formatDate(data.page.heldOn, { year: true })}` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await meetingPage(actor, args.params["id"]);
  if (!page) throw notFound();
  return { page, links: meetingLinks(page.id, page.steps), blocked: page.steps.flatMap(({ blockedBy }) => (blockedBy ? [blockedBy] : []))[0] ?? null, timeline: page.runs ? await recordTimeline(page.id, { emails: true }) : null };
}

export default function MeetingRoute() {
  const { page, links, blocked, timeline } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Directors’ meetings", href: "/directors-meetings" }]} />
      <PageHeading caption={page.region} status={<Pill kind={page.state === "agendaSent" ? "calm" : "quiet"}>{meetingLabels[page.state]}</Pill>}>{`Directors’ meeting of ${formatDate(page.heldOn, { year: true })}`}</PageHeading>
      <div className="app-measure">
        <p className="govuk-body-l">{page.place}</p>
        {page.reason ? <InsetText>{page.reason}</InsetText> : null}
        {links.main ? <Button href={links.main.href}>{links.main.words}</Button> : blocked ? <p className="govuk-body">{`Not yet: ${refusalWords(blocked).charAt(0).toLowerCase()}${refusalWords(blocked).slice(1)}.`}</p> : null}
        {links.others.length > 0 ? <ul className="govuk-list">{links.others.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul> : null}
        <h2 className="govuk-heading-m">Agenda and papers</h2>
        {page.plans.map((plan) => (
          <div key={plan.id}>
            <p className="govuk-body"><a className="govuk-link" href={`/plans/${plan.id}`}>{plan.name}</a>{plan.decision ? `: ${plan.decision.kind === "approve" ? "approved" : "returned"}. ${plan.decision.reason}` : ", the regional plan, to be approved or returned"}</p>
            {plan.paper ? <details className="govuk-details"><summary className="govuk-details__summary"><span className="govuk-details__summary-text">{`Paper: ${plan.name}`}</span></summary><div className="govuk-details__text app-prewrap">{plan.paper}</div></details> : null}
          </div>
        ))}
        {page.agenda.length === 0 && page.plans.length > 0 ? null : page.agenda.length === 0 ? <EmptyState level={3} title="Nothing is on the agenda">A recommendation is put on it from the recommendation’s own page.</EmptyState> : (
          <ol className="govuk-list govuk-list--number">
            {page.agenda.map((one) => (
              <li key={one.id}>
                <p className="govuk-body"><a className="govuk-link" href={`/recommendations/${one.id}`}>{one.title}</a> <RecommendationPill state={one.state} /></p>
                <p className="govuk-body app-prewrap">{one.text}</p>
                {one.paper ? <details className="govuk-details"><summary className="govuk-details__summary"><span className="govuk-details__summary-text">{`Paper: ${one.title}`}</span></summary><div className="govuk-details__text app-prewrap">{one.paper}</div></details> : null}
                {one.files.length > 0 ? <PaperFiles id={one.id} files={one.files} /> : null}
                {page.runs && takesPapers(one.state) ? <p className="govuk-body"><a className="govuk-link" href={`/recommendations/${one.id}/papers`}>Add files<span className="govuk-visually-hidden"> to the papers of {one.title}</span></a></p> : null}
              </li>
            ))}
          </ol>
        )}
      </div>
      {page.decisions.length > 0 ? <DecisionTable caption="Decisions of this meeting" rows={page.decisions} /> : null}
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}
