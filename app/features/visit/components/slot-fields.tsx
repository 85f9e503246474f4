import { Fieldset, TextInput, type FormState } from "~/ui";
import { slotField } from "../timetable";

/** A day's entries to change: one fieldset each, and some empty ones. */
export function SlotFields({ form, rows }: { readonly form: FormState; readonly rows: number }) {
  return (
    <>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="app-slot">
          <Fieldset legend={`Entry ${index + 1}`} size="s" role="group">
            <div className="app-slot__fields">
              <TextInput form={form} name={slotField(index, "from")} label="From" width={5} />
              <TextInput form={form} name={slotField(index, "to")} label="To" width={5} />
              <TextInput form={form} name={slotField(index, "what")} label="What" />
              <TextInput form={form} name={slotField(index, "where")} label="Where" />
              <TextInput form={form} name={slotField(index, "who")} label="Who" />
            </div>
          </Fieldset>
        </div>
      ))}
    </>
  );
}
