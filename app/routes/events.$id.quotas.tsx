import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeQuotas } from "~/features/event";
import { readQuotas } from "~/features/event/forms";
import { outcomeOfEvent } from "~/features/event/outcome";
import { bookingsOfEvent, eventToChange } from "~/features/event/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, pressOf, readForm, type RouteHandle, TextInput } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Places of each authority" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventToChange(actor, args.params["id"]);
  if (!event) throw notFound();
  return { actor, event, authorities: (await bookingsOfEvent(event.id, event.regionId)).byAuthority };
}

export async function loader(args: LoaderFunctionArgs) {
  const { event, authorities } = await asked(args);
  const quotas = event.workflow.bookableSessions[0]?.quotas ?? [];
  return {
    event: { id: event.id, title: event.title, revision: event.workflow.revision }, authorities, requestKey: randomUUID(),
    values: Object.fromEntries(quotas.map(({ authorityId, places }) => [`quota-${authorityId}`, String(places)])),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, event, authorities } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readQuotas(values, authorities.map(({ id }) => id));
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOfEvent(await changeQuotas({ eventId: event.id, quotas: read.data, actor, ...pressOf(values) }));
  if (outcome.ok) return redirectWith(`/events/${event.id}`, { title: "The places of each authority are saved" });
  return notDone(outcome, values, `quota-${over(read.data, authorities)}`);
}

/** The authority that has more places taken than it is to have. */
function over(quotas: ReadonlyMap<string, number | null>, authorities: readonly { readonly id: string; readonly booked: number }[]): string {
  return authorities.find(({ id, booked }) => booked > (quotas.get(id) ?? Number.POSITIVE_INFINITY))?.id ?? "";
}

export default function QuotasRoute() {
  const { event, authorities, values, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(values);
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} />
      <PageHeading caption={event.title}>Places of each authority</PageHeading>
      <p className="govuk-body">The most places that each can take. Leave a field empty for no limit.</p>
      <form method="post" noValidate>
        <input type="hidden" name="revision" value={event.revision} /><input type="hidden" name="requestKey" value={requestKey} />
        {authorities.map(({ id, name, booked }) => <TextInput key={id} form={form} name={`quota-${id}`} label={name} {...(booked > 0 ? { hint: `${booked} taken` } : {})} inputMode="numeric" width={3} />)}
        <ButtonGroup><Button>Save the places</Button><a className="govuk-link" href={`/events/${event.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
