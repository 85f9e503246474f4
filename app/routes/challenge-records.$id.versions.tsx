import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf } from "~/features/challenge-record/queries.server";
import { letterVersions, readLetter } from "~/features/letter";
import { readsFinal, readsSent } from "~/features/letter/access";
import { changesBetween } from "~/features/letter/changes";
import { ChangesView } from "~/features/letter/components/changes-view";
import { versionAsked } from "~/features/document/version-asked";
import { enter, notFound } from "~/session/enter.server";
import { EmptyState, Pill, Table, formatDateTime, type Column, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Versions of the letter: ${nameOf(page.head)}`,
} satisfies RouteHandle;

interface Row {
  readonly version: number;
  readonly kind: "sentForCheck" | "final";
  readonly at: Date;
  readonly by: string;
  readonly sha256: string;
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !(readsSent(head) || readsFinal(head))) throw notFound();
  const whole = await letterVersions(head);
  const versions = whole.map(({ version, kind, at, by, sha256 }): Row => ({ version, kind, at, by, sha256 }));
  const to = versionAsked(args.request, "to") ?? versions[0]?.version;
  const from = versionAsked(args.request, "from") ?? versions.find((one) => to !== undefined && one.version < to)?.version;
  if (from === undefined || to === undefined || from === to) return { head, versions, compared: null };
  const [older, newer] = await Promise.all([readLetter(actor, head, { version: from, how: "page" }), readLetter(actor, head, { version: to, how: "page" })]);
  if (!older || !newer) throw notFound();
  return { head, versions, compared: { from, to, changes: changesBetween(older.content.paragraphs, newer.content.paragraphs) } };
}

export default function VersionsRoute() {
  const { head, versions, compared } = useLoaderData<typeof loader>();
  const base = `/challenge-records/${head.id}`;
  const columns: readonly Column<Row>[] = [
    { key: "version", heading: "Version", cell: (row) => <a className="govuk-link" href={`${base}/final?version=${row.version}`}>Version {row.version}</a> },
    { key: "kind", heading: "What it was for", cell: (row) => (row.kind === "final" ? <Pill>Final</Pill> : "The factual accuracy check") },
    { key: "at", heading: "Frozen", cell: (row) => `${row.by}, ${formatDateTime(row.at, { year: true })}` },
    { key: "sha", heading: "Fingerprint", cell: (row) => <span className="app-fingerprint app-small">{row.sha256.slice(0, 16)}</span> },
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
      <RecordTop head={head} heading="Versions of the letter" />
      {versions.length === 0 ? <EmptyState title="There is no version yet">A version is frozen when the letter is sent for its facts to be checked. Its words never change after that.</EmptyState> : (
        <Table caption="Every version, frozen when it was sent" columns={columns} rows={versions} rowKey={(row) => String(row.version)} />
      )}
      {compared ? (
        <section aria-labelledby="compared">
          <h2 className="govuk-heading-m" id="compared">From version {compared.from} to version {compared.to}</h2>
          <ChangesView changes={compared.changes} />
        </section>
      ) : null}
    </>
  );
}
