import { employersOf } from "~/features/challenger-pool";
import { dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import type { Role, State } from "./words";

export interface Member {
  readonly assignmentId: string;
  readonly challengerId: string;
  readonly personId: string;
  readonly name: string;
  /** Names of the authorities that employ them today. */
  readonly employers: readonly { readonly id: string; readonly name: string }[];
  readonly role: Role;
  readonly state: State;
  readonly why: string;
  readonly respondBy: string;
  readonly conflictDeclared: boolean;
  /** In the challenger's own words: for the coordinator alone. */
  readonly conflict: string | null;
  readonly codeSignedAt: Date | null;
  readonly reason: string | null;
  readonly since: Date;
}

/** Everybody ever asked to an activity, those who are on it first. The caller has checked who may see it. */
export async function teamOf(activityId: string, tx: Pick<Tx, "assignment" | "holding" | "nomination"> = db): Promise<Member[]> {
  const places = await tx.assignment.findMany({
    where: { activityId },
    orderBy: { id: "asc" },
    select: {
      id: true, challengerId: true, role: true, why: true, respondBy: true, conflict: true, codeSignedAt: true, reason: true,
      workflow: { select: { state: true, since: true } },
      challenger: { select: { personId: true, person: { select: { name: true } } } },
    },
  });
  const employers = await employersOf(tx, places.map(({ challenger }) => challenger.personId));
  const members = places.map(({ id, workflow, challenger, respondBy, ...one }): Member => ({
    ...one,
    assignmentId: id,
    personId: challenger.personId,
    name: challenger.person.name,
    employers: employers.get(challenger.personId) ?? [],
    role: one.role as Role,
    state: workflow.state as State,
    since: workflow.since,
    respondBy: dayText(respondBy),
    conflictDeclared: one.conflict !== null,
  }));
  return members.sort((a, b) => rank(a) - rank(b));
}

const order: readonly State[] = ["accepted", "completed", "awaitingDecision", "invited", "declined", "withdrawn", "objected", "released"];
const rank = (member: Member) => order.indexOf(member.state) * 2 + (member.role === "lead" ? 0 : 1);
