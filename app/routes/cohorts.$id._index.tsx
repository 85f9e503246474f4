import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { whenWords, whereWords } from "~/features/event/components/event-parts";
import { serviceLabels } from "~/features/nomination/words";
import { cohortPage, copyCohort } from "~/features/programme";
import { CohortPill } from "~/features/programme/components/programme-parts";
import { outcomeOf } from "~/features/programme/outcome";
import { cohortLinks } from "~/features/programme/record-acts";
import { refusalWords } from "~/features/programme/words";
import { stateLabels as dayLabels } from "~/features/programme-day/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, Details, EmptyState, formatDate, InsetText, PageHeading, PressFields, pressOf, readForm, SummaryList, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: (data: { cohort: { title: string } }) => data.cohort.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort) throw notFound();
  return { actor, cohort };
}

export async function loader(args: LoaderFunctionArgs) {
  const { cohort } = await asked(args);
  return { cohort, links: cohortLinks(cohort.id, cohort.steps), timeline: cohort.keeps ? await recordTimeline(cohort.id, { emails: true }) : null, requestKey: randomUUID() };
}

/** Copies it to the next cohort. */
export async function action(args: ActionFunctionArgs) {
  const { actor, cohort } = await asked(args);
  if (!cohort.keeps) throw notFound();
  const values = readForm(await readBody(args.request));
  const result = await copyCohort({ cohortId: cohort.id, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(result.kind === "made" ? `/cohorts/${result.id}` : `/cohorts/${cohort.id}`, { title: "The next cohort is planned", text: "Places, quota, questions, days and tutors are as they were, a year later. Check the dates before you open nominations." });
  return refuseWith(values, outcome.message);
}

const going = ["accepted", "participating", "completed", "notCompleted"];

export default function CohortRoute() {
  const { cohort, links, timeline, requestKey } = useLoaderData<typeof loader>();
  const opening = cohort.steps.find(({ event }) => event === "nominations.open");
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.programme.title, href: `/programmes/${cohort.programmeId}` }]} />
      <PageHeading caption={`${cohort.programme.title}, ${cohort.region}`} status={<CohortPill state={cohort.state} />}>{cohort.title}</PageHeading>
      <div className="app-measure">
        {cohort.state === "cancelled" && cohort.reason ? <InsetText>{cohort.reason}</InsetText> : null}
        {cohort.mine ? <InsetText>You are nominated. <a className="govuk-link" href={`/nominations/${cohort.mine.id}`}>See your nomination</a>{going.includes(cohort.mine.state) ? <> or <a className="govuk-link" href={`/cohorts/${cohort.id}/days`}>your days</a></> : null}.</InsetText> : null}
        {cohort.programme.aims ? <p className="govuk-body app-prewrap">{cohort.programme.aims}</p> : null}
        {links.main ? <Button href={links.main.href}>{links.main.words}</Button> : cohort.state === "nominationsOpen" ? <Button href={`/cohorts/${cohort.id}/${cohort.programme.inTeams ? "nominate-team" : "nominate"}`}>{cohort.programme.inTeams ? "Nominate a team" : "Nominate somebody"}</Button> : null}
        {cohort.state === "nominationsOpen" && cohort.programme.inTeams && !cohort.keeps ? <p className="govuk-body"><a className="govuk-link" href={`/cohorts/${cohort.id}/nominate`}>Nominate one person of a team</a></p> : null}
        {opening?.blockedBy ? <p className="govuk-body">Before nominations can open: {refusalWords(opening.blockedBy)}.</p> : null}
        <SummaryList
          rows={[
            ...(cohort.programme.eligibility ? [{ key: "Who it is for", value: cohort.programme.eligibility }] : []),
            ...(cohort.programme.sponsors ? [{ key: "Sponsors", value: cohort.programme.sponsors }] : []),
            { key: "Places", value: `${cohort.taken} of ${cohort.places} taken` },
            { key: "Nominations close", value: formatDate(cohort.closesOn, { year: true }) },
            { key: "Decisions by", value: formatDate(cohort.selectBy, { year: true }) },
            ...(cohort.quotas.length > 0 ? [{ key: cohort.keeps ? "Places of each authority" : "Places of your authority", value: <ul className="govuk-list">{cohort.quotas.map((quota) => <li key={`${quota.authorityId} ${quota.service}`}>{quota.authority}, {serviceLabels[quota.service].toLowerCase()}: {quota.places}</li>)}</ul> }] : []),
          ]}
        />
      </div>
      {cohort.days.length === 0 ? <EmptyState title="No day yet">{cohort.keeps ? "Add its days before you open nominations." : "Its days are still to be set."}</EmptyState> : (
        <Table
          caption="Days"
          columns={[
            { key: "title", heading: "Day", cell: (row) => (cohort.keeps || (cohort.mine && going.includes(cohort.mine.state)) ? <a className="govuk-link" href={`/days/${row.id}`}>{row.number}. {row.title}</a> : `${row.number}. ${row.title}`) },
            { key: "when", heading: "When and where", cell: (row) => row.dates.map((date) => <div key={date.id}>{whenWords(date)}, {whereWords(date)}</div>) },
            { key: "tutors", heading: "Tutors", cell: (row) => row.tutors.join(", ") },
            ...(cohort.keeps ? [{ key: "places", heading: "Booked", cell: (row: (typeof cohort.days)[number]) => `${row.dates.reduce((sum, { taken }) => sum + taken, 0)} of ${row.dates.reduce((sum, { capacity }) => sum + capacity, 0)}` }] : []),
            { key: "state", heading: "Where it is", cell: (row) => `${dayLabels[row.state]}${cohort.keeps && row.response ? `: ${row.response.answered} of ${row.response.asked} answered` : ""}` },
          ]}
          rows={cohort.days}
          rowKey={(row) => row.id}
        />
      )}
      {cohort.keeps ? (
        <>
          <h2 className="govuk-heading-m">Run this cohort</h2>
          <ul className="govuk-list">
            <li><a className="govuk-link" href={`/cohorts/${cohort.id}/people`}>People, by authority and service</a></li>
            {cohort.state === "nominationsOpen" && cohort.programme.inTeams ? <li><a className="govuk-link" href={`/cohorts/${cohort.id}/nominate-team`}>Nominate a team</a></li> : null}
            {cohort.state === "nominationsOpen" ? <li><a className="govuk-link" href={`/cohorts/${cohort.id}/nominate`}>Nominate somebody</a></li> : null}
            <li><a className="govuk-link" href={`/cohorts/${cohort.id}/day-new`}>Add a day</a></li>
            <li><a className="govuk-link" href={`/cohorts/${cohort.id}/evaluation`}>What its days are asked</a></li>
            <li><a className="govuk-link" href={`/cohorts/${cohort.id}/report`}>Report: response, results and what it changed</a></li>
            {["planned", "nominationsOpen", "selecting", "confirmed"].includes(cohort.state) ? <li><a className="govuk-link" href={`/cohorts/${cohort.id}/edit`}>Change places and dates</a></li> : null}
            {links.others.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}
          </ul>
          <Details summary="Copy it to the next cohort">
            <form method="post" noValidate>
              <PressFields requestKey={requestKey} />
              <p className="govuk-body">Places, quota, questions, days and tutors are taken over, with dates a year later. Nobody sees it until you open its nominations.</p>
              <Button kind="secondary">Plan the next cohort like this one</Button>
            </form>
          </Details>
        </>
      ) : null}
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}
