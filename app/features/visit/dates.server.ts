import { moveAssignments, settleTeam } from "~/features/assignment";
import { now } from "~/platform/clock.server";
import { dayDate, dayText } from "~/platform/day-column";
import { Refusal, withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { act, keepReason, type Act } from "./acting.server";
import { cancelVisitDays, setVisitDays } from "./calendar.server";
import { lastDayFrom, wrongWithDay, wrongWithDays } from "./days";
import { visitRulesOf } from "./rules.server";

/**
 * Sets the visit's days, in the caller's transaction, and the day by which the host speaks of the team.
 * @throws Refusal when they cannot be
 */
export async function setDays(tx: Tx, id: string, firstDay: string, hostSpeaks = true): Promise<{ readonly firstDay: string; readonly lastDay: string }> {
  const visit = await tx.visit.findUniqueOrThrow({ where: { id }, select: { days: true, cycle: { select: { endsOn: true, rules: true } } } });
  const today = dayOf(now());
  const wrong = wrongWithDay(firstDay, { today, endsOn: dayText(visit.cycle.endsOn), days: visit.days });
  if (wrong) throw new Refusal(wrong);
  const lastDay = lastDayFrom(firstDay, visit.days);
  const objectBy = addWorkingDays(today, visitRulesOf(visit.cycle.rules).visitObjectWorkingDays);
  await tx.visit.update({ where: { id }, data: { firstDay: dayDate(firstDay), lastDay: dayDate(lastDay), ...(hostSpeaks ? { objectBy: dayDate(objectBy) } : {}) }, select: { id: true } });
  return { firstDay, lastDay };
}

/** Other days for a visit that has a team: everybody who had accepted is asked again. */
export function moveDates(given: Act & { readonly firstDay: string; readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "dates.move", {
    payload: { ...payload, firstDay: given.firstDay },
    write: async (tx, workflow) => {
      if (["awaitingAcceptances", "awaitingArrangements", "awaitingPositionStatement", "awaitingVisit"].includes(workflow.state)) await toDays(tx, given.visitId, given.firstDay);
      await keepReason(tx, given.visitId, text);
    },
    settle: (tx) => settleTeam(tx, given.visitId),
  });
}

/** New days for a postponed visit whose team is still there: they are asked again. */
export function setNewDates(given: Act & { readonly firstDay: string }): Promise<FireResult> {
  return act(given, "dates.set", {
    payload: { firstDay: given.firstDay },
    write: async (tx, workflow) => {
      if (workflow.state === "postponed") await toDays(tx, given.visitId, given.firstDay);
    },
    settle: (tx) => settleTeam(tx, given.visitId),
  });
}

async function toDays(tx: Tx, id: string, firstDay: string): Promise<void> {
  const { firstDay: before, confirmedAt, cycle } = await tx.visit.findUniqueOrThrow({ where: { id }, select: { firstDay: true, confirmedAt: true, cycle: { select: { rules: true } } } });
  // A team that was confirmed has been looked at: the host does not get another say.
  const days = await setDays(tx, id, firstDay, confirmedAt === null);
  await moveAssignments(tx, { activityId: id, on: days.firstDay, until: days.lastDay, respondBy: addWorkingDays(dayOf(now()), visitRulesOf(cycle.rules).acceptWorkingDays) });
  await tx.visit.update({ where: { id }, data: { confirmedAt: null, postponedAt: null, ...(before && dayText(before) === firstDay ? {} : { statementAt: null }) }, select: { id: true } });
  await setVisitDays(tx, id);
}

/** A postponed visit that has no team any more looks for one on new possible days. */
export function resumePlanning(given: Act & { readonly candidateDays: readonly string[] }): Promise<FireResult> {
  return act(given, "planning.resume", {
    write: async (tx, workflow) => {
      if (workflow.state !== "postponed") return;
      const visit = await tx.visit.findUniqueOrThrow({ where: { id: given.visitId }, select: { days: true, cycle: { select: { endsOn: true } } } });
      const wrong = wrongWithDays(given.candidateDays, { today: dayOf(now()), endsOn: dayText(visit.cycle.endsOn), days: visit.days });
      if (wrong) throw new Refusal(wrong.reason);
      await tx.visit.update({
        where: { id: given.visitId },
        // The days by which a team is proposed are counted again from today.
        data: { candidateDays: [...given.candidateDays].sort(), firstDay: null, lastDay: null, objectBy: null, endorsedAt: now(), postponedAt: null, confirmedAt: null },
        select: { id: true },
      });
    },
  });
}

/** Puts the visit off without new days yet: they leave people's calendars, and the team has them back. */
export function postponeVisit(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "visit.postpone", {
    payload,
    write: async (tx) => {
      await cancelVisitDays(tx, given.visitId);
      await tx.visit.update({ where: { id: given.visitId }, data: { postponedAt: now() }, select: { id: true } });
      // Places are kept, their days are free for other work: the team is asked again when there are new days.
      await moveAssignments(tx, { activityId: given.visitId, on: null, respondBy: dayOf(now()) });
      await keepReason(tx, given.visitId, text);
    },
  });
}

/** The visit will not take place. */
export function withdrawVisit(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "visit.withdraw", {
    payload,
    write: async (tx) => {
      await cancelVisitDays(tx, given.visitId);
      await keepReason(tx, given.visitId, text);
    },
    settle: (tx) => settleTeam(tx, given.visitId),
  });
}
