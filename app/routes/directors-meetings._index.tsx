import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { planMeeting } from "~/features/summit";
import { DecisionTabs } from "~/features/summit/components/lists";
import { meetingsFor } from "~/features/summit/queries.server";
import { meetingLabels } from "~/features/summit/words";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse } from "~/session/forms.server";
import { blankForm, Button, counted, DateInput, ErrorSummary, formatDate, PageHeading, PressFields, pressOf, readDate, readForm, refusedForm, Select, Table, TextInput, valueOf, type FormIssue, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "signedIn" }, title: "Directors’ meetings" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await meetingsFor(await enter(args, handle.access))), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { runs } = await meetingsFor(actor);
  if (runs.length === 0) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const regionId = valueOf(form, "regionId") || (runs[0]?.id ?? "");
  const day = readDate(values, "heldOn", "The day");
  const place = valueOf(form, "place").trim();
  const issues: FormIssue[] = [];
  if (!day.ok) issues.push({ path: ["heldOn"], message: day.message });
  else if (!day.date) issues.push({ path: ["heldOn"], message: "Enter the day" });
  else if (day.date < dayOf(now())) issues.push({ path: ["heldOn"], message: "The day must be today or later" });
  if (place === "" || place.length > 200) issues.push({ path: ["place"], message: "Enter where it takes place, or that it is online, in 200 characters or fewer" });
  if (issues.length > 0 || !day.ok || !day.date) return refuse(refusedForm(values, issues));
  const made = await planMeeting({ regionId, heldOn: day.date, place, actor, requestKey: pressOf(values).requestKey });
  if (made.kind === "refused") throw notFound();
  return redirectWith(`/directors-meetings/${made.id}`, { title: "The meeting is planned", text: "Directors are told when you send its agenda." });
}

export default function MeetingsRoute() {
  const { meetings, runs, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <PageHeading>Directors’ meetings</PageHeading>
      <DecisionTabs here="/directors-meetings" />
      <Table
        caption="Meetings" empty="There is no meeting that you can see. Directors see one once its agenda has been sent."
        columns={[
          { key: "day", heading: "Day", cell: (row) => <a className="govuk-link" href={`/directors-meetings/${row.id}`}>{formatDate(row.heldOn, { year: true })}</a> },
          { key: "region", heading: "Region", cell: (row) => row.region },
          { key: "items", heading: "Agenda", cell: (row) => counted(row.items, "item") },
          { key: "state", heading: "Where it is", cell: (row) => meetingLabels[row.state] },
        ]}
        rows={meetings} rowKey={(row) => row.id}
      />
      {runs.length > 0 ? (
        <form method="post" noValidate className="app-measure">
          <h2 className="govuk-heading-m">Plan a meeting</h2>
          <PressFields requestKey={requestKey} />
          {runs.length > 1 ? <Select form={form} name="regionId" label="Region" options={runs.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
          <DateInput form={form} name="heldOn" label="Day" />
          <TextInput form={form} name="place" label="Where?" />
          <Button>Plan the meeting</Button>
        </form>
      ) : null}
    </>
  );
}
