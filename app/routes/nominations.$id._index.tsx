import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { nominationPage } from "~/features/nomination";
import { nominationLinks } from "~/features/nomination/record-acts";
import { refusalWords, serviceLabels, stateLabels, stateSentences } from "~/features/nomination/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, formatDate, formatDateTime, InsetText, PageHeading, Pill, SummaryList, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "nomination" }, title: (data: { nomination: { title: string } }) => data.nomination.title } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const nomination = await nominationPage(actor, args.params["id"]);
  if (!nomination) throw notFound();
  return { nomination, links: nominationLinks(nomination.id, nomination.steps), timeline: await recordTimeline(nomination.id, { emails: nomination.keeps }) };
}

export default function NominationRoute() {
  const { nomination, links, timeline } = useLoaderData<typeof loader>();
  const going = ["accepted", "participating", "completed", "notCompleted"].includes(nomination.state);
  const blocked = nomination.steps.find(({ event, blockedBy }) => blockedBy && blockedBy !== "hasReason" && ["manager.approve", "sponsor.endorse"].includes(event) && !["isOfItsOwn"].includes(blockedBy));
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: `${nomination.programme}, cohort ${nomination.cohort}`, href: `/cohorts/${nomination.cohortId}` }]} />
      <PageHeading caption={`${nomination.programme}, cohort ${nomination.cohort}`} status={<Pill kind={nomination.state === "offered" ? "warn" : going ? "calm" : "quiet"}>{stateLabels[nomination.state]}</Pill>}>{nomination.person}</PageHeading>
      <div className="app-measure">
        <p className="govuk-body">{links.main?.event === "manager.approve" ? "You are asked to approve it, as the line manager. The director of the person’s service is asked after you." : links.main?.event.startsWith("sponsor.endorse") ? "You are asked to endorse it, as the director of the person’s service." : nomination.self && nomination.state === "offered" ? "A place is yours if you accept it. If you cannot come, say why: it goes to the next person." : stateSentences[nomination.state]}{nomination.offerUntil ? ` It is kept until ${formatDateTime(nomination.offerUntil)}.` : ""}{nomination.position === null ? "" : ` Number ${nomination.position} on the list.`}</p>
        {nomination.self && nomination.state === "offered" ? <p className="govuk-body"><a className="govuk-link" href={`/cohorts/${nomination.cohortId}`}>See the days before you accept</a></p> : null}
        {nomination.otherDirector ? <InsetText>{nomination.otherDirector}</InsetText> : null}
        {blocked?.blockedBy ? <InsetText>{refusalWords(blocked.blockedBy)}.</InsetText> : null}
        {nomination.reason ? <InsetText><p className="govuk-body app-prewrap">{nomination.reason}</p></InsetText> : null}
        {nomination.self && going ? <Button href={`/cohorts/${nomination.cohortId}/days`}>Your days</Button> : links.main ? <Button href={links.main.href}>{links.main.words}</Button> : null}
        {nomination.state === "completed" ? <p className="govuk-body"><a className="govuk-link" href={`/nominations/${nomination.id}/certificate.pdf`}>Certificate (PDF)</a></p> : null}
        {nomination.self && nomination.state === "completed" ? <p className="govuk-body">Regions need challengers who know how it is done: <a className="govuk-link" href="/challengers/apply">apply for the pool of challengers</a>.</p> : null}
        <SummaryList
          rows={[
            { key: "Job", value: nomination.jobTitle },
            { key: "Authority", value: nomination.authority },
            { key: "Service", value: serviceLabels[nomination.service] },
            ...(nomination.team ? [{ key: "Team", value: nomination.team }] : []),
            { key: "Line manager", value: nomination.lineManager },
            { key: "Nominated by", value: nomination.nominator },
            ...(nomination.replaces ? [{ key: "In place of", value: nomination.replaces }] : []),
            ...(nomination.state === "awaitingManager" ? [{ key: "The manager’s link ends", value: formatDate(nomination.approveBy, { year: true }) }] : []),
            { key: "Nominations close", value: formatDate(nomination.closesOn, { year: true }) },
            { key: "Statement", value: <span className="app-prewrap">{nomination.statement}</span> },
          ]}
        />
        {links.others.length > 0 ? <ul className="govuk-list">{links.others.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul> : null}
      </div>
      <WhatHappened entries={timeline} />
    </>
  );
}
