import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { approvalOf, approve, managerBy, refuseAsManager } from "~/features/nomination";
import { whenWords } from "~/features/event/components/event-parts";
import { outcomeOf } from "~/features/nomination/outcome";
import { stateSentences } from "~/features/nomination/words";
import { enter } from "~/session/enter.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Button, Details, ErrorSummary, formatDate, InsetText, PageHeading, pressOf, PressFields, readForm, SummaryList, TextArea, valueOf, WarningButton, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Approve a nomination" } satisfies RouteHandle;

/** Opening the link changes nothing: only the buttons do, since mail scanners open every link. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const manager = await managerBy(args.params["token"]);
  // The same answer for a link that has ended, one that a newer replaced, and one that never was.
  return data({ nomination: manager ? await approvalOf(manager.nominationId) : null }, { status: manager ? 200 : 410, headers: { "Cache-Control": "no-store" } });
}

export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  const manager = await managerBy(args.params["token"]);
  if (!manager) return data({ form: blankForm }, { status: 410 });
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const reason = valueOf(form, "reason").trim().slice(0, 1000);
  const given = { ...manager, ...pressOf(values) };
  const refuses = valueOf(form, "intent") === "refuse";
  if (refuses && reason === "") return refuseWith(values, "Give a reason", "reason");
  const outcome = outcomeOf(refuses ? await refuseAsManager({ ...given, reason }) : await approve(given));
  // The page says how it stands now.
  if (outcome.ok) return data({ form: blankForm });
  return outcome.status === 409 ? conflicted(values, outcome.message) : refuseWith(values, outcome.message);
}

export default function ApproveRoute() {
  const { nomination } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  if (!nomination) {
    return (
      <div className="app-measure">
        <PageHeading>This link has ended</PageHeading>
        <p className="govuk-body">A link lasts ten working days, and a newer one takes its place. Ask whoever nominated for a new one, or <a className="govuk-link" href="/sign-in">sign in with your email address</a>: the nomination is among your tasks.</p>
      </div>
    );
  }
  const waits = nomination.state === "awaitingManager";
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <PageHeading caption={`${nomination.programme}, cohort ${nomination.cohort}`}>{waits ? `Do you approve the nomination of ${nomination.person}?` : `The nomination of ${nomination.person}`}</PageHeading>
      {waits ? null : <InsetText>{nomination.state === "refused" ? "You did not approve it." : `You are no longer waited for. ${stateSentences[nomination.state]}`}</InsetText>}
      <SummaryList
        rows={[
          { key: "Line manager", value: nomination.lineManager }, { key: "Their job", value: nomination.jobTitle }, { key: "Nominated by", value: nomination.nominator },
          { key: "Statement", value: <span className="app-prewrap">{nomination.statement}</span> },
          { key: "Days away from work", value: <ul className="govuk-list">{nomination.days.map((day) => <li key={day.number}>{day.number}. {day.title}: {day.dates.map((date) => whenWords(date)).join(", or ")}</li>)}</ul> },
          ...(waits ? [{ key: "This link ends", value: formatDate(nomination.approveBy, { year: true }) }] : []),
        ]}
      />
      {waits ? (
        <>
          <form method="post" noValidate>
            <PressFields revision={nomination.revision} requestKey={`approve-${nomination.revision}`} />
            <Button name="intent" value="approve">Approve it</Button>
          </form>
          <Details summary="Do not approve it" open={form.errors["reason"] !== undefined}>
            <form method="post" noValidate>
              <PressFields revision={nomination.revision} requestKey={`refuse-${nomination.revision}`} />
              <TextArea form={form} name="reason" label="Reason" hint="The person reads it in Candour. It is not put into emails." rows={3} />
              <WarningButton name="intent" value="refuse">Do not approve it</WarningButton>
            </form>
          </Details>
        </>
      ) : null}
    </div>
  );
}
