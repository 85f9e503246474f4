import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { objectTo } from "~/features/visit";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { reasonField, textPosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf, type Head } from "~/features/visit/queries.server";
import { ON_THE_TEAM, teamFor } from "~/features/visit/team-queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { blankForm, ButtonGroup, ErrorSummary, PressFields, pressOf, Radios, readForm, type RouteHandle, TextArea, ToldSentence, WarningButton, WarningText } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Object to a member of the team: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head) => head.steps.find((step) => step.event === "member.object" && !step.blockedBy);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = head && stepOf(head);
  if (!head || !step) throw notFound();
  const team = (await teamFor(head)).filter((one) => ON_THE_TEAM.includes(one.state));
  return { head, team, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const assignmentId = textPosted(values, "member");
  const reason = reasonField.safeParse(textPosted(values, "reason"));
  const errors = { ...(isUuid(assignmentId) ? {} : { member: "Choose whom you object to" }), ...(reason.success ? {} : { reason: reason.error.issues[0]?.message ?? "Give a reason" }) };
  if (Object.keys(errors).length > 0 && stepOf(head)) return refuse({ values, errors });
  const outcome = outcomeOf(await objectTo({ visitId: head.id, actor, ...pressOf(values), assignmentId, reason: reason.success ? reason.data : "" }));
  if (outcome.ok) return redirectWith(`/visits/${head.id}/team`, { title: "Your objection is recorded", text: "The place is free again. The coordinator is told, and asks somebody else." });
  if (outcome.status === 404) throw notFound();
  if (!stepOf(head)) return redirectWith(`/visits/${head.id}/team`, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, outcome.reason === "no-such-member" ? "member" : undefined);
}

export default function ObjectRoute() {
  const { head, team, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Object to a member of the team" />
      <form method="post" noValidate className="app-measure">
        <WarningText>You may object once, to one person. The coordinator asks somebody else, and you cannot object to them.</WarningText>
        <PressFields revision={head.revision} requestKey={requestKey} />
        <Radios form={form} name="member" label="Whom do you object to?" size="m" choices={team.map((one) => ({ value: one.assignmentId, label: `${one.name}${one.lead ? " (leads)" : ""}`, hint: one.post }))} />
        <TextArea form={form} name="reason" label="Why" size="m" rows={4} hint="You and the coordinator read it. The person is told that they are not needed, without the reason." />
        <ToldSentence tells={tells} />
        <ButtonGroup><WarningButton>Object</WarningButton><a className="govuk-link" href={`/visits/${head.id}/team`}>Cancel</a></ButtonGroup>
      </form>
    </>
  );
}
