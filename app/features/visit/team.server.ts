import { inviteToActivity, objectToMember } from "~/features/assignment";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { Refusal, personOf, withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { act, type Act } from "./acting.server";
import { setVisitDays } from "./calendar.server";
import { setDays } from "./dates.server";
import { lastDayFrom } from "./days";
import { candidatesOf } from "./pool.server";
import { questionOf } from "./proposal.server";
import { visitRulesOf } from "./rules.server";
import { lookAtTeam, whyThis, type Seat } from "./team-choice";

export interface TeamToAsk {
  readonly firstDay: string;
  /** Everybody who shall be on it, those who stay included. */
  readonly seats: readonly Seat[];
}

/**
 * Asks a team: each challenger is invited in the same transaction, and the host is told whom. Refused for
 * whatever nobody may set aside (lookAtTeam); what is only a warning is the coordinator's to judge.
 */
export function proposeTeam(given: Act & { readonly team: TeamToAsk }): Promise<FireResult> {
  return ask(given, "team.propose", "awaitingTeam");
}

/** Asks somebody else for each place that became free; those who have not said no stay. */
export function refillTeam(given: Act & { readonly team: TeamToAsk }): Promise<FireResult> {
  return ask(given, "team.refill", "awaitingAcceptances");
}

async function ask(given: Act & { readonly team: TeamToAsk }, event: "team.propose" | "team.refill", state: string): Promise<FireResult> {
  const { visitId, team, actor } = given;
  const question = await questionOf(visitId);
  if (!question) return { kind: "refused", reason: "no-such-record" };
  if (!question.wanted.candidateDays.includes(team.firstDay)) return { kind: "refused", reason: "not-a-candidate-day" };
  const { lastDay, candidates } = await pooled(question, team.firstDay);
  const { bars } = lookAtTeam(team.seats, candidates, question.wanted, team.firstDay);
  if (bars[0]) return { kind: "refused", reason: bars[0].bar };
  return act(given, event, {
    payload: { firstDay: team.firstDay },
    write: async (tx, workflow) => {
      if (workflow.state !== state) return;
      const held = await heldPlaces(tx, visitId);
      // Those who stay, stay: a page that shows another team is an old one.
      const kept = (place: { readonly challengerId: string; readonly role: string }) => team.seats.some((seat) => seat.candidateId === place.challengerId && seat.lead === (place.role === "lead"));
      if (!held.every(kept)) throw new Refusal("wrong-size");
      if (state === "awaitingTeam") {
        await setDays(tx, visitId, team.firstDay);
        await tx.visit.update({ where: { id: visitId }, data: { proposedAt: now(), welcomedAt: null, reason: null }, select: { id: true } });
      }
      const visit = await tx.visit.findUniqueOrThrow({ where: { id: visitId }, select: { authorityId: true, workflow: { select: { title: true, regionId: true } }, cycle: { select: { rules: true } } } });
      // Always in the same order: two teams asked at once then wait for each other instead of locking each other out.
      for (const seat of [...team.seats].sort((a, b) => a.candidateId.localeCompare(b.candidateId))) {
        if (held.some((place) => place.challengerId === seat.candidateId)) continue;
        const one = candidates.find(({ id }) => id === seat.candidateId);
        if (!one) throw new Refusal("not-in-pool");
        const invited = await inviteToActivity(tx, {
          activityId: visitId, challengerId: one.id, role: seat.lead ? "lead" : "challenger", why: whyThis(one, question.wanted, team.firstDay, seat.lead),
          activityTitle: visit.workflow.title, on: team.firstDay, until: lastDay, hostAuthorityIds: [visit.authorityId], regionId: visit.workflow.regionId,
          respondBy: addWorkingDays(dayOf(now()), visitRulesOf(visit.cycle.rules).acceptWorkingDays), actor,
        });
        if (invited.kind === "refused") throw new Refusal(asBar[invited.reason] ?? invited.reason);
      }
    },
  });
}

/** The pool's own refusals, in the words of a team. */
const asBar: Readonly<Record<string, string>> = {
  "employed-by-host": "of-the-host", "in-conflict": "in-conflict", "training-runs-out": "not-trained", "busy-that-day": "other-commitment", "in-own-session": "other-commitment", "away-that-day": "not-free", "load-reached": "no-room",
  "no-such-challenger": "not-in-pool", "not-available": "not-in-pool", "already-asked": "twice-on-team", "lead-already-asked": "cannot-lead", "cannot-lead": "cannot-lead",
};

async function pooled(question: NonNullable<Awaited<ReturnType<typeof questionOf>>>, firstDay: string) {
  const lastDay = lastDayFrom(firstDay, question.wanted.days);
  return { lastDay, candidates: await candidatesOf(question.regionId, { from: firstDay, to: lastDay }, question.visitId) };
}

const HELD: readonly string[] = ["invited", "awaitingDecision", "accepted"];

function heldPlaces(tx: Tx, visitId: string) {
  return tx.assignment.findMany({ where: { activityId: visitId, workflow: { state: { in: [...HELD] } } }, select: { id: true, challengerId: true, role: true, challenger: { select: { personId: true } } } });
}

/** The host has nothing against the team: the coordinator need not wait for the days of objection to pass. */
export function welcomeTeam(given: Act): Promise<FireResult> {
  return act(given, "team.welcome", {
    settle: async (tx) => {
      // Only now: whether the host may still speak is asked of the rows as they stood.
      await tx.visit.update({ where: { id: given.visitId }, data: { welcomedAt: now() }, select: { id: true } });
    },
  });
}

/**
 * The host's single objection, to one member who has not said no: the place is free again at once. The
 * person is told that they are not needed, without the reason.
 */
export function objectTo(given: Act & { readonly assignmentId: string; readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "member.object", {
    payload,
    write: async (tx, workflow) => {
      if (text === "") throw new Refusal("hasReason");
      if (workflow.state !== "awaitingAcceptances") return;
      if (!(await heldPlaces(tx, given.visitId)).some((place) => place.id === given.assignmentId)) throw new Refusal("no-such-member");
    },
    settle: async (tx) => {
      const place = (await heldPlaces(tx, given.visitId)).find(({ id }) => id === given.assignmentId);
      if (!place) throw new Refusal("no-such-member");
      await tx.visitObjection.create({ data: { visitId: given.visitId, assignmentId: place.id, personId: place.challenger.personId, reason: text, byId: personOf(given.actor), at: now() }, select: { visitId: true } });
      const ended = await objectToMember(tx, { assignmentId: place.id, reason: text });
      if (ended.kind !== "moved") throw new Refusal(ended.kind === "refused" && ended.reason === "objected-before" ? "mayObject" : "no-such-member");
    },
  });
}

/** Everybody has accepted: the team is confirmed, and the days go into calendars. */
export function confirmTeam(given: Act): Promise<FireResult> {
  return act(given, "team.confirm", {
    write: async (tx, workflow) => {
      if (workflow.state !== "awaitingAcceptances") return;
      const visit = await tx.visit.findUniqueOrThrow({ where: { id: given.visitId }, select: { firstDay: true } });
      if (visit.firstDay && dayText(visit.firstDay) <= dayOf(now())) throw new Refusal("date-past");
      await tx.visit.update({ where: { id: given.visitId }, data: { confirmedAt: now(), reason: null }, select: { id: true } });
      await setVisitDays(tx, given.visitId);
    },
  });
}
