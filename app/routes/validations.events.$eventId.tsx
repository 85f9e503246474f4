import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { proposeAllocation, publishAllocation, publishOutcomes } from "~/features/validation";
import { readRules } from "~/features/validation/forms";
import { outcomeOf } from "~/features/validation/outcome";
import { scrutinyPlan, type PlanRow, type ScrutinyPlan } from "~/features/validation/queries.server";
import { stateLabels } from "~/features/validation/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse, refuseWith } from "~/session/forms.server";
import {
  Breadcrumbs, Button, Checkbox, Checkboxes, counted, Details, EmptyState, ErrorSummary, formatDate, formOf, InsetText, PageHeading, Pill, PressFields, pressOf, readForm, Select, Table, TextArea, TextInput, valueOf,
  withError, type Column, type FormState, type RouteHandle,
} from "~/ui";

export const handle = { access: { who: "visible", record: "validation event" }, title: (page: { plan: { title: string } }) => `Who reads what: ${page.plan.title}` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const plan = await scrutinyPlan(actor, args.params["eventId"]);
  if (!plan) throw notFound();
  return { plan, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const plan = await scrutinyPlan(actor, args.params["eventId"]);
  if (!plan?.runs) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const here = `/validations/events/${plan.eventId}`;
  const given = { eventId: plan.eventId, actor, expectedRevision: pressOf(values).expectedRevision };
  const doing = valueOf(form, "do");
  if (doing === "publish-outcomes") {
    const published = await publishOutcomes({ scrutinyId: plan.eventId, actor });
    if (published.kind === "refused") return refuseWith(values, outcomeOf(published).ok ? "" : "The outcomes could not be published. Look at how the reports stand.");
    return redirectWith(here, { title: "The outcomes are published", text: "Those who may read a report can read what came of it." });
  }
  if (doing === "publish") {
    const outcome = outcomeOf(await publishAllocation(given));
    if (outcome.ok) return redirectWith(here, { title: "The readers are named", text: "They and the authorities are told, and the reports are open to their readers." });
    return notDone(outcome, values);
  }
  const rules = readRules(values, plan.authorities);
  if (!rules.ok) return refuse(rules.form);
  const result = await proposeAllocation({ ...given, rules: rules.data });
  if (result.kind === "impossible") return refuse(result.reasons.reduce<FormState>((one, reason) => withError(one, reason), form));
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(here, { title: "An allocation is proposed", text: "Nobody is told until you publish it." });
  return notDone(outcome, values);
}

const columns: readonly Column<PlanRow>[] = [
  { key: "report", heading: "Report of", cell: (row) => (row.id ? <a className="govuk-link" href={`/validations/${row.id}`}>{row.authority}</a> : row.authority) },
  { key: "lead", heading: "Led by", cell: (row) => row.readers[0] ?? "" },
  { key: "readers", heading: "Read also by", cell: (row) => row.readers.slice(1).join(", ") || "Nobody else" },
  { key: "table", heading: "Turn and table", cell: (row) => `Turn ${row.turn}, table ${row.table}` },
];

export default function ScrutinyRoute() {
  const { plan, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.form;
  const shown = plan.publishedAt ? [...columns, { key: "state", heading: "Where it is", cell: (row: PlanRow) => (row.state ? stateLabels[row.state] : "Not yours to see") }] : columns;
  return (
    <>
      <ErrorSummary form={answered} />
      <Breadcrumbs crumbs={[{ label: "Validation", href: "/validations" }]} />
      <PageHeading caption={plan.region} status={<Pill kind={plan.publishedAt ? "calm" : "quiet"}>{plan.publishedAt ? "Readers named" : "Draft"}</Pill>}>{`Who reads what: ${plan.title}`}</PageHeading>
      {plan.runs ? <p className="govuk-body"><a className="govuk-link" href={`/events/${plan.eventId}`}>The event: invitations, places and who comes</a></p> : null}
      {plan.publishedAt ? (
        <InsetText><strong>{`${plan.validated} of ${counted(plan.of, "report")} validated`}.</strong> {`The readers were named on ${formatDate(plan.publishedAt)}.`}</InsetText>
      ) : plan.draft ? (
        <InsetText>{`Every authority reads ${plan.draft.least === plan.draft.most ? String(plan.draft.most) : `${plan.draft.least} to ${plan.draft.most}`}: nobody could have fewer at most, which is proven. The tables need ${counted(plan.draft.turns, "turn")}; fewer than ${plan.draft.turnsAtLeast} are impossible.`}</InsetText>
      ) : null}
      {plan.rows.length > 0 ? <Table caption={plan.publishedAt ? "Reports and their readers" : "Proposed, and not yet told to anybody"} columns={shown} rows={plan.rows} rowKey={(row) => row.authority} /> : <EmptyState title="No allocation is proposed yet">Say below how the reports are to be read.</EmptyState>}
      {plan.runs && plan.publishedAt && plan.ready > 0 ? (
        <form method="post" noValidate>
          <input type="hidden" name="do" value="publish-outcomes" /><PressFields requestKey={requestKey} />
          <Button>{`Publish ${counted(plan.ready, "outcome")}`}</Button>
        </form>
      ) : null}
      {plan.runs && !plan.publishedAt ? <Drafting plan={plan} form={answered} requestKey={requestKey} /> : null}
    </>
  );
}

/** The coordinator's forms while nobody has been told. */
function Drafting({ plan, form, requestKey }: { readonly plan: Omit<ScrutinyPlan, "publishedAt">; readonly form: FormState | undefined; readonly requestKey: string }) {
  const { rules } = plan;
  const start = formOf({
    cycleId: rules?.cycleId ?? plan.cycles[0]?.id ?? "", perReport: String(rules?.perReport ?? 2), tables: String(rules?.tables ?? 5), replyDays: String(rules?.replyDays ?? 10), never: rules?.never ?? "",
    ...(rules?.groupsAllowed ? { groupsAllowed: "yes" } : {}), elsewhere: [...(rules?.elsewhere ?? [])],
  });
  return (
    <>
      {plan.draft ? (
        <form method="post" noValidate>
          <input type="hidden" name="do" value="publish" /><PressFields revision={plan.revision} requestKey={requestKey} />
          <Button>{`Name the readers of ${counted(plan.rows.length, "report")}`}</Button>
          <p className="govuk-body">The authorities and their readers are told, and each report opens to its readers. Every reading is noted.</p>
        </form>
      ) : null}
      <h2 className="govuk-heading-m">{plan.draft ? "Propose another allocation" : "Propose an allocation"}</h2>
      <form method="post" noValidate className="app-measure">
        <input type="hidden" name="do" value="propose" /><PressFields revision={plan.revision} requestKey={requestKey} />
        <Select form={form ?? start} name="cycleId" label="Whose reports are read?" blank="Choose a round" options={plan.cycles.map(({ id, name }) => ({ value: id, label: `Reports shared in the round ${name}` }))} />
        <TextInput form={form ?? start} name="perReport" label="How many other authorities read each report?" inputMode="numeric" width={3} />
        <TextInput form={form ?? start} name="tables" label="How many tables are in the room?" inputMode="numeric" width={3} />
        <TextInput form={form ?? start} name="replyDays" label="Working days for an authority to reply to a query" inputMode="numeric" width={3} />
        <Checkbox form={form ?? start} name="groupsAllowed" label="Members of the same triad may read each other’s reports" />
        <TextArea form={form ?? start} name="never" label="Who must not read each other’s? (optional)" hint="Two authorities a line, with a comma between them." rows={3} />
        <Details summary="Reports that are kept elsewhere">
          <Checkboxes form={form ?? start} name="elsewhere" label="Which authorities take part with a report that is not in Candour?" small choices={plan.authorities.map(({ id, name }) => ({ value: id, label: name }))} />
        </Details>
        <Button>Propose who reads what</Button>
      </form>
    </>
  );
}
