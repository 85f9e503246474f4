import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { historyOf } from "~/features/kept-text";
import { TextHistory } from "~/features/kept-text/parts";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { headOf } from "~/features/visit/queries.server";
import { STATEMENT } from "~/features/visit/statement.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `What the position statement was before: ${nameOf(page.head)}`,
} satisfies RouteHandle;

/** Drafts are the host's own: the team reads what was shared, not how it came about. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "host") throw notFound();
  return { head, history: await historyOf(head.id, STATEMENT) };
}

export default function StatementHistoryRoute() {
  const { head, history } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTop head={head} heading="What the position statement was before" />
      <TextHistory entries={history} />
      <p className="govuk-body"><a className="govuk-link" href={`/visits/${head.id}/statement`}>Back to the statement</a></p>
    </>
  );
}
