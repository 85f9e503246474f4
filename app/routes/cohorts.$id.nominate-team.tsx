import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authoritiesOf } from "~/features/authority";
import { nominateTeam } from "~/features/nomination";
import { MOST_OF_TEAM, readTeam } from "~/features/nomination/forms";
import { fieldOf, outcomeOf } from "~/features/nomination/outcome";
import { serviceLabels, services } from "~/features/nomination/words";
import { cohortPage } from "~/features/programme";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, counted, ErrorSummary, Fieldset, formatDate, formOf, InsetText, PageHeading, PressFields, pressOf, Radios, readForm, Select, TextArea, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: "Nominate a team" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort?.programme.inTeams) throw notFound();
  const authorities = (await authoritiesOf(cohort.regionId)).filter(({ id }) => cohort.keeps || actor.holdings.some(({ authorityId }) => authorityId === id));
  return { actor, cohort, authorities };
}

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, authorities } = await asked(args);
  return { cohort: { id: cohort.id, title: cohort.title, open: cohort.state === "nominationsOpen", closesOn: cohort.closesOn }, authorities, requestKey: randomUUID() };
}

/** Nominates everybody of the team, or nobody. */
export async function action(args: ActionFunctionArgs) {
  const { actor, cohort } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readTeam(values);
  if (!read.ok) return refuse(read.form);
  const { members, ...team } = read.data;
  const result = await nominateTeam({ cohortId: cohort.id, ...team, members: members.map(({ row: _row, ...member }) => member), actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(`/cohorts/${cohort.id}`, { title: `The team ${team.team} is nominated`, text: `${counted(members.length, "person", "people")}: each line manager is asked by email, then the director of each person’s service.` });
  if (outcome.status === 409) return conflicted(values, outcome.message);
  const field = fieldOf[outcome.reason];
  const member = result.kind === "refused" ? members[result.at] : undefined;
  return refuseWith(values, member ? `${member.person.name}: ${outcome.message}` : outcome.message, field === "authorityId" ? field : field && member ? `${field}-${member.row}` : undefined);
}

export default function NominateTeamRoute() {
  const { cohort, authorities, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ authorityId: authorities.length === 1 ? authorities[0]?.id : "" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>Nominate a team</PageHeading>
      {!cohort.open ? <InsetText>Nominations are not open. <a className="govuk-link" href={`/cohorts/${cohort.id}`}>Back to the cohort</a></InsetText> : (
        <form method="post" noValidate>
          <PressFields requestKey={requestKey} />
          <p className="govuk-body">People of one team are offered places together or not at all. Each line manager approves, then the director of each person’s service endorses, all by {formatDate(cohort.closesOn, { year: true })}.</p>
          {authorities.length === 1 ? <input type="hidden" name="authorityId" value={authorities[0]?.id} /> : <Select form={form} name="authorityId" label="Authority" blank="Choose" options={authorities.map(({ id, name }) => ({ value: id, label: name }))} />}
          <TextInput form={form} name="team" label="What is the team called?" />
          <TextArea form={form} name="statement" label="What does the team hope to gain, and to give?" rows={5} hint="The line managers, the directors and the selection board read it." />
          {Array.from({ length: MOST_OF_TEAM }, (_, row) => (
            <Fieldset key={row} legend={`Person ${row + 1}${row > 1 ? " (optional)" : ""}`} size="m">
              <TextInput form={form} name={`name-${row}`} label={`Name of person ${row + 1}`} autoComplete="off" />
              <TextInput form={form} name={`email-${row}`} label={`Email address of person ${row + 1} at work`} type="email" autoComplete="off" />
              <TextInput form={form} name={`jobTitle-${row}`} label={`Job of person ${row + 1}`} />
              <Radios form={form} name={`service-${row}`} label={`Service of person ${row + 1}`} size="s" inline small choices={services.map((service) => ({ value: service, label: serviceLabels[service] }))} />
              <TextInput form={form} name={`managerName-${row}`} label={`Line manager of person ${row + 1}`} autoComplete="off" {...(row > 0 ? { hint: "Leave empty when it is the manager of the person before" } : {})} />
              <TextInput form={form} name={`managerEmail-${row}`} label={`Email address of the line manager of person ${row + 1}`} type="email" autoComplete="off" />
            </Fieldset>
          ))}
          <ButtonGroup><Button>Nominate the team</Button><a className="govuk-link" href={`/cohorts/${cohort.id}`}>Cancel</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
