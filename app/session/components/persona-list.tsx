import { Details } from "~/ui";
import type { PersonaGroup, PersonaRegion } from "../personas.server";

/** The people of the demo, each with a button that signs in as them. */
export function PersonaList({ regions, to }: { readonly regions: readonly PersonaRegion[]; readonly to: string | null }) {
  return (
    <section aria-labelledby="personas">
      <h2 className="govuk-heading-l" id="personas">Try the demonstration</h2>
      <p className="govuk-body">Be one of these invented people and see what waits for them. No email is needed. Sign out to become somebody else.</p>
      {regions.length === 0 ? <p className="govuk-body">The demonstration’s people are still being made. Open this page again in a moment.</p> : null}
      {regions.map((region) => (
        <section key={region.regionId} aria-labelledby={`personas-${region.regionId}`}>
          <h3 className="govuk-heading-m" id={`personas-${region.regionId}`}>{region.region}</h3>
          <Groups groups={region.first} to={to} />
          {region.more.length > 0 ? (
            <Details summary={`Everybody else of ${region.region}, by authority`}>
              <Groups groups={region.more} to={to} />
            </Details>
          ) : null}
        </section>
      ))}
    </section>
  );
}

/** Three beside each other on a wide screen, and each three begin a new line, whatever their lengths. */
function Groups({ groups, to }: { readonly groups: readonly PersonaGroup[]; readonly to: string | null }) {
  const lines = Array.from({ length: Math.ceil(groups.length / 3) }, (_, line) => groups.slice(line * 3, line * 3 + 3));
  return lines.map((line) => (
    <div key={line[0]?.heading} className="govuk-grid-row">{line.map((group) => <Group key={group.heading} group={group} to={to} />)}</div>
  ));
}

function Group({ group, to }: { readonly group: PersonaGroup; readonly to: string | null }) {
  return (
    <div className="govuk-grid-column-one-third">
      <h4 className="govuk-heading-s">{group.heading}</h4>
      <ul className="govuk-list">
        {group.personas.map((persona) => (
          <li key={`${persona.personId} ${persona.post}`}>
            <form method="post" action={`/sign-in/as/${persona.personId}`}>
              {to ? <input type="hidden" name="to" value={to} /> : null}
              <button type="submit" className="app-link-button">{persona.name}<span className="govuk-visually-hidden">: sign in as this person, </span></button>
              <span className="app-soft app-small"> {persona.post}</span>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
