import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { agreePlan, planOf, returnPlan, submitPlan } from "~/features/action-plan";
import { PlanView } from "~/features/action-plan/components/plan-view";
import { isAnswered } from "~/features/action-plan/content";
import { refusalWords } from "~/features/action-plan/words";
import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { isHost, isLead, readsPlan } from "~/features/letter/access";
import { reasonForm } from "~/features/letter/forms";
import { outcomeOf } from "~/features/letter/outcome";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, Details, ErrorSummary, formatDateTime, hasErrors, InsetText, Meter, PressFields, pressOf, readForm, type RouteHandle, TextArea, ToldSentence, valueOf } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Action plan: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head, event: string) => head.steps.find((step) => step.event === event) ?? null;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const plan = head && readsPlan(head) ? await planOf(head.id) : null;
  if (!head || !plan) throw notFound();
  // The plan is the authority's own until the director sends it.
  const shown = head.state !== "awaitingActionPlan" || isHost(head);
  return {
    head, plan: shown ? plan : { ...plan, areas: plan.areas.map((area) => ({ ...area, actions: [], noActionBecause: null })) }, shown,
    prepares: isHost(head) && head.state === "awaitingActionPlan", leads: isLead(head),
    steps: { submit: stepOf(head, "plan.submit"), agree: stepOf(head, "plan.agree"), return: stepOf(head, "plan.return") },
    today: dayOf(now()), requestKey: randomUUID(),
  };
}

const dones = {
  submit: { title: "The plan is sent", text: "The lead challenger agrees it, or sends it back with a reason." },
  agree: { title: "The plan is agreed", text: "The authority is told. The progress review comes at its date." },
  return: { title: "The plan is sent back", text: "The director reads your reason on the record." },
} as const;

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsPlan(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const intent = valueOf({ values, errors: {} }, "intent");
  const act = { recordId: head.id, actor, ...pressOf(values) };
  if (intent === "return") {
    const read = reasonForm.safeParse(values);
    if (!read.success) return refuse({ values, errors: { reason: read.error.issues[0]?.message ?? "Give a reason" } });
    return answer(await returnPlan({ ...act, reason: read.data.reason }), "return");
  }
  return intent === "agree" ? answer(await agreePlan(act), "agree") : answer(await submitPlan(act), "submit");

  function answer(result: Parameters<typeof outcomeOf>[0], kind: keyof typeof dones) {
    const outcome = outcomeOf(result, refusalWords);
    if (outcome.ok) return redirectWith(`/challenge-records/${head?.id ?? ""}`, dones[kind]);
    return notDone(outcome, values);
  }
}

export default function PlanRoute() {
  const { head, plan, shown, prepares, steps, today, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const base = `/challenge-records/${head.id}`;
  const done = plan.areas.filter(isAnswered).length;
  const following = ["monitoring", "progressReviewDue", "closed"].includes(head.state);
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Action plan" />
      {plan.returned && ["awaitingActionPlan", "agreeingPlan"].includes(head.state) ? (
        <InsetText><b>Why it was sent back</b><br /><span className="app-prewrap">{plan.returned.reason}</span><br /><span className="app-soft">{plan.returned.by}, {formatDateTime(plan.returned.at)}</span></InsetText>
      ) : null}
      {!shown ? <InsetText>{head.authority.name} is writing its plan. You read it when the director has sent it.</InsetText> : null}
      {prepares ? (
        <>
          <p className="govuk-body-l">Answer each area of the letter with actions, each with a person and a date, or say why there is none.</p>
          <Meter value={done} of={plan.areas.length} label="areas answered" />
        </>
      ) : null}
      <PlanView areas={plan.areas} today={today} following={following}>
        {(area) => (prepares ? <p className="govuk-body"><a className="govuk-link" href={`${base}/plan/${area.id}`}>{isAnswered(area) ? "Change the answer" : "Answer this area"}<span className="govuk-visually-hidden">: {area.title}</span></a></p> : null)}
      </PlanView>
      {steps.submit && done === plan.areas.length && prepares ? (
        <form method="post">
          <PressFields revision={head.revision} requestKey={requestKey} />
          <ToldSentence tells={steps.submit.tells} />
          <ButtonGroup><Button name="intent" value="submit">Send the plan to the lead challenger</Button></ButtonGroup>
        </form>
      ) : null}
      {prepares && !steps.submit ? <InsetText>You prepare the plan. Only the director of {head.authority.name} sends it.</InsetText> : null}
      {steps.agree ? (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">Does each area have an answer that will make a difference?</h2>
          <PressFields revision={head.revision} requestKey={requestKey} />
          <ToldSentence tells={steps.agree.tells} />
          <ButtonGroup><Button name="intent" value="agree">Agree the plan</Button></ButtonGroup>
          <Details summary="Send it back" open={hasErrors(answered?.form)}>
            <TextArea form={answered?.form ?? blankForm} name="reason" label="Reason" hint={`${head.authority.name} reads it here. It is not put into emails.`} rows={4} />
            <Button kind="secondary" name="intent" value="return">Send it back to {head.authority.name}</Button>
          </Details>
        </form>
      ) : null}
      {following ? (
        <ul className="govuk-list app-no-print">
          <li><a className="govuk-link" href={`${base}/progress`}>How the actions go</a></li>
          <li><a className="govuk-link" href={`${base}/review`}>Progress review</a></li>
        </ul>
      ) : null}
    </>
  );
}
