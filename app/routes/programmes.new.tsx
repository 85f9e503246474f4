import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { runsEventsOf } from "~/features/booking";
import { makeProgramme, programmesFor } from "~/features/programme";
import { ProgrammeFields } from "~/features/programme/components/programme-parts";
import { readProgramme } from "~/features/programme/forms";
import { outcomeOf } from "~/features/programme/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, PressFields, pressOf, readForm, Select, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Make a programme" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { runs } = await programmesFor(await enter(args, handle.access));
  return { runs, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = readProgramme(values);
  if (!read.ok) return refuse(read.form);
  const regionId = valueOf({ values, errors: {} }, "regionId") || (runsEventsOf(actor)[0] ?? "");
  const result = await makeProgramme({ regionId, details: read.data, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(result.kind === "made" ? `/programmes/${result.id}` : "/programmes", { title: "The programme is made", text: "Plan its first cohort next." });
  if (outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.message);
}

export default function NewProgrammeRoute() {
  const { runs, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ mayMiss: "1" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }]} />
      <PageHeading>Make a programme</PageHeading>
      <form method="post" noValidate>
        <PressFields requestKey={requestKey} />
        {runs.length > 1 ? <Select form={form} name="regionId" label="Region" options={runs.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="regionId" value={runs[0]?.id ?? ""} />}
        <ProgrammeFields form={form} />
        <ButtonGroup><Button>Make the programme</Button><a className="govuk-link" href="/programmes">Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
