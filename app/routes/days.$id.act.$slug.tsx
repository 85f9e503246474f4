import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelDay, closeEvaluation, dayPage, holdDay, openDay } from "~/features/programme-day";
import { outcomeOf } from "~/features/programme-day/outcome";
import { dayAct } from "~/features/programme-day/record-acts";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, ErrorSummary, PageHeading, pressOf, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "programme-day" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const day = await dayPage(actor, args.params["id"]);
  const act = dayAct(args.params["slug"]);
  if (!day?.keeps || !act) throw notFound();
  return { actor, day, act, step: day.steps.find(({ event }) => event === act.event) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { day, act, step } = await asked(args);
  if (!step) throw notFound();
  return { day: { id: day.id, title: day.recordTitle, revision: day.revision }, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, day, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const reason = valueOf({ values, errors: {} }, "reason").trim().slice(0, 1000);
  if (act.asks.includes("reason") && reason === "" && step) return refuseWith(values, "Give a reason", "reason");
  const given = { dayId: day.id, actor, ...pressOf(values) };
  const verbs: Readonly<Record<string, () => ReturnType<typeof holdDay>>> = { open: () => openDay(given), hold: () => holdDay(given), "close-evaluation": () => closeEvaluation(given), cancel: () => cancelDay({ ...given, reason }) };
  const verb = verbs[act.slug];
  if (!verb) throw notFound();
  const outcome = outcomeOf(await verb());
  if (outcome.ok) return redirectWith(`/days/${day.id}`, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(`/days/${day.id}`, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks.includes("reason") ? "reason" : undefined);
}

export default function DayActRoute() {
  const { day, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: day.title, href: `/days/${day.id}` }]} />
      <PageHeading caption={day.title}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={day.revision} requestKey={requestKey} back={`/days/${day.id}`}>
        {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Reason" hint="Everybody of the cohort reads it in Candour. It is not put into emails." rows={4} /> : null}
      </ActForm>
    </>
  );
}
