import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cohortPage } from "~/features/programme";
import { outcomeOf } from "~/features/programme/outcome";
import { perform } from "~/features/programme/perform.server";
import { cohortAct } from "~/features/programme/record-acts";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, DateInput, ErrorSummary, PageHeading, pressOf, readDate, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  const act = cohortAct(args.params["slug"]);
  if (!cohort?.keeps || !act) throw notFound();
  return { actor, cohort, act, step: cohort.steps.find(({ event }) => event === act.event) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, act, step } = await asked(args);
  if (!step) throw notFound();
  return { cohort: { id: cohort.id, title: cohort.title, revision: cohort.revision }, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const reason = valueOf(form, "reason").trim().slice(0, 1000);
  if (act.asks.includes("reason") && reason === "") return refuseWith(values, "Give a reason", "reason");
  const closesOn = readDate(values, "closesOn", "The closing date");
  if (act.asks.includes("closesOn") && (!closesOn.ok || !closesOn.date)) return refuseWith(values, closesOn.ok ? "Enter the closing date" : closesOn.message, "closesOn");
  const outcome = outcomeOf(await perform(act.event, { cohortId: cohort.id, actor, ...pressOf(values), reason, closesOn: closesOn.ok ? (closesOn.date ?? "") : "" }));
  if (outcome.ok) return redirectWith(`/cohorts/${cohort.id}`, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(`/cohorts/${cohort.id}`, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks.includes("closesOn") ? "closesOn" : act.asks.includes("reason") ? "reason" : undefined);
}

export default function CohortActRoute() {
  const { cohort, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={cohort.revision} requestKey={requestKey} back={`/cohorts/${cohort.id}`}>
        {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Reason" hint="Read in Candour. It is not put into emails." rows={4} /> : null}
        {act.asks.includes("closesOn") ? <DateInput form={form} name="closesOn" label="New closing date" /> : null}
      </ActForm>
    </>
  );
}
