import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { answerHistory } from "~/features/self-assessment/drafts.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { Details, DiffView, EmptyState, Pill, formatDateTime, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `History of an answer: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const history = await answerHistory(head.id, args.params["questionId"] ?? "");
  if (!history) throw notFound();
  return { head, history };
}

const outcomes: Readonly<Record<string, string>> = { conflict: "Kept aside, to be settled", resolved: "Kept aside, settled" };

export default function HistoryRoute() {
  const { head, history } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTop head={head} heading={`History of “${history.title}”`} />
      <p className="govuk-body"><a className="govuk-link" href={`/self-assessments/${head.id}/chapters/${history.chapterId}`}>Back to the chapter</a></p>
      {history.entries.length === 0 ? <EmptyState title="Nothing has been typed yet">Everything typed into this answer will be here, with who typed it and when.</EmptyState> : null}
      <ol className="app-timeline">
        {history.entries.map((entry) => (
          <li key={entry.id} className="app-timeline__item">
            <h2 className="app-timeline__what">{entry.by} {outcomes[entry.outcome] ? <Pill kind="warn">{outcomes[entry.outcome]}</Pill> : null}</h2>
            <p className="app-timeline__by">{formatDateTime(entry.at, { year: true })}</p>
            <DiffView before={entry.before} after={entry.text} />
            <Details summary="The whole text as it then was"><div className="app-prewrap">{entry.text || "Empty"}</div></Details>
          </li>
        ))}
      </ol>
    </>
  );
}
