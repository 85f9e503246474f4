import { inviteToActivity, LIVE, whyNot, type Role } from "~/features/assignment";
import { db } from "~/platform/db.server";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { Refusal } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { act, type Act } from "./acting.server";
import { challengersFor, type PoolMember } from "./pool.server";
import { proposedTeam } from "./proposal";
import { triadRulesOf } from "./rules.server";

/** What an invitation to a group's session says, whoever is asked; null while it has no day. */
async function sessionFor(tx: Tx, triadId: string) {
  const triad = await tx.triad.findUniqueOrThrow({
    where: { id: triadId },
    select: {
      team: true, sessionOn: true, cycle: { select: { regionId: true, rules: true } }, workflow: { select: { title: true } },
      members: { where: { leftAt: null }, select: { authorityId: true } },
    },
  });
  if (!triad.sessionOn) return null;
  const on = dayText(triad.sessionOn);
  const usual = addWorkingDays(dayOf(now()), triadRulesOf(triad.cycle.rules).acceptWorkingDays);
  const asked = await tx.assignment.findMany({ where: { activityId: triadId }, select: { challengerId: true, role: true, workflow: { select: { state: true } } } });
  const live = asked.filter((place) => LIVE.some((state) => state === place.workflow.state));
  return {
    team: triad.team,
    /** Everybody who was ever asked: whoever said no is not asked again. */
    asked: new Set(asked.map((place) => place.challengerId)),
    hasLead: live.some((place) => place.role === "lead"),
    open: Math.max(0, triadRulesOf(triad.cycle.rules).challengersPerSession - live.length),
    invitation: {
      activityId: triadId, on, activityTitle: `the session of ${triad.workflow.title}`, hostAuthorityIds: triad.members.map((member) => member.authorityId),
      regionId: triad.cycle.regionId, respondBy: usual < on ? usual : on,
    },
  };
}

const WHY: Readonly<Record<Role, string>> = {
  lead: "Free and in date on the day, trained to lead, and employed by none of the authorities",
  challenger: "Free and in date on the day, and employed by none of the authorities",
};

/** Asks the challengers that were proposed, each once. Whoever cannot be asked any more leaves a place open, which the group's page shows. */
export async function inviteTeam(tx: Tx, given: Act): Promise<void> {
  const session = await sessionFor(tx, given.triadId);
  const team = proposedTeam.safeParse(session?.team);
  if (!session || !team.success) return;
  for (const challengerId of team.data.challengers) {
    if (session.asked.has(challengerId)) continue;
    const role = challengerId === team.data.lead ? "lead" : "challenger";
    await inviteToActivity(tx, { ...session.invitation, challengerId, role, why: WHY[role], actor: given.actor });
  }
}

/** Asks another challenger for a free place. Refused: "no-place-open", "asked-before", or why the person cannot be asked. */
export function refillTeam(given: Act & { readonly challengerId: string; readonly role: Role }): Promise<FireResult> {
  const { challengerId, role, actor } = given;
  return act(given, "team.refill", {
    settle: async (tx) => {
      const session = await sessionFor(tx, given.triadId);
      if (!session || session.open === 0) throw new Refusal("no-place-open");
      if (session.asked.has(challengerId)) throw new Refusal("asked-before");
      const invited = await inviteToActivity(tx, { ...session.invitation, challengerId, role, why: WHY[role], actor });
      if (invited.kind === "refused") throw new Refusal(invited.reason);
    },
  });
}

export interface FreePlaces {
  readonly open: number;
  readonly hasLead: boolean;
  /** Who can be asked for the day, those with most room first. */
  readonly candidates: readonly (PoolMember & { /** The authority they work for; empty where they work for none. */ readonly from: string })[];
}

/** The free places of a session and who can be asked for them. For the coordinator. */
export async function freePlaces(triadId: string): Promise<FreePlaces> {
  const session = await sessionFor(db, triadId);
  if (!session) return { open: 0, hasLead: false, candidates: [] };
  const { invitation, asked, hasLead, open } = session;
  const pool = (await challengersFor(invitation.regionId, { from: invitation.on, to: invitation.on })).filter((one) => !asked.has(one.id));
  const reasons = await Promise.all(pool.map((one) => whyNot(db, { ...invitation, challengerId: one.id, role: "challenger" })));
  const names = new Map((await db.authority.findMany({ where: { id: { in: pool.map((one) => one.employer) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
  const candidates = pool.filter((_, index) => reasons[index] === null).map((one) => ({ ...one, from: names.get(one.employer) ?? "" }));
  return { open, hasLead, candidates: candidates.sort((a, b) => b.maxLoad - a.maxLoad || a.name.localeCompare(b.name, "en-GB")) };
}
