import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { proceedWithout } from "~/features/letter";
import { reasonForm } from "~/features/letter/forms";
import { outcomeOf } from "~/features/letter/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, parseForm, refuse } from "~/session/forms.server";
import { blankForm, ButtonGroup, DateText, ErrorSummary, InsetText, PressFields, pressOf, type RouteHandle, TextArea, ToldSentence, WarningButton, WarningText } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Go on without an answer: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head | null) => head?.steps.find((step) => step.event === "accuracy.proceed");

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = stepOf(head);
  if (!head || !step) throw notFound();
  return { head, tells: step.tells, tooSoon: step.blockedBy === "accuracyDatePassed", requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const read = await parseForm(args.request, reasonForm.loose());
  const base = `/challenge-records/${head.id}`;
  if (!read.ok) return stepOf(head) ? refuse(read.form) : Promise.reject(notFound());
  const outcome = outcomeOf(await proceedWithout({ recordId: head.id, actor, reason: read.data.reason, ...pressOf(read.values) }));
  if (outcome.ok) return redirectWith(base, { title: "The letter goes on", text: "It will say that no answer came. That is not agreement." });
  if (outcome.status === 404) throw notFound();
  if (!stepOf(head)) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, read.values);
}

export default function ProceedRoute() {
  const { head, tells, tooSoon, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Go on without an answer" />
      {tooSoon ? (
        <InsetText>{head.authority.name} has until {head.dueOn ? <DateText when={head.dueOn} year /> : "its date"} to check the letter. You can go on without an answer after that, and not before.</InsetText>
      ) : (
        <form method="post" noValidate className="app-measure">
          <WarningText>{head.authority.name} has not answered. The letter will say so in these words: that its facts were sent to be checked, that no answer came in time, and that this is not agreement.</WarningText>
          <PressFields revision={head.revision} requestKey={requestKey} />
          <TextArea form={answered?.form ?? blankForm} name="reason" label="Reason" hint={`Say how often you asked, and whom. ${head.authority.name} and the lead challenger read it on this record. It is not put into emails.`} rows={4} />
          <ToldSentence tells={tells} />
          <ButtonGroup><WarningButton>Go on without an answer</WarningButton><a className="govuk-link" href={`/challenge-records/${head.id}`}>Cancel</a></ButtonGroup>
        </form>
      )}
    </>
  );
}
