import { Checkbox, DateInput, Pill, TextArea, TextInput, type FormState, type FormValues, type PillKind } from "~/ui";
import { dateParts } from "~/ui";
import type { CohortPage } from "../queries.server";
import type { ProgrammeDetails } from "../planning.server";
import { stateLabels, type State } from "../words";

const pills: Readonly<Partial<Record<State, PillKind>>> = { nominationsOpen: "calm", selecting: "warn", confirmed: "calm", running: "calm", cancelled: "warn" };

export function CohortPill({ state }: { readonly state: State }) {
  return <Pill kind={pills[state] ?? "quiet"}>{stateLabels[state]}</Pill>;
}

/** What a programme is. */
export function ProgrammeFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <TextInput form={form} name="title" label="What is the programme called?" />
      <TextInput form={form} name="short" label="Short name" hint="Cohorts are called by it, like SLP" width={10} />
      <TextArea form={form} name="aims" label="Aims (optional)" rows={5} />
      <TextArea form={form} name="eligibility" label="Who is it for? (optional)" rows={3} />
      <TextInput form={form} name="sponsors" label="Sponsors (optional)" hint="Who stands behind it, like ADCS and the DASS network" />
      <Checkbox form={form} name="inTeams" label="People are nominated in teams of one authority" />
      <TextInput form={form} name="mayMiss" label="How many days may somebody miss and still complete it?" inputMode="numeric" width={3} />
      <Checkbox form={form} name="hasAssignment" label="An assignment is handed in to complete it" />
    </>
  );
}

export function programmeValues({ mayMiss, inTeams, hasAssignment, ...details }: ProgrammeDetails): FormValues {
  const { title, short, aims, eligibility, sponsors } = details;
  return { title, short, aims, eligibility, sponsors, mayMiss: String(mayMiss), inTeams: inTeams ? "yes" : "", hasAssignment: hasAssignment ? "yes" : "" };
}

/** Places, dates and quota of a cohort. */
export function CohortFields({ form, authorities, dates }: { readonly form: FormState; readonly authorities: readonly { readonly id: string; readonly name: string }[]; readonly dates: boolean }) {
  return (
    <>
      <TextInput form={form} name="places" label="Places" inputMode="numeric" width={4} />
      {dates ? <DateInput form={form} name="closesOn" label="Nominations close on" hint="Endorsed by the end of this day, London time" /> : null}
      {dates ? <DateInput form={form} name="selectBy" label="The board decides by" /> : null}
      <TextInput form={form} name="offerHours" label="For how many working hours is an offered place kept?" hint="Counted from 09:00 to 17:00 on working days. Forty are a week." inputMode="numeric" width={4} />
      <h2 className="govuk-heading-m">Places of each authority</h2>
      <p className="govuk-body">The most people of each service. Leave empty for no limit.</p>
      {authorities.map(({ id, name }) => (
        <div key={id} className="app-pair">
          <TextInput form={form} name={`quota-children-${id}`} label={`${name}, children’s services`} inputMode="numeric" width={3} />
          <TextInput form={form} name={`quota-adult-${id}`} label={`${name}, adult services`} inputMode="numeric" width={3} />
        </div>
      ))}
    </>
  );
}

export function cohortValues({ places, closesOn, selectBy, offerHours, quotas }: Pick<CohortPage, "places" | "closesOn" | "selectBy" | "offerHours" | "quotas">): FormValues {
  return {
    places: String(places), offerHours: String(offerHours), ...dateParts("closesOn", closesOn), ...dateParts("selectBy", selectBy),
    ...Object.fromEntries(quotas.map((quota) => [`quota-${quota.service}-${quota.authorityId}`, String(quota.places)])),
  };
}
