import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { CountsCard } from "~/features/challenge-record/components/counts-card";
import { RecordLinks } from "~/features/challenge-record/components/record-links";
import { RecordTop, StatePill, nameOf } from "~/features/challenge-record/components/record-top";
import { countsOf } from "~/features/challenge-record/findings-list.server";
import { headOf } from "~/features/challenge-record/queries.server";
import { stepLinks } from "~/features/challenge-record/record-acts";
import { BEFORE_FINAL, isState, refusalWords, sentenceFor } from "~/features/challenge-record/words";
import { KloeList } from "~/features/kloe/parts";
import { kloesOf } from "~/features/kloe";
import { ProcessPicture } from "~/features/process-picture";
import { YouCanAlso } from "~/features/step/components/you-can-also";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { Button, ButtonGroup, Card, DateText, Details, InsetText, PersonText, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => nameOf(page.head),
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const reader = head.standing === "reader";
  const hostWaits = head.standing === "host" && BEFORE_FINAL.slice(0, 2).includes(head.state);
  const [counts, kloes, timeline] = await Promise.all([
    // Nothing of what the team found is the host's before it has the letter.
    reader || hostWaits ? null : countsOf(head.id),
    reader ? [] : kloesOf(head.activity.id, head.authority.id),
    reader ? [] : recordTimeline(head.id, { emails: true }),
  ]);
  const finish = head.steps.find((step) => step.event === "findings.finish");
  return { head, links: stepLinks(head.id, head.steps), finishBlockedBy: finish?.blockedBy ?? null, counts, kloes: kloes.filter((line) => line.shared || head.standing === "host"), timeline, now: now() };
}

export default function ChallengeRecordRoute() {
  const { head, links, finishBlockedBy, counts, kloes, timeline, now: moment } = useLoaderData<typeof loader>();
  return (
    <>
      <RecordTop head={head} self heading={head.title} status={<StatePill state={head.state} label={head.label} late={head.late} />} />
      <div className="app-columns">
        <div>
          <p className="govuk-body-l">{isState(head.state) ? sentenceFor(head.state, head.standing) : head.label}{head.dueOn ? <> By <DateText when={head.dueOn} now={moment} />.</> : null}</p>
          {head.reason ? <InsetText><b>The reason last given</b><br /><span className="app-prewrap">{head.reason}</span></InsetText> : null}
          {links.main ? <ButtonGroup><Button href={links.main.href}>{links.main.words}</Button></ButtonGroup> : <p className="govuk-body">Nothing is wanted of you here now.</p>}
          {finishBlockedBy ? <p className="govuk-body">Before you can finish the findings: {refusalWords(finishBlockedBy)}</p> : null}
          <YouCanAlso steps={links.others} />
          <RecordLinks head={head} />
          {head.standing === "reader" ? null : (
            <>
              <h2 className="govuk-heading-s">Key lines of enquiry</h2>
              <KloeList lines={kloes} empty="None were shared for this challenge." />
            </>
          )}
          <Details summary="How a challenge record moves"><ProcessPicture machine="challenge-record" current={head.state} title="How a challenge record moves" /></Details>
          {timeline.length > 0 ? (
            <WhatHappened entries={timeline} />
          ) : null}
        </div>
        <aside aria-label="Dates, team and numbers">
          <Card heading="By when">
            <p className="govuk-body">{head.dueOn ? <DateText when={head.dueOn} now={moment} year /> : "Nothing more is awaited."}</p>
            {head.reviewDueOn && head.dueOn !== head.reviewDueOn ? <p className="govuk-body">Progress review <DateText when={head.reviewDueOn} year /></p> : null}
          </Card>
          <Card heading="Who challenges">
            {head.team.length === 0 ? <p className="govuk-body">Nobody yet. The coordinator can ask somebody to lead.</p> : (
              <ul className="govuk-list">{head.team.map((member) => <li key={member.id}><PersonText name={member.name} post={member.role === "leadChallenger" ? "lead challenger" : "challenger"} /></li>)}</ul>
            )}
          </Card>
          {counts ? <CountsCard counts={counts} /> : null}
        </aside>
      </div>
    </>
  );
}
