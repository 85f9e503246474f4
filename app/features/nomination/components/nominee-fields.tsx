import { TextArea, TextInput, type FormState } from "~/ui";

/** Who is nominated, by whom they are managed, and why. */
export function NomineeFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <TextInput form={form} name="name" label="Name of the person" autoComplete="off" />
      <TextInput form={form} name="email" label="Their email address at work" type="email" autoComplete="off" />
      <TextInput form={form} name="jobTitle" label="Their job" />
      <TextInput form={form} name="managerName" label="Name of their line manager" autoComplete="off" />
      <TextInput form={form} name="managerEmail" label="Email address of the line manager" type="email" autoComplete="off" hint="They get a link with which they approve. It lasts ten working days and can be sent again." />
      <TextArea form={form} name="statement" label="What do they hope to gain, and to give?" rows={6} hint="The line manager, the director and the selection board read it." />
    </>
  );
}
