import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { daysOff, openRound, roundPage } from "~/features/cycle";
import { DatesSummary, RulesSummary } from "~/features/cycle/components/round-summary";
import { sayRefusal } from "~/features/cycle/words";
import { enter, notFound } from "~/session/enter.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, counted, Details, ErrorSummary, InsetText, PageHeading, Pill, PressFields, pressOf, readForm, type RouteHandle, WarningText } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "Check the round before you open it" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  if (round.standing.state !== "draft") throw redirect(`/rounds/${round.id}`);
  const open = round.standing.steps.find((step) => step.event === "round.open");
  return { round, off: daysOff(round.dates), blockedBy: open?.blockedBy ?? null, tells: open?.tells ?? [], requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  const values = readForm(await readBody(args.request));
  const opened = await openRound(round.id, actor, pressOf(values));
  if (opened.kind === "moved" || opened.kind === "repeated") throw redirect(`/rounds/${round.id}/opened`);
  if (opened.kind === "conflict") return conflicted(values, "Somebody changed the round while you were looking at it. Check it again before you open it.");
  if (opened.reason === "no-such-step") throw redirect(`/rounds/${round.id}`);
  return refuseWith(values, sayRefusal(opened.reason));
}

export default function CheckRoundRoute() {
  const { round, off, blockedBy, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const edit = `/rounds/${round.id}/edit`;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <PageHeading caption={`${round.region} round ${round.name}`} status={<Pill kind="quiet">Draft</Pill>}>Check the round before you open it</PageHeading>
      {blockedBy ? <WarningText>{sayRefusal(blockedBy)}</WarningText> : null}
      {off.length > 0 ? (
        <InsetText>
          {off.length === 1 ? "One date falls" : `${off.length} dates fall`} on a weekend or an England bank holiday. You can keep {off.length === 1 ? "it" : "them"}, but reminders count working days.
        </InsetText>
      ) : null}
      <h2 className="govuk-heading-m">Dates</h2>
      <DatesSummary dates={round.dates} off={off} changeHref={edit} />
      <h2 className="govuk-heading-m">Rules</h2>
      <RulesSummary rules={round.rules} template={round.template} changeHref={edit} />
      <p className="govuk-body"><a className="govuk-link" href={`/templates/${round.template.versionId}/preview`}>Read the template as authors will see it</a></p>
      <h2 className="govuk-heading-m">{counted(round.takingPart.length, "authority", "authorities")} taking part</h2>
      <Details summary="See their names"><ul className="govuk-list">{round.takingPart.map(({ id, name }) => <li key={id}>{name}</li>)}</ul></Details>
      <h2 className="govuk-heading-m">When you open it</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>each authority gets a self-assessment to write</li>
        <li>the template and the rules are frozen</li>
        <li>these are told by email: {tells.join("; ")}</li>
      </ul>
      <form method="post">
        <PressFields revision={round.standing.revision} requestKey={requestKey} />
        <ButtonGroup>
          {blockedBy ? null : <Button>Open the round to {counted(round.takingPart.length, "authority", "authorities")}</Button>}
          <a className="govuk-link" href={`/rounds/${round.id}`}>Leave it as a draft</a>
        </ButtonGroup>
      </form>
    </div>
  );
}
