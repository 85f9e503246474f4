import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inviteByName } from "~/features/event";
import { fieldOf } from "~/features/event/forms";
import { guestsToChoose } from "~/features/event/guests.server";
import { outcomeOfEvent } from "~/features/event/outcome";
import { eventToChange } from "~/features/event/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, Checkboxes, counted, ErrorSummary, formOf, PageHeading, pressOf, readForm, type RouteHandle, valuesOf } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Who is invited by name" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventToChange(actor, args.params["id"]);
  const people = event ? await guestsToChoose(actor, event.id) : null;
  if (!event || !people) throw notFound();
  return { actor, event, people };
}

export async function loader(args: LoaderFunctionArgs) {
  const { event, people } = await asked(args);
  return { event: { id: event.id, title: event.title, revision: event.workflow.revision, announced: event.workflow.state !== "planned" }, people, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, event, people } = await asked(args);
  const values = readForm(await readBody(args.request));
  const chosen = valuesOf({ values, errors: {} }, "person").filter((id) => people.some((one) => one.id === id));
  const outcome = outcomeOfEvent(await inviteByName({ eventId: event.id, personIds: chosen, actor, ...pressOf(values) }));
  if (outcome.ok) return redirectWith(`/events/${event.id}`, { title: `${counted(chosen.length, "person", "people")} invited by name` });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function GuestsRoute() {
  const { event, people, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ person: people.filter(({ invited }) => invited).map(({ id }) => id) });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} />
      <PageHeading caption={event.title}>Who is invited by name</PageHeading>
      <p className="govuk-body">Only they see the event, and only they can book. {event.announced ? "Whoever you add is sent the invitation." : "They are sent the invitation when you open booking."}</p>
      <form method="post" noValidate>
        <input type="hidden" name="revision" value={event.revision} /><input type="hidden" name="requestKey" value={requestKey} />
        <Checkboxes form={form} name="person" label="Who is invited?" size="m" small choices={people.map(({ id, name, place }) => ({ value: id, label: `${name}, ${place}` }))} />
        <ButtonGroup><Button>Save who is invited</Button><a className="govuk-link" href={`/events/${event.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
