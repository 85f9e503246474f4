import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { DocumentView } from "~/features/self-assessment/components/document-view";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { headOf } from "~/features/self-assessment/queries.server";
import { readVersion } from "~/features/self-assessment/reading.server";
import { versionAsked } from "~/features/document/version-asked";
import { enter, notFound } from "~/session/enter.server";
import { InsetText, formatDateTime, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => nameOf(page.head),
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const version = head && (await readVersion(actor, head, { version: versionAsked(args.request), how: "page" }));
  if (!head || !version) throw notFound();
  return { head, version };
}

const endorserWords: Readonly<Record<string, string>> = { chiefExecutive: "chief executive", leadMember: "lead member for children’s services" };

export default function ReadRoute() {
  const { head, version } = useLoaderData<typeof loader>();
  const base = `/self-assessments/${head.id}`;
  return (
    <>
      <PageTop head={head} caption={head.region.name} heading={`${head.authority.name}: self-assessment ${head.cycle.name}`} />
      <ul className="govuk-list app-no-print">
        <li><a className="govuk-link" href={`${base}/word?version=${version.version}`}>Download it as a Word document</a></li>
        <li><a className="govuk-link" href={`${base}/versions`}>Versions, and what changed</a></li>
        {head.steps.some((step) => step.event === "moderation.complete") ? <li><a className="govuk-link" href={`${base}/comments`}>Comment as its moderator</a></li> : null}
      </ul>
      {head.standing === "inside" ? null : <p className="govuk-body app-soft app-no-print">{head.authority.name} sees that you have read it.</p>}
      {version.voidedAt ? <InsetText>This version was set aside on {formatDateTime(version.voidedAt)}. Its signature does not count any more.</InsetText> : null}
      {version.endorsements.length > 0 ? (
        <p className="govuk-body">Endorsed by {version.endorsements.map((one) => `${one.by} (${endorserWords[one.role] ?? one.role})`).join(" and ")}.</p>
      ) : null}
      <DocumentView content={version.content} version={version.version} reference={version.submittedAt ? head.reference : null} sha256={version.sha256} />
      {version.content.evidence.length > 0 ? (
        <section className="app-no-print" aria-labelledby="files">
          <h2 className="govuk-heading-m" id="files">Open the evidence</h2>
          <ul className="govuk-list">{version.content.evidence.map((file) => <li key={file.id}><a className="govuk-link" href={`${base}/evidence/${file.id}?version=${version.version}`}>{file.name}</a></li>)}</ul>
        </section>
      ) : null}
    </>
  );
}
