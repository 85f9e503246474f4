import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { evaluationPage, giveAnswer } from "~/features/evaluation";
import { readAnswer } from "~/features/evaluation/forms";
import { outcomeOf } from "~/features/evaluation/outcome";
import { scaleWords } from "~/features/evaluation/questions";
import { stateLabels } from "~/features/evaluation/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Button, ErrorSummary, formatDate, InsetText, PageHeading, PressFields, pressOf, Radios, readForm, TextArea, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "evaluation" }, title: (data: { evaluation: { title: string } }) => data.evaluation.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const evaluation = await evaluationPage(actor, args.params["id"]);
  if (!evaluation) throw notFound();
  return { actor, evaluation };
}

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation } = await asked(args);
  return { evaluation, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, evaluation } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readAnswer(values, evaluation.questions);
  if (!read.ok && evaluation.state === "open") return refuse(read.form);
  const outcome = outcomeOf(await giveAnswer({ evaluationId: evaluation.id, answer: read.ok ? read.data : null, actor, ...pressOf(values) }));
  if (outcome.ok) return redirectWith(`/evaluations/${evaluation.id}`, { title: "Thank you", text: "Your answers are in, without your name." });
  return notDone(outcome, values);
}

export default function EvaluationRoute() {
  const { evaluation, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <PageHeading caption={evaluation.title}>What did you think?</PageHeading>
      {evaluation.state !== "open" ? <InsetText>{stateLabels[evaluation.state]}. {evaluation.state === "given" ? "One person has one answer, and nobody can tell which is yours." : "Nothing is left to do."}</InsetText> : (
        <form method="post" noValidate>
          <PressFields revision={evaluation.revision} requestKey={requestKey} />
          <p className="govuk-body">Your answers are kept without your name. Candour only notes that you have answered, so that no reminder comes. Open until {formatDate(evaluation.closesOn, { year: true })}.</p>
          {evaluation.questions.map((question) =>
            question.kind === "scale" ? (
              <Radios key={question.id} form={form} name={`q-${question.id}`} label={question.text} size="s" choices={scaleWords.map((label, index) => ({ value: String(index + 1), label }))} small />
            ) : (
              <TextArea key={question.id} form={form} name={`q-${question.id}`} label={`${question.text} (optional)`} rows={3} hint="Do not write names: yours or others’." />
            ),
          )}
          <Button>Send without my name</Button>
        </form>
      )}
    </div>
  );
}
