import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { stepOf } from "~/features/step/acts";
import { ActForm } from "~/features/step/components/act-form";
import { readAnswers } from "~/features/summit/forms";
import { outcomeOf } from "~/features/summit/outcome";
import { performMeeting } from "~/features/summit/perform.server";
import { meetingPage } from "~/features/summit/queries.server";
import { meetingAct } from "~/features/summit/record-acts";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Breadcrumbs, DateInput, ErrorSummary, formatDate, PageHeading, pressOf, readForm, TextArea, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "directors’ meeting" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await meetingPage(actor, args.params["id"]);
  const act = meetingAct(args.params["slug"]);
  if (!page || !act) throw notFound();
  return { actor, page, act, step: stepOf(page.steps, act) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, act, step } = await asked(args);
  if (!step) throw notFound();
  return { page: { id: page.id, heldOn: page.heldOn, revision: page.revision }, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readAnswers(values, act.asks, dayOf(now()));
  const base = `/directors-meetings/${page.id}`;
  if (!read.ok) return step ? refuse(read.form) : Promise.reject(notFound());
  const outcome = outcomeOf(await performMeeting(act.event, { meetingId: page.id, actor, ...pressOf(values), reason: read.data.reason, heldOn: read.data.heldOn }));
  if (outcome.ok) return redirectWith(base, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks[0] === "day" ? "heldOn" : act.asks[0]);
}

export default function MeetingActRoute() {
  const { page, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const meeting = `Directors’ meeting of ${formatDate(page.heldOn, { year: true })}`;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Directors’ meetings", href: "/directors-meetings" }, { label: meeting, href: `/directors-meetings/${page.id}` }]} />
      <PageHeading caption={meeting}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={page.revision} requestKey={requestKey} back={`/directors-meetings/${page.id}`}>
        {act.asks.includes("day") ? <DateInput form={form} name="heldOn" label="New day" /> : null}
        {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Reason" hint="It is read on the meeting’s page. It is not put into emails." rows={4} /> : null}
      </ActForm>
    </>
  );
}
