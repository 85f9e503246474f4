import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { lettersOnTheme, themesPage } from "~/features/action-plan/themes.server";
import { CommitmentPill } from "~/features/commitment/components/commitment-table";
import { servedBy } from "~/features/commitment/queries.server";
import { RecommendationPill } from "~/features/summit/components/lists";
import { recommendationPage } from "~/features/summit/queries.server";
import { decisionLabels } from "~/features/summit/words";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, counted, formatDate, InsetText, PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "recommendation" }, title: (data: { page: { title: string } }) => `From finding to change: ${data.page.title}` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await recommendationPage(actor, args.params["id"]);
  if (!page) throw notFound();
  const [served, themes, letters] = await Promise.all([
    servedBy(actor, page.id),
    page.theme ? themesPage(actor, { region: page.regionId, round: page.cycleId }) : null,
    page.theme ? lettersOnTheme(actor, { region: page.regionId, round: page.cycleId, theme: page.theme }) : [],
  ]);
  const row = themes?.picture.rows.find(({ theme }) => theme === page.theme);
  return { page: { id: page.id, title: page.title, region: page.region, theme: page.theme, text: page.amendedText ?? page.text, state: page.state, decisions: page.decisions, closing: page.closing, owner: page.owner, workstream: page.workstream }, served, letters, wordings: themes?.wordings.filter(({ theme }) => theme === page.theme).map(({ text }) => text) ?? [], findings: row?.shown ?? null, authorities: themes?.picture.authorities ?? null };
}

export default function ChainRoute() {
  const { page, served, letters, wordings, findings, authorities } = useLoaderData<typeof loader>();
  const hidden = served.all - served.seen.filter(({ state }) => state !== "withdrawn").length;
  return (
    <div className="app-measure">
      <Breadcrumbs crumbs={[{ label: "Recommendations", href: "/recommendations" }, { label: page.title, href: `/recommendations/${page.id}` }]} />
      <PageHeading caption={page.region} status={<RecommendationPill state={page.state} />}>{`From finding to change: ${page.title}`}</PageHeading>
      <h2 className="govuk-heading-m">1. What was found</h2>
      <p className="govuk-body">{!page.theme ? "It names no theme of the challenges." : findings === null ? `It answers the theme “${page.theme}”. Too few letters are final for its findings to be counted.` : `It answers the theme “${page.theme}”: ${counted(findings, "finding")} in the final letters of ${counted(authorities ?? 0, "authority", "authorities")}.`}</p>
      {wordings.length > 0 ? <ul className="govuk-list govuk-list--bullet">{wordings.map((text) => <li key={text}>{text}</li>)}</ul> : null}
      {letters.length > 0 ? <p className="govuk-body">{"Letters with it that you may read: "}{letters.map((one, index) => <span key={one.id}>{index > 0 ? ", " : ""}<a className="govuk-link" href={`/challenge-records/${one.id}/final`}>{`${one.authority} (${counted(one.findings, "finding")})`}</a></span>)}</p> : null}
      <h2 className="govuk-heading-m">2. What was recommended</h2>
      <p className="govuk-body app-prewrap">{page.text}</p>
      {page.decisions.map((one) => <InsetText key={one.id}>{`${decisionLabels[one.kind]} on ${formatDate(one.heldOn, { year: true })}: ${one.reason}`}</InsetText>)}
      <h2 className="govuk-heading-m">3. What people took on, and how it goes</h2>
      <p className="govuk-body"><strong>{`${served.done} of ${counted(served.all, "commitment")} done`}</strong>{hidden > 0 ? `, ${hidden} of them made where you were not.` : "."}</p>
      {page.workstream ? <p className="govuk-body">{"It is in the plan, under "}<a className="govuk-link" href={`/workstreams/${page.workstream.id}`}>{page.workstream.title}</a>{"."}</p> : null}
      {served.seen.map((one) => (
        <InsetText key={one.id}>
          <p className="govuk-body"><a className="govuk-link" href={`/commitments/${one.id}`}>{one.text}</a> <CommitmentPill state={one.state} late={one.late} /><br /><span className="app-soft">{`${one.owner}, by ${formatDate(one.doneBy, { year: true })}`}</span></p>
          {one.notes.map((note) => <p key={String(note.at)} className="govuk-body app-prewrap">{`${formatDate(note.at, { year: true })}: ${note.text}`}</p>)}
          {one.state === "done" ? <p className="govuk-body app-prewrap">{`What changed: ${one.closing}`}</p> : null}
        </InsetText>
      ))}
      {["rejected", "withdrawn", "done"].includes(page.state) ? null : <p className="govuk-body"><a className="govuk-link" href={`/commitments/new?for=${page.id}`}>Commit to something for it</a></p>}
      <h2 className="govuk-heading-m">4. What changed</h2>
      <p className="govuk-body app-prewrap">{page.state === "done" ? page.closing : page.owner ? `${page.owner} has not said yet what came of it.` : "Nobody owns it yet."}</p>
    </div>
  );
}
