import { now } from "~/platform/clock.server";
import { Refusal, withReason } from "~/workflow/acting.server";
import { system } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { reparent } from "~/workflow/title.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { act, actUnder, lockCohort, moving, offerEnds, startOffer, type Act } from "./acting.server";
import { joinDays, leaveDays } from "./leaving.server";
import { LINK_DAYS } from "./nominating.server";

type WithReason = Act & { readonly reason: string };

async function keep(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.nomination.update({ where: { id }, data: { reason: reason === "" ? null : reason }, select: { id: true } });
}

function reasoned({ reason, ...given }: WithReason, event: string, settle?: (tx: Tx) => Promise<void>): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given, event, { payload, write: (tx) => keep(tx, given.nominationId, text), ...(settle ? { settle } : {}) });
}

const outOfTheDays = (nominationId: string) => async (tx: Tx) => {
  const { cohortId, personId } = await tx.nomination.findUniqueOrThrow({ where: { id: nominationId }, select: { cohortId: true, personId: true } });
  await leaveDays(tx, cohortId, personId);
};

/** Sends the line manager a new link; those before it end. */
export function resendLink(given: Act): Promise<FireResult> {
  return act(given, "link.resend", {
    write: async (tx) => {
      await tx.nomination.update({ where: { id: given.nominationId }, data: { linkNo: { increment: 1 }, approveBy: new Date(`${addWorkingDays(dayOf(now()), LINK_DAYS)}T00:00:00Z`) }, select: { id: true } });
    },
  });
}

export const approve = (given: Act): Promise<FireResult> => act(given, "manager.approve");
export const refuseAsManager = (given: WithReason): Promise<FireResult> => reasoned(given, "manager.refuse");
export const refuseAsSponsor = (given: WithReason): Promise<FireResult> => reasoned(given, "sponsor.refuse");

/** The director of the person's service endorses it: it goes to the board, or, in place of somebody else, straight to an offer. */
export function endorse(given: Act): Promise<FireResult> {
  return actUnder(given, "sponsor.endorse", () => Promise.resolve({}));
}

export function endorseReplacement(given: Act): Promise<FireResult> {
  return actUnder(given, "sponsor.endorseReplacement", (_, cohort) => Promise.resolve({ write: (tx: Tx) => startOffer(tx, given.nominationId, cohort) }));
}

/** Accepts the place: from now on the days can be booked. Where the programme has begun meanwhile, the person takes part at once. */
export function accept(given: Act): Promise<FireResult> {
  return act(given, "offer.accept", {
    settle: async (tx) => {
      const { cohortId, personId, cohort } = await tx.nomination.findUniqueOrThrow({ where: { id: given.nominationId }, select: { cohortId: true, personId: true, cohort: { select: { workflow: { select: { state: true } } } } } });
      await joinDays(tx, cohortId, personId);
      if (cohort.workflow.state === "running") await fireWithin(tx, { workflowId: given.nominationId, event: "programme.begin", actor: system });
    },
  });
}

export const decline = (given: WithReason): Promise<FireResult> => reasoned(given, "offer.decline");
/** Puts it off to a later cohort: the place here goes to the first reserve, the endorsement is kept. */
export const defer = (given: WithReason): Promise<FireResult> => reasoned(given, "participation.defer", outOfTheDays(given.nominationId));
export const withdraw = (given: WithReason): Promise<FireResult> => reasoned(given, "nomination.withdraw", outOfTheDays(given.nominationId));

/** Gives more time to answer an offer: counted anew from now. */
export function extendOffer(given: Act): Promise<FireResult> {
  return actUnder(given, "offer.extend", (_, cohort) =>
    Promise.resolve({
      write: async (tx: Tx) => void (await tx.nomination.update({ where: { id: given.nominationId }, data: { offeredAt: now(), offerUntil: offerEnds(cohort, now()) }, select: { id: true } })),
    }),
  );
}

/** Puts a deferred nomination before the board of the next later cohort whose nominations are open. Refused: there is none ("no-later-cohort"), or no place of the authority. */
export function resume({ nominationId, ...given }: Act): Promise<FireResult> {
  return moving(async (tx) => {
    const was = await tx.nomination.findUnique({ where: { id: nominationId }, select: { personId: true, authorityId: true, service: true, cohort: { select: { programmeId: true, number: true, programme: { select: { short: true } } } }, person: { select: { name: true } } } });
    if (!was) throw new Refusal("no-such-record");
    const next = await tx.cohort.findFirst({ where: { programmeId: was.cohort.programmeId, number: { gt: was.cohort.number }, workflow: { state: "nominationsOpen" } }, orderBy: { number: "asc" }, select: { id: true, number: true } });
    if (!next) throw new Refusal("no-later-cohort");
    await lockCohort(tx, next.id);
    if ((await tx.nomination.count({ where: { cohortId: next.id, personId: was.personId, active: true } })) > 0) throw new Refusal("nominated-already");
    const quota = await tx.cohortQuota.findUnique({ where: { cohortId_authorityId_service: { cohortId: next.id, authorityId: was.authorityId, service: was.service } } });
    const others = await tx.nomination.count({ where: { cohortId: next.id, authorityId: was.authorityId, service: was.service, active: true, workflow: { state: { not: "deferred" } } } });
    if (quota && others >= quota.places) throw new Refusal("withinQuota");
    return fireWithin(tx, {
      workflowId: nominationId, event: "participation.resume", ...given,
      write: async (inner) => {
        await inner.nomination.update({ where: { id: nominationId }, data: { cohortId: next.id, draft: null, draftOrder: null, reserveNo: null, offeredAt: null, offerUntil: null, replacesId: null }, select: { id: true } });
        await reparent(inner, nominationId, next.id, `${was.person.name}, ${was.cohort.programme.short} cohort ${next.number}`);
      },
    });
  });
}
