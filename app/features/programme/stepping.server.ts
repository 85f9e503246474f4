import { lockSessions } from "~/features/booking";
import { completeAll, lockCohort, moving, releaseDecisions, releaseReserves, settleReserves } from "~/features/nomination";
import { now } from "~/platform/clock.server";
import { dayDate } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import { withReason, type Acting, type Beside } from "~/workflow/acting.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import type { Addressees } from "~/workflow/record.server";
import { addMonths, dayOf, workingDayFrom } from "~/workflow/working-days";
import { askImpact } from "./impact.server";

export interface Act extends Acting {
  readonly cohortId: string;
}

/** Months after its completion at which people are asked what a programme changed. */
const IMPACT_MONTHS = 6;

/** Fires one event of a cohort, under its lock. */
function act({ cohortId, ...acting }: Act, event: string, beside: Beside = {}): Promise<FireResult> {
  return moving(async (tx) => {
    await lockCohort(tx, cohortId);
    return fireWithin(tx, { workflowId: cohortId, event, ...acting, ...beside });
  });
}

/** Whom an invitation to nominate is for: the directors of both services, where asked only of authorities that have nominated nobody. */
async function directorsOf(cohortId: string, { withoutNomination = false } = {}): Promise<Addressees> {
  const cohort = await db.cohort.findUnique({ where: { id: cohortId }, select: { regionId: true, nominations: { where: { active: true }, select: { authorityId: true }, distinct: ["authorityId"] } } });
  if (!cohort) return {};
  const done = withoutNomination ? cohort.nominations.map(({ authorityId }) => authorityId) : [];
  const posts = await db.post.findMany({ where: { regionId: cohort.regionId, kind: { in: ["dcs", "dass"] }, authorityId: { notIn: done } }, select: { id: true } });
  return { postIds: posts.map(({ id }) => id) };
}

export const openNominations = async (given: Act): Promise<FireResult> => act(given, "nominations.open", { addressees: await directorsOf(given.cohortId) });
export const repeatInvitation = async (given: Act): Promise<FireResult> => act(given, "invitation.repeat", { addressees: await directorsOf(given.cohortId, { withoutNomination: true }) });
export const closeNominations = (given: Act): Promise<FireResult> => act(given, "nominations.close");

/** Gives more time to nominate, or opens nominations again before the decisions are out. */
export async function extendNominations({ closesOn, ...given }: Act & { readonly closesOn: string }): Promise<FireResult> {
  const { state } = await db.workflow.findUniqueOrThrow({ where: { id: given.cohortId }, select: { state: true } });
  return act(given, state === "selecting" ? "nominations.reopen" : "nominations.extend", {
    addressees: await directorsOf(given.cohortId),
    write: async (tx) => void (await tx.$executeRaw`UPDATE cohort SET closes_on = ${closesOn}::date, select_by = greatest(select_by, ${closesOn}::date) WHERE id = ${given.cohortId}::uuid`),
  });
}

/** Releases all decisions at once: everybody is told, and the days can be booked. */
export function releaseAll({ cohortId, ...acting }: Act): Promise<FireResult> {
  return moving(async (tx) => {
    await lockCohort(tx, cohortId);
    // Its days' dates are locked before their records, as whoever books does.
    const sessions = await tx.bookableSession.findMany({ where: { owner: { programmeDay: { cohortId } } }, select: { id: true } });
    await lockSessions(tx, sessions.map(({ id }) => id));
    return fireWithin(tx, { workflowId: cohortId, event: "decisions.release", ...acting, settle: async (inner) => {
      await releaseDecisions(inner, cohortId);
      await settleReserves(inner, cohortId);
    } });
  });
}

export const beginProgramme = (given: Act): Promise<FireResult> => act(given, "programme.begin", { settle: (tx) => releaseReserves(tx, given.cohortId) });

/** Completes the programme: certificates go to those who meet its rule. */
export function completeProgramme(given: Act): Promise<FireResult> {
  return act(given, "programme.complete", {
    write: async (tx) => {
      const impactOn = dayDate(workingDayFrom(addMonths(dayOf(now()), IMPACT_MONTHS)));
      await tx.cohort.update({ where: { id: given.cohortId }, data: { impactOn }, select: { id: true } });
    },
    settle: (tx) => completeAll(tx, given.cohortId),
  });
}

export const askWhatChanged = (given: Act): Promise<FireResult> =>
  act(given, "impact.ask", {
    write: async (tx) => void (await tx.cohort.update({ where: { id: given.cohortId }, data: { impactOn: new Date(`${dayOf(now())}T00:00:00Z`) }, select: { id: true } })),
    settle: (tx: Tx) => askImpact(tx, given.cohortId),
  });
export const closeFollowUp = (given: Act): Promise<FireResult> => act(given, "impact.close");

export function cancelCohort({ reason, ...given }: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given, "cohort.cancel", { payload, write: async (tx) => void (await tx.cohort.update({ where: { id: given.cohortId }, data: { reason: text === "" ? null : text }, select: { id: true } })) });
}
