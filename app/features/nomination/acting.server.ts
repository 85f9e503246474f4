import { addWorkingMinutes } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { orRefusal, Refusal, type Acting, type Beside } from "~/workflow/acting.server";
import { system } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";

export interface Act extends Acting {
  readonly nominationId: string;
}

/** A cohort, locked until the transaction ends. Everything about its places happens under this lock, which comes before that of any record. */
export interface CohortRow {
  readonly id: string;
  readonly programmeId: string;
  readonly regionId: string;
  readonly state: string;
  readonly places: number;
  readonly taken: number;
  readonly closesOn: string;
  readonly offerHours: number;
}

export async function lockCohort(tx: Tx, cohortId: string): Promise<CohortRow> {
  const [row] = await tx.$queryRaw<CohortRow[]>`
    SELECT c.id, c.programme_id AS "programmeId", c.region_id AS "regionId", (SELECT state FROM workflow WHERE id = c.id) AS state, c.places, c.taken,
           c.closes_on::text AS "closesOn", c.offer_hours AS "offerHours" FROM cohort c WHERE c.id = ${cohortId}::uuid FOR UPDATE OF c`;
  if (!row) throw new Refusal("no-such-record");
  return row;
}

/** Until when an offer made now is kept: so many working hours. */
export function offerEnds(cohort: Pick<CohortRow, "offerHours">, from: Date): Date {
  return addWorkingMinutes(from, cohort.offerHours * 60);
}

/** Keeps a place for somebody from now on. */
export async function startOffer(tx: Tx, nominationId: string, cohort: Pick<CohortRow, "offerHours">): Promise<void> {
  await tx.nomination.update({ where: { id: nominationId }, data: { offeredAt: now(), offerUntil: offerEnds(cohort, now()) }, select: { id: true } });
}

/** Thrown to undo what was written beside an act on an old page. */
class Conflict extends Error {
  constructor(readonly revision: number) {
    super("moved meanwhile");
  }
}

/** A transaction in which a refusal or a conflict undoes everything and is the answer. */
export async function moving(work: (tx: Tx) => Promise<FireResult>): Promise<FireResult> {
  try {
    return await orRefusal(() =>
      inTransaction(async (tx) => {
        const result = await work(tx);
        if (result.kind === "refused") throw new Refusal(result.reason);
        if (result.kind === "conflict") throw new Conflict(result.revision);
        return result;
      }),
    );
  } catch (error) {
    if (error instanceof Conflict) return { kind: "conflict", revision: error.revision };
    throw error;
  }
}

/** Fires one event of a nomination under its cohort's lock; afterwards a place that has become free is offered to the first reserve. */
export async function act({ nominationId, ...given }: Act, event: string, beside: Beside = {}): Promise<FireResult> {
  const known = await db.nomination.findUnique({ where: { id: nominationId }, select: { cohortId: true } });
  if (!known) return { kind: "refused", reason: "no-such-record" };
  return moving(async (tx) => {
    await lockCohort(tx, known.cohortId);
    const result = await fireWithin(tx, { workflowId: nominationId, event, ...given, ...beside });
    if (result.kind === "moved") await settleReserves(tx, known.cohortId);
    return result;
  });
}

/** As `act`, for a verb that needs the cohort's row. */
export async function actUnder(given: Act, event: string, beside: (tx: Tx, cohort: CohortRow) => Promise<Beside>): Promise<FireResult> {
  const { nominationId, ...acting } = given;
  const known = await db.nomination.findUnique({ where: { id: nominationId }, select: { cohortId: true } });
  if (!known) return { kind: "refused", reason: "no-such-record" };
  return moving(async (tx) => {
    const cohort = await lockCohort(tx, known.cohortId);
    const result = await fireWithin(tx, { workflowId: nominationId, event, ...acting, ...(await beside(tx, cohort)) });
    if (result.kind === "moved") await settleReserves(tx, known.cohortId);
    return result;
  });
}

/**
 * As long as a place is free, the first on the reserve list who fits is offered it: whose authority has one
 * left, and of a team all of them together. Called in every transaction that can free a place, so that none
 * is stranded and nobody jumps the list.
 */
export async function settleReserves(tx: Tx, cohortId: string): Promise<number> {
  for (let offers = 0; ; ) {
    const cohort = await lockCohort(tx, cohortId);
    if (cohort.state !== "confirmed" || cohort.taken >= cohort.places) return offers;
    const next = await firstWhoFit(tx, cohort);
    if (!next) return offers;
    for (const id of next) {
      await startOffer(tx, id, cohort);
      const result = await fireWithin(tx, { workflowId: id, event: "place.offer", actor: system });
      if (result.kind !== "moved") throw new Error(`a place could not be offered: ${JSON.stringify(result)}`);
    }
    offers += next.length;
  }
}

/** One person, or one team of an authority: the first in the order of the list for whom there are places, of the cohort and of their authority's services. */
async function firstWhoFit(tx: Tx, { id, places, taken }: CohortRow): Promise<readonly string[] | undefined> {
  const [first] = await tx.$queryRaw<{ ids: string[] }[]>`
    WITH waiting AS (
      SELECT n.id, n.reserve_no, n.authority_id, n.service, CASE WHEN n.team = '' THEN n.id::text ELSE n.authority_id || ' ' || n.team END AS together
        FROM nomination n JOIN workflow w ON w.id = n.id AND w.state = 'reserve' WHERE n.cohort_id = ${id}::uuid)
    SELECT array_agg(one.id ORDER BY one.reserve_no, one.id) AS ids FROM waiting one GROUP BY one.together
    HAVING count(*) <= ${places - taken} AND NOT EXISTS (
      SELECT 1 FROM waiting mate JOIN cohort_quota q ON q.cohort_id = ${id}::uuid AND q.authority_id = mate.authority_id AND q.service = mate.service
       WHERE mate.together = one.together GROUP BY q.authority_id, q.service, q.places, q.taken HAVING q.taken + count(*) > q.places)
     ORDER BY min(one.reserve_no), min(one.id::text) LIMIT 1`;
  return first?.ids;
}
