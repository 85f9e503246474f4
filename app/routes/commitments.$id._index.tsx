import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { CommitmentPill } from "~/features/commitment/components/commitment-table";
import { commitmentPage } from "~/features/commitment/queries.server";
import { stepLinks } from "~/features/commitment/record-acts";
import { noteLabels } from "~/features/commitment/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, formatDate, PageHeading, SummaryList, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "commitment" }, title: (data: { page: { text: string } }) => data.page.text.slice(0, 80) } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await commitmentPage(actor, args.params["id"]);
  if (!page) throw notFound();
  return { page: { ...page, posts: [] }, links: stepLinks(page.id, page.steps), timeline: await recordTimeline(page.id, { emails: false }) };
}

export default function CommitmentRoute() {
  const { page, links, timeline } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Commitments", href: page.event ? `/commitments?event=${page.event.id}` : "/commitments" }]} />
      <PageHeading caption={page.event?.title ?? "Commitment"} status={<CommitmentPill state={page.state} late={page.late} />}>{page.text}</PageHeading>
      <div className="app-measure">
        {links.main ? <Button href={links.main.href}>{links.main.words}</Button> : null}
        <SummaryList
          rows={[
            { key: "Made by", value: page.by },
            { key: "Owner", value: page.owner },
            { key: "By when", value: formatDate(page.doneBy, { year: true }) },
            ...(page.recommendation ? [{ key: "Serves", value: <a className="govuk-link" href={`/recommendations/${page.recommendation.id}/chain`}>{page.recommendation.title}</a> }] : []),
            ...page.notes.map((note) => ({ key: `${noteLabels[note.kind]}, ${formatDate(note.at, { year: true })}`, value: <span className="app-prewrap">{note.text}</span> })),
            ...(page.closing ? [{ key: page.state === "done" ? "What changed" : "Why it was withdrawn", value: <span className="app-prewrap">{page.closing}</span> }] : []),
          ]}
        />
        {links.others.length > 0 ? <ul className="govuk-list">{links.others.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul> : null}
      </div>
      <WhatHappened entries={timeline} />
    </>
  );
}
