import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/components/record-top";
import { findingFor } from "~/features/challenge-record/finding-page.server";
import { textKey } from "~/features/challenge-record/findings";
import { marksOf, kindLabels } from "~/features/child-data";
import { historyOf } from "~/features/kept-text";
import { TextHistory } from "~/features/kept-text/parts";
import { enter, notFound } from "~/session/enter.server";
import { formatDateTime, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `History of a finding: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await findingFor(actor, args.params["id"], args.params["findingId"]);
  if (!page) throw notFound();
  const key = textKey(page.finding.id);
  const [history, marks] = await Promise.all([historyOf(page.head.id, key), marksOf(page.head.id, key)]);
  return { head: page.head, history, marks: marks.map((mark) => ({ ...mark, label: Object.entries(kindLabels).find(([kind]) => kind === mark.kind)?.[1] ?? mark.kind })) };
}

export default function FindingHistoryRoute() {
  const { head, history, marks } = useLoaderData<typeof loader>();
  return (
    <>
      <RecordTop head={head} heading="History of a finding" further={{ label: "Findings", href: `/challenge-records/${head.id}/findings` }} />
      {marks.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Looked at, and not about a child</h2>
          <ul className="govuk-list govuk-list--bullet">{marks.map((mark, index) => <li key={index}>{mark.label}: {mark.reason} <span className="app-soft">({mark.by ?? "somebody"}, {formatDateTime(mark.at)})</span></li>)}</ul>
        </>
      ) : null}
      <TextHistory entries={history} />
    </>
  );
}
