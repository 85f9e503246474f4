import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { tellOutcome } from "~/features/award";
import { fieldOf } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { awardPage } from "~/features/award/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, ButtonGroup, ErrorSummary, PageHeading, PressFields, pressOf, Radios, readForm, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "award" }, title: (data: { award: { title: string } }) => `Tell the outcome: ${data.award.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const award = await awardPage(actor, args.params["id"]);
  if (!award?.keeps) throw notFound();
  return { actor, award };
}

export async function loader(args: LoaderFunctionArgs) {
  const { award } = await asked(args);
  if (award.state !== "shortlisted") throw notFound();
  return { award: { id: award.id, title: award.title, revision: award.revision }, list: award.list.filter(({ state }) => state === "shortlisted").map(({ id, authority, team, mean }) => ({ id, authority, team, mean })), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, award } = await asked(args);
  const values = readForm(await readBody(args.request));
  const outcome = outcomeOf(await tellOutcome({ awardId: award.id, actor, ...pressOf(values), winnerId: valueOf({ values, errors: {} }, "winner") }));
  if (outcome.ok) return redirectWith(`/awards/${award.id}`, { title: "The outcome is told", text: "Every director is told, and whoever nominated of their own nomination." });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function OutcomeRoute() {
  const { award, list, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: award.title, href: `/awards/${award.id}` }]} />
      <PageHeading caption={award.title}>Tell the outcome</PageHeading>
      <form method="post" noValidate>
        <PressFields revision={award.revision} requestKey={requestKey} />
        <Radios form={form} name="winner" label="Who has won?" size="m" hint="The others of the shortlist are commended." choices={list.map(({ id, authority, team, mean }) => ({ value: id, label: `${team}, ${authority}`, hint: mean === null ? undefined : `${mean.toFixed(1)} of 5` }))} />
        <ButtonGroup><Button>Tell everybody</Button><a className="govuk-link" href={`/awards/${award.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
