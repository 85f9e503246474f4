import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { themesPage } from "~/features/action-plan/themes.server";
import { draftRecommendation } from "~/features/summit";
import { RecommendationTable } from "~/features/summit/components/lists";
import { newFields } from "~/features/summit/forms";
import { outcomeOf } from "~/features/summit/outcome";
import { summitPage } from "~/features/summit/queries.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, readBody, refuse, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { BarTable, blankForm, Breadcrumbs, Button, counted, EmptyState, ErrorSummary, InsetText, PageHeading, PressFields, pressOf, readForm, Select, Table, TextArea, TextInput, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "summit" }, title: (data: { page: { title: string } }) => data.page.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await summitPage(actor, args.params["eventId"]);
  if (!page) throw notFound();
  return { actor, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, page } = await asked(args);
  // Counted at this moment: a letter that becomes final while people sit in the room is in the picture at the next look.
  const themes = await themesPage(actor, { region: page.regionId, round: null });
  return { page, today: dayOf(now()), themes: themes && { round: themes.round, authorities: themes.picture.authorities, of: themes.of, rows: themes.picture.rows.map(({ theme, shown }) => ({ theme, shown })) }, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  if (!page.mayDraft) throw notFound();
  const body = await readBody(args.request);
  const parsed = await parseForm(body, newFields);
  if (!parsed.ok) return refuse(parsed.form);
  const values = readForm(body);
  const themes = await themesPage(actor, { region: page.regionId, round: null });
  const round = themes?.round && isUuid(themes.round) ? themes.round : null;
  const made = await draftRecommendation({ regionId: page.regionId, eventId: page.eventId, ...parsed.data, cycleId: parsed.data.theme === "" ? null : round, actor, requestKey: pressOf(values).requestKey });
  if (made.kind === "made") return redirectWith(`/recommendations/${made.id}`, { title: "It is drafted", text: "Those in the room see it. Propose it when it is ready." });
  const outcome = outcomeOf(made);
  if (!outcome.ok && outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.ok ? "" : outcome.message);
}

export default function SummitRoute() {
  const { page, today, themes, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: page.title, href: `/events/${page.eventId}` }]} />
      <PageHeading caption={page.region}>{`In the room: ${page.title}`}</PageHeading>
      <InsetText>{page.attended > 0 ? <><strong>{`${page.attended} attended`}</strong>{`, of ${counted(page.booked, "person", "people")} who had a place.`}</> : `${counted(page.booked, "person has", "people have")} a place so far.`}</InsetText>
      {page.items.length > 0 ? (
        <Table
          caption="Agenda"
          columns={[{ key: "time", heading: "Time", cell: (row) => row.startsAt }, { key: "title", heading: "What", cell: (row) => row.title }, { key: "speaker", heading: "Who", cell: (row) => row.speaker || "Everybody" }]}
          rows={page.items} rowKey={(row) => row.id}
        />
      ) : <EmptyState title="There is no agenda yet">{page.runs ? "Add its first line." : "The coordinator is preparing it."}</EmptyState>}
      {page.runs ? <p className="govuk-body"><a className="govuk-link" href={`/summits/${page.eventId}/agenda`}>Change the agenda</a></p> : null}
      {themes && themes.rows.length > 0 ? (
        <>
          <BarTable caption="Themes of the challenges, as they stand now" labelHeading="Theme" valueHeading="Findings" bars={themes.rows.map((row) => ({ label: row.theme, value: row.shown, shown: String(row.shown) }))} />
          <p className="govuk-body">{`Counted from the final letters of ${themes.authorities} of ${themes.of} authorities. `}<a className="govuk-link" href={`/themes?region=${page.regionId}`}>Every theme</a></p>
        </>
      ) : <p className="govuk-body">Themes of the challenges are shown here once enough letters are final.</p>}
      <p className="govuk-body"><a className="govuk-link" href={`/commitments/new?event=${page.eventId}`}>Make a commitment</a>, or <a className="govuk-link" href={`/commitments?event=${page.eventId}`}>read those that were made here</a></p>
      <RecommendationTable caption="Drafted in the room" today={today} rows={page.recommendations} empty="Nothing is drafted yet." />
      {page.mayDraft ? (
        <form method="post" noValidate className="app-measure">
          <h2 className="govuk-heading-m">Draft a recommendation</h2>
          <PressFields requestKey={requestKey} />
          <TextInput form={form} name="title" label="What is it called?" />
          <TextArea form={form} name="text" label="What do you recommend to the directors?" rows={5} hint="Never about one child." />
          {themes && themes.rows.length > 0 ? <Select form={form} name="theme" label="Which theme does it answer? (optional)" blank="None of them" options={themes.rows.map(({ theme }) => ({ value: theme, label: theme }))} /> : null}
          <Button>Draft it</Button>
        </form>
      ) : null}
    </>
  );
}
