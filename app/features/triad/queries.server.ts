import { LIVE } from "~/features/assignment";
import { db } from "~/platform/db.server";
import { dayText } from "~/platform/day-column";
import { triadRulesOf } from "./rules.server";
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
  /** Challengers who are asked or have accepted, or came; and how many the round wants at a session. */
  readonly challengers: number;
  readonly challengersWanted: number;
}

/** The groups of a round, in order. The caller has asked who may see them: only the region's coordinators see all. */
export async function triadsOf(cycleId: string): Promise<readonly TriadLine[]> {
  const rows = await db.triad.findMany({
    where: { cycleId },
    orderBy: { number: "asc" },
    select: {
      id: true, number: true, sessionOn: true, postponed: true,
      host: { select: { name: true } },
      cycle: { select: { rules: true } },
      workflow: { select: { state: true, title: true } },
      members: { where: { leftAt: null }, select: { authority: { select: { id: true, name: true } } }, orderBy: { authority: { name: "asc" } } },
    },
  });
  const places = await db.assignment.findMany({ where: { activityId: { in: rows.map(({ id }) => id) }, workflow: { state: { in: [...LIVE, "completed"] } } }, select: { activityId: true } });
  return rows.map(({ id, number, sessionOn, postponed, host, cycle, workflow, members }) => ({
    id, number, postponed,
    title: workflow.title,
    state: workflow.state,
    label: labelOf(workflow.state),
    members: members.map(({ authority }) => authority),
    sessionOn: sessionOn && dayText(sessionOn),
    host: host?.name ?? null,
    challengers: places.filter(({ activityId }) => activityId === id).length,
    challengersWanted: triadRulesOf(cycle.rules).challengersPerSession,
  }));
}
