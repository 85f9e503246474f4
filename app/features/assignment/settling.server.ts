import { system } from "~/workflow/actor.server";
import { fireWithin } from "~/workflow/fire.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { LIVE, type State } from "./words";

interface Place {
  readonly id: string;
  readonly activityId: string;
  readonly challengerId: string;
  readonly role: string;
  readonly workflow: { readonly state: string };
  readonly challenger: { readonly personId: string };
}

const place = { id: true, activityId: true, challengerId: true, role: true, workflow: { select: { state: true } }, challenger: { select: { personId: true } } } as const;

/**
 * Makes an activity agree with its assignments: who has accepted stands on it as a challenger, nobody
 * else does; who is no longer asked has their days free again. Done again, it changes nothing.
 * Call it in the `settle` of every step that cascades into assignments.
 */
export async function settleTeam(tx: Tx, activityId: string): Promise<void> {
  const places = await tx.assignment.findMany({ where: { activityId }, orderBy: { id: "asc" }, select: place });
  for (const one of places) await settle(tx, one, places);
}

/** As `settleTeam`, for one place of it. */
export async function settlePlace(tx: Tx, assignmentId: string): Promise<void> {
  const one = await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: place });
  const places = await tx.assignment.findMany({ where: { activityId: one.activityId, challengerId: one.challengerId }, select: place });
  await settle(tx, one, places);
}

/** As `settlePlace`, and the activity is told at once that a place is free: where its team was settled, it is open again. */
export async function placeLost(tx: Tx, assignmentId: string): Promise<void> {
  await settlePlace(tx, assignmentId);
  const { activityId } = await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { activityId: true } });
  // Refused where nothing was settled yet: whoever puts the team together sees the free place there.
  await fireWithin(tx, { workflowId: activityId, event: "team.reopen", actor: system });
}

/** Gives back the places of somebody whose training has run out before they were due, within the transition that says so. */
export async function releaseUntrained(tx: Tx, challengerId: string): Promise<void> {
  const { trainedUntil } = await tx.challenger.findUniqueOrThrow({ where: { id: challengerId }, select: { trainedUntil: true } });
  const places = await tx.assignment.findMany({
    where: { challengerId, workflow: { state: { in: [...LIVE] } }, toDay: trainedUntil ? { gt: trainedUntil } : { not: null } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of places) await fireWithin(tx, { workflowId: id, event: "assignment.release", actor: system, settle: (inner) => placeLost(inner, id) });
}

async function settle(tx: Tx, one: Place, places: readonly Place[]): Promise<void> {
  const state = one.workflow.state as State;
  const { personId } = one.challenger;
  for (const role of ["leadChallenger", "challenger"]) {
    const stands = places.some((other) => other.challengerId === one.challengerId && partyRole(other.role) === role && ["accepted", "completed"].includes(other.workflow.state));
    if (stands) await addParty(tx, one.activityId, { role, personId });
    else await endParty(tx, one.activityId, { role, personId });
  }
  if (!LIVE.includes(state) && state !== "completed") await tx.assignmentDay.deleteMany({ where: { assignmentId: one.id } });
  if (state === "accepted") return;
  const pool = await tx.workflow.findUniqueOrThrow({ where: { id: one.challengerId }, select: { state: true } });
  const held = await tx.assignment.count({ where: { challengerId: one.challengerId, workflow: { state: "accepted" } } });
  if (pool.state === "onAssignment" && held === 0) await fireWithin(tx, { workflowId: one.challengerId, event: "assignment.end", actor: system });
}

/** The role in which an assignment puts its person on the activity. */
export function partyRole(role: string): "leadChallenger" | "challenger" {
  return role === "lead" ? "leadChallenger" : "challenger";
}
