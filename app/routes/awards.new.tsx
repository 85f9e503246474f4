import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { planAward } from "~/features/award";
import { AwardFields } from "~/features/award/components/award-fields";
import { fieldOf, readAward } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { awardsFor } from "~/features/award/queries.server";
import { runsEventsOf } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, PressFields, pressOf, readForm, Select, valueOf, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Plan an award" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return { runs: (await awardsFor(await enter(args, handle.access))).runs, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = readAward(values, { today: dayOf(now()) });
  if (!read.ok) return refuse(read.form);
  const regionId = valueOf({ values, errors: {} }, "regionId") || (runsEventsOf(actor)[0] ?? "");
  const made = await planAward({ regionId, details: read.data, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOf(made);
  if (!outcome.ok) {
    if (outcome.status === 404) throw notFound();
    return refuseWith(values, outcome.message, fieldOf[outcome.reason]);
  }
  return redirectWith(made.kind === "made" ? `/awards/${made.id}/judges` : "/awards", { title: "The award is planned", text: "Choose its judges. Nobody else sees it until nominations open." });
}

export default function NewAwardRoute() {
  const { runs, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ shortlist: "3" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }]} />
      <PageHeading caption={runs.length === 1 ? runs[0]?.name : undefined}>Plan an award</PageHeading>
      <form method="post" noValidate>
        <PressFields requestKey={requestKey} />
        {runs.length > 1 ? <Select form={form} name="regionId" label="Region" options={runs.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="regionId" value={runs[0]?.id ?? ""} />}
        <AwardFields form={form} />
        <ButtonGroup><Button>Save, and choose the judges</Button><a className="govuk-link" href="/awards">Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
