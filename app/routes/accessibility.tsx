import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/session/enter.server";
import { PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Accessibility statement" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  return null;
}

export default function AccessibilityStatement() {
  return (
    <div className="app-measure">
      <PageHeading>Accessibility statement</PageHeading>
      <p className="govuk-body">We want everybody whose work brings them here to be able to use this service. You should be able to:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>zoom in to 400% without words running off the screen</li>
        <li>do everything with a keyboard alone, and with JavaScript switched off</li>
        <li>use it with a screen reader, with speech, in high contrast, and on a phone</li>
        <li>print any page and read it on paper</li>
      </ul>
      <h2 className="govuk-heading-m">How accessible this service is</h2>
      <p className="govuk-body">It is built to meet the Web Content Accessibility Guidelines version 2.2, level AA. Every change is checked by program on every kind of page, and whole pieces of work are gone through by keyboard alone, without JavaScript and at a width of 320 pixels.</p>
      <p className="govuk-body">It has not yet been audited by an independent specialist or tried with a panel of disabled people. Until it is, we call it partially compliant.</p>
      <h2 className="govuk-heading-m">What we know falls short</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Files that authorities upload as evidence may not be accessible. Ask the authority that owns the file for another form of it.</li>
        <li>The picture of a process has to be scrolled sideways on a phone. The table below it says the same in words.</li>
      </ul>
      <h2 className="govuk-heading-m">If something does not work for you</h2>
      <p className="govuk-body">Tell the coordinator of your region, whose name is in the directory once you have signed in, or answer any email you had from us. Say which page it was and what you use. You should have an answer within 5 working days, and what you need in another form meanwhile.</p>
      <h2 className="govuk-heading-m">If you are not content with the answer</h2>
      <p className="govuk-body">The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. You can contact the <a className="govuk-link" href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.</p>
    </div>
  );
}
