import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { extendReview, openReview, planOf, recordReview, reviewOf } from "~/features/action-plan";
import { PlanView } from "~/features/action-plan/components/plan-view";
import { ReviewForm } from "~/features/action-plan/components/review-form";
import { progressOf } from "~/features/action-plan/content";
import { reasonForm, reviewPosted, statusField, wordsField } from "~/features/action-plan/forms";
import { refusalWords } from "~/features/action-plan/words";
import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { childDataIn } from "~/features/child-data/detect";
import { TextParagraphs } from "~/features/document/parts";
import { isLead, readsPlan } from "~/features/letter/access";
import { outcomeOf } from "~/features/letter/outcome";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, DateInput, dateParts, DateText, Details, ErrorSummary, formatDateTime, formOf, type FormValues, InsetText, Meter, PressFields, pressOf, readDate, readForm, type RouteHandle, TextArea, ToldSentence, valueOf } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Progress review: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head, event: string) => head.steps.find((step) => step.event === event) ?? null;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  // The coordinator may give more time, and reads nothing of the plan by it.
  const extend = head && stepOf(head, "review.extend");
  const reads = head !== null && readsPlan(head);
  if (!head || !(reads || extend) || !["monitoring", "progressReviewDue", "closed"].includes(head.state)) throw notFound();
  const [plan, review] = reads ? await Promise.all([planOf(head.id), reviewOf(head.id)]) : [null, null];
  return { head, areas: plan?.areas ?? null, review, steps: { open: stepOf(head, "review.open"), record: stepOf(head, "review.record"), extend }, today: dayOf(now()), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !["monitoring", "progressReviewDue", "closed"].includes(head.state)) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const here = `/challenge-records/${head.id}/review`;
  const act = { recordId: head.id, actor, ...pressOf(values) };
  const answer = async (result: Parameters<typeof outcomeOf>[0], done: { title: string; text?: string }, to = here) => {
    const outcome = outcomeOf(result, refusalWords);
    if (outcome.ok) return redirectWith(to, done);
    return notDone(outcome, values, outcome.reason.includes("date") ? "newDate" : undefined);
  };
  if (valueOf(form, "intent") === "open") return answer(await openReview(act), { title: "The progress review is open" });
  if (valueOf(form, "intent") === "extend") {
    const reason = reasonForm.safeParse(values);
    const date = readDate(values, "newDate", "The new date");
    const errors = {
      ...(!date.ok ? { newDate: date.message } : date.date === null ? { newDate: "Enter the new date" } : {}),
      ...(reason.success ? {} : { reason: reason.error.issues[0]?.message ?? "Give a reason" }),
    };
    if (Object.keys(errors).length > 0 || !reason.success || !date.ok) return refuse({ values, errors });
    return answer(await extendReview({ ...act, reason: reason.data.reason, newDate: date.date ?? "" }), { title: "The review has more time", text: "The authority and the lead challenger are told of the new date." }, `/challenge-records/${head.id}`);
  }
  const plan = isLead(head) ? await planOf(head.id) : null;
  if (!plan) throw notFound();
  const read = recordPosted(values, plan.areas.flatMap((area) => area.actions));
  if (Object.keys(read.errors).length > 0) return refuse({ values, errors: read.errors });
  return answer(await recordReview({ ...act, heldOn: read.heldOn, whatChanged: read.whatChanged, items: read.items }), { title: "The record is closed", text: "Everybody who took part is told." });
}

/** The review as it was typed, with what is wrong, box by box. */
function recordPosted(values: FormValues, actions: readonly { readonly id: string }[]) {
  const { items, errors: missing } = reviewPosted(values, actions);
  const date = readDate(values, "heldOn", "The day of the review");
  const whatChanged = valueOf({ values, errors: {} }, "whatChanged").trim();
  const texts = [["whatChanged", whatChanged] as const, ...items.map((item) => [wordsField(item.actionId), item.changed] as const)];
  const hits = texts.flatMap(([field, text]) => childDataIn(text).slice(0, 1).map((hit) => [field, `“${hit.excerpt}” may identify a child. ${hit.why} Say it without`] as const));
  const errors: Record<string, string> = {
    ...(!date.ok ? { heldOn: date.message } : date.date === null ? { heldOn: "Enter the day on which you reviewed it" } : date.date > dayOf(now()) ? { heldOn: "The review cannot have been held after today" } : {}),
    ...missing,
    ...(whatChanged === "" ? { whatChanged: "Say what has changed for children and families" } : {}),
    ...Object.fromEntries(hits),
  };
  return { errors, items, whatChanged, heldOn: date.ok ? (date.date ?? "") : "" };
}

export default function ReviewRoute() {
  const { head, areas, review, steps, today, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const actions = areas?.flatMap((area) => area.actions) ?? [];
  const { done, stopped, of } = progressOf(actions);
  const form = answered?.form ?? formOf({ ...dateParts("heldOn", today), ...Object.fromEntries(actions.map((one) => [statusField(one.id), one.status ?? undefined])) });
  const extending = answered?.form !== undefined && valueOf(answered.form, "intent") === "extend";
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Progress review" />
      {review ? (
        <section aria-labelledby="changed" className="app-measure">
          <h2 className="govuk-heading-m" id="changed">What has changed</h2>
          <TextParagraphs text={review.whatChanged} />
          <p className="app-soft app-small">{review.by}, reviewed on <DateText when={review.heldOn} year />, recorded {formatDateTime(review.at, { year: true })}</p>
          <Meter value={done} of={of} label="actions done">{stopped > 0 ? `${stopped} stopped` : null}</Meter>
        </section>
      ) : (
        <p className="govuk-body-l">
          {head.state === "progressReviewDue" ? "It is time to look at what has become of the plan. " : "The review opens by itself at its date. "}
          {head.reviewDueOn ? <>Its date is <DateText when={head.reviewDueOn} year />.</> : null}
        </p>
      )}
      {steps.record ? <ReviewForm actions={actions} form={extending ? formOf({}) : form} revision={head.revision} requestKey={requestKey} tells={steps.record.tells} /> : null}
      {steps.open ? (
        <form method="post">
          <PressFields revision={head.revision} requestKey={requestKey} />
          <ToldSentence tells={steps.open.tells} />
          <ButtonGroup><Button kind="secondary" name="intent" value="open">Open the review now</Button></ButtonGroup>
        </form>
      ) : null}
      {steps.extend ? (
        <Details summary="Give the review more time" open={extending}>
          <form method="post" noValidate>
            <PressFields revision={head.revision} requestKey={`${requestKey}x`} />
            <DateInput form={extending ? answered?.form : blankForm} name="newDate" label="The new date" />
            <TextArea form={(extending ? answered?.form : null) ?? blankForm} name="reason" label="Reason" hint="It is kept on the record and not put into emails." rows={3} />
            <Button kind="secondary" name="intent" value="extend">Give more time</Button>
          </form>
        </Details>
      ) : null}
      {areas ? <PlanView areas={areas} today={today} following /> : <InsetText>You see when the review is, not what the plan says: the authority decides who reads it.</InsetText>}
    </>
  );
}
