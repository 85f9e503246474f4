import { Button, Checkbox, DateInput, Select, type FormState } from "~/ui";

/** Gives a post to somebody, after or beside whoever holds it. */
export function AppointForm({ form, post, people, single }: {
  readonly form: FormState;
  readonly post: { readonly id: string; readonly title: string; readonly current: readonly { readonly person: { readonly id: string; readonly name: string } }[] };
  readonly people: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly single: boolean;
}) {
  const held = post.current.map((one) => one.person);
  const names = held.map((one) => one.name).join(" and ");
  return (
    <section aria-labelledby="give" className="app-measure">
      <h2 className="govuk-heading-m" id="give">{held.length === 0 ? "Give this post to somebody" : single ? "Hand this post over" : "Give this post to somebody else as well"}</h2>
      <form method="post" noValidate>
        <Select
          form={form} name="personId" label="Who?" blank="Choose a person"
          hint={<>Not in the list? <a className="govuk-link" href="/people/new">Add the person</a> first.</>}
          options={people.filter((one) => !held.some((holder) => holder.id === one.id)).map((one) => ({ value: one.id, label: `${one.name} (${one.email})` }))}
        />
        <DateInput form={form} name="from" label="From which day?" hint="Leave empty for now. A later day is kept until it comes." />
        {held.length > 0 ? <Checkbox form={form} name="handOver" label={`${names} no longer ${held.length > 1 ? "hold" : "holds"} it from that moment`} hint={single ? "This post has one holder at a time." : "Tick to hand over; leave empty to share the post."} /> : null}
        <Button>{held.length === 0 ? "Give the post and email them" : "Give the post and email everyone concerned"}</Button>
      </form>
    </section>
  );
}
