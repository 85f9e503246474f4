import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { proposeTeam, refillTeam } from "~/features/visit";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { ProposalView } from "~/features/visit/components/proposal-view";
import { textPosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { lookAt, proposalPage } from "~/features/visit/proposal-page.server";
import { headOf, type Head } from "~/features/visit/queries.server";
import { seatField, teamPosted, teamValues } from "~/features/visit/team-form";
import { VARIANTS } from "~/features/visit/variants";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, Checkbox, ErrorSummary, Fieldset, formatDate, formOf, InsetText, PressFields, pressOf, Radios, readForm, type RouteHandle, Select, ToldSentence, valueOf, withError } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Propose a team: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head) => head.steps.find((step) => step.event === "team.propose" || step.event === "team.refill");

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = head && stepOf(head);
  if (!head || !step) throw notFound();
  const together = new URL(args.request.url).searchParams.getAll("with");
  const page = await proposalPage(actor, head, together);
  if (!page) throw notFound();
  return { head, event: step.event, tells: step.tells, ...page, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const step = stepOf(head);
  const team = teamPosted(values, head.teamSize);
  if (step) {
    if (team.firstDay === "") return refuseWith(values, "Choose the first day", "firstDay");
    const looked = await lookAt(head.id, team);
    if (!looked) throw notFound();
    const form = looked.bars.reduce((so, one) => withError(so, one.words), { values, errors: {} });
    const checking = valueOf(form, "intent") === "check";
    if (looked.bars.length > 0) return data({ form, looked }, { status: 422 });
    if (checking) return data({ form, looked }, { status: 200 });
    if (looked.warnings.length > 0 && valueOf(form, "despite") !== "yes") return data({ form: withError(form, "Say that you have seen what to think of, or change the team", "despite"), looked }, { status: 422 });
  }
  const act = { visitId: head.id, actor, ...pressOf(values), team };
  const outcome = outcomeOf(await (step?.event === "team.refill" ? refillTeam : proposeTeam)(act));
  if (outcome.ok) return redirectWith(`/visits/${head.id}/team`, { title: "Asked", text: "Each of them is asked by email, and the host is told whom." });
  return notDone(outcome, values, textPosted(values, "firstDay") === "" ? "firstDay" : undefined);
}

export default function ProposeRoute() {
  const { head, event, tells, proposal, candidates, stays, days, others, togetherWith, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const found = proposal.kind === "team" ? proposal : null;
  const form = answered?.form ?? formOf(found ? teamValues(found.firstDay, found.seats) : teamValues(days.length === 1 ? (days[0] ?? "") : "", stays));
  const looked = answered && "looked" in answered ? answered.looked : null;
  const warnings = looked ? looked.warnings : [];
  const options = (lead: boolean) => candidates.filter((one) => !lead || one.leads).map((one) => ({ value: one.id, label: one.words }));
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading={event === "team.refill" ? "Fill a free place" : "Propose a team"} />
      <ProposalView proposal={proposal} variant={head.variant} />
      {others.length > 0 ? (
        <form method="get" className="app-no-print">
          <Fieldset legend="Look for teams of several visits together" size="s" role="group">
            <p className="govuk-hint">Nobody is then proposed for two that overlap, and a rare lead is not spent where another would do.</p>
            {others.map((other) => (
              <Checkbox key={other.id} form={formOf({ with: togetherWith })} name="with" value={other.id} label={`${other.authority}: ${other.theme}`} />
            ))}
          </Fieldset>
          <Button kind="secondary">Look again</Button>
        </form>
      ) : null}
      <h2 className="govuk-heading-m">{found ? "Ask this team, or change it" : "Put a team together by hand"}</h2>
      {answered && looked && looked.bars.length === 0 && warnings.length === 0 ? <InsetText>Nothing stands against this team.</InsetText> : null}
      <form method="post" noValidate className="app-measure">
        <PressFields revision={head.revision} requestKey={requestKey} />
        <Radios form={form} name="firstDay" label="First day" size="s" choices={days.map((day) => ({ value: day, label: formatDate(day, { year: true }) }))} />
        <Select form={form} name={seatField(0)} label={`Lead: ${VARIANTS[head.variant].leadWords}`} blank="Choose a lead" options={options(true)} />
        {Array.from({ length: head.teamSize - 1 }, (_, index) => (
          <Select key={index} form={form} name={seatField(index + 1)} label={`Challenger ${index + 1}`} blank="Choose a challenger" options={options(false)} />
        ))}
        {warnings.length > 0 ? (
          <InsetText>
            <b>To think of</b>
            <ul className="govuk-list govuk-list--bullet">{warnings.map((words: string) => <li key={words}>{words}</li>)}</ul>
            <Checkbox form={form} name="despite" label="I have seen this, and ask them all the same" />
          </InsetText>
        ) : null}
        <p className="govuk-body">Each of them is asked by email and has {head.rules.acceptWorkingDays} working days to answer.</p>
        <ToldSentence tells={tells} />
        <ButtonGroup>
          <Button name="intent" value="ask">Ask them</Button>
          <Button kind="secondary" name="intent" value="check">Check this team</Button>
          <a className="govuk-link" href={`/visits/${head.id}`}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}
