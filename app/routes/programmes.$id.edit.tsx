import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeProgramme, programmePage } from "~/features/programme";
import { ProgrammeFields, programmeValues } from "~/features/programme/components/programme-parts";
import { readProgramme } from "~/features/programme/forms";
import { outcomeOf } from "~/features/programme/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, readForm, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "programme" }, title: "Change the programme" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const programme = await programmePage(actor, args.params["id"]);
  if (!programme?.keeps) throw notFound();
  return { actor, programme };
}

export async function loader(args: LoaderFunctionArgs) {
  const { programme } = await asked(args);
  return { programme };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, programme } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readProgramme(values);
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOf(await changeProgramme({ programmeId: programme.id, details: read.data, actor }));
  return outcome.ok ? redirectWith(`/programmes/${programme.id}`, { title: "The programme is changed" }) : refuseWith(values, outcome.message);
}

export default function EditProgrammeRoute() {
  const { programme } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(programmeValues(programme));
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: programme.title, href: `/programmes/${programme.id}` }]} />
      <PageHeading>Change the programme</PageHeading>
      <form method="post" noValidate>
        <ProgrammeFields form={form} />
        <ButtonGroup><Button>Save</Button><a className="govuk-link" href={`/programmes/${programme.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
