import { TextInput, type FormState } from "~/ui";

/** The fields of a person: to add one, or to change one. */
export function PersonFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <TextInput form={form} name="name" label="Full name" autoComplete="off" width={30} />
      <TextInput form={form} name="email" label="Work email address" type="email" autoComplete="off" spellCheck={false} width={30} hint="They sign in with it, and every email goes to it." />
      <TextInput form={form} name="phone" label="Telephone (optional)" type="tel" autoComplete="off" width={20} />
    </>
  );
}
