import { readsDraft, readsFinal, readsPlan, readsPoints, readsSent, seesReads } from "~/features/letter/access";
import type { Head } from "../queries.server";
import { activityWords } from "../words";

/** The plan is agreed, and followed up. */
const FOLLOWING: readonly string[] = ["monitoring", "progressReviewDue", "closed"];

/** Everything else there is to look at on a record, for this reader. */
export function RecordLinks({ head }: { readonly head: Pick<Head, "id" | "standing" | "roles" | "state" | "authority" | "activity" | "kind"> }) {
  const base = `/challenge-records/${head.id}`;
  const team = head.standing === "team";
  const links = [
    ...(team ? [{ href: `${base}/findings`, words: "Findings of the team" }] : []),
    ...(readsDraft(head) && head.state !== "filingFindings" ? [{ href: `${base}/letter`, words: "The letter and its drafts" }] : []),
    ...(readsFinal(head) ? [{ href: `${base}/final`, words: "Read the final letter" }] : []),
    ...(readsPoints(head) ? [{ href: `${base}/accuracy`, words: "Points of accuracy" }] : []),
    ...(readsPoints(head) || readsFinal(head) ? [{ href: `${base}/response`, words: "The authority’s response, beside the letter" }] : []),
    ...((readsSent(head) && head.state !== "draftingLetter" && head.state !== "filingFindings") || readsFinal(head) ? [{ href: `${base}/versions`, words: "Versions of the letter, and what changed" }] : []),
    ...(readsPlan(head) ? [{ href: `${base}/plan`, words: "Action plan" }] : []),
    ...(readsPlan(head) && FOLLOWING.includes(head.state) ? [{ href: `${base}/progress`, words: "How the actions go" }, { href: `${base}/review`, words: "Progress review" }] : []),
    ...(seesReads(head) ? [{ href: `${base}/seen`, words: "Who has read the letter" }] : []),
    ...(head.standing === "reader" ? [] : [{ href: head.activity.path, words: `The ${activityWords[head.kind]}` }]),
    { href: `/authorities/${head.authority.id}`, words: "Data profile" },
    { href: `/processes/challenge-record?now=${head.state}`, words: "Every step of a challenge record" },
  ];
  return (
    <nav aria-labelledby="record-links" className="app-no-print">
      <h2 className="govuk-heading-s" id="record-links">Look at</h2>
      <ul className="govuk-list">{links.map((link) => <li key={link.href}><a className="govuk-link" href={link.href}>{link.words}</a></li>)}</ul>
    </nav>
  );
}
