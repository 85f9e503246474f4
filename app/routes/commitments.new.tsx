import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { makeCommitment } from "~/features/commitment";
import { readCommitment } from "~/features/commitment/forms";
import { outcomeOf } from "~/features/commitment/outcome";
import { toCommit } from "~/features/commitment/queries.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, DateInput, Details, ErrorSummary, formOf, PageHeading, PressFields, pressOf, readForm, Select, TextArea, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "signedIn" }, title: "Make a commitment" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const recommended = new URL(args.request.url).searchParams.get("for");
  const to = await toCommit(actor, new URL(args.request.url).searchParams.get("event"));
  if (!to) throw notFound();
  return { actor, to, recommended: to.recommendations.some(({ id }) => id === recommended) ? recommended : null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { to, recommended } = await asked(args);
  return { to, recommended, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, to } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readCommitment(values, dayOf(now()));
  if (!read.ok) return refuse(read.form);
  const { text, doneBy, ownerPostId, recommendationId } = read.data;
  const known = [...to.own, ...to.others].find(({ id }) => (ownerPostId ? id === ownerPostId : true));
  if (!known) return refuseWith(values, "Choose who sees to it from the list", "ownerPostId");
  if (recommendationId && !to.recommendations.some(({ id }) => id === recommendationId)) return refuseWith(values, "Choose a recommendation from the list", "recommendationId");
  const made = await makeCommitment({ regionId: to.regionId, eventId: to.event?.id ?? null, recommendationId: recommendationId || null, text, ownerPostId: known.id, doneBy, actor, requestKey: pressOf(values).requestKey });
  const mine = to.own.some(({ id }) => id === known.id);
  if (made.kind === "made") return redirectWith(to.event ? `/commitments?event=${to.event.id}` : "/commitments", { title: "Your commitment is made", text: mine ? "You are reminded before its day. Below are all that were made here." : "Whoever you named is asked to accept it." });
  const outcome = outcomeOf(made);
  if (!outcome.ok && outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.ok ? "" : outcome.message, made.reason === "day-passed" ? "doneBy" : made.reason === "no-such-owner" ? "ownerPostId" : undefined);
}

export default function NewCommitmentRoute() {
  const { to, recommended, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ recommendationId: recommended ?? "" });
  return (
    <form method="post" noValidate className="app-measure">
      <ErrorSummary form={form} />
      <PageHeading caption={to.event?.title}>Make a commitment</PageHeading>
      <PressFields requestKey={requestKey} />
      <TextArea form={form} name="text" label="What do you commit to?" rows={3} hint="One sentence. Those at the event can read it. Never about one child." />
      <DateInput form={form} name="doneBy" label="By when?" />
      <Details summary="It is for somebody else, or serves a recommendation" open={form.errors["ownerPostId"] !== undefined || form.errors["recommendationId"] !== undefined || recommended !== null}>
        <Select form={form} name="ownerPostId" label="Who sees to it?" blank={`I do, as ${to.own[0]?.words ?? "myself"}`} options={[...to.own.slice(1), ...to.others].map(({ id, words }) => ({ value: id, label: words }))} />
        {to.recommendations.length > 0 ? <Select form={form} name="recommendationId" label="Which recommendation does it serve?" blank="None of them" options={to.recommendations.map(({ id, title }) => ({ value: id, label: title }))} /> : null}
      </Details>
      <Button>Make the commitment</Button>
    </form>
  );
}
