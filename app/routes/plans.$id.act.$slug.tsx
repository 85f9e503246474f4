import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readWords } from "~/features/plan/forms";
import { outcomeOf } from "~/features/plan/outcome";
import { perform } from "~/features/plan/perform.server";
import { planPage } from "~/features/plan/queries.server";
import { questions, recordAct } from "~/features/plan/record-acts";
import { refusalWords } from "~/features/plan/words";
import { ActForm } from "~/features/step/components/act-form";
import { choicesFor } from "~/features/summit";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, ErrorSummary, formatDate, formOf, hasErrors, InsetText, PageHeading, pressOf, readForm, Select, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "plan" }, title: (data: { act: { title: string }; page: { name: string } }) => `${data.act.title}: ${data.page.name}` } satisfies RouteHandle;

/** What an act's own page supplies. */
const supplied: readonly string[] = ["hasReason", "hasText", "hasMeeting"];

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await planPage(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  if (!page || !act) throw notFound();
  return { actor, page, act, step: page.steps.find((step) => step.event === act.event) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, act, step } = await asked(args);
  if (!step) throw notFound();
  const blocked = step.blockedBy && !supplied.includes(step.blockedBy) ? step.blockedBy : null;
  return { page: { id: page.id, name: page.name, paper: page.paper, revision: page.revision }, act, tells: step.tells, blocked, meetings: act.asks.includes("meeting") ? (await choicesFor(page.regionId)).meetings : [], requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const base = `/plans/${page.id}`;
  if (!step && !pressOf(values).requestKey) throw notFound();
  const text = act.asks.includes("text") ? readWords(values, "text", questions[act.event]?.ask ?? "Write something") : null;
  if (step && text && !text.ok) return refuse(text.form);
  const meetingId = valueOf(form, "meetingId");
  if (step && act.asks.includes("meeting") && !isUuid(meetingId)) return refuseWith(values, refusalWords("hasMeeting"), "meetingId");
  const outcome = outcomeOf(await perform(act.event, { planId: page.id, actor, ...pressOf(values), text: text?.ok ? text.data : "", meetingId: isUuid(meetingId) ? meetingId : randomUUID(), paper: valueOf(form, "paper").slice(0, 8000) }));
  if (outcome.ok) return redirectWith(base, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, outcome.reason === "hasMeeting" ? "meetingId" : act.asks.includes("text") ? "text" : undefined);
}

export default function PlanActRoute() {
  const { page, act, tells, blocked, meetings, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.form ?? blankForm;
  const form = hasErrors(answered) ? answered : formOf({ paper: page.paper });
  const question = questions[act.event];
  return (
    <>
      <ErrorSummary form={answered} />
      <Breadcrumbs crumbs={[{ label: "Plans", href: "/plans" }, { label: page.name, href: `/plans/${page.id}` }]} />
      <PageHeading caption={page.name}>{act.title}</PageHeading>
      {blocked ? <InsetText>{`${refusalWords(blocked)}. `}<a className="govuk-link" href={`/plans/${page.id}`}>Back to the plan</a></InsetText> : (
        <ActForm act={act} tells={tells} revision={page.revision} requestKey={requestKey} back={`/plans/${page.id}`}>
          {act.asks.includes("meeting") ? (
            <>
              <Select form={form} name="meetingId" label="Which directors’ meeting?" blank="Choose a meeting" options={meetings.map(({ id, heldOn }) => ({ value: id, label: formatDate(heldOn, { year: true }) }))} />
              <TextArea form={form} name="paper" label="Paper for the directors (optional)" hint="What they read before they decide." rows={6} />
            </>
          ) : null}
          {question ? <TextArea form={form} name="text" label={question.label} hint="It is read on the plan’s page. It is not put into emails." rows={5} /> : null}
        </ActForm>
      )}
    </>
  );
}
