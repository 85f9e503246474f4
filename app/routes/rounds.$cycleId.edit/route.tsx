import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { absentOn, changeDraft, DATE_FIELDS, draftChoices, roundPage } from "~/features/cycle";
import { DraftFields } from "~/features/cycle/components/draft-fields";
import { draftValues, readDraft } from "~/features/cycle/forms";
import { sayDraftRefusal } from "~/features/cycle/words";
import { enter, notFound } from "~/session/enter.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, dateParts, ErrorSummary, formOf, PageHeading, readForm, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "Change the draft round" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  if (round.standing.state !== "draft") throw redirect(`/rounds/${round.id}`);
  const choices = await draftChoices(actor, round.regionId);
  if (!choices) throw notFound();
  // The version that the draft has stays in the list even when a newer one has been made since.
  const own = { versionId: round.template.versionId, label: `${round.template.name}, version ${round.template.version}` };
  const templates = choices.templates.some((one) => one.versionId === own.versionId) ? choices.templates : [own, ...choices.templates];
  const start = {
    ...draftValues({ name: round.name, templateVersionId: round.template.versionId, rules: round.rules }),
    ...Object.assign({}, ...DATE_FIELDS.map((field) => dateParts(field, round.dates[field]))),
  };
  return { round: { id: round.id, name: round.name, region: round.region, regionId: round.regionId }, templates, authorities: choices.authorities, start };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  const values = { ...readForm(await readBody(args.request)), regionId: round.regionId };
  const read = readDraft(values);
  if (!read.ok) return refuse(read.form);
  const { name, templateVersionId, dates, rules, authorityIds } = read.data;
  const saved = await changeDraft(round.id, { name, templateVersionId, dates, rules, authorityIds, actor });
  if (saved.kind === "saved") throw redirect(`/rounds/${round.id}/check`);
  if (saved.reason === "already-opened") return conflicted(values, "The round has been opened meanwhile, so the draft can no longer be changed. What you typed is still here.");
  if (saved.reason === "not-your-role") throw notFound();
  const { message, field } = sayDraftRefusal(saved.reason, await absentOn(dates.opensOn, authorityIds, round.regionId));
  return refuseWith(values, message, field);
}

export default function EditRoundRoute() {
  const { round, templates, authorities, start } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(start);
  return (
    <>
      <BackLink href={`/rounds/${round.id}/check`} />
      <ErrorSummary form={form} />
      <div className="app-measure">
        <PageHeading caption={`${round.region} round ${round.name}`}>Change the draft</PageHeading>
        <form method="post" noValidate>
          <DraftFields form={form} templates={templates} authorities={authorities} />
          <ButtonGroup><Button>Save and check</Button><a className="govuk-link" href={`/rounds/${round.id}/check`}>Cancel</a></ButtonGroup>
        </form>
      </div>
    </>
  );
}
