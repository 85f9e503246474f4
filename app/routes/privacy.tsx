import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/session/enter.server";
import { PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Privacy" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  return null;
}

export default function Privacy() {
  return (
    <div className="app-measure">
      <PageHeading>Privacy</PageHeading>
      <p className="govuk-body">This service holds information about people at work in children’s services. It holds none about children or families, and must not be used for any.</p>
      <h2 className="govuk-heading-m">What is held about you</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>your name, work email address, and the posts you hold and have held</li>
        <li>what you did here and when: what you wrote, signed, returned or shared</li>
        <li>which emails the service sent you, and whether they went out</li>
        <li>when you signed in, and which documents you opened</li>
      </ul>
      <h2 className="govuk-heading-m">Why</h2>
      <p className="govuk-body">So that authorities can support and challenge each other, and so that it stays clear later who agreed to what. The lawful basis is a task carried out in the public interest.</p>
      <h2 className="govuk-heading-m">Who sees it</h2>
      <p className="govuk-body">Each document says who can see it, under “Who can see this?”. Each authority controls its own documents. Names and posts are in the directory, for people who are signed in. Nothing is sold and nothing is used for advertising.</p>
      <h2 className="govuk-heading-m">How long</h2>
      <p className="govuk-body">For as long as the region’s agreement says. The record of who did what is never altered; when a person leaves, they can no longer sign in, and what they did stays under their name.</p>
      <h2 className="govuk-heading-m">Freedom of information</h2>
      <p className="govuk-body">Documents here may be asked for under the Freedom of Information Act. The authority that owns a document answers for it. We do not promise secrecy.</p>
      <h2 className="govuk-heading-m">Your rights</h2>
      <p className="govuk-body">You can ask to see what is held about you, to have it put right, or to object. Ask the coordinator of your region or your own authority’s data protection officer. If the answer does not satisfy you, you can go to the <a className="govuk-link" href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.</p>
    </div>
  );
}
