import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { fieldOf, readClosesOn } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { perform } from "~/features/award/perform.server";
import { awardPage } from "~/features/award/queries.server";
import { AWARD_ACTS } from "~/features/award/words";
import { ActForm } from "~/features/step/components/act-form";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, DateInput, ErrorSummary, PageHeading, pressOf, readForm, TextArea, valueOf, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "award" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const award = await awardPage(actor, args.params["id"]);
  const act = AWARD_ACTS.find(({ slug }) => slug === args.params["slug"]);
  if (!award?.keeps || !act) throw notFound();
  return { actor, award, act, step: award.acts.find(({ slug }) => slug === act.slug) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { award, act, step } = await asked(args);
  if (!step || step.blockedBy) throw notFound();
  return { award: { id: award.id, title: award.title, revision: award.revision }, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, award, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const closes = readClosesOn(values, dayOf(now()));
  if (step && act.asks.includes("date") && "issue" in closes) return refuseWith(values, closes.issue, "closesOn");
  const outcome = outcomeOf(await perform(act.event, { awardId: award.id, actor, ...pressOf(values), closesOn: "day" in closes ? closes.day : award.closesOn, reason: valueOf({ values, errors: {} }, "reason") }));
  if (outcome.ok) return redirectWith(`/awards/${award.id}`, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(`/awards/${award.id}`, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks.length > 0 ? fieldOf[outcome.reason] : undefined);
}

export default function AwardActRoute() {
  const { award, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: award.title, href: `/awards/${award.id}` }]} />
      <PageHeading caption={award.title}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={award.revision} requestKey={requestKey} back={`/awards/${award.id}`}>
        {act.asks.includes("date") ? <DateInput form={form} name="closesOn" label="New last day to nominate" /> : null}
        {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Reason" hint="It is read on the award’s page. It is not put into emails." rows={3} /> : null}
      </ActForm>
    </>
  );
}
