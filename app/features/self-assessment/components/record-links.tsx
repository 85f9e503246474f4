import type { Head } from "../queries.server";

/** Everything else there is to look at on a record, for this reader. */
export function RecordLinks({ head }: { readonly head: Pick<Head, "id" | "standing" | "readable" | "state" | "authority"> }) {
  const base = `/self-assessments/${head.id}`;
  const inside = head.standing === "inside";
  const links = [
    ...(inside ? [{ href: `${base}/chapters`, words: "Chapters" }, { href: `${base}/check`, words: "All answers on one page" }] : []),
    ...(head.readable === null ? [] : [{ href: `${base}/read`, words: "Read or print it" }, { href: `${base}/word`, words: "Download it as a Word document" }, { href: `${base}/versions`, words: "Versions, and what changed" }]),
    ...(inside ? [{ href: `${base}/evidence`, words: "Evidence files" }] : []),
    ...(["shared", "moderated", "challenged", "followUpDue", "closed"].includes(head.state) ? [{ href: `${base}/comments`, words: "Moderation comments" }] : []),
    ...(["followUpDue", "closed"].includes(head.state) ? [{ href: `${base}/update`, words: "Six-month update" }] : []),
    { href: `${base}/who`, words: "Who can see this?" },
    ...(inside ? [{ href: `${base}/readings`, words: "Who has read it" }] : []),
    { href: `/authorities/${head.authority.id}`, words: "Data profile" },
    { href: `/processes/self-assessment?now=${head.state}`, words: "How a self-assessment moves" },
  ];
  return (
    <nav aria-labelledby="record-links" className="app-no-print">
      <h2 className="govuk-heading-s" id="record-links">Look at</h2>
      <ul className="govuk-list">{links.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul>
    </nav>
  );
}
