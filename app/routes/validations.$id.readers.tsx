import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeReaders } from "~/features/validation";
import { outcomeOf } from "~/features/validation/outcome";
import { validationPage } from "~/features/validation/queries.server";
import { readersPage } from "~/features/validation/readers.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, counted, ErrorSummary, InsetText, PageHeading, PressFields, pressOf, readForm, Select, ToldSentence, valueOf, type FormState, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "validation" }, title: (data: { page: { authority: string } }) => `Who reads the report of ${data.page.authority}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await validationPage(actor, args.params["id"]);
  if (!page?.runs) throw notFound();
  return { actor, page, step: page.steps.find(({ event }) => event === "readers.change") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, step } = await asked(args);
  if (!step) throw notFound();
  const { choices, perReport } = await readersPage(page.id);
  const now = page.readers.flatMap(({ name }) => choices.filter((one) => one.name === name)).map(({ id }) => id);
  // A place without a reader is offered to whoever reads fewest.
  const free = choices.filter(({ id }) => !now.includes(id)).map(({ id }) => id);
  const readers = Array.from({ length: perReport }, (_, place) => now[place] ?? free[place - now.length] ?? "");
  return { page: { id: page.id, authority: page.authority, event: page.event, eventId: page.eventId, revision: page.revision, declines: page.declines }, tells: step.tells, choices, readers, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const { perReport } = await readersPage(page.id);
  const readers = Array.from({ length: perReport }, (_, place) => valueOf({ values, errors: {} }, `reader-${place}`));
  const missing = readers.findIndex((id) => id === "");
  if (step && missing >= 0) return refuseWith(values, "Choose an authority", `reader-${missing}`);
  const outcome = outcomeOf(await changeReaders({ validationId: page.id, actor, ...pressOf(values), readers }));
  const base = `/validations/${page.id}`;
  if (outcome.ok) return redirectWith(base, { title: "The readers are changed", text: "Everybody concerned is told." });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, "reader-0");
}

export default function ReadersRoute() {
  const { page, tells, choices, readers, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.form;
  const form: FormState = answered ?? { values: Object.fromEntries(readers.map((id, place) => [`reader-${place}`, id])), errors: {} };
  const options = choices.map(({ id, name, reads }) => ({ value: id, label: `${name} (reads ${reads})` }));
  return (
    <>
      <ErrorSummary form={answered} />
      <Breadcrumbs crumbs={[{ label: "Validation", href: "/validations" }, { label: page.authority, href: `/validations/${page.id}` }]} />
      <PageHeading caption={`${page.authority}, ${page.event}`}>Change who reads it</PageHeading>
      <div className="app-measure">
        {page.declines.map(({ name, reason }) => <InsetText key={name}><strong>{`${name} declined.`}</strong> <span className="app-prewrap">{reason}</span></InsetText>)}
        <p className="govuk-body">{`${counted(readers.length, "authority")} read it. A place without a reader is filled with whoever reads fewest.`}</p>
        <form method="post" noValidate>
          <PressFields revision={page.revision} requestKey={requestKey} />
          {readers.map((_, place) => <Select key={place} form={form} name={`reader-${place}`} label={place === 0 ? "Leads the reading" : place === 1 ? "Reads it too" : `Reads it too (${place})`} blank="Choose" options={options} />)}
          <ToldSentence tells={tells} />
          <ButtonGroup><Button>Change the readers</Button><a className="govuk-link" href={`/validations/${page.id}`}>Cancel</a></ButtonGroup>
        </form>
      </div>
    </>
  );
}
