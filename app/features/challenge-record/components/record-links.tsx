import type { Head } from "../queries.server";
import { activityWords } from "../words";

const AFTER_SENDING: readonly string[] = ["awaitingAccuracyCheck", "answeringPoints", "finalisingLetter", "awaitingActionPlan", "agreeingPlan", "monitoring", "progressReviewDue", "closed"];
const AFTER_FINAL: readonly string[] = AFTER_SENDING.slice(3);

/** Everything else there is to look at on a record, for this reader. */
export function RecordLinks({ head }: { readonly head: Pick<Head, "id" | "standing" | "state" | "authority" | "activity" | "kind"> }) {
  const base = `/challenge-records/${head.id}`;
  const team = head.standing === "team";
  const inside = team || head.standing === "host";
  const final = AFTER_FINAL.includes(head.state);
  const links = [
    ...(team ? [{ href: `${base}/findings`, words: "Findings of the team" }] : []),
    ...(team && head.state !== "filingFindings" ? [{ href: `${base}/letter`, words: "The letter and its drafts" }] : []),
    ...(inside && AFTER_SENDING.includes(head.state) ? [{ href: `${base}/accuracy`, words: "Points of accuracy" }, { href: `${base}/versions`, words: "Versions of the letter, and what changed" }] : []),
    ...(final && head.standing !== "coordinator" ? [{ href: `${base}/final`, words: "Read the final letter" }] : []),
    ...(inside && final ? [{ href: `${base}/plan`, words: "Action plan" }, { href: `${base}/seen`, words: "Who has read the letter" }] : []),
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
