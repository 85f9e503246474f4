import { AutosaveForm, Button, ButtonGroup, formOf, TextArea, valueOf, type FormState } from "~/ui";
import { noteField } from "../notes";
import type { StandingText } from "../texts";

/** Notes of one part of a day, saved while they are typed; without a connection they wait on the device. Read by `readNote`. */
export function NoteForm({ record, part, label, note, refused }: {
  readonly record: string;
  readonly part: string;
  readonly label: string;
  readonly note: Pick<StandingText, "value" | "revision" | "at"> | undefined;
  readonly refused?: FormState | undefined;
}) {
  const field = noteField(part);
  return (
    <AutosaveForm draftKey={`${record}.${part}`} savedAt={note?.at} className="app-measure">
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name={`revision-${part}`} value={note?.revision ?? 0} />
      <TextArea form={refused && valueOf(refused, field) !== "" ? refused : formOf({ [field]: note?.value ?? "" })} name={field} label={label} hint="No names of children, and nothing that identifies one." rows={6} />
      <ButtonGroup><Button kind="secondary">Save these notes</Button></ButtonGroup>
    </AutosaveForm>
  );
}
