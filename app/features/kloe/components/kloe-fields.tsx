import { Fieldset, TextArea, type FormState } from "~/ui";
import { lineField } from "../lines";

/** One box a line, as many as the region allows. */
export function KloeFields({ form, atMost }: { readonly form: FormState; readonly atMost: number }) {
  return (
    <Fieldset legend="Key lines of enquiry" size="m" role="group">
      <p className="govuk-hint">What you ask to be challenged on: up to {atMost}, the most important first. Each a question that others can test, about practice and never about a child.</p>
      {Array.from({ length: atMost }, (_, index) => (
        <TextArea key={index} form={form} name={lineField(index + 1)} label={`Line ${index + 1}${index === 0 ? "" : " (if there is one)"}`} rows={2} spellCheck />
      ))}
    </Fieldset>
  );
}
