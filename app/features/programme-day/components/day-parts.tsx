import { Checkboxes, Pill, TextArea, TextInput, type FormState, type PillKind } from "~/ui";
import { stateLabels, type State } from "../words";

const pills: Readonly<Partial<Record<State, PillKind>>> = { bookingOpen: "calm", evaluationOpen: "warn", cancelled: "warn" };

export function DayPill({ state }: { readonly state: State }) {
  return <Pill kind={pills[state] ?? "quiet"}>{stateLabels[state]}</Pill>;
}

/** What a day is about and who teaches. */
export function DayFields({ form, tutors }: { readonly form: FormState; readonly tutors: readonly { readonly personId: string; readonly name: string; readonly about: string }[] }) {
  return (
    <>
      <TextInput form={form} name="title" label="What is the day called?" />
      <TextArea form={form} name="about" label="What is it about? (optional)" rows={4} />
      {tutors.length === 0 ? <p className="govuk-body">There is nobody in the pool of tutors yet: add them on the programme’s page.</p> : <Checkboxes form={form} name="tutors" label="Who teaches?" size="s" small choices={tutors.map(({ personId, name, about }) => ({ value: personId, label: name, ...(about ? { hint: about } : {}) }))} />}
    </>
  );
}
