import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { DaysText, PageTop, nameOf } from "~/features/visit/components/page-top";
import { TeamList } from "~/features/visit/components/team-list";
import { headOf } from "~/features/visit/queries.server";
import { ON_THE_TEAM, objectionOf, teamFor } from "~/features/visit/team-queries.server";
import { VARIANTS } from "~/features/visit/variants";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { Button, ButtonGroup, DateText, InsetText, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `The team: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head?.firstDay) throw notFound();
  const [team, objection] = await Promise.all([teamFor(head), objectionOf(head)]);
  const may = (event: string) => head.steps.some((step) => step.event === event && (!step.blockedBy || step.blockedBy === "teamFits"));
  const blocked = head.steps.find((step) => step.event === "team.confirm")?.blockedBy ?? null;
  return {
    head, objection, blocked,
    on: team.filter((one) => ON_THE_TEAM.includes(one.state)),
    off: team.filter((one) => !ON_THE_TEAM.includes(one.state)),
    may: { confirm: may("team.confirm"), refill: may("team.refill"), welcome: may("team.welcome"), object: may("member.object") },
    now: now(),
  };
}

export default function TeamRoute() {
  const { head, on, off, objection, may, blocked, now: moment } = useLoaderData<typeof loader>();
  const base = `/visits/${head.id}`;
  const free = head.teamSize - on.length;
  const proposing = head.state === "awaitingAcceptances";
  return (
    <>
      <PageTop head={head} heading="The team" />
      <p className="govuk-body-l"><DaysText firstDay={head.firstDay} lastDay={head.lastDay} />. Led by {VARIANTS[head.variant].leadWords}.</p>
      {proposing && head.standing === "host" && may.object && head.objectBy ? (
        <InsetText>You may object to one of them, once, with a reason, until <DateText when={head.objectBy} now={moment} />. If you have nothing against the team, say so: it saves days.</InsetText>
      ) : null}
      {objection ? <InsetText><b>The host objected to {objection.name}</b><br /><span className="app-prewrap">{objection.reason}</span></InsetText> : null}
      <TeamList members={on} caption={`${on.length} of ${head.teamSize} places`} coordinator={head.standing === "coordinator"} />
      {free > 0 && proposing ? <p className="govuk-body">{free === 1 ? "One place is free." : `${free} places are free.`}</p> : null}
      {proposing && blocked === "hostHadItsSay" && head.objectBy ? <p className="govuk-body">Everybody has accepted. The host may still object until <DateText when={head.objectBy} now={moment} />; then you can confirm the team.</p> : null}
      <ButtonGroup>
        {may.confirm ? <Button href={`${base}/act/confirm-team`}>Confirm the team</Button> : null}
        {may.refill && free > 0 ? <Button href={`${base}/team/propose`}>Ask somebody for the free {free === 1 ? "place" : "places"}</Button> : null}
        {may.welcome ? <Button href={`${base}/act/welcome`}>Say that the team is welcome</Button> : null}
        {may.object ? <a className="govuk-link" href={`${base}/object`}>Object to one of them</a> : null}
      </ButtonGroup>
      {off.length > 0 ? (
        <section aria-labelledby="off">
          <h2 className="govuk-heading-m" id="off">Asked, and not on the team</h2>
          <TeamList members={off} caption="Only you see this" coordinator />
        </section>
      ) : null}
    </>
  );
}
