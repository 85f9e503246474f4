import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { daysOff, roundPage } from "~/features/cycle";
import { DatesSummary, RulesSummary } from "~/features/cycle/components/round-summary";
import { StepList } from "~/features/cycle/components/step-list";
import { dateLabels, isState, labelOf, pressingDate, statePillOf, wantedIn } from "~/features/cycle/words";
import { labelOf as documentLabel } from "~/features/self-assessment/words";
import { ProcessPicture } from "~/features/process-picture";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Card, counted, DateText, Details, Meter, PageHeading, Pill, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "cycle" },
  title: (data: { round: { region: string; name: string } }) => `${data.round.region} round ${data.round.name}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round) throw notFound();
  return { round, off: daysOff(round.dates), today: now().toISOString() };
}

export default function RoundRoute() {
  const { round, off, today } = useLoaderData<typeof loader>();
  const { state } = round.standing;
  const pressing = isState(state) ? pressingDate[state] : null;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Rounds", href: "/rounds" }]} />
      <PageHeading caption={`Reference ${round.reference}`} status={<Pill kind={statePillOf(state)}>{labelOf(state)}</Pill>}>{round.region} round {round.name}</PageHeading>
      <div className="app-columns">
        <div>
          <p className="govuk-body-l">
            {isState(state) ? wantedIn[state] : null}
            {pressing ? <> {dateLabels[pressing]}: <DateText when={round.dates[pressing]} now={today} year />.</> : null}
          </p>
          {round.mine.map((own) => (
            <p className="govuk-body" key={own.id}>
              <a className="govuk-link" href={`/self-assessments/${own.id}`}>{own.authority}: your self-assessment</a>{" "}
              <span className="app-soft">{documentLabel(own.state)}, due <DateText when={own.dueOn} now={today} /></span>
            </p>
          ))}
          <StepList cycleId={round.id} steps={round.standing.steps} />
          <h2 className="govuk-heading-m">Dates</h2>
          <DatesSummary dates={round.dates} off={off} />
          <h2 className="govuk-heading-m">Rules</h2>
          <RulesSummary rules={round.rules} template={round.template} />
          <Details summary="Where the round stands in its process">
            <ProcessPicture machine="cycle" current={state} title="The round’s process, with the present state marked" />
            <p className="govuk-body"><a className="govuk-link" href={`/processes/cycle?now=${state}`}>The same in words</a></p>
          </Details>
        </div>
        <aside aria-label="How the round stands">
          {round.progress.of + round.progress.excused > 0 ? (
            <Card heading="Self-assessments">
              <Meter value={round.progress.submitted} of={round.progress.of} label="submitted">
                {round.progress.excused > 0 ? `${counted(round.progress.excused, "authority", "authorities")} excused. ` : null}
                {round.mayChase ? <a className="govuk-link" href={`/rounds/${round.id}/chase`}>Chase board</a> : null}
              </Meter>
              {round.mayChase ? <p className="app-small"><a className="govuk-link" href={`/rounds/${round.id}/challenge-board`}>Chase board of peer challenge</a></p> : null}
            </Card>
          ) : null}
          <Card heading="Groups">
            {round.groups.length === 0 ? <p className="app-small">No groups yet.</p> : (
              <ol className="govuk-list app-small">
                {round.groups.map((group) => <li key={group.number}><b>Group {group.number}</b>: {group.members.join(", ")}</li>)}
              </ol>
            )}
            {round.mayRun ? <p className="app-small"><GroupsLink round={round} /></p> : null}
            {round.mayRun && round.rules.challengeStyle === "triads" && round.groups.length > 0 ? <p className="app-small"><a className="govuk-link" href={`/rounds/${round.id}/sessions`}>Sessions: dates, hosts and challengers</a></p> : null}
          </Card>
          <Card heading={counted(round.takingPart.length, "authority", "authorities")}>
            <Details summary="Who takes part"><ul className="govuk-list app-small">{round.takingPart.map(({ id, name }) => <li key={id}><a className="govuk-link" href={`/authorities/${id}`}>{name}</a></li>)}</ul></Details>
          </Card>
          <ul className="govuk-list">
            <li><a className="govuk-link" href={`/rounds/${round.id}/timeline`}>Timeline of the round</a></li>
          </ul>
        </aside>
      </div>
    </>
  );
}

/** Where a coordinator makes the groups: on the triad board, or, where one event challenges all, by number. */
function GroupsLink({ round }: { readonly round: { readonly id: string; readonly rules: { readonly challengeStyle: string }; readonly groups: readonly unknown[] } }) {
  const words = round.groups.length === 0 ? "the groups" : "the groups again";
  return round.rules.challengeStyle === "triads"
    ? <a className="govuk-link" href={`/rounds/${round.id}/arrangements`}>Triad board: find {words}</a>
    : <a className="govuk-link" href={`/rounds/${round.id}/groups`}>{round.groups.length === 0 ? "Set the groups" : "Change the groups"}</a>;
}
