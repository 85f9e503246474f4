import { db } from "~/platform/db.server";
import { dayText } from "~/platform/day-column";
import { labelOf } from "./words";

/** A group of a round in short. */
export interface TriadLine {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly label: string;
  /** Those in the group now, by name. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** ISO day; null until one is proposed. */
  readonly sessionOn: string | null;
  readonly host: string | null;
  readonly postponed: number;
}

/** The groups of a round, in order. The caller has asked who may see them: only the region's coordinators see all. */
export async function triadsOf(cycleId: string): Promise<readonly TriadLine[]> {
  const rows = await db.triad.findMany({
    where: { cycleId },
    orderBy: { number: "asc" },
    select: {
      id: true, number: true, sessionOn: true, postponed: true,
      host: { select: { name: true } },
      workflow: { select: { state: true, title: true } },
      members: { where: { leftAt: null }, select: { authority: { select: { id: true, name: true } } }, orderBy: { authority: { name: "asc" } } },
    },
  });
  return rows.map(({ id, number, sessionOn, postponed, host, workflow, members }) => ({
    id, number, postponed,
    title: workflow.title,
    state: workflow.state,
    label: labelOf(workflow.state),
    members: members.map(({ authority }) => authority),
    sessionOn: sessionOn && dayText(sessionOn),
    host: host?.name ?? null,
  }));
}
