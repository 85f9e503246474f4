import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeNomination, withdrawNomination } from "~/features/award";
import { NominationFields } from "~/features/award/components/award-fields";
import { fieldOf, readNomination } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { nominationPage } from "~/features/award/queries.server";
import { nominationLabels } from "~/features/award/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, Details, ErrorSummary, formatDate, formOf, PageHeading, Pill, PressFields, pressOf, readForm, SummaryList, valueOf, WarningButton, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "nomination" }, title: (data: { page: { authority: string; award: string } }) => `Nomination of ${data.page.authority}: ${data.page.award}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await nominationPage(actor, args.params["id"]);
  if (!page) throw notFound();
  return { actor, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await asked(args);
  return { page, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  const values = readForm(await readBody(args.request));
  const given = { nominationId: page.id, actor, ...pressOf(values) };
  const withdraws = valueOf({ values, errors: {} }, "intent") === "withdraw";
  const read = readNomination(values);
  if (!withdraws && !read.ok) return refuse(read.form);
  const outcome = outcomeOf(withdraws || !read.ok ? await withdrawNomination(given) : await changeNomination({ ...given, ...read.data }));
  if (outcome.ok) return redirectWith(`/award-nominations/${page.id}`, withdraws ? { title: "The nomination is withdrawn", text: "While nominations are open, your authority can nominate another team." } : { title: "The nomination is changed" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function NominationRoute() {
  const { page, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.form;
  const press = <PressFields revision={page.revision} requestKey={requestKey} />;
  return (
    <div className="app-measure">
      <ErrorSummary form={answered} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: page.award, href: `/awards/${page.awardId}` }]} />
      <PageHeading caption={`${page.award}, ${page.authority}`} status={<Pill kind={page.state === "won" ? "calm" : "quiet"}>{nominationLabels[page.state]}</Pill>}>{page.team}</PageHeading>
      <SummaryList
        rows={[
          { key: "Why it deserves the award", value: <span className="app-prewrap">{page.text}</span> },
          { key: "Nominated by", value: page.by },
          ...(page.feedback ? [{ key: "What the judges say", value: <span className="app-prewrap">{page.feedback}</span> }] : []),
        ]}
      />
      {page.steps.includes("nomination.change") ? (
        <Details summary={`Change it, until ${formatDate(page.closesOn, { year: true })}`}>
          <form method="post" noValidate>{press}<NominationFields form={answered ?? formOf({ team: page.team, text: page.text })} /><Button>Save the changes</Button></form>
        </Details>
      ) : null}
      {page.steps.includes("nomination.withdraw") ? (
        <Details summary="Withdraw it"><form method="post">{press}<p className="govuk-body">It is not judged. Your director and the coordinator are told.</p><WarningButton name="intent" value="withdraw">Withdraw the nomination</WarningButton></form></Details>
      ) : null}
    </div>
  );
}
