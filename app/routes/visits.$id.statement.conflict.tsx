import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { conflictChoice } from "~/features/kept-text/forms";
import { ConflictChoice } from "~/features/kept-text/parts";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf } from "~/features/visit/queries.server";
import { mayWriteStatement, settleStatement, statementOf } from "~/features/visit/statement.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { ErrorSummary, readForm, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Two versions of the position statement: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !mayWriteStatement(head)) throw notFound();
  const { conflict } = await statementOf(head.id);
  if (!conflict) throw redirect(`/visits/${head.id}/statement`);
  return { head, conflict };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "host") throw notFound();
  const values = readForm(await readBody(args.request));
  const choice = conflictChoice.safeParse(values);
  if (!choice.success) return refuseWith(values, "Choose what the statement should be", "take");
  const { keptId, take, revision } = choice.data;
  const settled = await settleStatement({ visitId: head.id, actor, keptId, take, baseRevision: revision });
  const outcome = outcomeOf(settled.kind === "conflict" ? { kind: "conflict" } : settled);
  if (outcome.ok) return redirectWith(`/visits/${head.id}/statement`, { title: "Settled", text: "What you did not choose stays in the history." });
  if (outcome.status === 404) throw notFound();
  return conflicted(values, settled.kind === "conflict" ? "The statement has changed since you opened this page. Look at both again, then choose." : outcome.message);
}

export default function StatementConflictRoute() {
  const { head, conflict } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Two versions of the position statement" />
      <ConflictChoice conflict={conflict} form={answered?.form} cancelHref={`/visits/${head.id}/statement`} what="statement" />
    </>
  );
}
