import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { nameOf } from "~/features/self-assessment/components/page-top";
import { headOf } from "~/features/self-assessment/queries.server";
import { BEFORE_SUBMISSION } from "~/features/self-assessment/words";
import { enter, notFound } from "~/session/enter.server";
import { Panel, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Submitted: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside" || !head.reference || BEFORE_SUBMISSION.includes(head.state)) throw notFound();
  return { head };
}

export default function SubmittedRoute() {
  const { head } = useLoaderData<typeof loader>();
  const base = `/self-assessments/${head.id}`;
  return (
    <div className="app-measure">
      <Panel title="Submitted">{nameOf(head)}<br />Your reference is <b>{head.reference}</b></Panel>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">The region’s coordinator has been told by email, and so have you. {head.state === "submitted" ? "Those it is shared with can read it once the coordinator shares it; you will be told." : "Those it is shared with can read it now."}</p>
      <p className="govuk-body">The content cannot be changed any more. If something must be put right, the director can begin a new version.</p>
      <ul className="govuk-list">
        <li><a className="govuk-link" href={`${base}/read`}>Read or print what was submitted</a></li>
        <li><a className="govuk-link" href={`${base}/word`}>Download it as a Word document</a></li>
        <li><a className="govuk-link" href={`${base}/who`}>Who can see it</a></li>
        <li><a className="govuk-link" href={base}>Back to the self-assessment</a></li>
      </ul>
    </div>
  );
}
