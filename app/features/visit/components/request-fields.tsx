import { DateInput, Fieldset, Radios, Select, TextArea, type FormState } from "~/ui";
import { dayField, WISHED_BOXES } from "../forms";
import type { Passage } from "../queries.server";
import { VARIANTS, variantIds } from "../variants";

/** Everything a request says, for the new request and for one being prepared. */
export function RequestFields({ form, themes, passages, days }: {
  readonly form: FormState;
  readonly themes: readonly string[];
  readonly passages: readonly Passage[];
  readonly days: number;
}) {
  return (
    <>
      <Radios form={form} name="variant" label="What kind of visit is it?" size="m" choices={variantIds.map((id) => ({ value: id, label: VARIANTS[id].label, hint: `${VARIANTS[id].explains}.` }))} />
      <Select form={form} name="theme" label="What is it about?" size="m" blank="Choose a theme" options={themes.map((theme) => ({ value: theme, label: sentence(theme) }))} />
      <Select
        form={form} name="passage" label="Which part of your self-assessment does it come from?" size="m" blank="No part of it"
        hint={passages.length > 0 ? "The visit then builds on what you wrote. If it comes from no part of it, give a reason below." : "Nothing is written in your self-assessment yet, so give a reason below."}
        options={passages.map((passage) => ({ value: passage.value, label: `${passage.title} (${passage.round})` }))}
      />
      <TextArea form={form} name="themeReason" label="Why this theme, if it comes from no part of it?" size="m" rows={3} hint="For example: an inspection, a new service, or something you have just learned." />
      <TextArea form={form} name="wants" label="What do you want from the visit?" size="m" rows={5} hint="The questions you want answered, and what you will do with the answers. Nothing about a child." spellCheck />
      <Fieldset legend="Which first days would suit?" size="m" role="group">
        <p className="govuk-hint">A visit takes about {days} {days === 1 ? "day" : "days"} in a row. Best first; one is enough, several make a team easier to find.</p>
        {Array.from({ length: WISHED_BOXES }, (_, index) => <DateInput key={index} form={form} name={dayField.wished(index + 1)} label={`Date ${index + 1}${index === 0 ? "" : " (if there is one)"}`} size="s" />)}
      </Fieldset>
    </>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
