import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { cancelAward, closeNominations, moveDeadline, openAward } from "~/features/award";
import { fieldOf, readClosesOn } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { awardPage } from "~/features/award/queries.server";
import { AWARD_ACTS } from "~/features/award/words";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, ButtonGroup, DateInput, ErrorSummary, PageHeading, PressFields, pressOf, readForm, TextArea, ToldSentence, valueOf, WarningButton, WarningText, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "award" }, title: (data: { act: { heading: string } }) => data.act.heading } satisfies RouteHandle;

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
  const given = { awardId: award.id, actor, ...pressOf(values) };
  const closes = readClosesOn(values, dayOf(now()));
  if (step && act.asks === "date" && "issue" in closes) return refuseWith(values, closes.issue, "closesOn");
  const result = await {
    open: () => openAward(given),
    deadline: () => moveDeadline({ ...given, closesOn: "day" in closes ? closes.day : award.closesOn }),
    close: () => closeNominations(given),
    cancel: () => cancelAward({ ...given, reason: valueOf({ values, errors: {} }, "reason") }),
  }[act.slug]();
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(`/awards/${award.id}`, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(`/awards/${award.id}`, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks ? fieldOf[outcome.reason] : undefined);
}

export default function AwardActRoute() {
  const { award, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const warns = act.slug === "cancel";
  const Press = warns ? WarningButton : Button;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: award.title, href: `/awards/${award.id}` }]} />
      <PageHeading caption={award.title}>{act.heading}</PageHeading>
      <form method="post" noValidate>
        {warns ? <WarningText>{act.says}</WarningText> : <p className="govuk-body">{act.says}</p>}
        <PressFields revision={award.revision} requestKey={requestKey} />
        {act.asks === "date" ? <DateInput form={form} name="closesOn" label="New last day to nominate" /> : null}
        {act.asks === "reason" ? <TextArea form={form} name="reason" label="Reason" hint="It is read on the award’s page. It is not put into emails." rows={3} /> : null}
        <ToldSentence tells={tells} />
        <ButtonGroup><Press>{act.button}</Press><a className="govuk-link" href={`/awards/${award.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
