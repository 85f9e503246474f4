import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { outcomes, type AttendanceOutcome } from "~/features/booking";
import { whenWords } from "~/features/event/components/event-parts";
import { dateOfDay, dayPage, recordRegister, walkIn, withoutBooking } from "~/features/programme-day";
import { outcomeOf } from "~/features/programme-day/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Breadcrumbs, Button, ButtonGroup, counted, EmptyState, ErrorSummary, formOf, InsetText, PageHeading, PressFields, pressOf, Radios, readForm, Select, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "programme-day" }, title: (data: { day: { recordTitle: string } }) => `Register: ${data.day.recordTitle}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const day = await dayPage(actor, args.params["id"]);
  const date = day ? await dateOfDay(day.id, args.params["sessionId"]) : null;
  if (!day?.keeps || !date) throw notFound();
  const people = day.people.filter(({ sessionId, state }) => sessionId === date.id && ["booked", "attended", "partlyAttended", "noShow"].includes(state)).sort((a, b) => a.name.localeCompare(b.name));
  return { actor, day, date, people };
}

export async function loader(args: LoaderFunctionArgs) {
  const { day, date, people } = await asked(args);
  return { day: { id: day.id, recordTitle: day.recordTitle }, date, people, others: await withoutBooking(day.id), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, day, date, people } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const back = `/days/${day.id}/register/${date.id}`;
  if (valueOf(form, "intent") === "walk-in") {
    const personId = valueOf(form, "personId");
    if (!isUuid(personId)) return refuseWith(values, "Choose who is there", "personId");
    const outcome = outcomeOf(await walkIn({ dayId: day.id, sessionId: date.id, personId, actor, requestKey: pressOf(values).requestKey }));
    return outcome.ok ? redirectWith(back, { title: "They are noted as there" }) : refuseWith(values, outcome.message, "personId");
  }
  const came = new Map<string, AttendanceOutcome>();
  for (const { bookingId } of people) {
    const said = outcomes.find((one) => one === valueOf(form, `came-${bookingId}`));
    if (said) came.set(bookingId, said);
  }
  if (came.size === 0) return refuseWith(values, "Say of at least one person whether they came");
  const result = await recordRegister({ dayId: day.id, sessionId: date.id, came, actor });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(back, { title: "It is recorded who came", text: result.kind === "recorded" ? `${counted(result.changed, "person is", "people are")} told. Whoever was there is asked what they thought when the day has ended.` : "" });
  return notDone(outcome, values);
}

const saidBy: Readonly<Record<string, AttendanceOutcome>> = { attended: "full", partlyAttended: "part", noShow: "miss" };

export default function RegisterRoute() {
  const { day, date, people, others, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(Object.fromEntries(people.map(({ bookingId, state }) => [`came-${bookingId}`, saidBy[state]])));
  const known = people.filter(({ state }) => state !== "booked").length;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: day.recordTitle, href: `/days/${day.id}` }]} />
      <PageHeading caption={`${day.recordTitle}, ${whenWords(date)}`}>Register</PageHeading>
      <InsetText>
        <p className="govuk-body">Write this code where people see it at the door, or show it on the screen. Whoever is booked gives it on their booking’s page, and is noted as there.</p>
        <p className="govuk-heading-xl">{date.doorCode}</p>
      </InsetText>
      <p className="govuk-body">{known} of {counted(people.length, "person is", "people are")} accounted for.</p>
      {people.length === 0 ? <EmptyState title="Nobody has a place">Who has a place is listed here.</EmptyState> : !date.dayHasCome ? (
        <ul className="govuk-list govuk-list--bullet">{people.map(({ bookingId, name }) => <li key={bookingId}>{name}</li>)}</ul>
      ) : (
        <form method="post" noValidate>
          {people.map(({ bookingId, name }) => <Radios key={bookingId} form={form} name={`came-${bookingId}`} label={name} size="s" inline small choices={[{ value: "full", label: "Came" }, { value: "part", label: "For a part" }, { value: "miss", label: "Did not come" }]} />)}
          <ButtonGroup><Button>Record who came</Button><a className="govuk-link" href={`/days/${day.id}`}>Back to the day</a></ButtonGroup>
        </form>
      )}
      {date.dayHasCome && others.length > 0 ? (
        <form method="post" noValidate>
          <PressFields requestKey={requestKey} />
          <h2 className="govuk-heading-m">Somebody is there without a booking</h2>
          <Select form={form} name="personId" label="Who?" blank="Choose" options={others.map(({ id, name }) => ({ value: id, label: name }))} />
          <Button kind="secondary" name="intent" value="walk-in">Note them as there</Button>
        </form>
      ) : null}
    </div>
  );
}
