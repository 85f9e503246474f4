import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeEvent } from "~/features/event";
import { WhatFields } from "~/features/event/components/event-parts";
import { fieldOf, readWhat } from "~/features/event/forms";
import { outcomeOfEvent } from "~/features/event/outcome";
import { eventsToHaveAttended, eventToChange, networksOf, sameForAll } from "~/features/event/queries.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, dateParts, ErrorSummary, formOf, PageHeading, pressOf, readForm, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Change the event", scripts: ["conditional"] } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventToChange(actor, args.params["id"]);
  const [first] = event?.workflow.bookableSessions ?? [];
  if (!event || !first) throw notFound();
  return { actor, event, first };
}

export async function loader(args: LoaderFunctionArgs) {
  const { event, first } = await asked(args);
  return {
    event: { id: event.id, title: event.title, revision: event.workflow.revision },
    values: {
      title: event.title, kind: event.kind, about: event.about, audience: first.audience, attendedOwnerId: first.attendedOwnerId ?? "", networkId: first.attendedOwnerId ?? "", ...dateParts("bookBy", first.bookBy.toISOString().slice(0, 10)),
      quota: first.quotas[0] ? String(first.quotas[0].places) : "", offerHours: String(first.offerHours), ...(first.anyTicket ? { anyTicket: "yes" } : {}),
    },
    quotasAt: sameForAll(first.quotas) ? undefined : `/events/${event.id}/quotas`,
    others: await eventsToHaveAttended(event.regionId, event.id),
    networks: await networksOf(event.regionId),
    requestKey: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, event, first } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readWhat(values, { today: dayOf(now()), firstDay: event.workflow.state === "postponed" ? null : dayOf(first.startsAt) });
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOfEvent(await changeEvent({ ...read.data, eventId: event.id, actor, ...pressOf(values) }));
  if (outcome.ok) return redirectWith(`/events/${event.id}`, { title: "The changes are saved" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function EditEventRoute() {
  const { event, values, others, networks, quotasAt, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(values);
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} />
      <PageHeading caption={event.title}>What it is and who can book</PageHeading>
      <form method="post" noValidate>
        <input type="hidden" name="revision" value={event.revision} /><input type="hidden" name="requestKey" value={requestKey} />
        <WhatFields form={form} others={others} networks={networks} quotasAt={quotasAt} />
        <ButtonGroup><Button>Save the changes</Button><a className="govuk-link" href={`/events/${event.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
