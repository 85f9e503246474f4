import { now } from "~/platform/clock.server";
import { personOf, Refusal, writing, type Refused } from "~/workflow/acting.server";
import { system, type Actor } from "~/workflow/actor.server";
import { fireWithin } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { lockCohort, startOffer } from "./acting.server";
import type { Draft } from "./words";

export interface Drafted {
  readonly draft: Draft | null;
  /** Of reserves: who comes first. */
  readonly order: number | null;
}

/** Whether somebody coordinates a region now, inside a transaction. */
export async function coordinates(tx: Tx, actor: Actor, regionId: string): Promise<boolean> {
  const moment = now();
  return (await tx.holding.count({ where: { personId: personOf(actor), from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId, authorityId: null, kind: "sli-coordinator" } } })) > 0;
}

/** Keeps what the board means to decide. Nobody is told: a draft becomes a decision when all are released. */
export function draftDecisions({ cohortId, drafts, actor }: { readonly cohortId: string; readonly drafts: ReadonlyMap<string, Drafted>; readonly actor: Actor }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    const cohort = await lockCohort(tx, cohortId);
    if (!(await coordinates(tx, actor, cohort.regionId))) throw new Refusal("not-your-role");
    if (cohort.state !== "selecting") throw new Refusal("no-such-step");
    for (const [id, { draft, order }] of drafts) {
      await tx.nomination.updateMany({ where: { id, cohortId, workflow: { state: "submitted" } }, data: { draft, draftOrder: draft === "reserve" ? order : null } });
    }
    return { kind: "saved" as const };
  });
}

/** What stands in the way of releasing the decisions of a cohort; null when nothing does. */
export async function standsInTheWay(tx: Pick<Tx, "$queryRaw">, cohortId: string): Promise<"undecided" | "over-places" | "over-quota" | "team-split" | "nobody" | null> {
  const [row] = await tx.$queryRaw<{ all: number; undecided: number; offers: number; free: number; over: number; split: number }[]>`
    WITH board AS (SELECT n.* FROM nomination n JOIN workflow w ON w.id = n.id AND w.state = 'submitted' WHERE n.cohort_id = ${cohortId}::uuid)
    SELECT (SELECT count(*)::int FROM board) AS "all", (SELECT count(*)::int FROM board WHERE draft IS NULL) AS undecided, (SELECT count(*)::int FROM board WHERE draft = 'offer') AS offers,
           (SELECT places - taken FROM cohort WHERE id = ${cohortId}::uuid) AS free,
           (SELECT count(*)::int FROM cohort_quota q WHERE q.cohort_id = ${cohortId}::uuid
               AND (SELECT count(*) FROM board b WHERE b.draft = 'offer' AND b.authority_id = q.authority_id AND b.service = q.service) > q.places - q.taken) AS over,
           (SELECT count(*)::int FROM (SELECT 1 FROM board WHERE team <> '' GROUP BY authority_id, team HAVING count(DISTINCT draft) > 1) AS t) AS split`;
  if (!row || row.all === 0) return "nobody";
  if (row.undecided > 0) return "undecided";
  if (row.split > 0) return "team-split";
  if (row.offers > row.free) return "over-places";
  return row.over > 0 ? "over-quota" : null;
}

/** Turns every draft into what it says, inside the release: offers, the reserve list in its order, and refusals. */
export async function releaseDecisions(tx: Tx, cohortId: string): Promise<void> {
  const cohort = await lockCohort(tx, cohortId);
  await releaseUnfinished(tx, cohortId);
  const board = await tx.nomination.findMany({
    where: { cohortId, workflow: { state: "submitted" } }, orderBy: [{ draftOrder: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }], select: { id: true, draft: true },
  });
  for (const { id, draft } of board) {
    if (draft === "offer") await startOffer(tx, id, cohort);
    if (draft === "reserve") {
      const { lastReserve } = await tx.cohort.update({ where: { id: cohortId }, data: { lastReserve: { increment: 1 } }, select: { lastReserve: true } });
      await tx.nomination.update({ where: { id }, data: { reserveNo: lastReserve }, select: { id: true } });
    }
    const event = draft === "offer" ? "place.offer" : draft === "reserve" ? "reserve.put" : "selection.refuse";
    const result = await fireWithin(tx, { workflowId: id, event, actor: system });
    if (result.kind !== "moved") throw new Refusal(result.kind === "refused" ? result.reason : "no-such-step");
  }
}

/** Ends what was not endorsed by the closing date, when the decisions are out. Replacements go on. */
async function releaseUnfinished(tx: Tx, cohortId: string): Promise<void> {
  const late = await tx.nomination.findMany({ where: { cohortId, replacesId: null, workflow: { state: { in: ["awaitingManager", "awaitingSponsor"] } } }, select: { id: true }, orderBy: { id: "asc" } });
  for (const { id } of late) await fireWithin(tx, { workflowId: id, event: "selection.refuse", actor: system });
}

/** Closes the reserve list when the programme begins. */
export async function releaseReserves(tx: Tx, cohortId: string): Promise<void> {
  const reserves = await tx.nomination.findMany({ where: { cohortId, workflow: { state: "reserve" } }, orderBy: { reserveNo: "asc" }, select: { id: true } });
  for (const { id } of reserves) await fireWithin(tx, { workflowId: id, event: "reserve.release", actor: system });
}

/** Ends the programme for everybody who takes part: completed by the programme's rule, or not. */
export async function completeAll(tx: Tx, cohortId: string): Promise<void> {
  const standings = await rulesMet(tx, cohortId);
  for (const { id, met } of standings) await fireWithin(tx, { workflowId: id, event: met ? "programme.complete" : "programme.fall", actor: system });
}

export interface RuleMet {
  readonly id: string;
  readonly personId: string;
  readonly attended: number;
  readonly days: number;
  readonly met: boolean;
}

/** How everybody who takes part stands against the programme's rule: days attended, whole or in part, and the assignment. */
export function rulesMet(tx: Pick<Tx, "$queryRaw">, cohortId: string): Promise<RuleMet[]> {
  return tx.$queryRaw<RuleMet[]>`
    WITH held AS (SELECT d.id FROM programme_day d JOIN workflow w ON w.id = d.id WHERE d.cohort_id = ${cohortId}::uuid AND w.state <> 'cancelled'),
         counts AS (SELECT (SELECT count(*)::int FROM held) AS days)
    SELECT n.id, n.person_id AS "personId", counts.days,
           (SELECT count(DISTINCT b.owner_id)::int FROM booking b JOIN held ON held.id = b.owner_id JOIN workflow w ON w.id = b.id AND w.state IN ('attended', 'partlyAttended') WHERE b.person_id = n.person_id) AS attended,
           (SELECT count(DISTINCT b.owner_id) FROM booking b JOIN held ON held.id = b.owner_id JOIN workflow w ON w.id = b.id AND w.state IN ('attended', 'partlyAttended') WHERE b.person_id = n.person_id) >= counts.days - p.may_miss
             AND (NOT p.has_assignment OR n.assignment_done) AS met
      FROM nomination n JOIN workflow nw ON nw.id = n.id AND nw.state IN ('participating', 'completed', 'notCompleted') JOIN cohort c ON c.id = n.cohort_id JOIN programme p ON p.id = c.programme_id, counts
     WHERE n.cohort_id = ${cohortId}::uuid ORDER BY n.id`;
}

/** Notes whose assignment is in, of those who take part. */
export function noteAssignments({ cohortId, done, of, actor }: { readonly cohortId: string; readonly done: readonly string[]; readonly of: readonly string[]; readonly actor: Actor }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    const cohort = await lockCohort(tx, cohortId);
    if (!(await coordinates(tx, actor, cohort.regionId))) throw new Refusal("not-your-role");
    await tx.nomination.updateMany({ where: { cohortId, id: { in: [...of] } }, data: { assignmentDone: false } });
    await tx.nomination.updateMany({ where: { cohortId, id: { in: [...done] } }, data: { assignmentDone: true } });
    return { kind: "saved" as const };
  });
}
