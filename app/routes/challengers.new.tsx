import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterChallenger } from "~/features/challenger-pool";
import { filterOf } from "~/features/challenger-pool/filter";
import { readEntry } from "~/features/challenger-pool/forms";
import { outcomeOf } from "~/features/challenger-pool/outcome";
import { peopleToEnter, registerOf } from "~/features/challenger-pool/queries.server";
import { levelLabels, levels } from "~/features/challenger-pool/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, Checkboxes, DateInput, ErrorSummary, formOf, PageHeading, Radios, readForm, Select, TextArea, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Enter a challenger" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const register = await registerOf(actor, filterOf(new URL(args.request.url).searchParams));
  if (!register?.keeps) throw notFound();
  return { region: register.region, themes: register.themes, people: await peopleToEnter(register.region.id) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = readEntry(values);
  if (!read.ok) return refuse(read.form);
  const result = await enterChallenger({ ...read.data, actor });
  const outcome = outcomeOf(result);
  if (!outcome.ok) {
    if (outcome.status === 404) throw notFound();
    return refuseWith(values, outcome.message, "personId");
  }
  return redirectWith(result.kind === "entered" ? `/challengers/${result.challengerId}` : "/challengers", { title: "They are entered", text: "They and their own director are told." });
}

export default function NewChallengerRoute() {
  const { region, themes, people } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ level: "challenger", maxLoad: "2" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Challengers", href: `/challengers?region=${region.id}` }]} />
      <PageHeading caption={region.name}>Enter a challenger</PageHeading>
      <p className="govuk-body">For somebody who is a challenger already, or whom the region has agreed to train. Everybody else <a className="govuk-link" href="/challengers/apply">applies</a>. They must be in the <a className="govuk-link" href={`/directory?region=${region.id}`}>directory</a>.</p>
      <form method="post" noValidate>
        <input type="hidden" name="regionId" value={region.id} />
        <Select form={form} name="personId" label="Person" blank="Choose a person" options={people.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }))} />
        <Radios form={form} name="level" label="Level" size="s" choices={levels.map((level) => ({ value: level, label: levelLabels[level] }))} />
        <Checkboxes form={form} name="themes" label="Themes (optional)" size="s" choices={themes.map((theme) => ({ value: theme, label: theme }))} />
        <TextArea form={form} name="about" label="In a few words (optional)" rows={3} />
        <TextInput form={form} name="maxLoad" label="Most sessions and visits a year" inputMode="numeric" width={3} />
        <DateInput form={form} name="trainedOn" label="Day of the training (optional)" hint="Leave empty for somebody still to be trained." />
        <ButtonGroup><Button>Enter them in the pool</Button><a className="govuk-link" href={`/challengers?region=${region.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
