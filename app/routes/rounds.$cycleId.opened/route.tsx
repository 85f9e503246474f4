import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { roundPage, toldWhen } from "~/features/cycle";
import { enter, notFound } from "~/session/enter.server";
import { Button, counted, Details, formatDate, Panel, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "The round is open" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  if (round.standing.state === "draft") throw redirect(`/rounds/${round.id}/check`);
  return {
    id: round.id, name: round.name, region: round.region, reference: round.reference,
    authorities: round.takingPart.length, dueOn: round.dates.submissionsDueOn, told: await toldWhen(round.id, "round.open"),
  };
}

export default function OpenedRoute() {
  const round = useLoaderData<typeof loader>();
  return (
    <div className="app-measure">
      <Panel title="The round is open">{round.region} round {round.name}<br />Reference <strong>{round.reference}</strong></Panel>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">{counted(round.authorities, "authority", "authorities")} can write from now on. Self-assessments are due on {formatDate(round.dueOn, { year: true })}, and their people are reminded 10 and 2 working days before.</p>
      <h2 className="govuk-heading-m">Who has been told</h2>
      <p className="govuk-body">{counted(round.told.length, "email")} {round.told.length === 1 ? "has" : "have"} been written and {round.told.length === 1 ? "is" : "are"} on the way.</p>
      <Details summary="See their names"><ul className="govuk-list">{round.told.map(({ id, name, role }) => <li key={id}>{name} <span className="app-soft">({role})</span></li>)}</ul></Details>
      <Button href={`/rounds/${round.id}`}>Go to the round</Button>
    </div>
  );
}
