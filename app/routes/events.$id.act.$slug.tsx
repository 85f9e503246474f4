import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EVENT_ACTS } from "~/features/event/event-acts";
import { fieldOf } from "~/features/event/forms";
import { outcomeOfEvent } from "~/features/event/outcome";
import { perform } from "~/features/event/perform.server";
import { eventPage } from "~/features/event/queries.server";
import { refusalWords } from "~/features/event/words";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, DateInput, ErrorSummary, InsetText, PageHeading, pressOf, readDate, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "event" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

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
  const reason = valueOf(form, "reason").slice(0, 1000);
  const bookBy = readDate(values, "bookBy", "The last day to book");
  if (act.asks.includes("bookBy") && (!bookBy.ok || !bookBy.date)) return refuseWith(values, bookBy.ok ? "Enter the last day to book" : bookBy.message, "bookBy");
  const outcome = outcomeOfEvent(await perform(act.event, { eventId: event.id, actor, ...pressOf(values), reason, bookBy: bookBy.ok ? (bookBy.date ?? "") : "" }));
  if (outcome.ok) return redirectWith(`/events/${event.id}`, { title: act.done, text: act.doneText ?? "" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function EventActRoute() {
  const { event, act, open, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const page = `/events/${event.id}`;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: page }]} />
      <PageHeading caption={event.title}>{act.title}</PageHeading>
      {!open ? (
        <InsetText>This step is not open now. <a className="govuk-link" href={page}>Look at how the event stands</a></InsetText>
      ) : open.blockedBy ? (
        <InsetText>{refusalWords(open.blockedBy)}. <a className="govuk-link" href={page}>Back to the event</a></InsetText>
      ) : (
        <ActForm act={act} tells={open.tells} revision={event.revision} requestKey={requestKey} back={page}>
          {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Why?" rows={3} hint="Those who had booked can read it here. It is not in the email." /> : null}
          {act.asks.includes("bookBy") ? <DateInput form={form} name="bookBy" label="New last day to book" /> : null}
        </ActForm>
      )}
    </div>
  );
}
