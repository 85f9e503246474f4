import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { challengeNumbers } from "~/features/region/challenge-fields";
import { settingsAsTyped, settingsForm } from "~/features/region/forms";
import { challengeStyleLabels, challengeStyles, endorserLabels, endorsers, visibilities, visibilityLabels } from "~/features/region/settings";
import { changeRegionSettings, regionForKeeper } from "~/features/region/settings.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, Checkbox, Checkboxes, ErrorSummary, Fieldset, formOf, PageHeading, Radios, TextArea, TextInput, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "posts", posts: ["sli-coordinator"], of: "region" },
  title: (page: { region: { name: string } }) => `Settings of ${page.region.name}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const region = await regionForKeeper(signedIn, args.params["regionId"] ?? "");
  if (!region) throw notFound();
  return { region };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const regionId = args.params["regionId"] ?? "";
  const parsed = await parseForm(args.request, settingsForm);
  if (!parsed.ok) return refuse(parsed.form);
  const result = await changeRegionSettings(regionId, parsed.data, signedIn);
  if (result.kind === "refused") throw notFound();
  throw await redirectWith(`/regions/${regionId}`, { title: "The settings are saved", text: "Rounds that you make from now on begin with them. Rounds that exist keep theirs." });
}

export default function RegionSettingsPage() {
  const { region } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(settingsAsTyped(region.settings));
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: region.name, href: `/regions/${region.id}` }]} />
      <PageHeading caption={region.name}>Settings</PageHeading>
      <p className="govuk-body">A new round begins with these, and you can change its own copy until it opens.</p>
      <form method="post" noValidate>
        <Radios form={form} name="challengeStyle" label="How do authorities challenge each other?" size="s" choices={challengeStyles.map((value) => ({ value, label: challengeStyleLabels[value] }))} />
        <Radios form={form} name="visibility" label="Who may read a shared self-assessment?" size="s" choices={visibilities.map((value) => ({ value, label: visibilityLabels[value] }))} />
        <Checkboxes form={form} name="endorsements" label="Who endorses after the director has signed?" size="s" hint="Choose nobody, one or both." choices={endorsers.map((value) => ({ value, label: endorserLabels[value] }))} />
        <Fieldset legend="Writing and sharing" size="s">
          <Checkbox form={form} name="outlierRule" label="An indicator in the highest or lowest fifth of all authorities must be explained" />
          <Checkbox form={form} name="shareAutomatically" label="Share each self-assessment as soon as it is submitted" hint="Otherwise you share it when you are ready." />
        </Fieldset>
        <Fieldset legend="Moderation and follow-up" size="s">
          <Checkbox form={form} name="moderationNeeded" label="Somebody of another authority moderates each self-assessment" />
          <TextInput form={form} name="moderationDays" label="Working days before the challenge by which moderation ends" inputMode="numeric" width={3} />
          <TextInput form={form} name="followUpMonths" label="Months from the challenge to the update" inputMode="numeric" width={3} />
        </Fieldset>
        {[...new Set(challengeNumbers.map(({ legend }) => legend))].map((legend) => (
          <Fieldset key={legend} legend={legend} size="s">
            {challengeNumbers.filter((asked) => asked.legend === legend).map(({ key, label }) => (
              <TextInput key={key} form={form} name={key} label={label} inputMode="numeric" width={3} />
            ))}
          </Fieldset>
        ))}
        <TextArea form={form} name="themes" label="Themes" rows={11} hint="One a line. Challengers choose what they know from these, and sessions ask for them." />
        <TextInput form={form} name="contactEmail" label="Where people write for help (optional)" type="email" width={30} hint="Shown to everybody in the region." />
        <ButtonGroup>
          <Button>Save the settings</Button>
          <a className="govuk-link" href={`/regions/${region.id}`}>Cancel</a>
        </ButtonGroup>
      </form>
    </div>
  );
}
