import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authoritiesOf } from "~/features/authority";
import { nominate } from "~/features/nomination";
import { NomineeFields } from "~/features/nomination/components/nominee-fields";
import { nominationForm } from "~/features/nomination/forms";
import { fieldOf, outcomeOf } from "~/features/nomination/outcome";
import { serviceLabels, services } from "~/features/nomination/words";
import { cohortPage } from "~/features/programme";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, parseForm, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formatDate, formOf, InsetText, PageHeading, PressFields, pressOf, Radios, Select, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: "Nominate somebody" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort) throw notFound();
  const authorities = (await authoritiesOf(cohort.regionId)).filter(({ id }) => cohort.keeps || actor.holdings.some(({ authorityId }) => authorityId === id));
  return { actor, cohort, authorities };
}

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, authorities, actor } = await asked(args);
  return { cohort: { id: cohort.id, title: cohort.title, open: cohort.state === "nominationsOpen", closesOn: cohort.closesOn, inTeams: cohort.programme.inTeams }, authorities, me: { name: actor.name, email: actor.email }, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort } = await asked(args);
  const parsed = await parseForm(args.request, nominationForm);
  if (!parsed.ok) return refuse(parsed.form);
  const { name, email, managerName, managerEmail, ...rest } = parsed.data;
  const result = await nominate({ cohortId: cohort.id, ...rest, person: { name, email }, lineManager: { name: managerName, email: managerEmail }, actor, requestKey: pressOf(parsed.values).requestKey });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(result.kind === "made" ? `/nominations/${result.id}` : `/cohorts/${cohort.id}`, { title: `${name} is nominated`, text: "The next to be asked has been told by email." });
  if (outcome.status === 409) return conflicted(parsed.values, outcome.message);
  return refuseWith(parsed.values, outcome.message, fieldOf[outcome.reason]);
}

export default function NominateRoute() {
  const { cohort, authorities, me, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ authorityId: authorities.length === 1 ? authorities[0]?.id : "" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>Nominate somebody</PageHeading>
      {!cohort.open ? <InsetText>Nominations are not open. <a className="govuk-link" href={`/cohorts/${cohort.id}`}>Back to the cohort</a></InsetText> : (
        <form method="post" noValidate>
          <PressFields requestKey={requestKey} />
          <p className="govuk-body">The line manager approves it, then the director of the person’s service endorses it. Both must be done by {formatDate(cohort.closesOn, { year: true })}.</p>
          <p className="govuk-body">To nominate yourself, enter {me.name} and {me.email}. Whoever nominates as the line manager has approved by that.</p>
          {authorities.length === 1 ? <input type="hidden" name="authorityId" value={authorities[0]?.id} /> : <Select form={form} name="authorityId" label="Authority" blank="Choose" options={authorities.map(({ id, name }) => ({ value: id, label: name }))} />}
          <Radios form={form} name="service" label="Which service are they of?" size="s" choices={services.map((service) => ({ value: service, label: serviceLabels[service], hint: service === "adult" ? "Endorsed by the director of adult social services" : "Endorsed by the director of children’s services" }))} />
          <NomineeFields form={form} />
          {cohort.inTeams ? <TextInput form={form} name="team" label="Team (optional)" hint="People of one team are offered places together or not at all" /> : null}
          <ButtonGroup><Button>Nominate</Button><a className="govuk-link" href={`/cohorts/${cohort.id}`}>Cancel</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
