import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { judge } from "~/features/award";
import { readScores } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { awardPage, toJudge } from "~/features/award/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, EmptyState, ErrorSummary, formOf, PageHeading, Radios, readForm, TextArea, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "award" }, title: (data: { award: { title: string } }) => `Judge the nominations: ${data.award.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const award = await awardPage(actor, args.params["id"]);
  if (!award?.judgesIt || award.state !== "judging") throw notFound();
  return { actor, award, list: await toJudge(actor, award) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { award, list } = await asked(args);
  return { award: { id: award.id, title: award.title, criteria: award.criteria }, list: list.map(({ id, authority, team, text, mine }) => ({ id, authority, team, text, mine })) };
}

/** What a judge says replaces what they said: the same again changes nothing that is read. */
export async function action(args: ActionFunctionArgs) {
  const { actor, award, list } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readScores(values, list.map(({ id }) => id));
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOf(await judge({ awardId: award.id, actor, scores: read.data }));
  if (outcome.ok) return redirectWith(`/awards/${award.id}`, { title: "What you say is saved", text: "You can change it until the shortlist is published." });
  return notDone(outcome, values);
}

export default function JudgingRoute() {
  const { award, list } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(Object.fromEntries(list.flatMap(({ id, mine }) => (mine ? [[`score-${id}`, String(mine.score)], [`comment-${id}`, mine.comment]] : []))));
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: award.title, href: `/awards/${award.id}` }]} />
      <PageHeading caption={award.title}>Judge the nominations</PageHeading>
      {list.length === 0 ? <EmptyState title="There is nothing for you to judge">No authority but your own has nominated a team.</EmptyState> : (
        <form method="post" noValidate>
          <p className="govuk-body"><strong>The judges look for:</strong> <span className="app-prewrap">{award.criteria}</span></p>
          <p className="govuk-body">Give each nomination from 1 to 5. Only the coordinator reads what you give. A nomination of your own authority is not here.</p>
          {list.map((one) => (
            <section key={one.id} aria-labelledby={`nomination-${one.id}`}>
              <h2 className="govuk-heading-m" id={`nomination-${one.id}`}>{`${one.team}, ${one.authority}`}</h2>
              <p className="govuk-body app-prewrap">{one.text}</p>
              <Radios form={form} name={`score-${one.id}`} label={`Your score for ${one.team}`} hint="5 is best" size="s" inline small choices={["1", "2", "3", "4", "5"].map((score) => ({ value: score, label: score }))} />
              <TextArea form={form} name={`comment-${one.id}`} label="Comment (optional)" rows={2} />
            </section>
          ))}
          <ButtonGroup><Button>Save what I say</Button><a className="govuk-link" href={`/awards/${award.id}`}>Cancel</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
