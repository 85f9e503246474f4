import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { stepOf } from "~/features/step/acts";
import { ActForm } from "~/features/step/components/act-form";
import { readAnswers } from "~/features/summit/forms";
import { outcomeOf } from "~/features/summit/outcome";
import { perform } from "~/features/summit/perform.server";
import { choicesFor, recommendationPage } from "~/features/summit/queries.server";
import { recordAct } from "~/features/summit/record-acts";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Breadcrumbs, DateInput, ErrorSummary, formatDate, formOf, hasErrors, PageHeading, pressOf, readForm, Select, TextArea, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "recommendation" }, title: (data: { act: { title: string }; page: { title: string } }) => `${data.act.title}: ${data.page.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await recommendationPage(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  if (!page || !act) throw notFound();
  return { actor, page, act, step: stepOf(page.steps, act) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, act, step } = await asked(args);
  if (!step) throw notFound();
  return { page: { id: page.id, title: page.title, text: page.text, paper: page.paper, revision: page.revision }, act, tells: step.tells, choices: await choicesFor(page.regionId), requestKey: randomUUID() };
}

/** Which field a refusal of the process belongs beside. */
const fieldOf: Readonly<Record<string, string>> = { hasReason: "reason", hasAmendment: "amendedText", hasNextDate: "deferredTo", hasMeeting: "meetingId", hasOwner: "ownerPostId", "no-such-workstream": "workstreamId", hasEvidence: "evidence" };

export async function action(args: ActionFunctionArgs) {
  const { actor, page, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readAnswers(values, act.asks, dayOf(now()));
  if (step && !read.ok) return refuse(read.form);
  const empty = { reason: "", evidence: "", amendedText: "", deferredTo: "", meetingId: "", paper: "", ownerPostId: "", doneBy: "", workstreamId: "" };
  const base = `/recommendations/${page.id}`;
  if (!read.ok && !pressOf(values).requestKey) throw notFound();
  const outcome = outcomeOf(await perform(act.event, { recommendationId: page.id, actor, ...pressOf(values), ...(read.ok ? read.data : empty) }));
  if (outcome.ok) return redirectWith(base, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function RecommendationActRoute() {
  const { page, act, tells, choices, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.form ?? blankForm;
  const form = hasErrors(answered) ? answered : formOf({ amendedText: page.text, paper: page.paper });
  const asks = (what: (typeof act.asks)[number]) => act.asks.includes(what);
  return (
    <>
      <ErrorSummary form={answered} />
      <Breadcrumbs crumbs={[{ label: "Recommendations", href: "/recommendations" }, { label: page.title, href: `/recommendations/${page.id}` }]} />
      <PageHeading caption={page.title}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={page.revision} requestKey={requestKey} back={`/recommendations/${page.id}`}>
        {asks("meeting") ? (
          <>
            <Select form={form} name="meetingId" label="Which directors’ meeting?" blank="Choose a meeting" options={choices.meetings.map(({ id, heldOn }) => ({ value: id, label: formatDate(heldOn, { year: true }) }))} />
            <TextArea form={form} name="paper" label="Paper for the directors (optional)" hint="What they read before they decide. Files are added on the recommendation’s page." rows={8} />
          </>
        ) : null}
        {asks("amended") ? <TextArea form={form} name="amendedText" label="The words as they are accepted" rows={5} /> : null}
        {asks("next") ? <DateInput form={form} name="deferredTo" label="Date of the next meeting" /> : null}
        {asks("owner") ? (
          <>
            <Select form={form} name="ownerPostId" label="Who owns it?" hint="It stays with the post when its holder changes." blank="Choose a post" options={choices.posts.map(({ id, words }) => ({ value: id, label: words }))} />
            {choices.workstreams.length > 0 ? <Select form={form} name="workstreamId" label="Which workstream of the plan?" blank="None of them" options={choices.workstreams.map(({ id, title, plan }) => ({ value: id, label: `${title} (${plan})` }))} /> : null}
            <DateInput form={form} name="doneBy" label="By when is it done?" />
          </>
        ) : null}
        {asks("evidence") ? <TextArea form={form} name="evidence" label="What changed, and what shows it?" hint="In aggregate, never about one child." rows={6} /> : null}
        {asks("reason") ? <TextArea form={form} name="reason" label="Reason" hint="It is read on the page and in the decision log. It is not put into emails." rows={4} /> : null}
      </ActForm>
    </>
  );
}
