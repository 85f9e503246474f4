import { Checkbox, Checkboxes, Details, Fieldset, Radios, Select, TextInput, type FormState } from "~/ui";

import { rowsIn } from "../forms";
import { LEANINGS } from "../rules";
import { neighbourWords, sizeWords } from "../words";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything a coordinator can want of the groups, in kilometres of journey. */
export function RulesFields({ form, members, excused, earlier }: {
  readonly form: FormState;
  readonly members: readonly Named[];
  readonly excused: readonly { readonly name: string; readonly why: string }[];
  readonly earlier: readonly { readonly id: string; readonly name: string; readonly pairs: number }[];
}) {
  const options = members.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextInput form={form} name="name" label="Name of this draft" hint="Only the region’s coordinators see it. For example, Short journeys" size="s" width={20} />
      <Fieldset legend="What makes a good group?" size="m">
        <p className="govuk-body">Everything is weighed in kilometres: a rule that counts like 20 is worth a detour of 20 km, for each pair it concerns.</p>
        <Checkbox form={form} name="distance" label="Short journeys" hint="Each kilometre between two members counts 1" />
        <TextInput form={form} name="grade" label="Different inspection grades" hint="Two members with the same latest grade count like this many kilometres. 0 if it does not matter" size="s" inputMode="numeric" width={4} suffix="km" />
        <Radios form={form} name="neighbours" label="Statistical neighbours" size="s" small choices={LEANINGS.map((value) => ({ value, label: neighbourWords[value] }))} />
        <TextInput form={form} name="neighboursKm" label="If they matter, each such pair counts like" inputMode="numeric" width={4} suffix="km" />
        <Radios form={form} name="size" label="Size: children and young people in the area" size="s" small choices={LEANINGS.map((value) => ({ value, label: sizeWords[value] }))} />
        <TextInput form={form} name="sizeKm" label="If it matters, each time one is twice the other counts like" inputMode="numeric" width={4} suffix="km" />
      </Fieldset>
      <Fieldset legend="Who has met before?" size="m">
        {earlier.length === 0 ? (
          <p className="govuk-body">The region has no earlier round with groups here, so nobody has met.</p>
        ) : (
          <Checkboxes
            form={form} name="earlier" label="Earlier rounds that count" size="s" small
            hint="As few pairs as possible meet again. This comes before everything above"
            choices={earlier.map(({ id, name, pairs }) => ({ value: id, label: `Round ${name} (${pairs} pairs met)` }))}
          />
        )}
      </Fieldset>
      <Fieldset legend="Pairs" size="m">
        <Details summary="Never together" open={opened(form, "never")}>
          <p className="govuk-body">Two that must not be in one group, whatever it costs: a declared conflict, for instance.</p>
          {rows(form, "never").map((row) => (
            <div className="app-pair" key={row} role="group" aria-label={`Never together, pair ${row + 1}`}>
              <Select form={form} name={`never-${row}-a`} label="One" blank="Choose" options={options} />
              <Select form={form} name={`never-${row}-b`} label="Other" blank="Choose" options={options} />
            </div>
          ))}
          <p className="govuk-body app-small">Save to get more rows. Empty both boxes of a row to remove it.</p>
        </Details>
        <Details summary="Rather together, or rather apart" open={opened(form, "wanted")}>
          {rows(form, "wanted").map((row) => (
            <div className="app-pair" key={row} role="group" aria-label={`A wish, pair ${row + 1}`}>
              <Select form={form} name={`wanted-${row}-a`} label="One" blank="Choose" options={options} />
              <Select form={form} name={`wanted-${row}-b`} label="Other" blank="Choose" options={options} />
              <Select form={form} name={`wanted-${row}-leaning`} label="Rather" options={[{ value: "together", label: "together" }, { value: "apart", label: "apart" }]} />
              <TextInput form={form} name={`wanted-${row}-km`} label="Counts like" inputMode="numeric" width={3} suffix="km" />
            </div>
          ))}
          <p className="govuk-body app-small">A wish counts like 50 km when you leave the number empty.</p>
        </Details>
      </Fieldset>
      <Fieldset legend="Authorities" size="m">
        {excused.length > 0 ? <p className="govuk-body">Standing aside in this round, and so in no group: {excused.map(({ name, why }) => `${name} (${why})`).join(", ")}.</p> : null}
        <Details summary={`Choose among the ${members.length} that take part`} open={form.errors["members"] !== undefined}>
          <Checkboxes form={form} name="members" label="Which authorities are in the groups?" size="s" small choices={options} />
        </Details>
      </Fieldset>
      <TextInput form={form} name="seconds" label="How long may the search take?" hint="Up to 40 authorities take a second or two; all of England may take a minute" size="s" inputMode="numeric" width={3} suffix="seconds" />
    </>
  );
}

function rows(form: FormState, kind: "never" | "wanted"): number[] {
  return Array.from({ length: rowsIn(form.values, kind) }, (_, row) => row);
}

function opened(form: FormState, kind: "never" | "wanted"): boolean {
  return Object.keys(form.errors).some((name) => name.startsWith(`${kind}-`)) || rowsIn(form.values, kind) > 3;
}
