import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nominationPage, replaceBy } from "~/features/nomination";
import { NomineeFields } from "~/features/nomination/components/nominee-fields";
import { replacementForm } from "~/features/nomination/forms";
import { fieldOf, outcomeOf } from "~/features/nomination/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, parseForm, refuse } from "~/session/forms.server";
import { blankForm, Breadcrumbs, ButtonGroup, ErrorSummary, PageHeading, PressFields, pressOf, TextArea, WarningButton, WarningText, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "nomination" }, title: "Send somebody else" } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const nomination = await nominationPage(actor, args.params["id"]);
  if (!nomination) throw notFound();
  return { actor, nomination, open: nomination.steps.some(({ event }) => event === "nomination.replace") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { nomination, open } = await asked(args);
  if (!open) throw notFound();
  return { nomination: { id: nomination.id, title: nomination.title, person: nomination.person, revision: nomination.revision }, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, nomination } = await asked(args);
  const parsed = await parseForm(args.request, replacementForm);
  if (!parsed.ok) return refuse(parsed.form);
  const { name, email, managerName, managerEmail, reason, ...rest } = parsed.data;
  const result = await replaceBy({ nominationId: nomination.id, reason, actor, ...pressOf(parsed.values), nominee: { ...rest, person: { name, email }, lineManager: { name: managerName, email: managerEmail } } });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(result.kind === "made" ? `/nominations/${result.id}` : `/nominations/${nomination.id}`, { title: `${name} is nominated in place of ${nomination.person}`, text: "The place is kept while it is approved and endorsed." });
  return notDone(outcome, parsed.values, fieldOf[outcome.reason]);
}

export default function ReplaceRoute() {
  const { nomination, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: nomination.title, href: `/nominations/${nomination.id}` }]} />
      <PageHeading caption={nomination.title}>Send somebody else in their place</PageHeading>
      <form method="post" noValidate>
        <PressFields revision={nomination.revision} requestKey={requestKey} />
        <WarningText>{nomination.person} is told, and their booked days are cancelled. The place is kept for the new person while it is approved and endorsed.</WarningText>
        <TextArea form={form} name="reason" label={`Why can ${nomination.person} not come?`} rows={3} />
        <NomineeFields form={form} />
        <ButtonGroup><WarningButton>Replace them</WarningButton><a className="govuk-link" href={`/nominations/${nomination.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
