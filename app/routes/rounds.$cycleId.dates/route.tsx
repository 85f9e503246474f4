import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { DATE_FIELDS, moveDates, roundPage } from "~/features/cycle";
import { DateFields } from "~/features/cycle/components/draft-fields";
import { readDates } from "~/features/cycle/forms";
import { actWords, sayRefusal } from "~/features/cycle/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, counted, dateParts, ErrorSummary, formOf, InsetText, PageHeading, PressFields, pressOf, readForm, type RouteHandle, TextArea } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: actWords["dates.move"].title } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  const step = round.standing.steps.find((one) => one.event === "dates.move");
  if (!step) throw await redirectWith(`/rounds/${round.id}`, { kind: "notice", title: "The dates cannot be moved now", text: sayRefusal("no-such-step") });
  return {
    round: { id: round.id, name: round.name, region: round.region, revision: round.standing.revision },
    start: Object.assign({}, ...DATE_FIELDS.map((field) => dateParts(field, round.dates[field]))) as Record<string, string>,
    tells: step.tells,
    requestKey: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  const values = readForm(await readBody(args.request));
  const read = readDates(values);
  if (!read.ok) return refuse(read.form);
  const moved = await moveDates(round.id, read.data, actor, pressOf(values));
  if (moved.kind === "moved" || moved.kind === "repeated") {
    const told = moved.kind === "moved" ? `${counted(moved.told, "person has", "people have")} been told of the round’s dates, and each authority of its own.` : "";
    throw await redirectWith(`/rounds/${round.id}`, { title: actWords["dates.move"].done, text: told });
  }
  if (moved.kind === "conflict") return conflicted(values, "The round changed while you were looking at it. What you typed is still here: check it and press the button once more.");
  return refuseWith(values, sayRefusal(moved.reason), moved.reason === "dates-unchanged" ? "opensOn" : undefined);
}

export default function DatesRoute() {
  const { round, start, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(start);
  return (
    <>
      <BackLink href={`/rounds/${round.id}`}>Back to the round</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={`${round.region} round ${round.name}`}>{actWords["dates.move"].title}</PageHeading>
        <p className="govuk-body">{actWords["dates.move"].what}</p>
        <InsetText>Told by email, with the new date for their calendars: {tells.join("; ")}.</InsetText>
        <form method="post" noValidate>
          <PressFields revision={round.revision} requestKey={requestKey} />
          <DateFields form={form} />
          <TextArea form={form} name="reason" label="Reason" hint="Everybody who can see the round can read it on its timeline. It is not in the email." rows={4} size="s" />
          <ButtonGroup><Button>Move the dates</Button><a className="govuk-link" href={`/rounds/${round.id}`}>Keep them as they are</a></ButtonGroup>
        </form>
      </div>
    </>
  );
}
