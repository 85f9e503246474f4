import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { headOf } from "~/features/self-assessment/queries.server";
import { seersOf, type Seer } from "~/features/self-assessment/who-can-see.server";
import { enter, notFound } from "~/session/enter.server";
import { Table, counted, type Column, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Who can see this: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  return { head, seers: await seersOf(head) };
}

const columns: readonly Column<Seer>[] = [
  { key: "who", heading: "Who", cell: (row) => row.who },
  { key: "why", heading: "Why", cell: (row) => row.why },
];

const policies = {
  group: "In this round a self-assessment is shared with the directors of the authority’s own group.",
  region: "In this round a self-assessment is shared with every director of the region.",
  regionAndObservers: "In this round a self-assessment is shared with every director of the region, and with named observers.",
} as const;

export default function WhoRoute() {
  const { head, seers } = useLoaderData<typeof loader>();
  const groups = [
    { when: "now", caption: "Can read it now" },
    { when: "onceSubmitted", caption: "Can read it once it is submitted" },
    { when: "onceShared", caption: "Can read it once it is shared" },
  ] as const;
  const readers = seers.filter((one) => one.when === "now").length;
  return (
    <>
      <PageTop head={head} heading="Who can see this?" />
      <p className="govuk-body-l">{counted(readers, "post or person can", "posts and people can")} read it now. Nobody else sees that it exists.</p>
      <p className="govuk-body">{policies[head.rules.visibility]} Each reading from outside {head.authority.name} is logged, and {head.authority.name} sees the log.</p>
      {groups.map(({ when, caption }) => {
        const rows = seers.filter((one) => one.when === when);
        return rows.length > 0 ? <Table key={when} caption={caption} columns={columns} rows={rows} rowKey={(row) => `${row.who}${row.why}`} /> : null;
      })}
      <p className="govuk-body">{head.authority.name} is a public authority: what is written here may be asked for under freedom of information law, and nothing on this page promises secrecy.</p>
    </>
  );
}
