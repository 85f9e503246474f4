import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { KloeFields } from "~/features/kloe/parts";
import { lineValues } from "~/features/kloe/lines";
import { agreeScope } from "~/features/visit";
import { boundsOf } from "~/features/visit/asking.server";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { RequestSummary } from "~/features/visit/components/request-summary";
import { OTHER_BOXES, dayField, scopePosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf, linesOf, passageOf } from "~/features/visit/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Button, ButtonGroup, Checkboxes, DateInput, dateParts, ErrorSummary, Fieldset, formatDate, formOf, PressFields, pressOf, readForm, type RouteHandle, TextInput, ToldSentence } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Scope: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = head?.steps.find((one) => one.event === "scope.agree");
  if (!head || !step) throw notFound();
  const [lines, passage] = await Promise.all([linesOf(head), passageOf(actor, head)]);
  return { head, lines, passage, tells: step.tells, requestKey: randomUUID() };
}

/** Where a refusal of the scope as a whole belongs on the form. */
const fieldOf: Readonly<Record<string, string>> = { "no-themes": "themes", "days-out-of-range": "days", "size-out-of-range": "teamSize" };

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const { today, endsOn } = boundsOf(head);
  const read = scopePosted(values, { themes: head.rules.themes, bounds: { today, endsOn }, kloesAtMost: head.rules.kloesAtMost });
  if (Object.keys(read.errors).length > 0 && head.steps.some((one) => one.event === "scope.agree")) return refuse({ values, errors: read.errors });
  const outcome = outcomeOf(await agreeScope({ visitId: head.id, actor, ...pressOf(values), scope: read.content }));
  if (outcome.ok) return redirectWith(`/visits/${head.id}`, { title: "Scope agreed", text: "The chief executive is asked to endorse it, and the director is told." });
  if (outcome.status === 404) throw notFound();
  const field = outcome.reason.startsWith("kloes:") ? "kloe.1" : (fieldOf[outcome.reason] ?? (outcome.reason.startsWith("date-") ? "candidates" : undefined));
  return notDone(outcome, values, field);
}

export default function ScopeRoute() {
  const { head, lines, passage, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const offered = [...new Set([...head.wishedDays, ...head.candidateDays])].sort();
  const form =
    answered?.form ??
    formOf({
      days: String(head.days), teamSize: String(head.teamSize),
      themes: head.themes.length > 0 ? head.themes : [head.theme],
      candidates: head.candidateDays.length > 0 ? head.candidateDays : head.wishedDays,
      ...lineValues(lines), ...dateParts(dayField.other(1), null),
    });
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Scope the visit" />
      <RequestSummary head={head} passage={passage} />
      <form method="post" noValidate className="app-measure">
        <PressFields revision={head.revision} requestKey={requestKey} />
        <KloeFields form={form} atMost={head.rules.kloesAtMost} />
        <TextInput form={form} name="days" label="How many days does it take?" size="m" width={2} inputMode="numeric" />
        <TextInput form={form} name="teamSize" label="How many are on the team, the lead included?" size="m" width={2} inputMode="numeric" />
        <Checkboxes form={form} name="themes" label="What must the team know between them?" size="m" small choices={head.rules.themes.map((theme) => ({ value: theme, label: theme }))} />
        {offered.length > 0 ? (
          <Checkboxes
            form={form} name="candidates" label="Which first days can be?" size="m" hint="A team is found for one of them: the more, the easier."
            choices={offered.map((day) => ({ value: day, label: formatDate(day, { year: true }) }))}
          />
        ) : null}
        <Fieldset legend={offered.length > 0 ? "Other first days that can be" : "First days that can be"} size="m" role="group">
          {Array.from({ length: OTHER_BOXES }, (_, index) => <DateInput key={index} form={form} name={dayField.other(index + 1)} label={`Another date ${index + 1} (if there is one)`} size="s" />)}
        </Fieldset>
        <ToldSentence tells={tells} />
        <ButtonGroup><Button>Agree the scope and ask for the endorsement</Button><a className="govuk-link" href={`/visits/${head.id}`}>Cancel</a></ButtonGroup>
      </form>
    </>
  );
}
