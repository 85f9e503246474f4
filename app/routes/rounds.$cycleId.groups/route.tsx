import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { roundPage, setGroups } from "~/features/cycle";
import { readGroups } from "~/features/cycle/forms";
import { sayRefusal } from "~/features/cycle/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, counted, ErrorSummary, formOf, PageHeading, readForm, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "Groups of the round" } satisfies RouteHandle;

async function roundOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  // Groups of a round of triads are made on its board, where they are weighed before anybody sees them: one way, not two.
  if (round.rules.challengeStyle === "triads") throw redirect(`/rounds/${round.id}/arrangements`);
  return { actor, round };
}

export async function loader(args: LoaderFunctionArgs) {
  const { round } = await roundOf(args);
  const numberOf = new Map(round.groups.flatMap((group) => group.members.map((member) => [member, group.number] as const)));
  return { id: round.id, name: round.name, region: round.region, authorities: round.takingPart.map(({ id, name }) => ({ id, name, group: numberOf.get(name) ?? null })) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round } = await roundOf(args);
  const values = readForm(await readBody(args.request));
  const read = readGroups(values, round.takingPart.map((one) => one.id));
  if (!read.ok) return refuse(read.form);
  const saved = await setGroups(round.id, read.data, actor);
  if (saved.kind === "refused") return refuseWith(values, sayRefusal(saved.reason));
  throw await redirectWith(`/rounds/${round.id}`, { title: read.data.length === 0 ? "The groups have been removed" : `${counted(read.data.length, "group has", "groups have")} been saved` });
}

export default function GroupsRoute() {
  const round = useLoaderData<typeof loader>();
  const start = Object.fromEntries(round.authorities.map(({ id, group }) => [`group-${id}`, group === null ? "" : String(group)]));
  const form = useActionData<typeof action>()?.form ?? formOf(start);
  return (
    <>
      <BackLink href={`/rounds/${round.id}`}>Back to the round</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={`${round.region} round ${round.name}`}>Groups</PageHeading>
        <p className="govuk-body">Authorities of one group challenge each other. Give each the number of its group; leave it empty when it is in none. Where only the group may read a self-assessment, these are its readers.</p>
        <form method="post" noValidate>
          {round.authorities.map(({ id, name }) => <TextInput key={id} form={form} name={`group-${id}`} label={name} width={2} inputMode="numeric" />)}
          <ButtonGroup><Button>Save the groups</Button><a className="govuk-link" href={`/rounds/${round.id}`}>Cancel</a></ButtonGroup>
        </form>
      </div>
    </>
  );
}
