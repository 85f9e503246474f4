import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookingWords, placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { keepNeeds } from "~/features/booking";
import { bookDays, myDays, type MyDay } from "~/features/programme-day";
import { bookedWords, dayRefusal, outcomeOf } from "~/features/programme-day/outcome";
import { stateLabels } from "~/features/programme-day/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Breadcrumbs, Button, counted, ErrorSummary, formOf, InsetText, PageHeading, PressFields, pressOf, Radios, readForm, Table, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: (data: { title: string }) => `Your days: ${data.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const found = await myDays(actor, args.params["id"]);
  if (!found) throw notFound();
  return { actor, cohortId: args.params["id"] ?? "", ...found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { title, days, cohortId, needs } = await asked(args);
  return { title, days, cohortId, needs, requestKey: randomUUID().slice(0, 18) };
}

const bookable = (day: MyDay) => day.state === "bookingOpen" && day.dates.some((date) => date.bookable && !date.paused && !date.begun);

/** Books every day that was chosen; a day left at what it was stays as it is. */
export async function action(args: ActionFunctionArgs) {
  const { actor, days, cohortId, needs: known } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const choices = new Map<string, string>();
  for (const day of days) {
    const chosen = valueOf(form, `day-${day.id}`);
    if (isUuid(chosen) && chosen !== day.mine?.sessionId) choices.set(day.id, chosen);
  }
  const needs = valueOf(form, "needs").trim().slice(0, 500);
  const booked = days.flatMap((day) => (day.dates.some(({ id, begun }) => id === day.mine?.sessionId && !begun) ? [day.id] : []));
  if (choices.size === 0 && booked.length > 0) {
    // Every date stands as it was chosen: the same press has been here already, or only what is needed on the days was changed.
    await keepNeeds({ personId: actor.personId, ownerIds: booked, needs });
    return redirectWith(`/cohorts/${cohortId}/days`, needs === known ? { kind: "notice", title: "Your days are as you chose them", text: "Nothing had to be changed." } : { title: "What you need is kept", text: "The organiser of each day reads it." });
  }
  const result = await bookDays({ cohortId, choices, needs, actor, requestKey: pressOf(values).requestKey });
  if (result.kind === "done" && needs !== known) await keepNeeds({ personId: actor.personId, ownerIds: days.map(({ id }) => id), needs });
  const outcome = outcomeOf(result);
  if (!outcome.ok) {
    if (outcome.status === 404) throw notFound();
    return refuseWith(values, outcome.message);
  }
  const made = result.kind === "done" ? result.days : [];
  const said = made.map(({ dayId, kind, reason }) => `Day ${days.find(({ id }) => id === dayId)?.number}: ${kind === "refused" ? `not booked. ${dayRefusal(reason ?? "")}` : bookedWords(kind)}`).join(". ");
  const held = made.filter(({ kind }) => kind === "booked" || kind === "changed").length;
  return redirectWith(`/cohorts/${cohortId}/days`, { kind: held === made.length ? "success" : "notice", title: held === made.length ? `${counted(held, "day is", "days are")} booked` : `${held} of ${counted(made.length, "day")} booked`, text: `${said}. The dates come by email for your calendar.` });
}

export default function MyDaysRoute() {
  const { title, days, cohortId, needs, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const open = days.filter(bookable);
  const has = days.filter(({ mine }) => mine && ["booked", "attended", "partlyAttended"].includes(mine.state)).length;
  // The first date with a place is chosen already: whoever can come on all of them only presses the button.
  const first = (day: MyDay) => day.mine?.sessionId ?? (day.dates.find((date) => date.bookable && !date.begun && date.taken < date.capacity && date.waiting === 0) ?? day.dates.find((date) => !date.begun))?.id ?? "";
  const form = answered?.form ?? formOf({ needs, ...Object.fromEntries(open.map((day) => [`day-${day.id}`, first(day)])) });
  const left = open.filter(({ mine }) => !mine).length;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: title, href: `/cohorts/${cohortId}` }]} />
      <PageHeading caption={title}>Your days</PageHeading>
      <p className="govuk-body-l">{has} of {counted(days.filter(({ state }) => state !== "cancelled").length, "day")} booked or attended{left > 0 ? `, ${left} left to book` : ""}.</p>
      <Table
        caption="Every day" hideCaption
        columns={[
          { key: "title", heading: "Day", cell: (row) => <a className="govuk-link" href={`/days/${row.id}`}>{row.number}. {row.title}</a> },
          { key: "when", heading: "When and where", cell: (row) => { const date = row.dates.find(({ id }) => id === row.mine?.sessionId); return (date ? [date] : row.dates).map((one) => <div key={one.id}>{whenWords(one)}, {whereWords(one)}</div>); } },
          { key: "mine", heading: "Your place", cell: (row) => (row.mine ? <a className="govuk-link" href={`/bookings/${row.mine.id}`}>{bookingWords(row.mine)}<span className="govuk-visually-hidden">, day {row.number}: change or cancel</span></a> : row.state === "bookingOpen" ? "Not booked" : stateLabels[row.state]) },
          { key: "next", heading: "To do", cell: (row) => (row.evaluation?.state === "open" ? <a className="govuk-link" href={`/evaluations/${row.evaluation.id}`}>Say what you thought<span className="govuk-visually-hidden"> of day {row.number}</span></a> : row.evaluation?.state === "given" ? "Answered" : row.mine?.state === "noShow" ? "Only those who were there are asked" : row.mine?.state === "offered" ? "A place is offered" : "") },
        ]}
        rows={days}
        rowKey={(row) => row.id}
      />
      {open.length === 0 ? <InsetText>No day can be booked just now.</InsetText> : (
        <form method="post" noValidate className="app-measure">
          <PressFields requestKey={requestKey} />
          <h2 className="govuk-heading-m">{left > 0 ? "Book your days" : "Change a date"}</h2>
          {open.map((day) => (
            <Radios
              key={day.id} form={form} name={`day-${day.id}`} label={`Day ${day.number}: ${day.title}`} size="s"
              choices={[
                ...day.dates.filter((date) => !date.begun || date.id === day.mine?.sessionId).map((date) => ({ value: date.id, label: whenWords(date), hint: `${whereWords(date)}. ${date.id === day.mine?.sessionId ? bookingWords(day.mine) : placesLeft(date)}` })),
                ...(day.mine ? [] : [{ value: "later", label: "Not now" }]),
              ]}
            />
          ))}
          <TextArea form={form} name="needs" label="What do you need on the days? (optional)" rows={2} hint="For instance access, or food you cannot eat. Only the organiser reads it, and it is deleted when each day is over." />
          <Button>{left > 0 ? "Book the chosen days" : "Save the changes"}</Button>
        </form>
      )}
    </>
  );
}
