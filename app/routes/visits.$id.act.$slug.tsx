import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { reasonField, textPosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { perform } from "~/features/visit/perform.server";
import { headOf } from "~/features/visit/queries.server";
import { recordAct } from "~/features/visit/record-acts";
import { stepOf } from "~/features/step/acts";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, ErrorSummary, pressOf, readForm, type RouteHandle, TextArea } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0]; act: { title: string } }) => `${page.act.title}: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  const step = head && act && stepOf(head.steps, act);
  if (!head || !act || !step) throw notFound();
  return { head, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  if (!head || !act) throw notFound();
  const values = readForm(await readBody(args.request));
  const reason = reasonField.safeParse(textPosted(values, "reason"));
  if (act.asks.includes("reason") && !reason.success && stepOf(head.steps, act)) return refuseWith(values, reason.error.issues[0]?.message ?? "Give a reason", "reason");
  const outcome = outcomeOf(await perform(act.event, { visitId: head.id, actor, ...pressOf(values), reason: reason.success ? reason.data : "" }));
  const base = `/visits/${head.id}`;
  if (outcome.ok) return redirectWith(base, { title: act.done });
  if (outcome.status === 404) throw notFound();
  // The act's own page is gone with the state it was for: the visit's page says how things stand.
  if (!stepOf(head.steps, act)) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks.length > 0 ? "reason" : undefined);
}

export default function ActRoute() {
  const { head, act, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading={act.title} />
      <ActForm act={act} tells={tells} revision={head.revision} requestKey={requestKey} back={`/visits/${head.id}`}>
        {act.asks.includes("reason") ? (
          <TextArea form={answered?.form ?? blankForm} name="reason" label="Reason" hint="The host, the coordinator and the team can read it on the visit’s page. It is not put into emails." rows={4} />
        ) : null}
      </ActForm>
    </>
  );
}
