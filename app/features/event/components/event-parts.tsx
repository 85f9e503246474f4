import type { DateOfOwner, MyBooking } from "~/features/booking";
import { whenWords } from "~/features/booking/saying";
import { modeLabels, stateLabels as bookingLabels } from "~/features/booking/words";
import { Checkbox, counted, DateInput, formatDateTime, Pill, Radios, Select, TextArea, TextInput, type FormState, type PillKind } from "~/ui";
import { kindLabels, kinds, stateLabels, type State } from "../words";

const pills: Readonly<Partial<Record<State, PillKind>>> = { bookingOpen: "calm", postponed: "warn", held: "warn", cancelled: "warn" };

export function EventPill({ state }: { readonly state: State }) {
  return <Pill kind={pills[state] ?? "quiet"}>{stateLabels[state]}</Pill>;
}

/** "12 places left", "Full, 3 waiting". */
export function placesLeft({ capacity, taken, waiting }: Pick<DateOfOwner, "capacity" | "taken" | "waiting">): string {
  if (waiting > 0) return `Full, ${counted(waiting, "person", "people")} waiting`;
  return taken >= capacity ? "Full" : `${counted(capacity - taken, "place")} left of ${capacity}`;
}

/** Where one stands: "Booked", "Number 3 on the waiting list", "A place is offered, until Tue 24 Nov at 14:00". */
export function bookingWords({ state, position, offerUntil }: Pick<MyBooking, "state" | "position" | "offerUntil">): string {
  if (state === "waiting" && position !== null) return `Number ${position} on the waiting list`;
  if (state === "offered" && offerUntil) return `A place is offered, until ${formatDateTime(offerUntil)}`;
  return bookingLabels[state];
}

export function whereWords(date: Pick<DateOfOwner, "mode" | "where">): string {
  return date.mode === "online" ? modeLabels.online : date.where;
}

export { whenWords };

/** What it is and who can book. */
export function WhatFields({ form, others, networks, quotasAt }: { readonly form: FormState; readonly networks: readonly { readonly id: string; readonly title: string }[]; readonly others: readonly { readonly id: string; readonly title: string }[]; readonly quotasAt?: string | undefined }) {
  return (
    <>
      <TextInput form={form} name="title" label="What is it called?" />
      <Select form={form} name="kind" label="What kind of event is it?" blank="Choose" options={kinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))} />
      <TextArea form={form} name="about" label="What is it about? (optional)" rows={5} hint="Everybody who can book reads it." />
      <Radios
        form={form} name="audience" label="Who can book?" size="s"
        choices={[
          { value: "region", label: "Everybody with a post in the region" },
          {
            value: "attended", label: "Only those who took part in another event",
            reveals: <Select form={form} name="attendedOwnerId" label="Which event?" blank="Choose an event" options={others.map(({ id, title }) => ({ value: id, label: title }))} />,
          },
          ...(networks.length > 0 ? [{
            value: "members", label: "Only members of a network",
            reveals: <Select form={form} name="networkId" label="Which network?" blank="Choose a network" options={networks.map(({ id, title }) => ({ value: id, label: title }))} />,
          }] : []),
          { value: "named", label: "Only people invited by name", hint: "You choose them on the next page" },
        ]}
      />
      <DateInput form={form} name="bookBy" label="Last day to book" />
      {quotasAt ? (
        <p className="govuk-body"><input type="hidden" name="quotas" value="asSet" />Places differ by authority. <a className="govuk-link" href={quotasAt}>Change the places of each authority</a></p>
      ) : (
        <TextInput form={form} name="quota" label="Most places of one authority (optional)" inputMode="numeric" width={3} hint="Leave empty for no limit. Once the event is saved, each authority can be given its own." />
      )}
      <Checkbox form={form} name="anyTicket" label="A person may take the ticket of another authority that has one left" />
      <TextInput form={form} name="offerHours" label="For how many working hours is a place kept that is offered to the waiting list?" inputMode="numeric" width={3} hint="Counted from 09:00 to 17:00 on working days. Eight are a day." />
    </>
  );
}

/** One date with its place and places. */
export function DateFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <DateInput form={form} name="day" label="Day" />
      <OccasionFields form={form} />
    </>
  );
}

/** What a date has beside its day: hours, place and places. */
export function OccasionFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <TextInput form={form} name="startsAt" label="Begins at" hint="London time, like 09:30" width={5} />
      <TextInput form={form} name="endsAt" label="Ends at" width={5} />
      <Radios
        form={form} name="mode" label="How do people take part?" size="s"
        choices={[{ value: "inPerson", label: modeLabels.inPerson }, { value: "online", label: modeLabels.online }, { value: "both", label: modeLabels.both }]}
      />
      <TextInput form={form} name="place" label="Where? (leave empty when it is only online)" />
      <TextInput form={form} name="joinLink" label="Link to join (optional)" hint="Shown to those who have a place, never in an email." />
      <TextArea form={form} name="instructions" label="How to find or join it (optional)" rows={3} hint="Shown to those who have a place." />
      <TextInput form={form} name="capacity" label="Places" inputMode="numeric" width={4} />
    </>
  );
}
