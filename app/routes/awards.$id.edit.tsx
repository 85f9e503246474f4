import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeAward } from "~/features/award";
import { AwardFields } from "~/features/award/components/award-fields";
import { fieldOf, readAward } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { awardPage } from "~/features/award/queries.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, dateParts, ErrorSummary, formOf, PageHeading, readForm, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "award" }, title: "Change the award" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const award = await awardPage(actor, args.params["id"]);
  if (!award?.keeps) throw notFound();
  return { actor, award };
}

export async function loader(args: LoaderFunctionArgs) {
  const { award } = await asked(args);
  if (award.state !== "planned") throw notFound();
  const { title, about, criteria, shortlist, closesOn } = award;
  return { award: { id: award.id, title }, values: { title, about, criteria, shortlist: String(shortlist), ...dateParts("closesOn", closesOn) } };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, award } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readAward(values, { today: dayOf(now()) });
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOf(await changeAward({ awardId: award.id, actor, details: read.data }));
  if (outcome.ok) return redirectWith(`/awards/${award.id}`, { title: "The changes are saved" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function EditAwardRoute() {
  const { award, values } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(values);
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: award.title, href: `/awards/${award.id}` }]} />
      <PageHeading caption={award.title}>Change the award</PageHeading>
      <form method="post" noValidate>
        <AwardFields form={form} />
        <ButtonGroup><Button>Save the changes</Button><a className="govuk-link" href={`/awards/${award.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
