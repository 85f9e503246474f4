import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PlanPill, StreamSummary } from "~/features/plan/components/plan-parts";
import { planPage } from "~/features/plan/queries.server";
import { stepLinks } from "~/features/plan/record-acts";
import { decisionLabels, refusalWords } from "~/features/plan/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, counted, EmptyState, formatDate, InsetText, PageHeading, SummaryList, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "plan" }, title: (data: { page: { name: string } }) => data.page.name } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await planPage(actor, args.params["id"]);
  if (!page) throw notFound();
  const links = stepLinks(page.id, page.steps);
  return { page, links, blocked: links.main ? null : (page.steps.find(({ blockedBy }) => blockedBy)?.blockedBy ?? null), comments: page.comments.length, timeline: page.runs ? await recordTimeline(page.id, { emails: true }) : null };
}

export default function PlanRoute() {
  const { page, links, blocked, timeline } = useLoaderData<typeof loader>();
  const streams = page.priorities.flatMap((priority) => priority.streams);
  const unanswered = page.comments.filter(({ answer }) => answer === null).length;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Plans", href: "/plans" }]} />
      <PageHeading caption={`Regional plan, ${page.region}`} status={<PlanPill state={page.state} />}>{page.name}</PageHeading>
      <div className="app-measure">
        {links.main ? <Button href={links.main.href}>{links.main.words}</Button> : blocked ? <p className="govuk-body">{`Not yet: ${refusalWords(blocked).charAt(0).toLowerCase()}${refusalWords(blocked).slice(1)}.`}</p> : null}
        <SummaryList
          rows={[
            { key: "Runs", value: `${formatDate(page.startsOn, { year: true })} to ${formatDate(page.endsOn, { year: true })}` },
            { key: "Comments", value: <a className="govuk-link" href={`/plans/${page.id}/comments`}>{page.state === "consultation" ? `Comment on it until ${formatDate(page.consultBy, { year: true })}: ${counted(page.comments.length, "comment")} so far` : `${counted(page.comments.length, "comment")}${unanswered > 0 ? `, ${unanswered} without an answer` : ""}`}</a> },
            ...(page.meeting ? [{ key: "Directors’ meeting", value: <a className="govuk-link" href={`/directors-meetings/${page.meeting.id}`}>{formatDate(page.meeting.heldOn, { year: true })}</a> }] : []),
            ...page.decisions.map((one) => ({ key: `${decisionLabels[one.kind]} on ${formatDate(one.heldOn, { year: true })}`, value: <span className="app-prewrap">{`${one.reason} (recorded by ${one.by})`}</span> })),
            ...(page.previous ? [{ key: "Follows", value: <a className="govuk-link" href={`/plans/${page.previous.id}`}>{page.previous.name}</a> }] : []),
            ...(page.next ? [{ key: "Followed by", value: <a className="govuk-link" href={`/plans/${page.next.id}`}>{page.next.name}</a> }] : []),
            ...(page.closing ? [{ key: "Why it was withdrawn", value: <span className="app-prewrap">{page.closing}</span> }] : []),
          ]}
        />
        {page.editable ? <p className="govuk-body"><a className="govuk-link" href={`/plans/${page.id}/edit`}>Change its priorities, workstreams and workplans</a></p> : null}
        {links.others.length > 0 ? <ul className="govuk-list">{links.others.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul> : null}
        {page.review ? <InsetText><strong>Review. </strong><span className="app-prewrap">{page.review}</span></InsetText> : null}
        <p className="govuk-body-l">{`${counted(page.priorities.length, "headline priority", "headline priorities")}, ${counted(streams.length, "workstream")}, ${counted(streams.reduce((sum, one) => sum + one.lines.length, 0), "action")}.`}</p>
        {page.priorities.length === 0 ? <EmptyState title="Nothing is in it yet">Begin with its headline priorities.</EmptyState> : null}
        {page.priorities.map((priority) => (
          <section key={priority.id} aria-label={priority.title}>
            <h2 className="govuk-heading-m">{priority.title}</h2>
            {priority.streams.length === 0 ? <p className="govuk-body">It has no workstream yet.</p> : priority.streams.map((one) => <StreamSummary key={one.id} stream={one} />)}
          </section>
        ))}
      </div>
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}
