import { Pill, Table, type Column, type PillKind } from "~/ui";
import type { Member } from "../team-queries.server";

const kinds: Readonly<Record<string, PillKind>> = { invited: "warn", awaitingDecision: "warn", accepted: "calm", completed: "calm" };

/** The members of a team with what they said, and why each of them; the coordinator goes on to their place from here. */
export function TeamList({ members, caption, coordinator }: { readonly members: readonly Member[]; readonly caption: string; readonly coordinator: boolean }) {
  const columns: readonly Column<Member>[] = [
    { key: "name", heading: "Who", cell: (row) => <>{coordinator ? <a className="govuk-link" href={`/assignments/${row.assignmentId}`}>{row.name}</a> : <b>{row.name}</b>}{row.lead ? " (leads)" : ""}<br /><span className="app-soft">{row.post}</span></> },
    { key: "state", heading: "Answer", cell: (row) => <Pill kind={kinds[row.state] ?? "quiet"}>{row.label}</Pill> },
    ...(members.some((row) => row.why !== "") ? [{ key: "why", heading: "Why", cell: (row: Member) => row.why }] : []),
  ];
  return <Table caption={caption} columns={columns} rows={members} rowKey={(row) => row.assignmentId} empty="Nobody is on the team." />;
}
