import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { roundPage, takeStep, wantsReason } from "~/features/cycle";
import { readReason } from "~/features/cycle/forms";
import { actWords, isSimpleStep, sayRefusal, type SimpleStep } from "~/features/cycle/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, blankForm, Button, ButtonGroup, counted, ErrorSummary, InsetText, PageHeading, PressFields, pressOf, readForm, type RouteHandle, TextArea, WarningButton, WarningText } from "~/ui";

export const handle = {
  access: { who: "visible", record: "cycle" },
  title: (data: { step: SimpleStep }) => actWords[data.step].title,
} satisfies RouteHandle;

/** The round and the step, when the step exists and this person has a part in running the round. */
async function stepOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = args.params["event"];
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round || !isSimpleStep(event) || (!round.mayRun && !round.standing.roles.includes("regionalChair"))) throw notFound();
  return { actor, round, event, step: round.standing.steps.find((one) => one.event === event) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { round, event, step } = await stepOf(args);
  if (!step) throw await redirectWith(`/rounds/${round.id}`, { kind: "notice", title: "This cannot be done now", text: sayRefusal("no-such-step") });
  return {
    step: event,
    round: { id: round.id, name: round.name, region: round.region, revision: round.standing.revision, progress: round.progress },
    wantsReason: wantsReason(round.standing.state, event),
    blockedBy: step.blockedBy ?? null,
    tells: step.tells,
    requestKey: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round, event } = await stepOf(args);
  const values = readForm(await readBody(args.request));
  const reason = readReason(values);
  if (wantsReason(round.standing.state, event) && !reason.ok) return refuse(reason.form);
  const taken = await takeStep(event, round.id, reason.ok ? reason.data : "", actor, pressOf(values));
  if (taken.kind === "moved" || taken.kind === "repeated") {
    const told = taken.kind === "moved" ? `${counted(taken.told, "person has", "people have")} been told by email.` : "";
    throw await redirectWith(`/rounds/${round.id}`, { title: actWords[event].done, text: told });
  }
  if (taken.kind === "conflict") return conflicted(values, "The round changed while you were looking at it. Read the page again, then press the button once more.");
  return refuseWith(values, sayRefusal(taken.reason), taken.reason === "hasReason" ? "reason" : undefined);
}

export default function StepRoute() {
  const { step, round, wantsReason, blockedBy, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const words = actWords[step];
  const grave = "grave" in words && words.grave === true;
  const { submitted, of, outstanding } = round.progress;
  return (
    <>
      <BackLink href={`/rounds/${round.id}`}>Back to the round</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={`${round.region} round ${round.name}`}>{words.title}</PageHeading>
        {grave ? <WarningText>{words.what}</WarningText> : <p className="govuk-body">{words.what}</p>}
        {of > 0 ? <p className="govuk-body">{submitted} of {of} self-assessments submitted{outstanding > 0 ? `, ${outstanding} still awaited` : ""}.</p> : null}
        <InsetText>Told by email: {tells.join("; ")}.</InsetText>
        {blockedBy ? <p className="govuk-body">{sayRefusal(blockedBy)}</p> : (
          <form method="post" noValidate>
            <PressFields revision={round.revision} requestKey={requestKey} />
            {wantsReason ? <TextArea form={form} name="reason" label="Reason" hint="Everybody who can see the round can read it on its timeline. It is not in the email." rows={4} /> : null}
            <ButtonGroup>
              {grave ? <WarningButton>{words.button}</WarningButton> : <Button>{words.button}</Button>}
              <a className="govuk-link" href={`/rounds/${round.id}`}>Not now</a>
            </ButtonGroup>
          </form>
        )}
      </div>
    </>
  );
}
