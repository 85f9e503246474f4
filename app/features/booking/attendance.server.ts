import { timingSafeEqual } from "node:crypto";
import type { Actor } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { act, lockSession, orRefusal, Refusal, type Act, type Refused } from "./acting.server";

export const outcomes = ["full", "part", "miss"] as const;
export type AttendanceOutcome = (typeof outcomes)[number];

/** The state in which each outcome leaves a booking. */
const leaves: Readonly<Record<AttendanceOutcome, string>> = { full: "attended", part: "partlyAttended", miss: "noShow" };

export interface ToRecord {
  readonly sessionId: string;
  readonly came: ReadonlyMap<string, AttendanceOutcome>;
  readonly actor: Actor;
  /** What follows from knowing who came, in the same transaction: who is asked what they thought. */
  readonly settle?: (tx: Tx) => Promise<void>;
}

/**
 * Who came, by the list: all of it or nothing is written. Who stands as said already is left alone, so that
 * the same list sent twice tells nobody twice; a mistake is put right by saying it anew.
 */
export function recordAttendance({ sessionId, came, actor, settle }: ToRecord): Promise<{ readonly kind: "recorded"; readonly changed: number } | Refused> {
  return orRefusal(async (tx) => {
    await lockSession(tx, sessionId);
    const bookings = await tx.booking.findMany({ where: { sessionId, id: { in: [...came.keys()] }, holds: true }, select: { id: true, workflow: { select: { state: true } } }, orderBy: { id: "asc" } });
    let changed = 0;
    for (const { id, workflow } of bookings) {
      const outcome = came.get(id);
      if (!outcome || workflow.state === leaves[outcome] || workflow.state === "offered") continue;
      const result = await fireWithin(tx, { workflowId: id, event: `attendance.${outcome}`, actor });
      if (result.kind !== "moved") throw new Refusal(result.kind === "refused" ? result.reason : "no-such-step");
      changed += 1;
    }
    await settle?.(tx);
    return { kind: "recorded", changed };
  });
}

/** Somebody notes their own attendance with the code that hangs at the door. */
export async function enterByCode({ code, settle, ...given }: Act & { readonly code: string; readonly settle?: (tx: Tx) => Promise<void> }): Promise<FireResult> {
  return orRefusal(async (tx) => {
    const booking = await tx.booking.findUnique({ where: { id: given.bookingId }, select: { session: { select: { doorCode: true } } } });
    if (!booking) throw new Refusal("no-such-record");
    return sameCode(code, booking.session.doorCode);
  }).then((right) => (typeof right === "boolean" ? act(given, "door.enter", { payload: { codeIsRight: right }, ...(settle ? { settle } : {}) }) : right));
}

function sameCode(typed: string, code: string): boolean {
  const [one, other] = [Buffer.from(typed.toUpperCase().replace(/[^A-Z0-9]/g, "")), Buffer.from(code)];
  return one.length === other.length && timingSafeEqual(one, other);
}
