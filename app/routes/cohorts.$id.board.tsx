import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { draftDecisions, type Drafted } from "~/features/nomination";
import { draftLabels, drafts, serviceLabels } from "~/features/nomination/words";
import { cohortPage, cohortPeople } from "~/features/programme";
import { outcomeOf } from "~/features/programme/outcome";
import { refusalWords } from "~/features/programme/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, InsetText, Meter, PageHeading, Radios, readForm, Table, TextInput, valueOf, withError, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: "Selection board" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort?.keeps || cohort.state !== "selecting") throw notFound();
  const { people, inTheWay } = await cohortPeople(cohort.id);
  return { actor, cohort, inTheWay, board: people.filter(({ state }) => state === "submitted"), late: people.filter(({ state }) => ["awaitingManager", "awaitingSponsor"].includes(state)).length };
}

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, board, late, inTheWay } = await asked(args);
  return { cohort, board, late, inTheWay, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort, board } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const made = new Map<string, Drafted>();
  const orders = new Map<string, string>();
  let wrong: ReturnType<typeof withError> | null = null;
  for (const { id, person } of board) {
    const draft = drafts.find((one) => one === valueOf(form, `draft-${id}`)) ?? null;
    const order = valueOf(form, `order-${id}`).trim();
    if (draft === "reserve" && order !== "" && !/^[1-9]\d{0,2}$/.test(order)) wrong = withError(wrong ?? form, `The number of ${person} on the reserve list must be a whole number`, `order-${id}`);
    const other = draft === "reserve" && order !== "" ? orders.get(order) : undefined;
    if (other) wrong = withError(wrong ?? form, `${other} and ${person} have the same number on the reserve list: give each their own`, `order-${id}`);
    if (draft === "reserve" && order !== "") orders.set(order, person);
    made.set(id, { draft, order: draft === "reserve" && /^\d{1,3}$/.test(order) ? Number(order) : null });
  }
  if (wrong) return refuse(wrong);
  const outcome = outcomeOf(await draftDecisions({ cohortId: cohort.id, drafts: made, actor }));
  if (outcome.ok) return redirectWith(`/cohorts/${cohort.id}/board`, { title: "The drafts are saved", text: "Nobody has been told." });
  return outcome.status === 409 ? conflicted(values, outcome.message) : refuseWith(values, outcome.message);
}

export default function BoardRoute() {
  const { cohort, board, late, inTheWay } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(Object.fromEntries(board.flatMap(({ id, draft, draftOrder }) => [[`draft-${id}`, draft ?? ""], [`order-${id}`, draftOrder === null ? "" : String(draftOrder)]])));
  const offers = board.filter(({ draft }) => draft === "offer");
  const authorities = [...new Set(board.map(({ authority }) => authority))];
  const quotaOf = (authority: string, service: string) => cohort.quotas.find((quota) => quota.authority === authority && quota.service === service)?.places;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>Selection board</PageHeading>
      <div className="app-measure">
        <p className="govuk-body">Draft what becomes of everybody. Nobody sees a draft; all decisions come out together.</p>
        {late > 0 ? <InsetText>{late === 1 ? "One nomination was" : `${late} nominations were`} not endorsed by the closing date and cannot be selected.</InsetText> : null}
        <Meter value={offers.length} of={cohort.places - cohort.taken} label="places drafted" />
        <Meter value={offers.filter(({ service }) => service === "adult").length} of={offers.length} label="of the offers to adult services" />
        {inTheWay === null ? <Button href={`/cohorts/${cohort.id}/act/release`}>Release all decisions</Button> : <p className="govuk-body">Before the decisions can be released: {refusalWords(inTheWay)}.</p>}
      </div>
      <Table
        caption="Balance of the offers"
        columns={[
          { key: "authority", heading: "Authority", cell: (row) => row },
          ...(["children", "adult"] as const).map((service) => ({
            key: service, heading: serviceLabels[service],
            cell: (row: string) => `${offers.filter((one) => one.authority === row && one.service === service).length} of ${board.filter((one) => one.authority === row && one.service === service).length} nominated${quotaOf(row, service) === undefined ? "" : `, at most ${quotaOf(row, service)}`}`,
          })),
        ]}
        rows={authorities}
        rowKey={(row) => row}
      />
      <form method="post" noValidate className="app-measure">
        {board.map((one) => (
          <section key={one.id} className="app-card">
            <h2 className="govuk-heading-s">{one.person}</h2>
            <p className="govuk-body">{one.jobTitle}, {one.authority}, {serviceLabels[one.service].toLowerCase()}.{one.team ? ` Team ${one.team}.` : ""}{one.refusedBefore > 0 ? ` Not selected ${one.refusedBefore === 1 ? "once" : `${one.refusedBefore} times`} before.` : ""}</p>
            <p className="govuk-body app-prewrap">{one.statement}</p>
            <Radios form={form} name={`draft-${one.id}`} label={`What becomes of ${one.person}?`} size="s" inline small choices={drafts.map((draft) => ({ value: draft, label: draftLabels[draft] }))} />
            <TextInput form={form} name={`order-${one.id}`} label={`Number of ${one.person} on the reserve list (optional)`} inputMode="numeric" width={3} />
          </section>
        ))}
        <ButtonGroup><Button>Save the drafts</Button><a className="govuk-link" href={`/cohorts/${cohort.id}`}>Back to the cohort</a></ButtonGroup>
      </form>
    </>
  );
}
