import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookSessions } from "~/features/booking";
import { placesLeft, whenWords } from "~/features/event/components/event-parts";
import { outcomeOfBooking } from "~/features/event/outcome";
import { peopleToBook } from "~/features/event/queries.server";
import { seriesPage } from "~/features/series/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, Checkboxes, counted, ErrorSummary, formOf, InsetText, PageHeading, pressOf, readForm, type RouteHandle, valuesOf } from "~/ui";

export const handle = { access: { who: "visible", record: "series" }, title: (data: { series: { title: string } }) => `Book several sessions: ${data.series.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const series = await seriesPage(actor, args.params["id"]);
  if (!series) throw notFound();
  const others = series.booksForOthers ? (await peopleToBook(actor, { id: series.id, regionId: series.regionId, keeps: series.keeps })).filter(({ id }) => id !== actor.personId) : [];
  return { actor, series, people: [{ id: actor.personId, name: `${actor.name} (you)`, place: "" }, ...others] };
}

export async function loader(args: LoaderFunctionArgs) {
  const { series, people } = await asked(args);
  return { series: { id: series.id, title: series.title }, sessions: series.list.filter(({ open }) => open), people, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, series, people } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const sessionIds = valuesOf(form, "session").filter((id) => series.list.some(({ date }) => date?.id === id));
  const personIds = people.length === 1 ? [actor.personId] : valuesOf(form, "person").filter((id) => people.some((one) => one.id === id));
  if (sessionIds.length === 0) return refuseWith(values, "Choose the sessions", "session");
  if (personIds.length === 0) return refuseWith(values, "Choose who is coming", "person");
  const result = await bookSessions({ sessionIds, personIds, actor, requestKey: pressOf(values).requestKey });
  if (result.kind === "made") return redirectWith(`/series/${series.id}`, { title: `${counted(result.bookings.length, "place")} booked in ${counted(sessionIds.length, "session")}`, text: "Whoever comes gets a confirmation of each session, with its date for their calendar." });
  const outcome = outcomeOfBooking(result);
  if (outcome.ok || outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.message, ["booked-already", "not-invited", "not-of-your-authority"].includes(outcome.reason) && people.length > 1 ? "person" : "session");
}

export default function BookSessionsRoute() {
  const { series, sessions, people, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ session: sessions.flatMap(({ date, mine }) => (date && !mine ? [date.id] : [])), person: [people[0]?.id ?? ""] });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: series.title, href: `/series/${series.id}` }]} />
      <PageHeading caption={series.title}>Book several sessions at once</PageHeading>
      {sessions.length === 0 ? (
        <InsetText>No session can be booked now. <a className="govuk-link" href={`/series/${series.id}`}>Back to the series</a></InsetText>
      ) : (
        <form method="post" noValidate>
          <p className="govuk-body">All that you choose are booked, for everybody you choose, or none of them. Whoever has a place at a session already keeps it.</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          <Checkboxes form={form} name="session" label="Which sessions?" size="m" small choices={sessions.flatMap(({ number, date }) => (date ? [{ value: date.id, label: `Session ${number}: ${whenWords(date)}`, hint: placesLeft(date) }] : []))} />
          {people.length > 1 ? <Checkboxes form={form} name="person" label="Who is coming?" size="m" small choices={people.map(({ id, name, place }) => ({ value: id, label: place ? `${name}, ${place}` : name }))} /> : null}
          <ButtonGroup><Button>Book all of them</Button><a className="govuk-link" href={`/series/${series.id}`}>Back to the series</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
