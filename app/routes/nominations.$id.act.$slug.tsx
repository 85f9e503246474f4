import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nominationPage } from "~/features/nomination";
import { outcomeOf } from "~/features/nomination/outcome";
import { perform } from "~/features/nomination/perform.server";
import { nominationAct } from "~/features/nomination/record-acts";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, ErrorSummary, PageHeading, pressOf, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "nomination" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const nomination = await nominationPage(actor, args.params["id"]);
  const act = nominationAct(args.params["slug"]);
  if (!nomination || !act) throw notFound();
  return { actor, nomination, act, step: nomination.steps.find(({ event }) => event === act.event) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { nomination, act, step } = await asked(args);
  if (!step) throw notFound();
  return { nomination: { id: nomination.id, title: nomination.title, person: nomination.person, revision: nomination.revision }, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, nomination, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const reason = valueOf({ values, errors: {} }, "reason").trim().slice(0, 1000);
  if (act.asks.includes("reason") && reason === "" && step) return refuseWith(values, "Give a reason", "reason");
  const outcome = outcomeOf(await perform(act.event, { nominationId: nomination.id, actor, ...pressOf(values), reason }));
  const next = act.event === "offer.accept" ? `/cohorts/${nomination.cohortId}/days` : `/nominations/${nomination.id}`;
  if (outcome.ok) return redirectWith(next, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(`/nominations/${nomination.id}`, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks.includes("reason") ? "reason" : undefined);
}

export default function NominationActRoute() {
  const { nomination, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: nomination.title, href: `/nominations/${nomination.id}` }]} />
      <PageHeading caption={nomination.title}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={nomination.revision} requestKey={requestKey} back={`/nominations/${nomination.id}`}>
        {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Reason" hint="The person, whoever nominated and the coordinator read it in Candour. It is not put into emails." rows={4} /> : null}
      </ActForm>
    </>
  );
}
