import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf } from "~/features/challenge-record/queries.server";
import { historyOf } from "~/features/kept-text";
import { TextHistory } from "~/features/kept-text/parts";
import { readsDraft } from "~/features/letter/access";
import { textKey } from "~/features/letter/content";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `History of a paragraph: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsDraft(head)) throw notFound();
  const entries = await historyOf(head.id, textKey(args.params["paragraphId"] ?? ""));
  if (entries.length === 0) throw notFound();
  return { head, entries };
}

export default function HistoryRoute() {
  const { head, entries } = useLoaderData<typeof loader>();
  return (
    <>
      <RecordTop head={head} heading="History of a paragraph" />
      <p className="govuk-body"><a className="govuk-link" href={`/challenge-records/${head.id}/letter`}>Back to the letter</a></p>
      <TextHistory entries={entries} />
    </>
  );
}
