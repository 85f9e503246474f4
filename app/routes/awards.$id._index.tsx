import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { awardPage, type AwardPage } from "~/features/award/queries.server";
import { nominationLabels, refusalWords, stateLabels } from "~/features/award/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, formatDate, InsetText, PageHeading, Pill, SummaryList, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "award" }, title: (data: { award: { title: string } }) => data.award.title } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const award = await awardPage(actor, args.params["id"]);
  if (!award) throw notFound();
  return { award, timeline: award.keeps ? await recordTimeline(award.id, { emails: true }) : null };
}

export default function AwardRoute() {
  const { award, timeline } = useLoaderData<typeof loader>();
  const base = `/awards/${award.id}`;
  const winner = award.published.find(({ won }) => won);
  const own = award.keeps ? [] : award.list.filter(({ mine, state }) => mine === null || state !== "submitted");
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }]} />
      <PageHeading caption={`Award, ${award.region}`} status={<Pill kind={award.state === "nominationsOpen" ? "calm" : "quiet"}>{stateLabels[award.state]}</Pill>}>{award.title}</PageHeading>
      <div className="app-measure">
        {award.reason ? <InsetText>{award.reason}</InsetText> : null}
        {winner ? <InsetText><strong>{`${winner.team}, ${winner.authority}, has won.`}</strong></InsetText> : null}
        {award.about ? <p className="govuk-body app-prewrap">{award.about}</p> : null}
        {award.mayNominateFor.length > 0 ? <Button href={`${base}/nominate`}>Nominate a team</Button> : null}
        {award.judgesIt && award.state === "judging" ? <Button href={`${base}/judging`}>Judge the nominations</Button> : null}
        <SummaryList
          rows={[
            { key: "The judges look for", value: <span className="app-prewrap">{award.criteria}</span> },
            { key: "Last day to nominate", value: formatDate(award.closesOn, { year: true }) },
            { key: "Nominations", value: `${award.nominations} of ${award.authorities} authorities have nominated` },
            ...(award.keeps ? [{ key: "Judges", value: award.judges.length > 0 ? award.judges.map(({ name }) => name).join(", ") : "None yet", ...(["planned", "nominationsOpen"].includes(award.state) ? { actions: [{ label: "Change", href: `${base}/judges`, about: "the judges" }] } : {}) }] : []),
          ]}
        />
      </div>
      {award.published.length > 0 ? (
        <Table
          caption="Shortlist"
          columns={[
            { key: "team", heading: "Team", cell: (row) => row.team },
            { key: "authority", heading: "Authority", cell: (row) => row.authority },
            ...(award.state === "told" ? [{ key: "outcome", heading: "Outcome", cell: (row: AwardPage["published"][number]) => (row.won ? "Won" : "Commended") }] : []),
          ]}
          rows={award.published} rowKey={(row) => row.authority}
        />
      ) : null}
      {own.length > 0 ? <ul className="govuk-list">{own.map(({ id, team, authority, state }) => <li key={id}><a className="govuk-link" href={`/award-nominations/${id}`}>{`The nomination of ${team}, ${authority}`}</a>{` (${nominationLabels[state]})`}</li>)}</ul> : null}
      {award.keeps ? <Running award={award} /> : null}
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}

/** What the coordinator does with it. */
function Running({ award }: { readonly award: AwardPage }) {
  const base = `/awards/${award.id}`;
  const open = award.acts.find(({ slug }) => slug === "open");
  return (
    <>
      <div className="app-measure">
        <h2 className="govuk-heading-m">Run this award</h2>
        {open?.blockedBy ? <p className="govuk-body">{`Before nominations can open: ${refusalWords(open.blockedBy).toLowerCase()}.`}</p> : open ? <Button href={`${base}/act/open`}>Check, and open nominations</Button> : null}
        {award.state === "judging" && award.list.length > 0 ? <Button href={`${base}/shortlist`}>Publish the shortlist</Button> : null}
        {award.state === "shortlisted" ? <Button href={`${base}/outcome`}>Tell the outcome</Button> : null}
        <ul className="govuk-list">
          {award.state === "planned" ? <li><a className="govuk-link" href={`${base}/edit`}>Change the award</a></li> : null}
          {award.acts.filter(({ slug, blockedBy }) => slug !== "open" && !blockedBy).map(({ slug, title }) => <li key={slug}><a className="govuk-link" href={`${base}/act/${slug}`}>{title}</a></li>)}
        </ul>
      </div>
      <Table
        caption="Nominations" empty="No authority has nominated a team yet."
        columns={[
          { key: "team", heading: "Team", cell: (row) => <a className="govuk-link" href={`/award-nominations/${row.id}`}>{row.team}</a> },
          { key: "authority", heading: "Authority", cell: (row) => row.authority },
          { key: "judged", heading: "Judged", cell: (row) => (row.mean === null ? "Not yet" : `${row.mean.toFixed(1)} of 5, by ${row.scored} of ${award.judges.length}`) },
          { key: "state", heading: "Where it is", cell: (row) => nominationLabels[row.state] },
        ]}
        rows={award.list} rowKey={(row) => row.id}
      />
    </>
  );
}
