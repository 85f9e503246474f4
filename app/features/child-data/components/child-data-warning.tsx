import { Checkbox, Fieldset, TextInput, type FormState } from "~/ui";
import type { Hit } from "../detect";
import { differentHits, hitFields } from "../forms";
import { kindLabels } from "../words";

/**
 * What may identify a child in a text, each with why it was picked out and a tick and a reason of its own.
 * Stands inside the form that is to be sent: nothing is ticked beforehand, and one tick never covers two.
 */
export function ChildDataWarning({ text, hits, form }: { readonly text: string; readonly hits: readonly Hit[]; readonly form: FormState }) {
  const different = differentHits(hits);
  if (different.length === 0) return null;
  return (
    <div className="app-child-data">
      <Fieldset legend={different.length === 1 ? "One thing here may identify a child" : `${different.length} things here may identify a child`} size="m" role="group">
        <p className="govuk-body">No data about a child may be on Candour. Take it out of the text above. If it is not about a child, say so for each: your name and your reason are kept.</p>
        {different.map((hit) => (
          <div key={hitFields.tick(hit)} className="app-card app-child-data__hit">
            <p className="govuk-body"><b>{kindLabels[hit.kind]}</b><br />{before(text, hit)}<mark>{hit.excerpt}</mark>{after(text, hit)}</p>
            <p className="govuk-body-s app-soft">{hit.why}</p>
            <Checkbox form={form} name={hitFields.tick(hit)} label={<>I have looked at this, and it is not about a child<span className="govuk-visually-hidden">: {hit.excerpt}</span></>} />
            <TextInput form={form} name={hitFields.reason(hit)} label={<>What it is instead<span className="govuk-visually-hidden">: {hit.excerpt}</span></>} hint="For example: the postcode of the council’s office." maxLength={500} />
          </div>
        ))}
      </Fieldset>
    </div>
  );
}

const around = 40;

function before(text: string, { start }: Hit): string {
  return `${start > around ? "…" : ""}${text.slice(Math.max(0, start - around), start)}`;
}

function after(text: string, { end }: Hit): string {
  return `${text.slice(end, end + around)}${text.length > end + around ? "…" : ""}`;
}
