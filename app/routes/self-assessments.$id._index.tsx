import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { DueText, PageTop, StatePill, nameOf } from "~/features/self-assessment/components/page-top";
import { RecordLinks } from "~/features/self-assessment/components/record-links";
import { chapterRows } from "~/features/self-assessment/drafts.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { stepLinks } from "~/features/self-assessment/record-acts";
import { isState, stateSentences } from "~/features/self-assessment/words";
import { YouCanAlso } from "~/features/step/components/you-can-also";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { Button, ButtonGroup, Card, DateText, InsetText, Meter, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => nameOf(page.head),
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const inside = head.standing === "inside";
  const [chapters, timeline] = await Promise.all([
    inside ? chapterRows(actor, head) : [],
    head.standing === "sharedWith" ? [] : recordTimeline(head.id, { emails: true }),
  ]);
  const writes = inside && head.writable && chapters.some((chapter) => chapter.mine);
  return {
    head,
    links: stepLinks(head.id, head.steps),
    writes,
    complete: chapters.filter((chapter) => chapter.complete).length,
    chapters: chapters.length,
    conflicts: chapters.reduce((sum, chapter) => sum + chapter.conflicts, 0),
    timeline,
    now: now(),
  };
}

/** What the reason on the record is the reason of. */
function reasonTitle(state: string): string {
  if (state === "returned") return "Why it was returned";
  return ["optedOut", "waived", "withdrawn", "closed"].includes(state) ? "Why" : "The reason last given, for more time or a change";
}

export default function SelfAssessmentRoute() {
  const { head, links, writes, complete, chapters, conflicts, timeline, now: moment } = useLoaderData<typeof loader>();
  const base = `/self-assessments/${head.id}`;
  const inside = head.standing === "inside";
  // While the chapters are open, writing is the main act until everything is answered.
  const writing = writes && links.main?.event !== "writing.start" ? { href: `${base}/chapters`, words: "Go on writing" } : null;
  const ready = links.main?.event === "draft.complete" && !head.steps.some((step) => step.event === "draft.complete" && step.blockedBy);
  const main = writing && !ready ? writing : (links.main ?? (head.readable !== null ? { href: `${base}/read`, words: "Read the self-assessment" } : null));
  const others = [...(writing && ready ? [writing] : []), ...(links.main && main !== links.main ? [links.main] : []), ...links.others];
  return (
    <>
      <PageTop head={head} self heading={`${head.authority.name}: self-assessment`} status={<StatePill state={head.state} label={head.label} late={head.late} />} />
      <div className="app-columns">
        <div>
          <p className="govuk-body-l">{isState(head.state) ? stateSentences[head.state] : head.label}</p>
          {head.reason ? <InsetText><b>{reasonTitle(head.state)}</b><br /><span className="app-prewrap">{head.reason}</span></InsetText> : null}
          {conflicts > 0 ? (
            <InsetText>
              {conflicts === 1 ? "One answer was written by two people at once." : `${conflicts} answers were written by two people at once.`}{" "}
              <a className="govuk-link" href={`${base}/conflicts`}>Choose what to keep</a>
            </InsetText>
          ) : null}
          {main ? <ButtonGroup><Button href={main.href}>{main.words}</Button></ButtonGroup> : <p className="govuk-body">Nothing is wanted of you here now.</p>}
          <YouCanAlso steps={others} />
          <RecordLinks head={head} />
          {timeline.length > 0 ? (
            <WhatHappened entries={timeline} />
          ) : null}
        </div>
        <aside aria-label="Dates and progress">
          <Card heading="By when">
            <p className="govuk-body"><DueText head={head} now={moment} />{head.joinedLate ? <><br /><span className="app-soft">Joined the round late</span></> : null}</p>
            {head.followUpDue ? <p className="govuk-body">Six-month update <DateText when={head.followUpDue} year /></p> : null}
          </Card>
          {inside && chapters > 0 ? (
            <Card heading="Chapters"><Meter value={complete} of={chapters} label="complete"><a className="govuk-link" href={`${base}/chapters`}>See the chapters</a></Meter></Card>
          ) : null}
          {head.reference ? <Card heading="Reference"><p className="govuk-body">{head.reference}</p></Card> : null}
        </aside>
      </div>
    </>
  );
}
