import { Checkbox, Checkboxes, Radios, Select, TextArea, type FormState } from "~/ui";
import { EVIDENCE_KINDS, FINDING_KINDS, evidenceLabels, findingKindHints, findingKindLabels } from "../words";

/** The boxes of one finding, the words first: on the day they are what counts. */
export function FindingFields({ form, themes, kloes }: {
  readonly form: FormState;
  readonly themes: readonly string[];
  readonly kloes: readonly { readonly id: string; readonly number: number; readonly text: string }[];
}) {
  return (
    <>
      <TextArea form={form} name="text" label="What you found" size="m" rows={8} spellCheck hint="Say what you saw or heard and what it means for children and families. Never anything about one child, and no names in quotes." />
      <Radios form={form} name="kind" label="Kind of finding" size="s" choices={FINDING_KINDS.map((kind) => ({ value: kind, label: findingKindLabels[kind], hint: findingKindHints[kind] }))} />
      <Select form={form} name="theme" label="Theme" blank="Choose a theme" options={themes.map((theme) => ({ value: theme, label: theme }))} />
      <Checkboxes form={form} name="evidence" label="What it rests on" size="s" hint="Tick all that apply." choices={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: evidenceLabels[kind] }))} />
      {kloes.length > 0 ? (
        <Select form={form} name="kloeId" label="Key line of enquiry (if it answers one)" blank="None of them" options={kloes.map((line) => ({ value: line.id, label: `${line.number}. ${line.text.length > 80 ? `${line.text.slice(0, 79)}…` : line.text}` }))} />
      ) : null}
      <Checkbox form={form} name="noNames" label="No quote here names anybody" />
    </>
  );
}
