import { formatDate, Pill, Table, type PillKind } from "~/ui";
import type { Member } from "../team.server";
import { LIVE, roleLabels, stateLabels, type State } from "../words";

const kinds: Readonly<Partial<Record<State, PillKind>>> = { accepted: "calm", completed: "calm", awaitingDecision: "warn", invited: "quiet" };

/** A member of a team as a page may show it: no words of a conflict, no reason. */
export type Shown = Pick<Member, "assignmentId" | "name" | "employers" | "role" | "state" | "why"> & { /** Null while nobody has to answer: the session has no date. */ readonly respondBy: string | null };

/**
 * The team of a session or a visit: who is asked, who has accepted, why each of them. `links` for those
 * who may open an assignment (the coordinator); `wanted` says how many places there are.
 */
export function TeamPanel({ team, wanted, links = false, heading = "Challengers" }: { readonly team: readonly Shown[]; readonly wanted?: number; readonly links?: boolean; readonly heading?: string }) {
  const now = team.filter((member) => LIVE.includes(member.state) || member.state === "completed");
  const before = team.filter((member) => !now.includes(member));
  const accepted = now.filter((member) => member.state === "accepted" || member.state === "completed").length;
  return (
    <section aria-labelledby="team">
      <h2 className="govuk-heading-m" id="team">{heading}</h2>
      {wanted === undefined ? null : <p className="govuk-body">{accepted} of {wanted} places taken{now.length > accepted ? `, ${now.length - accepted} more asked` : ""}{now.length < wanted ? `, ${wanted - now.length} open` : ""}.</p>}
      <Table caption={`${heading} now`} hideCaption columns={columns(links)} rows={now} rowKey={(member) => member.assignmentId} empty="Nobody is asked yet." />
      {before.length > 0 && links ? <Table caption="Asked before" columns={columns(links)} rows={before} rowKey={(member) => member.assignmentId} /> : null}
    </section>
  );
}

function columns(links: boolean) {
  return [
    { key: "name", heading: "Name", cell: (member: Shown) => (links ? <a className="govuk-link" href={`/assignments/${member.assignmentId}`}>{member.name}</a> : member.name) },
    { key: "employer", heading: "From", cell: (member: Shown) => member.employers.map(({ name }) => name).join(", ") || "No authority" },
    { key: "role", heading: "As", cell: (member: Shown) => roleLabels[member.role] },
    { key: "why", heading: "Why", cell: (member: Shown) => member.why },
    {
      key: "state",
      heading: "State",
      cell: (member: Shown) => <><Pill kind={kinds[member.state] ?? "quiet"}>{stateLabels[member.state]}</Pill>{member.state === "invited" && member.respondBy ? <span className="app-soft app-small"> answer by {formatDate(member.respondBy)}</span> : null}</>,
    },
  ];
}
