import { labelOf as placeLabel } from "~/features/assignment";
import { db } from "~/platform/db.server";
import { now } from "~/platform/clock.server";
import type { Head } from "./queries.server";

/** Somebody who was asked to be on the team. */
export interface Member {
  readonly assignmentId: string;
  readonly personId: string;
  readonly challengerId: string;
  readonly name: string;
  /** "Director of children’s services, York". */
  readonly post: string;
  readonly lead: boolean;
  readonly state: string;
  readonly label: string;
  readonly why: string;
  readonly themes: readonly string[];
  /** A conflict they declared: for the coordinator alone. */
  readonly conflict: string | null;
}

/** States in which somebody is, or may still be, on the team. */
export const ON_THE_TEAM: readonly string[] = ["invited", "awaitingDecision", "accepted", "completed"];

/**
 * Everybody who was ever asked. The host and the team see who is on it; who said no, and what was declared,
 * is the coordinator's to know.
 */
export async function teamFor(head: Pick<Head, "id" | "standing">): Promise<readonly Member[]> {
  const moment = now();
  const coordinator = head.standing === "coordinator";
  const rows = await db.assignment.findMany({
    where: { activityId: head.id, ...(coordinator ? {} : { workflow: { state: { in: [...ON_THE_TEAM] } } }) },
    select: {
      id: true, role: true, why: true, conflict: true, challengerId: true,
      workflow: { select: { state: true } },
      challenger: {
        select: {
          themes: true,
          person: {
            select: {
              id: true, name: true,
              holdings: { where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] }, orderBy: { from: "asc" }, take: 1, select: { post: { select: { title: true, authority: { select: { name: true } } } } } },
            },
          },
        },
      },
    },
  });
  return rows
    .map((row): Member => {
      const { person, themes } = row.challenger;
      const post = person.holdings[0]?.post;
      return {
        assignmentId: row.id, challengerId: row.challengerId, personId: person.id, name: person.name, themes,
        post: post ? [post.title, post.authority?.name].filter((part) => part).join(", ") : "",
        lead: row.role === "lead", state: row.workflow.state, label: placeLabel(row.workflow.state),
        why: head.standing === "team" ? "" : row.why, conflict: coordinator ? row.conflict : null,
      };
    })
    .sort((a, b) => Number(ON_THE_TEAM.includes(b.state)) - Number(ON_THE_TEAM.includes(a.state)) || Number(b.lead) - Number(a.lead) || a.name.localeCompare(b.name, "en-GB"));
}

/** The objection that the host made, if it made one: for the host and the coordinator. */
export async function objectionOf(head: Pick<Head, "id" | "standing">): Promise<{ readonly name: string; readonly reason: string; readonly at: Date } | null> {
  if (head.standing !== "host" && head.standing !== "coordinator") return null;
  const row = await db.visitObjection.findUnique({ where: { visitId: head.id } });
  const person = row && (await db.person.findUnique({ where: { id: row.personId }, select: { name: true } }));
  return row && { name: person?.name ?? "", reason: row.reason, at: row.at };
}
