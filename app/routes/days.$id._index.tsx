import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { labelOf } from "~/features/booking/words";
import { bookingWords, placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { addMaterial, dayPage, keepNotes, removeMaterial } from "~/features/programme-day";
import { DayPill } from "~/features/programme-day/components/day-parts";
import { materialForm } from "~/features/programme-day/forms";
import { outcomeOf } from "~/features/programme-day/outcome";
import { dayLinks } from "~/features/programme-day/record-acts";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Breadcrumbs, Button, Details, EmptyState, ErrorSummary, formatDate, formOf, InsetText, Meter, PageHeading, PressFields, pressOf, readForm, refusedForm, SummaryList, Table, TextArea, TextInput, valueOf, type FormState, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "programme-day" }, title: (data: { day: { recordTitle: string } }) => data.day.recordTitle } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const day = await dayPage(actor, args.params["id"]);
  if (!day) throw notFound();
  return { actor, day };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, day } = await asked(args);
  return { day, me: actor.personId, links: dayLinks(day.id, day.steps), requestKey: randomUUID() };
}

/** What tutors and the coordinator prepare: materials for everybody, notes for themselves. */
export async function action(args: ActionFunctionArgs) {
  const { actor, day } = await asked(args);
  if (!day.keeps && !day.teaches) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const given = { dayId: day.id, actor, ...pressOf(values) };
  const intent = valueOf(form, "intent");
  if (intent === "notes") {
    const outcome = outcomeOf(await keepNotes({ ...given, notes: valueOf(form, "notes").slice(0, 8000) }));
    return outcome.ok ? redirectWith(`/days/${day.id}`, { title: "Your notes are kept" }) : refuseWith(values, outcome.message, "notes");
  }
  const materialId = valueOf(form, "materialId");
  if (intent === "remove" && isUuid(materialId)) {
    const outcome = outcomeOf(await removeMaterial({ ...given, materialId }));
    return outcome.ok ? redirectWith(`/days/${day.id}`, { title: "It is removed" }) : refuseWith(values, outcome.message);
  }
  const read = materialForm.safeParse(values);
  if (!read.success) return refuse(refusedForm(values, read.error.issues));
  const outcome = outcomeOf(await addMaterial({ ...given, title: read.data.materialTitle, link: read.data.materialLink }));
  return outcome.ok ? redirectWith(`/days/${day.id}`, { title: "It is added" }) : refuseWith(values, outcome.message);
}

export default function DayRoute() {
  const { day, me, links, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ notes: day.tutors.find(({ personId }) => personId === me)?.notes ?? "" });
  const inside = day.keeps || day.teaches;
  const dateOf = (sessionId: string) => formatDate(day.dates.find(({ id }) => id === sessionId)?.startsAt ?? "");
  const changeable = day.keeps && ["scheduled", "bookingOpen"].includes(day.state);
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, ...(day.teaches && !day.keeps ? [] : [{ label: "Cohort", href: `/cohorts/${day.cohortId}` }])]} />
      <PageHeading caption={`Day ${day.number}`} status={<DayPill state={day.state} />}>{day.title}</PageHeading>
      <div className="app-measure">
        {day.reason && day.state === "cancelled" ? <InsetText>{day.reason}</InsetText> : null}
        {day.mine ? <InsetText><strong>{bookingWords(day.mine)}.</strong> <a className="govuk-link" href={`/bookings/${day.mine.id}`}>See your booking: how to join, change or cancel</a></InsetText> : day.state === "bookingOpen" && !inside ? <Button href={`/cohorts/${day.cohortId}/days`}>Book your days</Button> : null}
        {day.about ? <p className="govuk-body app-prewrap">{day.about}</p> : null}
        <SummaryList
          rows={[
            ...day.dates.map((date, index) => ({
              key: day.dates.length > 1 ? `Date ${index + 1}` : "When and where", value: `${whenWords(date)}, London time. ${whereWords(date)}. ${placesLeft(date)}.`,
              ...(changeable ? { actions: [{ label: "Change", href: `/days/${day.id}/dates/${date.id}`, about: whenWords(date) }] } : {}),
            })),
            { key: "Tutors", value: day.tutors.map(({ name }) => name).join(", ") || "To be named" },
          ]}
        />
        <h2 className="govuk-heading-m">Materials</h2>
        {day.materials.length === 0 ? <p className="govuk-body">Nothing yet.</p> : (
          <ul className="govuk-list">
            {day.materials.map((one) => (
              <li key={one.id}>
                <a className="govuk-link" href={one.link} rel="noreferrer">{one.title}</a>
                {inside ? <form method="post" className="app-inline"><input type="hidden" name="materialId" value={one.id} /><Button kind="secondary" name="intent" value="remove">Remove {one.title}</Button></form> : null}
              </li>
            ))}
          </ul>
        )}
        {inside ? <Prepare form={form} requestKey={requestKey} teaches={day.teaches} /> : null}
      </div>
      {inside ? (
        <>
          {day.tutors.filter(({ personId, notes }) => !(day.teaches && personId === me) && notes).map(({ personId, name, notes }) => <InsetText key={personId}><p className="govuk-body"><strong>Notes of {name}</strong></p><p className="govuk-body app-prewrap">{notes}</p></InsetText>)}
          {day.response ? <div className="app-measure"><Meter value={day.response.answered} of={day.response.asked} label="have said what they thought" /></div> : null}
          <ul className="govuk-list">
            {day.response ? <li><a className="govuk-link" href={`/days/${day.id}/results`}>Results</a></li> : null}
            {day.keeps ? day.dates.map((date) => <li key={date.id}><a className="govuk-link" href={`/days/${day.id}/register/${date.id}`}>Register and code for the door{day.dates.length > 1 ? `: ${whenWords(date)}` : ""}</a></li>) : null}
            {changeable ? <li><a className="govuk-link" href={`/days/${day.id}/dates/new`}>Add an alternative date</a></li> : null}
            {links.others.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}
          </ul>
          {day.people.length === 0 ? <EmptyState title="Nobody has booked yet">Who books is listed here.</EmptyState> : (
            <Table
              caption="Who comes"
              columns={[
                { key: "name", heading: "Name", cell: (row) => row.name },
                ...(day.dates.length > 1 ? [{ key: "date", heading: "Date", cell: (row: (typeof day.people)[number]) => dateOf(row.sessionId) }] : []),
                { key: "state", heading: "Place", cell: (row) => labelOf(row.state) },
                ...(day.keeps ? [{ key: "needs", heading: "Needs", cell: (row: (typeof day.people)[number]) => row.needs }] : []),
              ]}
              rows={day.people.filter(({ state }) => !["cancelled", "declined", "expired", "notPlaced"].includes(state)).sort((a, b) => a.name.localeCompare(b.name))}
              rowKey={(row) => row.bookingId}
            />
          )}
        </>
      ) : null}
    </>
  );
}

function Prepare({ form, requestKey, teaches }: { readonly form: FormState; readonly requestKey: string; readonly teaches: boolean }) {
  return (
    <>
      <Details summary="Add something to read" open={form.errors["materialTitle"] !== undefined || form.errors["materialLink"] !== undefined}>
        <form method="post" noValidate>
          <PressFields requestKey={requestKey} />
          <TextInput form={form} name="materialTitle" label="What is it called?" />
          <TextInput form={form} name="materialLink" label="Where is it?" hint="A link that begins with https://" />
          <Button kind="secondary" name="intent" value="material">Add it</Button>
        </form>
      </Details>
      {teaches ? (
        <form method="post" noValidate>
          <TextArea form={form} name="notes" label="Your notes" hint="Only the tutors of the day and the coordinator read them." rows={5} />
          <Button kind="secondary" name="intent" value="notes">Keep the notes</Button>
        </form>
      ) : null}
    </>
  );
}
