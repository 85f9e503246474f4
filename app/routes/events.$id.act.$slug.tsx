import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelEvent, closeBooking, closeEvent, holdEvent, openBooking, postponeEvent, reopenBooking, repeatInvitation, shareCommitments } from "~/features/event";
import { EVENT_ACTS } from "~/features/event/event-acts";
import { fieldOf } from "~/features/event/forms";
import { outcomeOfEvent, pressOf } from "~/features/event/outcome";
import { eventPage } from "~/features/event/queries.server";
import { refusalWords } from "~/features/event/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, DateInput, ErrorSummary, formOf, InsetText, PageHeading, readDate, readForm, TextArea, valueOf, WarningButton, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "event" }, title: (data: { act: { heading: string } }) => data.act.heading } satisfies RouteHandle;

/** The event and the act that is asked for: only those that stand open to this person now. */
async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventPage(actor, args.params["id"]);
  const act = EVENT_ACTS.find(({ slug }) => slug === args.params["slug"]);
  if (!event?.keeps || !act) throw notFound();
  return { actor, event, act, open: event.acts.find(({ slug }) => slug === act.slug) ?? null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { event, act, open } = await asked(args);
  return { event, act, open, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, event, act } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const given = { eventId: event.id, actor, ...pressOf(values) };
  const reason = valueOf(form, "reason").slice(0, 1000);
  const bookBy = readDate(values, "bookBy", "The last day to book");
  if (act.asks === "bookBy" && (!bookBy.ok || !bookBy.date)) return refuseWith(values, bookBy.ok ? "Enter the last day to book" : bookBy.message, "bookBy");
  const result = await {
    open: () => openBooking(given),
    remind: () => repeatInvitation(given),
    "close-booking": () => closeBooking(given),
    reopen: () => reopenBooking({ ...given, bookBy: bookBy.ok ? (bookBy.date ?? "") : "" }),
    postpone: () => postponeEvent({ ...given, reason }),
    cancel: () => cancelEvent({ ...given, reason }),
    hold: () => holdEvent(given),
    share: () => shareCommitments(given),
    close: () => closeEvent(given),
  }[act.slug as "open"]();
  const outcome = outcomeOfEvent(result);
  if (outcome.ok) return redirectWith(`/events/${event.id}`, { title: act.done, text: act.doneText });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function EventActRoute() {
  const { event, act, open, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({});
  const page = `/events/${event.id}`;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: page }]} />
      <PageHeading caption={event.title}>{act.heading}</PageHeading>
      {!open ? (
        <InsetText>This step is not open now. <a className="govuk-link" href={page}>Look at how the event stands</a></InsetText>
      ) : open.blockedBy ? (
        <InsetText>{refusalWords(open.blockedBy)}. <a className="govuk-link" href={page}>Back to the event</a></InsetText>
      ) : (
        <form method="post" noValidate>
          <p className="govuk-body">{act.says}</p>
          <input type="hidden" name="revision" value={event.revision} /><input type="hidden" name="requestKey" value={requestKey} />
          {act.asks === "reason" ? <TextArea form={form} name="reason" label="Why?" rows={3} hint="Those who had booked can read it here. It is not in the email." /> : null}
          {act.asks === "bookBy" ? <DateInput form={form} name="bookBy" label="New last day to book" /> : null}
          <ButtonGroup>{act.warns ? <WarningButton>{act.button}</WarningButton> : <Button>{act.button}</Button>}<a className="govuk-link" href={page}>Back to the event</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
