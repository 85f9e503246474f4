import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeDetails, proposeSession, rescheduleSession } from "~/features/triad";
import { DateAnswers } from "~/features/triad/components/date-answers";
import { PlacingFields } from "~/features/triad/components/placing-fields";
import { TriadTop } from "~/features/triad/components/triad-top";
import { posted, STALE } from "~/features/triad/forms";
import { triadPage, type TriadPage } from "~/features/triad/page.server";
import { fieldOf, readPlacing } from "~/features/triad/placing";
import { sayRefusal } from "~/features/triad/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, dateParts, ErrorSummary, formatDate, formOf, InsetText, PressFields, pressOf, readForm, type RouteHandle, TextArea, ToldSentence } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `Session: ${page.triad.title}` } satisfies RouteHandle;

/** The step that this page takes in the group's present state. */
function stepOf(triad: TriadPage) {
  return ["session.reschedule", "details.change", "proposal.send"].map((event) => triad.standing.steps.find((step) => step.event === event)).find((step) => step !== undefined);
}

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad?.mayRun) throw notFound();
  return { actor, triad, step: stepOf(triad) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, step } = await pageOf(args);
  if (!step) throw await redirectWith(`/triads/${triad.id}`, { kind: "notice", title: "The session cannot be changed now", text: sayRefusal("no-such-step") });
  return { triad, event: step.event, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, triad, step } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const event = posted(values, "event");
  const read = readPlacing(values, event === "details.change" ? (triad.session?.day ?? "") : null);
  if (!read.ok) return refuse({ values, errors: read.errors });
  const given = { triadId: triad.id, actor, ...read.placing, ...pressOf(values) };
  const result = event === "details.change" ? await changeDetails({ ...given, joining: posted(values, "joining") }) : event === "session.reschedule" ? await rescheduleSession(given) : await proposeSession(given);
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") return step ? refuseWith(values, sayRefusal(result.reason), fieldOf(result.reason)) : redirectWith(`/triads/${triad.id}`, { kind: "notice", title: "It was not done", text: sayRefusal(result.reason) });
  return redirectWith(`/triads/${triad.id}`, { title: event === "details.change" ? "The arrangements have changed" : `The session is proposed for ${formatDate(read.placing.day, { year: true })}`, text: event === "details.change" ? "Everybody is told, and calendars follow." : "Each authority is asked who comes." });
}

const headings: Readonly<Record<string, string>> = { "session.reschedule": "Set a new date", "details.change": "Change the time or the place", "proposal.send": "Propose a session" };

export default function SessionRoute() {
  const { triad, event, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { session } = triad;
  const form = answered?.form ?? formOf({
    ...(session ? dateParts("day", session.day) : {}),
    ...triad.place,
  });
  const fixed = event === "details.change";
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <TriadTop triad={triad} heading={headings[event] ?? "Session"} />
      {!fixed && triad.options.length > 0 ? <DateAnswers triad={triad} /> : null}
      {triad.standing.state === "awaitingProposal" ? <InsetText>Propose it by hand here, or let the <a className="govuk-link" href={`/rounds/${triad.round.id}/sessions`}>search find days, hosts and challengers</a> for every group that waits.</InsetText> : null}
      <form method="post" noValidate className="app-measure">
        {fixed && session ? <p className="govuk-body">The day stays {formatDate(session.day, { year: true })}. To move it, postpone the session and set a new date.</p> : null}
        <ToldSentence tells={tells} />
        <PressFields revision={triad.standing.revision} requestKey={requestKey} />
        <input type="hidden" name="event" value={event} />
        <PlacingFields form={form} members={triad.members} withDay={!fixed} />
        {fixed ? <TextArea form={form} name="joining" label="Getting in" hint="Where to park, whom to ask for." rows={3} /> : null}
        <ButtonGroup><Button>{fixed ? "Change and tell everybody" : "Propose it to the group"}</Button><a className="govuk-link" href={`/triads/${triad.id}`}>Not now</a></ButtonGroup>
      </form>
    </>
  );
}
