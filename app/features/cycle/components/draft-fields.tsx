import { Checkbox, Checkboxes, DateInput, Details, Fieldset, Radios, Select, TextInput, type FormState } from "~/ui";

import { DATE_FIELDS, VISIBILITIES } from "../rules";
import { dateHints, dateLabels, endorserWords, visibilityWords } from "../words";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The five dates of a round, each with what it is for. */
export function DateFields({ form }: { readonly form: FormState }) {
  return (
    <>
      {DATE_FIELDS.map((field) => <DateInput key={field} form={form} name={field} label={dateLabels[field]} hint={dateHints[field]} size="s" />)}
    </>
  );
}

/** Everything that is chosen of a round before it opens. */
export function DraftFields({ form, templates, authorities }: {
  readonly form: FormState;
  readonly templates: readonly { readonly versionId: string; readonly label: string }[];
  readonly authorities: readonly Named[];
}) {
  return (
    <>
      <TextInput form={form} name="name" label="Name of the round" hint="For example, 2026/27" size="s" width={10} />
      <Select
        form={form} name="templateVersionId" label="Template" size="s" blank="Choose a template"
        hint="It can be edited until the round opens, and is then frozen"
        options={templates.map(({ versionId, label }) => ({ value: versionId, label }))}
      />
      <Fieldset legend="Dates" size="m"><DateFields form={form} /></Fieldset>
      <Fieldset legend="Rules" size="m">
        <p className="govuk-body">These come from your region’s settings. Change them for this round if it runs differently.</p>
        <Radios
          form={form} name="visibility" label="Who may read a self-assessment once it is shared?" size="s"
          choices={VISIBILITIES.map((value) => ({ value, label: visibilityWords[value] }))}
        />
        <Checkbox form={form} name="shareAutomatically" label="Share each self-assessment as soon as it is submitted" hint="Otherwise you share each one yourself" />
        <Checkboxes
          form={form} name="endorsements" label="Who endorses it after the director has signed?" size="s" hint="Leave both empty when nobody does"
          choices={(["chiefExecutive", "leadMember"] as const).map((value) => ({ value, label: endorserWords[value] }))}
        />
        <Checkbox form={form} name="outlierRule" label="Every outlier must be explained" hint="An indicator in the top or bottom 20% of all authorities needs a narrative" />
        <Checkbox form={form} name="moderationNeeded" label="Each self-assessment is moderated before the challenge" hint="By somebody of another authority" />
        <TextInput form={form} name="moderationDays" label="Moderation ends this many working days before the challenge" inputMode="numeric" width={3} />
        <TextInput form={form} name="followUpMonths" label="Months from the challenge to the update that is then asked for" inputMode="numeric" width={3} />
      </Fieldset>
      <Fieldset legend="Authorities" size="m">
        <Details summary={`Choose from the ${authorities.length} authorities of the region`} open={form.errors["authorities"] !== undefined}>
          <Checkboxes form={form} name="authorities" label="Which authorities take part?" size="s" small choices={authorities.map(({ id, name }) => ({ value: id, label: name }))} />
        </Details>
      </Fieldset>
    </>
  );
}
