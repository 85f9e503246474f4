import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { setJudges } from "~/features/award";
import { fieldOf } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { awardPage, judgesToChoose } from "~/features/award/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, Checkboxes, counted, ErrorSummary, formOf, PageHeading, readForm, valuesOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "award" }, title: "Choose the judges" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const award = await awardPage(actor, args.params["id"]);
  if (!award?.keeps) throw notFound();
  return { actor, award };
}

export async function loader(args: LoaderFunctionArgs) {
  const { award } = await asked(args);
  if (!["planned", "nominationsOpen"].includes(award.state)) throw notFound();
  return { award: { id: award.id, title: award.title }, chosen: award.judges.map(({ id }) => id), people: await judgesToChoose(award.regionId) };
}

/** The same judges are saved as they are. */
export async function action(args: ActionFunctionArgs) {
  const { actor, award } = await asked(args);
  const values = readForm(await readBody(args.request));
  const personIds = valuesOf({ values, errors: {} }, "person");
  const outcome = outcomeOf(await setJudges({ awardId: award.id, actor, personIds }));
  if (outcome.ok) return redirectWith(`/awards/${award.id}`, { title: `${counted(personIds.length, "judge")} chosen`, text: "They are told when nominations have closed." });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function JudgesRoute() {
  const { award, chosen, people } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ person: [...chosen] });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: award.title, href: `/awards/${award.id}` }]} />
      <PageHeading caption={award.title}>Choose the judges</PageHeading>
      <p className="govuk-body">Nobody judges a nomination of their own authority. Judges are told when nominations have closed.</p>
      <form method="post" noValidate>
        <Checkboxes form={form} name="person" label="Who judges?" size="m" small choices={people.map(({ id, name, place }) => ({ value: id, label: `${name}, ${place}` }))} />
        <ButtonGroup><Button>Save the judges</Button><a className="govuk-link" href={`/awards/${award.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
