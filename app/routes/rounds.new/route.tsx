import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { absentOn, createCycle, draftChoices } from "~/features/cycle";
import { DraftFields } from "~/features/cycle/components/draft-fields";
import { draftValues, readDraft } from "~/features/cycle/forms";
import { sayDraftRefusal } from "~/features/cycle/words";
import { enter, notFound } from "~/session/enter.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ErrorSummary, formOf, PageHeading, readForm, WarningText, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Make a round" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const choices = await draftChoices(actor, new URL(args.request.url).searchParams.get("region"));
  if (!choices) throw notFound();
  const first = choices.templates[0]?.versionId ?? "";
  return { choices, id: randomUUID(), start: draftValues({ name: "", templateVersionId: first, rules: choices.rules }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = readDraft(values);
  if (!read.ok) return refuse(read.form);
  const { id, ...round } = read.data;
  const made = await createCycle({ ...round, ...(id ? { id } : {}), actor });
  if (made.kind === "made") throw redirect(`/rounds/${made.id}/check`);
  if (made.reason === "not-your-role") throw notFound();
  const { message, field } = sayDraftRefusal(made.reason, await absentOn(round.dates.opensOn, round.authorityIds, round.regionId));
  return refuseWith(values, message, field);
}

export default function NewRoundRoute() {
  const { choices, id, start } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(start);
  const typed = form.values["id"];
  const region = choices.regions.find((one) => one.id === choices.regionId);
  return (
    <>
      <BackLink href="/rounds">Rounds</BackLink>
      <ErrorSummary form={form} />
      <div className="app-measure">
        <PageHeading caption={region?.name}>Make a round</PageHeading>
        <p className="govuk-body-l">It stays a draft that only you can see. You check everything on the next page, and nobody is told until you open it.</p>
        {choices.templates.length === 0 ? <WarningText>Your region has no template yet. <a className="govuk-link" href="/templates/new">Make a template</a> first.</WarningText> : null}
        <form method="post" noValidate>
          <input type="hidden" name="id" value={typeof typed === "string" ? typed : id} />
          <input type="hidden" name="regionId" value={choices.regionId} />
          <DraftFields form={form} templates={choices.templates} authorities={choices.authorities} />
          <Button>Save and check</Button>
        </form>
      </div>
    </>
  );
}
