import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { defaultQuestions } from "~/features/evaluation/questions";
import { changeForm, cohortPage } from "~/features/programme";
import { MOST_QUESTIONS, readQuestions } from "~/features/programme/forms";
import { outcomeOf } from "~/features/programme/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, Fieldset, formOf, InsetText, PageHeading, readForm, Select, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: "What its days are asked" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort?.keeps) throw notFound();
  return { actor, cohort };
}

/** Empty rows beside the questions there are. */
const SPARE = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { cohort } = await asked(args);
  const usual = new URL(args.request.url).searchParams.has("usual");
  return { cohort: { id: cohort.id, title: cohort.title }, usual, questions: usual ? defaultQuestions : cohort.questions };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readQuestions(values);
  if (!read.ok) return refuse(read.form);
  const outcome = outcomeOf(await changeForm({ cohortId: cohort.id, questions: read.data, actor }));
  return outcome.ok ? redirectWith(`/cohorts/${cohort.id}/evaluation`, { title: "The questions are saved", text: "Days whose evaluation is open already keep theirs." }) : refuseWith(values, outcome.message);
}

export default function EvaluationFormRoute() {
  const { cohort, questions, usual } = useLoaderData<typeof loader>();
  // Three empty rows to add to; saved, there are three more.
  const rows = Array.from({ length: Math.min(MOST_QUESTIONS, questions.length + SPARE) }, (_, at) => at);
  const form = useActionData<typeof action>()?.form ?? formOf(Object.fromEntries(rows.flatMap((at) => [[`id-${at}`, questions[at]?.id ?? `q${at}`], [`text-${at}`, questions[at]?.text ?? ""], [`kind-${at}`, questions[at]?.kind ?? "scale"]])));
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>What its days are asked</PageHeading>
      <p className="govuk-body">Whoever was there answers these when a day has ended, without their name. Empty a question to leave it out. A question on a scale wants an answer; one in words does not.</p>
      {usual ? <InsetText>These are the usual questions. Save them to use them; until then everything is as it was.</InsetText> : <p className="govuk-body"><a className="govuk-link" href={`/cohorts/${cohort.id}/evaluation?usual=yes`}>Start again from the usual questions</a></p>}
      <form method="post" action={`/cohorts/${cohort.id}/evaluation`} noValidate>
        {rows.map((at) => (
          <Fieldset key={at} legend={`Question ${at + 1}`} size="s">
            <input type="hidden" name={`id-${at}`} value={questions[at]?.id ?? `q${at}`} />
            <TextInput form={form} name={`text-${at}`} label={`Words of question ${at + 1}`} />
            <Select form={form} name={`kind-${at}`} label={`How is question ${at + 1} answered?`} options={[{ value: "scale", label: "On a scale from 1 to 5" }, { value: "text", label: "In words" }]} />
          </Fieldset>
        ))}
        <ButtonGroup><Button>Save the questions</Button><a className="govuk-link" href={`/cohorts/${cohort.id}`}>Back to the cohort</a></ButtonGroup>
      </form>
    </div>
  );
}
