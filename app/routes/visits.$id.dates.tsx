import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { moveDates, resumePlanning, setNewDates } from "~/features/visit";
import { boundsOf } from "~/features/visit/asking.server";
import { DaysText, PageTop, nameOf } from "~/features/visit/components/page-top";
import { WISHED_BOXES, candidateDaysPosted, dayField, firstDayPosted, reasonField, textPosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf, type Head } from "~/features/visit/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, DateInput, ErrorSummary, PressFields, pressOf, readForm, type RouteHandle, TextArea, ToldSentence } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `New dates: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const EVENTS: readonly string[] = ["dates.move", "dates.set", "planning.resume"];
const stepOf = (head: Head) => head.steps.find((step) => EVENTS.includes(step.event) && (!step.blockedBy || step.blockedBy === "hasReason"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = head && stepOf(head);
  if (!head || !step) throw notFound();
  return { head, event: step.event, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const event = stepOf(head)?.event ?? textPosted(values, "event");
  const act = { visitId: head.id, actor, ...pressOf(values) };
  const bounds = boundsOf(head);
  const asked = async () => {
    if (event === "planning.resume") {
      const read = candidateDaysPosted(values, bounds);
      return Object.keys(read.errors).length > 0 ? { errors: read.errors } : { result: await resumePlanning({ ...act, ...read.content }) };
    }
    const read = firstDayPosted(values, bounds);
    const reason = reasonField.safeParse(textPosted(values, "reason"));
    const errors = { ...read.errors, ...(event === "dates.move" && !reason.success ? { reason: reason.error.issues[0]?.message ?? "Give a reason" } : {}) };
    if (Object.keys(errors).length > 0) return { errors };
    return { result: event === "dates.set" ? await setNewDates({ ...act, ...read.content }) : await moveDates({ ...act, ...read.content, reason: reason.success ? reason.data : "" }) };
  };
  const done = await asked();
  if ("errors" in done && done.errors) return refuse({ values, errors: done.errors });
  const outcome = outcomeOf(done.result);
  if (outcome.ok) return redirectWith(`/visits/${head.id}`, { title: "New dates set", text: event === "planning.resume" ? "It waits for a team." : "Everybody who had accepted is asked again." });
  return notDone(outcome, values, event === "planning.resume" ? dayField.wished(1) : "firstDay");
}

export default function DatesRoute() {
  const { head, event, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading={event === "dates.move" ? "Move the dates" : "Set new dates"} />
      {head.firstDay ? <p className="govuk-body-l">{event === "dates.move" ? "Now: " : "It was to be: "}<DaysText firstDay={head.firstDay} lastDay={head.lastDay} /></p> : null}
      <form method="post" noValidate className="app-measure">
        <PressFields revision={head.revision} requestKey={requestKey} />
        <input type="hidden" name="event" value={event} />
        {event === "planning.resume" ? (
          <>
            <p className="govuk-body">Nobody is on the team any more. Give the first days that can be now; a team is then looked for.</p>
            {Array.from({ length: WISHED_BOXES }, (_, index) => <DateInput key={index} form={form} name={dayField.wished(index + 1)} label={`Possible first day ${index + 1}${index === 0 ? "" : " (if there is one)"}`} size="s" />)}
          </>
        ) : (
          <>
            <p className="govuk-body">Everybody who had accepted is asked again whether they can come on the new days. What has been prepared is kept.</p>
            <DateInput form={form} name="firstDay" label="The new first day" size="m" hint={`The visit takes ${head.days} ${head.days === 1 ? "day" : "days"} in a row.`} />
            {event === "dates.move" ? <TextArea form={form} name="reason" label="Reason" rows={4} hint="The host, the coordinator and the team can read it on the visit’s page. It is not put into emails." /> : null}
          </>
        )}
        <ToldSentence tells={tells} />
        <ButtonGroup><Button>{event === "planning.resume" ? "Set the possible days" : "Set the new dates"}</Button><a className="govuk-link" href={`/visits/${head.id}`}>Cancel</a></ButtonGroup>
      </form>
    </>
  );
}
