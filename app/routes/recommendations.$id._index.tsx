import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { DecisionTable, RecommendationPill } from "~/features/summit/components/lists";
import { PaperFiles } from "~/features/summit/components/papers";
import { recommendationPage } from "~/features/summit/queries.server";
import { stepLinks } from "~/features/summit/record-acts";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, formatDate, PageHeading, SummaryList, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "recommendation" }, title: (data: { page: { title: string } }) => data.page.title } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await recommendationPage(actor, args.params["id"]);
  if (!page) throw notFound();
  return { page, links: stepLinks(page.id, page.steps), timeline: await recordTimeline(page.id, { emails: page.runs }) };
}

export default function RecommendationRoute() {
  const { page, links, timeline } = useLoaderData<typeof loader>();
  const text = (words: string) => <span className="app-prewrap">{words}</span>;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Recommendations", href: "/recommendations" }, ...(page.event ? [{ label: page.event.title, href: `/events/${page.event.id}` }] : [])]} />
      <PageHeading caption={`Recommendation, ${page.region}`} status={<RecommendationPill state={page.state} />}>{page.title}</PageHeading>
      <div className="app-measure">
        {page.steps.some(({ blockedBy }) => blockedBy === "meetingHasCome") ? <p className="govuk-body">The decision can be recorded from the day of the meeting on.</p> : null}
        {links.main ? <Button href={links.main.href}>{links.main.words}</Button> : null}
        <SummaryList
          rows={[
            { key: page.amendedText ? "As it was proposed" : "What is recommended", value: text(page.text) },
            ...(page.amendedText ? [{ key: "As it was accepted", value: text(page.amendedText) }] : []),
            { key: "Drafted by", value: page.by },
            ...(page.theme ? [{ key: "Answers the theme", value: page.theme }] : []),
            ...(page.meeting ? [{ key: "Directors’ meeting", value: <a className="govuk-link" href={`/directors-meetings/${page.meeting.id}`}>{formatDate(page.meeting.heldOn, { year: true })}</a> }] : []),
            ...(page.paper ? [{ key: "Paper", value: text(page.paper) }] : []),
            ...(page.files.length > 0 ? [{ key: "Files", value: <PaperFiles id={page.id} files={page.files} /> }] : []),
            ...(page.owner ? [{ key: "Owner", value: `${page.owner}${page.doneBy ? `, by ${formatDate(page.doneBy, { year: true })}` : ""}` }] : []),
            ...(page.workstream ? [{ key: "Workstream of the plan", value: <a className="govuk-link" href={`/workstreams/${page.workstream.id}`}>{page.workstream.title}</a> }] : []),
            ...(page.closing ? [{ key: page.state === "withdrawn" ? "Why it was withdrawn" : "What changed", value: text(page.closing) }] : []),
          ]}
        />
        <p className="govuk-body"><a className="govuk-link" href={`/recommendations/${page.id}/chain`}>From finding to change: what led to it, and what came of it</a></p>
        {page.mayPrepare ? <p className="govuk-body"><a className="govuk-link" href={`/recommendations/${page.id}/papers`}>Add files to its papers, or take them off</a></p> : null}
        {links.others.length > 0 ? <ul className="govuk-list">{links.others.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul> : null}
      </div>
      {page.decisions.length > 0 ? <DecisionTable caption="Decisions about it" rows={page.decisions} withTitle={false} /> : null}
      <WhatHappened entries={timeline} />
    </>
  );
}
