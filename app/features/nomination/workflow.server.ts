import type { NominationFacts } from "~machines/nomination";

import { minutesLost, addWorkingMinutes } from "~/features/booking";
import { timeWords } from "~/features/booking/saying";
import { now } from "~/platform/clock.server";
import { fireWithin, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { lockCohort, settleReserves } from "./acting.server";
import { linkFor } from "./link.server";
import { happened, labelOf, taskOf } from "./words";

/** Working days that a director has, where nominations do not close before. */
const ENDORSE_WITHIN = 10;

/** A day, or the one on which nominations close where that comes first: what is wanted later comes too late. A replacement has no closing date. */
const beforeItCloses = (day: string, { replaces, closesOn }: Pick<Row, "replaces" | "closesOn">): string => (!replaces && closesOn < day ? closesOn : day);
const endorseBy = (row: Pick<Row, "replaces" | "closesOn" | "state" | "since">): string => beforeItCloses(addWorkingDays(dayOf(row.state === "awaitingSponsor" ? row.since : now()), ENDORSE_WITHIN), row);

interface Row {
  readonly state: string;
  readonly since: Date;
  readonly cohortState: string;
  readonly closesOn: string;
  readonly approveBy: string;
  readonly offerUntil: Date | null;
  readonly replaces: boolean;
  readonly free: number;
  readonly quotaFree: number | null;
  readonly quota: number | null;
  readonly nominated: number;
  readonly sponsorIsPerson: boolean;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<NominationFacts> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT w.state, w.since, cw.state AS "cohortState", c.closes_on::text AS "closesOn", n.approve_by::text AS "approveBy", n.offer_until AS "offerUntil", n.replaces_id IS NOT NULL AS replaces,
           c.places - c.taken AS free, q.places - q.taken AS "quotaFree", q.places AS quota,
           (SELECT count(*)::int FROM nomination o JOIN workflow ow ON ow.id = o.id WHERE o.cohort_id = n.cohort_id AND o.authority_id = n.authority_id AND o.service = n.service AND o.active AND ow.state <> 'deferred') AS nominated,
           EXISTS (SELECT 1 FROM workflow_party p JOIN holding h ON h.post_id = p.post_id AND h."from" <= ${now()} AND (h."to" IS NULL OR h."to" > ${now()})
                    WHERE p.workflow_id = n.id AND p.role = 'sponsor' AND h.person_id = n.person_id) AS "sponsorIsPerson"
      FROM nomination n JOIN workflow w ON w.id = n.id JOIN cohort c ON c.id = n.cohort_id JOIN workflow cw ON cw.id = c.id
      LEFT JOIN cohort_quota q ON q.cohort_id = n.cohort_id AND q.authority_id = n.authority_id AND q.service = n.service
     WHERE n.id = ${id}::uuid`;
  if (!row) throw new Error("a nomination's workflow has no record beside it");
  return {
    hasReason: occasion.payload["hasReason"] === true,
    inTime: row.replaces || (row.cohortState === "nominationsOpen" && row.closesOn >= dayOf(now())),
    withinQuota: row.replaces || row.quota === null || row.nominated <= row.quota,
    notOneself: !row.sponsorIsPerson,
    isReplacement: row.replaces,
    isOfItsOwn: !row.replaces,
    placeFree: row.free > 0 && (row.quotaFree === null || row.quotaFree > 0),
    approveBy: beforeItCloses(row.approveBy, row),
    endorseBy: endorseBy(row),
    offerUntil: row.offerUntil?.toISOString() ?? "",
  };
}

interface LetterRow {
  readonly title: string;
  readonly region: string;
  readonly authority: string;
  readonly person: string;
  readonly programme: string;
  readonly number: number;
  readonly cohortId: string;
  readonly closesOn: string;
  readonly selectBy: string;
  readonly approveBy: string;
  readonly since: Date;
  readonly state: string;
  readonly replaces: boolean;
  readonly linkNo: number;
  readonly offerUntil: Date | null;
  readonly reserveNo: number | null;
  readonly ahead: number;
  readonly firstDay: Date | null;
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const [row] = await tx.$queryRaw<LetterRow[]>`
    SELECT w.title, r.name AS region, a.name AS authority, person.name AS person, p.title AS programme, c.number, c.id AS "cohortId", c.closes_on::text AS "closesOn", c.select_by::text AS "selectBy",
           n.approve_by::text AS "approveBy", w.since, w.state, n.replaces_id IS NOT NULL AS replaces, n.link_no AS "linkNo", n.offer_until AS "offerUntil", n.reserve_no AS "reserveNo",
           (SELECT count(*)::int FROM nomination o JOIN workflow ow ON ow.id = o.id AND ow.state = 'reserve' WHERE o.cohort_id = n.cohort_id AND o.reserve_no < n.reserve_no) AS ahead,
           (SELECT min(s.starts_at) FROM programme_day d JOIN bookable_session s ON s.owner_id = d.id WHERE d.cohort_id = c.id) AS "firstDay"
      FROM nomination n JOIN workflow w ON w.id = n.id JOIN region r ON r.id = w.region_id JOIN authority a ON a.id = n.authority_id JOIN person ON person.id = n.person_id
      JOIN cohort c ON c.id = n.cohort_id JOIN programme p ON p.id = c.programme_id WHERE n.id = ${id}::uuid`;
  if (!row) throw new Error("a nomination's workflow has no record beside it");
  return {
    title: `the nomination of ${row.title}`,
    subject: row.title,
    round: "",
    region: row.region,
    authority: row.authority,
    due: null,
    about: {
      person: row.person,
      programme: `${row.programme}, cohort ${row.number}`,
      // Who replaces somebody has no closing date: it is long over.
      closesOn: row.replaces ? null : row.closesOn,
      selectBy: row.selectBy,
      approveBy: beforeItCloses(row.approveBy, row),
      endorseBy: endorseBy(row),
      link: linkFor(id, row.linkNo),
      offerUntilOn: row.offerUntil && dayOf(row.offerUntil),
      offerUntilAt: row.offerUntil && timeWords(row.offerUntil),
      position: row.reserveNo === null ? null : row.ahead + 1,
      firstDay: row.firstDay && dayOf(row.firstDay),
      daysPath: `/cohorts/${row.cohortId}/days`,
    },
    calendar: [],
  };
}

/** An offer whose time has passed goes to the first reserve; time in which Candour was not there does not count, and is given back. */
async function pass(tx: Tx, request: FireRequest): Promise<FireResult> {
  if (request.event !== "offer.expire") return fireWithin(tx, request);
  const { cohortId } = await tx.nomination.findUniqueOrThrow({ where: { id: request.workflowId }, select: { cohortId: true } });
  await lockCohort(tx, cohortId);
  const { offeredAt, offerUntil } = await tx.nomination.findUniqueOrThrow({ where: { id: request.workflowId }, select: { offeredAt: true, offerUntil: true } });
  const lost = offeredAt && offerUntil ? await minutesLost(tx, offeredAt, offerUntil, now()) : 0;
  if (lost > 0) {
    const until = addWorkingMinutes(now(), lost);
    return fireWithin(tx, {
      ...request,
      event: "offer.extend",
      write: async (inner, workflow) => {
        await inner.nomination.update({ where: { id: request.workflowId }, data: { offeredAt: now(), offerUntil: until }, select: { id: true } });
        await request.write?.(inner, workflow);
      },
    });
  }
  return fireWithin(tx, { ...request, settle: async (inner) => void (await settleReserves(inner, cohortId)) });
}

/** What the engine asks of a nomination. Registered at start by app/features/processes.server.ts. */
export const nominationProcess: Process = { machine: "nomination", facts, letter, path: (id) => `/nominations/${id}`, task: taskOf, label: labelOf, happened, pass };
