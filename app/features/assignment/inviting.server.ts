import { daysBetween, employersOf, INVITED_FROM, isNamedFor, loadAround } from "~/features/challenger-pool";
import { now } from "~/platform/clock.server";
import { dayDate, dayText } from "~/platform/day-column";
import type { Actor } from "~/workflow/actor.server";
import { begin, fireWithin } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { lockWorkflow } from "~/workflow/record.server";
import { dayOf } from "~/workflow/working-days";
import { LIVE, type Role } from "./words";

export interface Invitation {
  readonly activityId: string;
  readonly challengerId: string;
  readonly role: Role;
  /** Why this person: shown to them and to those who see the team. */
  readonly why: string;
  /** As a sentence goes on: "the session of Kent, Surrey and Slough". */
  readonly activityTitle: string;
  /** ISO days; `on` null while there is no date. `until` is the last day, `on` itself when left out. */
  readonly on: string | null;
  readonly until?: string | null;
  readonly hostAuthorityIds: readonly string[];
  readonly regionId: string;
  /** ISO day by which an answer is wanted. */
  readonly respondBy: string;
  readonly actor: Actor;
}

export type InviteRefusal =
  | "not-your-role" | "no-such-record" | "no-such-challenger" | "not-available" | "employed-by-host" | "in-conflict" | "training-runs-out"
  | "already-asked" | "busy-that-day" | "in-own-session" | "away-that-day" | "cannot-lead" | "lead-already-asked" | "load-reached";

export type Invited = { readonly kind: "invited"; readonly assignmentId: string } | { readonly kind: "refused"; readonly reason: InviteRefusal };

/**
 * Asks a challenger to a session or a visit, inside the caller's transaction: the assignment begins, its
 * days are taken, and the invitation goes out. A refusal writes nothing. Two coordinators asking the same
 * person for the same day at once: one invites, the other is refused ("busy-that-day").
 */
export async function inviteToActivity(tx: Tx, given: Invitation): Promise<Invited> {
  const refused = (reason: InviteRefusal): Invited => ({ kind: "refused", reason });
  if (!(await lockWorkflow(tx, given.activityId))) return refused("no-such-record");
  if (!(await mayInvite(tx, given))) return refused("not-your-role");
  // Everything about one person's days is decided under this lock; the days' own key is the second bolt.
  await tx.$queryRaw`SELECT id FROM challenger WHERE id = ${given.challengerId}::uuid FOR UPDATE`;
  const reason = await whyNot(tx, given);
  if (reason) return refused(reason);
  const { challengerId, activityId, regionId } = given;
  const { personId } = await tx.challenger.findUniqueOrThrow({ where: { id: challengerId }, select: { personId: true } });
  const posts = await tx.post.findMany({ where: { regionId, authorityId: null, kind: "sli-coordinator" }, orderBy: { id: "asc" }, select: { id: true } });
  const { id } = await begin(
    {
      id: uuidv7(),
      machine: "assignment",
      regionId,
      parentId: activityId,
      title: given.activityTitle,
      parties: [{ role: "challenger", personId }, ...posts.map((post) => ({ role: "coordinator", postId: post.id }))],
      actor: given.actor,
      write: async (inner, newId) => {
        const [fromDay, toDay] = given.on ? [dayDate(given.on), dayDate(given.until ?? given.on)] : [null, null];
        await inner.assignment.create({
          data: {
            id: newId, activityId, challengerId, role: given.role, why: given.why, activityTitle: given.activityTitle, fromDay, toDay, respondBy: dayDate(given.respondBy),
            hosts: { create: [...new Set(given.hostAuthorityIds)].map((authorityId) => ({ authorityId })) },
          },
          select: { id: true },
        });
        await takeDays(inner, newId, challengerId, given.on, given.until ?? given.on);
      },
    },
    tx,
  );
  const sent = await fireWithin(tx, {
    workflowId: id,
    event: "invitation.send",
    actor: given.actor,
    settle: async (inner) => {
      await inner.assignment.update({ where: { id }, data: { sentAt: now() }, select: { id: true } });
    },
  });
  if (sent.kind !== "moved") throw new Error(`the invitation just prepared did not go out: ${sent.kind}`);
  return { kind: "invited", assignmentId: id };
}

/** The system, or a coordinator of the region of the activity. */
async function mayInvite(tx: Tx, { actor, regionId }: Invitation): Promise<boolean> {
  if (actor.kind === "system") return true;
  const moment = now();
  return (await tx.holding.count({ where: { personId: actor.personId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId, authorityId: null, kind: "sli-coordinator" } } })) > 0;
}

/** Why somebody cannot be asked to an activity, or nothing. Called under the person's lock when it counts; for pages without. */
export async function whyNot(tx: Tx, given: Omit<Invitation, "actor" | "why" | "activityTitle" | "respondBy">): Promise<InviteRefusal | null> {
  const challenger = await tx.challenger.findUnique({
    where: { id: given.challengerId },
    select: {
      personId: true, level: true, maxLoad: true, trainedUntil: true,
      workflow: { select: { state: true } },
      person: { select: { leftAt: true } },
      conflicts: { where: { endedAt: null, authorityId: { in: [...given.hostAuthorityIds] } }, select: { id: true } },
    },
  });
  if (!challenger || challenger.person.leftAt) return "no-such-challenger";
  if (!INVITED_FROM.some((state) => state === challenger.workflow.state)) return "not-available";
  if (given.role === "lead" && challenger.level !== "lead") return "cannot-lead";
  const employers = (await employersOf(tx, [challenger.personId])).get(challenger.personId) ?? [];
  if (employers.some(({ id }) => given.hostAuthorityIds.includes(id))) return "employed-by-host";
  if (challenger.conflicts.length > 0) return "in-conflict";
  const today = dayOf(now());
  const from = given.on ?? today;
  const until = given.until ?? given.on ?? today;
  if (!challenger.trainedUntil || dayText(challenger.trainedUntil) < until) return "training-runs-out";
  const asked = await tx.assignment.findMany({ where: { activityId: given.activityId, workflow: { state: { in: [...LIVE] } } }, select: { challengerId: true, role: true } });
  if (asked.some((one) => one.challengerId === given.challengerId)) return "already-asked";
  if (given.role === "lead" && asked.some((one) => one.role === "lead")) return "lead-already-asked";
  if (given.on) {
    const days = { gte: dayDate(from), lte: dayDate(until) };
    if ((await tx.assignmentDay.count({ where: { challengerId: given.challengerId, day: days } })) > 0) return "busy-that-day";
    if (await isNamedFor(tx, challenger.personId, { from, to: until })) return "in-own-session";
    if ((await tx.challengerAway.count({ where: { challengerId: given.challengerId, fromDay: { lte: days.lte }, toDay: { gte: days.gte } } })) > 0) return "away-that-day";
  }
  if ((await tx.assignment.count({ where: { challengerId: given.challengerId, ...loadAround(from, until) } })) >= challenger.maxLoad) return "load-reached";
  return null;
}

/** Takes days for a place, as far as they are free; the guard `dayFree` sees what is missing. */
export async function takeDays(tx: Tx, assignmentId: string, challengerId: string, from: string | null, until: string | null): Promise<void> {
  if (!from || !until) return;
  await tx.assignmentDay.createMany({ data: daysBetween(from, until).map((day) => ({ assignmentId, challengerId, day: dayDate(day) })), skipDuplicates: true });
}
