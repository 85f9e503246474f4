import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptOffer, bookingPage, cancelBooking, declineOffer, enterByCode, swapDate, type BookingPage } from "~/features/booking";
import { stateSentences } from "~/features/booking/words";
import { bookingWords, placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { bookingIntentOf } from "~/features/event/forms";
import { outcomeOfBooking } from "~/features/event/outcome";
import { onAttendance } from "~/features/programme-day";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, Details, ErrorSummary, formOf, type FormState, InsetText, PageHeading, Pill, pressOf, Radios, readForm, type RouteHandle, SummaryList, TextInput, valueOf, WarningButton } from "~/ui";

export const handle = {
  access: { who: "visible", record: "booking" },
  title: (data: { booking: { title: string; self: boolean; person: string } }) => (data.booking.self ? `Your booking: ${data.booking.title}` : `Booking of ${data.booking.person}: ${data.booking.title}`),
} satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const id = args.params["bookingId"];
  const booking = isUuid(id) ? await bookingPage(actor, id) : null;
  if (!booking) throw notFound();
  return { actor, booking };
}

export async function loader(args: LoaderFunctionArgs) {
  const { booking } = await asked(args);
  return { booking, timeline: booking.keeps ? await recordTimeline(booking.id, { emails: true }) : null, requestKey: randomUUID() };
}

const done = {
  accept: { title: "The place is yours", text: "The date comes by email for your calendar." },
  decline: { title: "You have declined", text: "The place goes to the next on the list." },
  cancel: { title: "The booking is cancelled", text: "If somebody is waiting, they are offered the place." },
  swap: { title: "You have the other date", text: "The date in your calendar moves." },
  door: { title: "You are noted as there", text: "" },
} as const;

export async function action(args: ActionFunctionArgs) {
  const { actor, booking } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const intent = bookingIntentOf(values);
  if (!intent) return redirect(`/bookings/${booking.id}`);
  const given = { bookingId: booking.id, actor, ...pressOf(values) };
  const toSessionId = valueOf(form, "toSessionId");
  if (intent === "swap" && !isUuid(toSessionId)) return refuseWith(values, "Choose the other date", "toSessionId");
  const code = valueOf(form, "code").trim();
  if (intent === "door" && code === "") return refuseWith(values, "Enter the code that hangs at the door", "code");
  const result = await {
    accept: () => acceptOffer(given),
    decline: () => declineOffer(given),
    cancel: () => cancelBooking(given),
    swap: () => swapDate({ ...given, toSessionId }),
    door: () => enterByCode({ ...given, code, settle: (tx) => onAttendance(tx, booking.ownerId) }),
  }[intent]();
  const outcome = outcomeOfBooking(result);
  if (outcome.ok) return redirectWith(`/bookings/${booking.id}`, done[intent]);
  if (outcome.status === 404) return redirect(`/bookings/${booking.id}`);
  return notDone(outcome, values, intent === "door" ? "code" : intent === "swap" ? "toSessionId" : undefined);
}

export default function BookingRoute() {
  const { booking, timeline, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({});
  const may = (event: string) => booking.steps.includes(event);
  const press = <><input type="hidden" name="revision" value={booking.revision} /><input type="hidden" name="requestKey" value={requestKey} /></>;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: booking.title, href: booking.ownerPath }]} />
      <PageHeading caption={booking.self ? "Your booking" : booking.person} status={<Pill kind={booking.state === "offered" ? "warn" : booking.state === "booked" ? "calm" : "quiet"}>{bookingWords(booking)}</Pill>}>{booking.title}</PageHeading>
      <div className="app-measure">
        <p className="govuk-body">{booking.self ? stateSentences[booking.state] : `${booking.person}: ${bookingWords(booking)}.`}</p>
        {may("offer.accept") ? (
          <form method="post" noValidate>
            {press}
            <ButtonGroup><Button name="intent" value="accept">Take the place</Button><Button kind="secondary" name="intent" value="decline">Leave it to the next</Button></ButtonGroup>
          </form>
        ) : null}
        {booking.self && booking.state === "booked" && booking.dayHasCome ? (
          <form method="post" noValidate>
            {press}
            <TextInput form={form} name="code" label="You are there? Enter the code at the door" width={10} autoComplete="off" />
            <Button name="intent" value="door">Say that I am here</Button>
          </form>
        ) : null}
        {booking.self && booking.commitsAt ? <p className="govuk-body"><a className="govuk-link" href={`/commitments/new?event=${booking.commitsAt}`}>Make a commitment</a>, or <a className="govuk-link" href={`/commitments?event=${booking.commitsAt}`}>read what was committed to there</a></p> : null}
        <Facts booking={booking} />
        {may("booking.swap") && booking.otherDates.length > 0 ? <Swap form={form} booking={booking} press={press} /> : null}
        {may("booking.cancel") && !booking.isOver && booking.state !== "offered" ? (
          <Details summary={booking.state === "waiting" ? "Leave the waiting list" : "Cancel the booking"}>
            <form method="post" noValidate>
              {press}
              <p className="govuk-body">{booking.state === "waiting" ? "Your turn on the list is given up." : "The place goes to the first on the waiting list. It cannot be taken back."}</p>
              <WarningButton name="intent" value="cancel">{booking.state === "waiting" ? "Leave the waiting list" : "Cancel the booking"}</WarningButton>
            </form>
          </Details>
        ) : null}
      </div>
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}

function Facts({ booking }: { readonly booking: BookingPage }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: "Reference", value: booking.reference },
          { key: "When", value: booking.paused ? "A new date is to be set" : `${whenWords(booking)}, London time` },
          { key: "Where", value: booking.where },
          { key: "Ticket of", value: booking.ticket ?? "the region" },
          ...(booking.bookedBy ? [{ key: "Booked by", value: booking.bookedBy }] : []),
          ...(booking.joinLink ? [{ key: "To join", value: <a className="govuk-link" href={booking.joinLink} rel="noreferrer">{booking.joinLink}</a> }] : []),
          ...(booking.needs ? [{ key: "Needs on the day", value: booking.needs }] : []),
        ]}
      />
      {booking.instructions ? <InsetText><p className="govuk-body app-prewrap">{booking.instructions}</p></InsetText> : null}
    </>
  );
}

function Swap({ form, booking, press }: { readonly form: FormState; readonly booking: BookingPage; readonly press: JSX.Element }) {
  return (
    <Details summary="Change to another date" open={form.errors["toSessionId"] !== undefined}>
      <form method="post" noValidate>
        {press}
        <Radios form={form} name="toSessionId" label="Which date?" size="s" choices={booking.otherDates.map((date) => ({ value: date.id, label: whenWords(date), hint: `${whereWords(date)}. ${placesLeft(date)}` }))} />
        <Button kind="secondary" name="intent" value="swap">Change the date</Button>
      </form>
    </Details>
  );
}
