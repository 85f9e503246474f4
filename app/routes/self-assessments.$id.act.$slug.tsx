import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { reasonField } from "~/features/self-assessment/forms";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { peopleToAsk } from "~/features/self-assessment/people-to-ask.server";
import { perform } from "~/features/self-assessment/perform.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { recordAct } from "~/features/self-assessment/record-acts";
import { stepOf, type RecordAct } from "~/features/step/acts";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { DateInput, dateParts, ErrorSummary, formOf, type FormValues, pressOf, readDate, readForm, type RouteHandle, Select, TextArea, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0]; act: { title: string } }) => `${page.act.title}: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  const step = head && act && stepOf(head.steps, act);
  if (!head || !act || !step) throw notFound();
  return { head, act, tells: step.tells, people: await peopleToAsk(head, act.asks), requestKey: randomUUID() };
}

/** What the form gave, or what is wrong with it, field by field. */
function given(act: RecordAct, values: FormValues) {
  const form = { values, errors: {} };
  const errors: Record<string, string> = {};
  const reason = reasonField.safeParse(valueOf(form, "reason"));
  if (act.asks.includes("reason") && !reason.success) errors["reason"] = reason.error.issues[0]?.message ?? "Give a reason";
  const date = readDate(values, "newDate", "The new date");
  if (act.asks.includes("date") && !date.ok) errors["newDate"] = date.message;
  else if (act.asks.includes("date") && date.ok && date.date === null) errors["newDate"] = "Enter the new date";
  const personId = valueOf(form, "personId");
  if ((act.asks.includes("moderator") || act.asks.includes("observer")) && !isUuid(personId)) errors["personId"] = "Choose a person from the list";
  return { errors, reason: reason.success ? reason.data : "", newDate: date.ok ? (date.date ?? "") : "", personId };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  if (!head || !act) throw notFound();
  const values = readForm(await readBody(args.request));
  const read = given(act, values);
  if (Object.keys(read.errors).length > 0 && stepOf(head.steps, act)) return refuse({ values, errors: read.errors });
  const outcome = outcomeOf(await perform(act.event, { selfAssessmentId: head.id, actor, ...pressOf(values), ...read }));
  const base = `/self-assessments/${head.id}`;
  if (outcome.ok) return act.event === "document.submit" ? redirect(`${base}/submitted`) : redirectWith(base, { title: act.done });
  if (outcome.status === 404) throw notFound();
  // The act's own page is gone with the state it was for: the record's page says how things stand.
  if (!stepOf(head.steps, act)) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  const field = act.asks.includes("date") ? "newDate" : act.asks.includes("reason") ? "reason" : "personId";
  return notDone(outcome, values, act.asks.length > 0 ? field : undefined);
}

export default function ActRoute() {
  const { head, act, tells, people, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(act.asks.includes("date") ? dateParts("newDate", head.dueOn) : {});
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading={act.title} />
      <ActForm act={act} tells={tells} revision={head.revision} requestKey={requestKey} back={`/self-assessments/${head.id}`}>
        {act.asks.includes("date") ? <DateInput form={form} name="newDate" label="The new date" hint="It is due by 23:59 on that day." /> : null}
        {act.asks.includes("moderator") || act.asks.includes("observer") ? (
          <Select form={form} name="personId" label={act.asks.includes("moderator") ? "Moderator" : "Observer"} blank="Choose a person" options={people.map((person) => ({ value: person.id, label: person.words }))} />
        ) : null}
        {act.asks.includes("reason") ? (
          <TextArea form={form} name="reason" label="Reason" hint={`${head.authority.name} and the region’s coordinator can read it on this record. It is not put into emails.`} rows={4} />
        ) : null}
      </ActForm>
    </>
  );
}
