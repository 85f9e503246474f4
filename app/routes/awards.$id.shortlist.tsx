import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { publishShortlist } from "~/features/award";
import { fieldOf } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { awardPage } from "~/features/award/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, Checkboxes, counted, ErrorSummary, formOf, PageHeading, PressFields, pressOf, readForm, TextArea, valueOf, valuesOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "award" }, title: (data: { award: { title: string } }) => `Publish the shortlist: ${data.award.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const award = await awardPage(actor, args.params["id"]);
  if (!award?.keeps) throw notFound();
  return { actor, award };
}

export async function loader(args: LoaderFunctionArgs) {
  const { award } = await asked(args);
  if (award.state !== "judging" || award.list.length === 0) throw notFound();
  const best = [...award.list].sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0) || a.authority.localeCompare(b.authority));
  return { award: { id: award.id, title: award.title, revision: award.revision, shortlist: award.shortlist, judges: award.judges.length }, list: best.map(({ id, authority, team, scored, mean, comments }) => ({ id, authority, team, scored, mean, comments })), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, award } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const chosen = valuesOf(form, "chosen");
  const feedback = new Map(award.list.map(({ id }) => [id, valueOf(form, `feedback-${id}`).trim().slice(0, 2000)]));
  const outcome = outcomeOf(await publishShortlist({ awardId: award.id, actor, ...pressOf(values), chosen, feedback }));
  if (outcome.ok) return redirectWith(`/awards/${award.id}`, { title: "The shortlist is published", text: "Whoever nominated is told of their own nomination." });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function ShortlistRoute() {
  const { award, list, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ chosen: list.slice(0, award.shortlist).filter(({ mean }) => mean !== null).map(({ id }) => id), ...Object.fromEntries(list.map(({ id, comments }) => [`feedback-${id}`, comments.join("\n")])) });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: award.title, href: `/awards/${award.id}` }]} />
      <PageHeading caption={award.title}>Publish the shortlist</PageHeading>
      <p className="govuk-body">{`At most ${counted(award.shortlist, "nomination")}, best judged first. The teams on the shortlist are named to the region; whoever nominated another is told that it is not on it.`}</p>
      <form method="post" noValidate>
        <PressFields revision={award.revision} requestKey={requestKey} />
        <Checkboxes form={form} name="chosen" label="Who is on the shortlist?" size="m" small choices={list.map(({ id, authority, team, scored, mean }) => ({ value: id, label: `${team}, ${authority}`, hint: mean === null ? "Not judged" : `${mean.toFixed(1)} of 5, from ${counted(scored, "judge")}` }))} />
        <h2 className="govuk-heading-m">What its authority reads of the judging</h2>
        <p className="govuk-body">Begun with what the judges wrote, without their names. Change it as it should be read.</p>
        {list.map(({ id, authority, team }) => <TextArea key={id} form={form} name={`feedback-${id}`} label={`${team}, ${authority} (optional)`} rows={2} />)}
        <ButtonGroup><Button>Publish the shortlist</Button><a className="govuk-link" href={`/awards/${award.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
