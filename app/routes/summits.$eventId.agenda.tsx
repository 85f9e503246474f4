import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { addAgendaItem, removeAgendaItem } from "~/features/summit";
import { itemFields } from "~/features/summit/forms";
import { outcomeOf } from "~/features/summit/outcome";
import { summitPage } from "~/features/summit/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, readBody, refuse, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, EmptyState, ErrorSummary, PageHeading, PressFields, pressOf, readForm, Table, TextInput, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "summit" }, title: (data: { page: { title: string } }) => `Agenda: ${data.page.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await summitPage(actor, args.params["eventId"]);
  if (!page?.runs) throw notFound();
  return { actor, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await asked(args);
  return { page, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  const body = await readBody(args.request);
  const values = readForm(body);
  const itemId = valueOf({ values, errors: {} }, "remove");
  const given = { eventId: page.eventId, actor, requestKey: pressOf(values).requestKey };
  const here = `/summits/${page.eventId}/agenda`;
  if (itemId) {
    const known = page.items.some(({ id }) => id === itemId);
    if (known) await removeAgendaItem({ ...given, itemId });
    return redirectWith(here, { title: "The line is taken off" });
  }
  const parsed = await parseForm(body, itemFields);
  if (!parsed.ok) return refuse(parsed.form);
  const outcome = outcomeOf(await addAgendaItem({ ...given, ...parsed.data }));
  if (outcome.ok) return redirectWith(here, { title: "The line is added" });
  if (outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.message);
}

export default function AgendaRoute() {
  const { page, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: page.title, href: `/summits/${page.eventId}` }]} />
      <PageHeading caption={page.title}>Agenda</PageHeading>
      {page.items.length === 0 ? <EmptyState title="Nothing is on the agenda yet">Add its first line below.</EmptyState> : (
        <Table
          caption="Lines of the agenda"
          columns={[
            { key: "time", heading: "Time", cell: (row) => row.startsAt },
            { key: "title", heading: "What", cell: (row) => row.title },
            { key: "speaker", heading: "Who", cell: (row) => row.speaker || "Everybody" },
            { key: "remove", heading: "Change", cell: (row) => <form method="post"><input type="hidden" name="remove" value={row.id} /><button className="govuk-button govuk-button--secondary" type="submit">Remove<span className="govuk-visually-hidden"> {row.title}</span></button></form> },
          ]}
          rows={page.items} rowKey={(row) => row.id}
        />
      )}
      <form method="post" noValidate className="app-measure">
        <h2 className="govuk-heading-m">Add a line</h2>
        <PressFields requestKey={requestKey} />
        <TextInput form={form} name="startsAt" label="Begins at" hint="London time, like 09:30" width={5} />
        <TextInput form={form} name="title" label="What is it about?" />
        <TextInput form={form} name="speaker" label="Who speaks? (optional)" />
        <Button>Add the line</Button>
      </form>
    </>
  );
}
