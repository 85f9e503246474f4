import type { Head } from "../queries.server";

/** Everything else there is to look at on a visit, for this reader. */
export function VisitLinks({ head, readsStatement }: { readonly head: Pick<Head, "id" | "standing" | "state" | "authority" | "firstDay" | "venue">; readonly readsStatement: boolean }) {
  const base = `/visits/${head.id}`;
  const chair = head.standing === "chair";
  const staffed = head.firstDay !== null;
  const links = [
    ...(staffed ? [{ href: `${base}/team`, words: "The team, and why each of them" }] : []),
    ...(readsStatement && staffed ? [{ href: `${base}/statement`, words: "Position statement" }] : []),
    ...(staffed && !chair ? [{ href: `${base}/timetable`, words: "Timetable" }] : []),
    ...(head.venue !== "" && !chair ? [{ href: `${base}/arrangements`, words: "Arrangements: where, whom to ask, how to get in" }] : []),
    ...(head.state === "onSite" && !chair ? [{ href: `${base}/day`, words: "Day page" }] : []),
    { href: `${base}/who`, words: "Who can see this?" },
    { href: `/authorities/${head.authority.id}`, words: "Data profile" },
    { href: `/processes/visit?now=${head.state}`, words: "How a visit moves" },
  ];
  return (
    <nav aria-labelledby="visit-links" className="app-no-print">
      <h2 className="govuk-heading-s" id="visit-links">Look at</h2>
      <ul className="govuk-list">{links.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul>
    </nav>
  );
}
