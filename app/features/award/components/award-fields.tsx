import { DateInput, TextArea, TextInput, type FormState } from "~/ui";

/** What an award is, what the judges look for, and until when teams are nominated. */
export function AwardFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <TextInput form={form} name="title" label="What is it called?" />
      <TextArea form={form} name="about" label="What is it about? (optional)" rows={4} />
      <TextArea form={form} name="criteria" label="What do the judges look for?" hint="Directors read it before they nominate, and judges before they judge." rows={4} />
      <DateInput form={form} name="closesOn" label="Last day to nominate" />
      <TextInput form={form} name="shortlist" label="How many are shortlisted at most?" inputMode="numeric" width={3} />
    </>
  );
}

/** Which team, and why. */
export function NominationFields({ form, criteria }: { readonly form: FormState; readonly criteria?: string }) {
  return (
    <>
      <TextInput form={form} name="team" label="Which team?" />
      <TextArea form={form} name="text" label="Why does it deserve the award?" hint={criteria ? `The judges look for: ${criteria} Name no child and no family.` : "Name no child and no family."} rows={10} />
    </>
  );
}
