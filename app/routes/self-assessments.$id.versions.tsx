import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { changesBetween } from "~/features/self-assessment/changes";
import { headOf } from "~/features/self-assessment/queries.server";
import { readVersion, versionList, type VersionRow } from "~/features/self-assessment/reading.server";
import { versionAsked } from "~/features/document/version-asked";
import { enter, notFound } from "~/session/enter.server";
import { DiffView, EmptyState, Pill, Table, formatDateTime, type Column, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Versions: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const versions = await versionList(head);
  const to = versionAsked(args.request, "to") ?? versions[0]?.version;
  const from = versionAsked(args.request, "from") ?? versions.find((one) => to !== undefined && one.version < to)?.version;
  if (from === undefined || to === undefined || from === to) return { head, versions, compared: null };
  const [older, newer] = await Promise.all([readVersion(actor, head, { version: from, how: "page" }), readVersion(actor, head, { version: to, how: "page" })]);
  if (!older || !newer) throw notFound();
  return { head, versions, compared: { from, to, changes: changesBetween(older.content, newer.content) } };
}

function became(row: VersionRow) {
  if (row.voidedAt) return <Pill kind="quiet">Set aside</Pill>;
  if (row.sharedAt) return <Pill>Shared</Pill>;
  return row.submittedAt ? <Pill>Submitted</Pill> : <Pill kind="warn">Signed</Pill>;
}

export default function VersionsRoute() {
  const { head, versions, compared } = useLoaderData<typeof loader>();
  const base = `/self-assessments/${head.id}`;
  const columns: readonly Column<VersionRow>[] = [
    { key: "version", heading: "Version", cell: (row) => <a className="govuk-link" href={`${base}/read?version=${row.version}`}>Version {row.version}</a> },
    { key: "signed", heading: "Signed", cell: (row) => `${row.signedBy}, ${formatDateTime(row.signedAt, { year: true })}` },
    { key: "state", heading: "What became of it", cell: became },
    { key: "sha", heading: "Fingerprint", cell: (row) => <span className="app-fingerprint app-small">{row.sha256}</span> },
    {
      key: "compare",
      heading: "What changed",
      cell: (row) => {
        const before = versions.find((one) => one.version < row.version);
        return before ? <a className="govuk-link" href={`${base}/versions?from=${before.version}&to=${row.version}`}>From version {before.version}<span className="govuk-visually-hidden"> to version {row.version}</span></a> : <span className="app-soft">The first</span>;
      },
    },
  ];
  return (
    <>
      <PageTop head={head} heading="Versions" />
      {versions.length === 0 ? <EmptyState title="There is no version yet">A version is made when the director signs. Its content never changes after that.</EmptyState> : (
        <Table caption="A version is frozen when the director signs" columns={columns} rows={versions} rowKey={(row) => String(row.version)} />
      )}
      {compared ? (
        <section aria-labelledby="compared">
          <h2 className="govuk-heading-m" id="compared">From version {compared.from} to version {compared.to}</h2>
          {compared.changes.length === 0 ? <p className="govuk-body">No answer has changed.</p> : null}
          {compared.changes.map((change) => (
            <div key={change.questionId} className="app-answer">
              <h3 className="govuk-heading-s">{change.title}</h3>
              <DiffView before={change.before} after={change.after} />
            </div>
          ))}
        </section>
      ) : null}
    </>
  );
}
