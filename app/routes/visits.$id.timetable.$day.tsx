import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { SlotFields } from "~/features/visit/components/slot-fields";
import { daysFrom } from "~/features/visit/days";
import { textPosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf } from "~/features/visit/queries.server";
import { rowsShown } from "~/features/visit/timetable";
import { slotValues, slotsPosted } from "~/features/visit/timetable-form";
import { saveDay, timetableOf } from "~/features/visit/timetable.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, notDone, readBody, refuse } from "~/session/forms.server";
import { Button, ButtonGroup, ErrorSummary, formOf, formatDate, readForm, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0]; number: number }) => `Timetable, day ${page.number}: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const number = Number(args.params["day"]);
  if (!head?.firstDay || !head.steps.some((one) => one.event === "timetable.share")) throw notFound();
  const page = await timetableOf(head);
  const day = Number.isInteger(number) ? page.content.days[number - 1] : undefined;
  const date = daysFrom(head.firstDay, head.days)[number - 1];
  if (!day || !date) throw notFound();
  return { head, number, date, slots: day.slots, revision: page.revision };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || head.standing === "chair") throw notFound();
  const values = readForm(await readBody(args.request));
  const read = slotsPosted(values);
  if (Object.keys(read.errors).length > 0) return refuse({ values, errors: read.errors });
  const base = Number(textPosted(values, "timetable"));
  const saved = await saveDay({ visitId: head.id, actor, day: Number(args.params["day"]), slots: read.content, baseRevision: Number.isInteger(base) ? base : -1 });
  if (saved.kind === "conflict") return conflicted(values, "Somebody changed the timetable while this page was open. What you typed is still here: compare it with the timetable, and copy across what you want to keep.");
  const outcome = outcomeOf(saved);
  if (outcome.ok) return redirectWith(`/visits/${head.id}/timetable`, { title: "Saved", text: "Nobody else sees it until you send the timetable out." });
  return notDone(outcome, values);
}

export default function TimetableDayRoute() {
  const { head, number, date, slots, revision } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(slotValues(slots));
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading={`Day ${number}: ${formatDate(date)}`} />
      <p className="govuk-body">Times are London time. Empty an entry to take it out; leave spare ones empty. They are put in order for you.</p>
      <form method="post" noValidate>
        <input type="hidden" name="timetable" value={revision} />
        <SlotFields form={form} rows={rowsShown(slots)} />
        <ButtonGroup><Button>Save day {number}</Button><a className="govuk-link" href={`/visits/${head.id}/timetable`}>Cancel</a></ButtonGroup>
      </form>
    </>
  );
}
