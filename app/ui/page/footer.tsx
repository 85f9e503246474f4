import { framePaths } from "../root-data";

/** What the law asks for, where the figures come from, and how the processes run. */
export function Footer({ demo }: { readonly demo: boolean }) {
  return (
    <footer className="app-footer">
      <div className="app-width">
        <h2 className="govuk-visually-hidden">About this service</h2>
        <ul className="app-footer__links">
          <li><a href={framePaths.processes}>How the processes run</a></li>
          <li><a href={framePaths.accessibility}>Accessibility statement</a></li>
          <li><a href={framePaths.privacy}>Privacy</a></li>
          <li><a href={framePaths.cookies}>Cookies</a></li>
        </ul>
        <p>
          Contains public sector information licensed under the{" "}
          <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="license">Open Government Licence v3.0</a>.
          {" "}Contains National Statistics and OS data © Crown copyright and database right 2023.
        </p>
        {demo ? <p>This is a demonstration. The people in it are invented; the figures are real and published.</p> : null}
      </div>
    </footer>
  );
}
