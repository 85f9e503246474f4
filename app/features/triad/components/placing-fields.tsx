import { DateInput, Select, TextInput, type FormState } from "~/ui";

/** Day, times, host and place of a session. An offer to host stands beside its authority's name. */
export function PlacingFields({ form, members, withDay }: { readonly form: FormState; readonly members: readonly { readonly id: string; readonly name: string; readonly venue: string | null }[]; readonly withDay: boolean }) {
  return (
    <>
      {withDay ? <DateInput form={form} name="day" label="Day" hint="A working day of the challenge, before the summit." /> : null}
      <TextInput form={form} name="startsAt" label="Begins at" hint="For example 09:30" width={5} />
      <TextInput form={form} name="endsAt" label="Ends at" width={5} />
      <Select form={form} name="hostId" label="Host" blank="Choose the host" options={members.map((member) => ({ value: member.id, label: member.venue ? `${member.name} (offers ${member.venue})` : member.name }))} />
      <TextInput form={form} name="venue" label="Where" hint="A room and its place" />
    </>
  );
}
