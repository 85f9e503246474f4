import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ActForm } from "~/features/step/components/act-form";
import { stepOf } from "~/features/step/acts";
import { textField } from "~/features/validation/forms";
import { outcomeOf } from "~/features/validation/outcome";
import { perform } from "~/features/validation/perform.server";
import { validationPage } from "~/features/validation/queries.server";
import { askWords, recordAct } from "~/features/validation/record-acts";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, DateInput, ErrorSummary, PageHeading, pressOf, readDate, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "validation" }, title: (data: { act: { title: string }; page: { authority: string } }) => `${data.act.title}: ${data.page.authority}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await validationPage(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  if (!page || !act) throw notFound();
  return { actor, page, act, step: stepOf(page.steps, act) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, act, step } = await asked(args);
  if (!step) throw notFound();
  return { page: { id: page.id, authority: page.authority, event: page.event, revision: page.revision }, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const text = textField.safeParse(valueOf({ values, errors: {} }, "text"));
  const day = readDate(values, "day", "The new last day");
  const base = `/validations/${page.id}`;
  if (step && act.asks.includes("text") && !text.success) return refuseWith(values, text.error.issues[0]?.message ?? "Write something", "text");
  if (step && act.asks.includes("date")) {
    if (!day.ok || !day.date) return refuseWith(values, day.ok ? "Enter the new last day" : day.message, "day");
    if (day.date <= dayOf(now())) return refuseWith(values, "The new last day must lie ahead", "day");
  }
  const outcome = outcomeOf(await perform(act.event, { validationId: page.id, actor, ...pressOf(values), text: text.success ? text.data : "", day: day.ok ? (day.date ?? "") : "" }));
  // Whoever declines to read a report can no longer open it.
  if (outcome.ok) return redirectWith(act.event === "reader.decline" ? "/validations" : base, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks[0] === "date" ? "day" : act.asks[0]);
}

export default function ValidationActRoute() {
  const { page, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const words = askWords[act.event];
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Validation", href: "/validations" }, { label: page.authority, href: `/validations/${page.id}` }]} />
      <PageHeading caption={`${page.authority}, ${page.event}`}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={page.revision} requestKey={requestKey} back={`/validations/${page.id}`}>
        {words ? <TextArea form={form} name="text" label={words.label} hint={words.hint} rows={6} /> : null}
        {act.asks.includes("date") ? <DateInput form={form} name="day" label="New last day to reply" /> : null}
      </ActForm>
    </>
  );
}
