import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { KloeList } from "~/features/kloe/parts";
import { YouCanAlso } from "~/features/step/components/you-can-also";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { readsStatement } from "~/features/visit/access.server";
import { DaysText, PageTop, StatePill, nameOf } from "~/features/visit/components/page-top";
import { RequestSummary } from "~/features/visit/components/request-summary";
import { VisitLinks } from "~/features/visit/components/visit-links";
import { headOf, linesOf, passageOf } from "~/features/visit/queries.server";
import { stepLinks } from "~/features/visit/record-acts";
import { recordsOfVisit } from "~/features/visit/records.server";
import { teamFor } from "~/features/visit/team-queries.server";
import { isState, stateSentences } from "~/features/visit/words";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { Button, ButtonGroup, Card, DateText, InsetText, Meter, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => nameOf(page.head),
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const [lines, passage, timeline, team, records] = await Promise.all([
    linesOf(head), passageOf(actor, head), recordTimeline(head.id, { emails: head.standing !== "team" }), teamFor(head), recordsOfVisit(actor, head),
  ]);
  return { head, links: stepLinks(head.id, head.steps), lines, passage, timeline, team, records, readsStatement: readsStatement(head), now: now() };
}

/** What the reason on the visit is the reason of. */
function reasonTitle(state: string): string {
  if (state === "awaitingRequest") return "Why it came back";
  return ["declined", "withdrawn", "postponed", "closed"].includes(state) ? "Why" : "The reason last given, for a change";
}

export default function VisitRoute() {
  const { head, links, lines, passage, timeline, team, records, readsStatement: reads, now: moment } = useLoaderData<typeof loader>();
  const base = `/visits/${head.id}`;
  const preparing = head.state === "awaitingRequest" && head.standing === "host";
  const edit = preparing && head.roles.some((role) => role === "hostDcs" || role === "delegate") ? { href: `${base}/request`, words: "Go on with the request" } : null;
  const onSite = head.state === "onSite" ? { href: `${base}/day`, words: "Open the day page" } : null;
  const record = records[0] && head.standing !== "chair" ? { href: records[0].href, words: "Go to the challenge record" } : null;
  const presents = links.main?.event === "presentation.give";
  // Once shared, the statement can be changed, and is not what is wanted.
  const wanted = links.main?.event === "position.share" && head.state === "awaitingVisit" ? null : links.main;
  const main = edit ?? (presents ? links.main : (onSite ?? wanted ?? record));
  const others = [links.main, ...links.others].filter((link) => link !== null && link.href !== main?.href && !(edit && link.event === "request.prepare")).flatMap((link) => link ?? []);
  return (
    <>
      <PageTop head={head} self caption={`Peer challenge visit, ${head.cycle.name}`} heading={`${head.authority.name}: ${head.theme}`} status={<StatePill state={head.state} label={head.label} late={head.late} />} />
      <div className="app-columns">
        <div>
          <p className="govuk-body-l">{isState(head.state) ? stateSentences[head.state] : head.label}{head.dueAt ? <> By <DateText when={head.dueAt} now={moment} />.</> : null}</p>
          {head.reason ? <InsetText><b>{reasonTitle(head.state)}</b><br /><span className="app-prewrap">{head.reason}</span></InsetText> : null}
          {main ? <ButtonGroup><Button href={main.href}>{main.words}</Button></ButtonGroup> : <p className="govuk-body">Nothing is wanted of you here now.</p>}
          <YouCanAlso steps={others} />
          <section aria-labelledby="what-it-is">
            <h2 className="govuk-heading-m" id="what-it-is">What was asked for</h2>
            <RequestSummary head={head} passage={passage} />
          </section>
          {lines.length > 0 ? (
            <section aria-labelledby="lines">
              <h2 className="govuk-heading-m" id="lines">What the team looks at</h2>
              <KloeList lines={lines} />
            </section>
          ) : null}
          <VisitLinks head={head} readsStatement={reads} />
          {head.standing === "chair" || timeline.length === 0 ? null : (
            <WhatHappened entries={timeline} />
          )}
        </div>
        <aside aria-label="Dates and team">
          <Card heading="When">
            <p className="govuk-body"><DaysText firstDay={head.firstDay} lastDay={head.lastDay} /></p>
          </Card>
          {team.length > 0 ? (
            <Card heading="Team">
              <Meter value={team.filter((one) => one.state === "accepted" || one.state === "completed").length} of={head.teamSize} label="accepted"><a className="govuk-link" href={`${base}/team`}>See the team</a></Meter>
            </Card>
          ) : null}
          {head.venue ? <Card heading="Where"><p className="govuk-body app-prewrap">{head.venue}</p></Card> : null}
          {head.endorsedBy && head.endorsedAt ? <Card heading="Endorsed"><p className="govuk-body">By {head.endorsedBy}, <DateText when={head.endorsedAt} /></p></Card> : null}
        </aside>
      </div>
    </>
  );
}
