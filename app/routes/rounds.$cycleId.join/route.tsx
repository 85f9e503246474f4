import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { joinLate, mayJoin, roundPage } from "~/features/cycle";
import { actWords, sayRefusal } from "~/features/cycle/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { BackLink, blankForm, Button, ButtonGroup, EmptyState, ErrorSummary, InsetText, PageHeading, PressFields, pressOf, Radios, readForm, type RouteHandle, valueOf } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: actWords["authority.join"].title } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const [round, authorities] = await Promise.all([roundPage(actor, args.params["cycleId"]), mayJoin(actor, args.params["cycleId"])]);
  if (!round?.mayRun || !authorities) throw notFound();
  const step = round.standing.steps.find((one) => one.event === "authority.join");
  if (!step) throw await redirectWith(`/rounds/${round.id}`, { kind: "notice", title: "No authority can join now", text: sayRefusal("no-such-step") });
  return {
    round: { id: round.id, name: round.name, region: round.region, revision: round.standing.revision },
    authorities, tells: step.tells, requestKey: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const [round, authorities] = await Promise.all([roundPage(actor, args.params["cycleId"]), mayJoin(actor, args.params["cycleId"])]);
  if (!round?.mayRun || !authorities) throw notFound();
  const values = readForm(await readBody(args.request));
  const chosen = valueOf({ values, errors: {} }, "authority");
  if (chosen === "") return refuseWith(values, "Choose an authority", "authority");
  const joined = await joinLate(round.id, chosen, actor, pressOf(values));
  if (joined.kind === "moved" || joined.kind === "repeated") {
    const name = authorities.find((one) => one.id === chosen)?.name;
    throw await redirectWith(`/rounds/${round.id}`, { title: name ? `${name} has joined the round` : actWords["authority.join"].done, text: "Its director and delegate have been told by email." });
  }
  if (joined.kind === "conflict") return conflicted(values, "The round changed while you were looking at it. Read the page again, then press the button once more.");
  return refuseWith(values, sayRefusal(joined.reason), "authority");
}

export default function JoinRoute() {
  const { round, authorities, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <BackLink href={`/rounds/${round.id}`}>Back to the round</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={`${round.region} round ${round.name}`}>{actWords["authority.join"].title}</PageHeading>
        {authorities.length === 0 ? <EmptyState title="Every authority takes part">There is nobody left in the region who could join.</EmptyState> : (
          <form method="post" noValidate>
            <PressFields revision={round.revision} requestKey={requestKey} />
            <p className="govuk-body">{actWords["authority.join"].what}</p>
            <Radios form={form} name="authority" label="Which authority joins?" size="m" choices={authorities.map(({ id, name }) => ({ value: id, label: name }))} />
            <InsetText>Its director and delegate are told by email, and so are you.</InsetText>
            <ButtonGroup><Button>{actWords["authority.join"].button}</Button><a className="govuk-link" href={`/rounds/${round.id}`}>Not now</a></ButtonGroup>
          </form>
        )}
      </div>
    </>
  );
}
