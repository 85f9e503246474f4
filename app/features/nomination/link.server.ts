import { createHmac, timingSafeEqual } from "node:crypto";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sessionSecret } from "~/platform/settings.server";
import { isUuid } from "~/session/params";
import type { Actor } from "~/workflow/actor.server";
import { dayOf } from "~/workflow/working-days";

function sign(nominationId: string, linkNo: number): string {
  return createHmac("sha256", sessionSecret()).update(`approve nomination ${nominationId} ${linkNo}`).digest("base64url");
}

/** The line manager's own link. It is kept nowhere: it is signed, and a newer one makes it void. */
export function linkFor(nominationId: string, linkNo: number): string {
  return `/nominations/approve/${nominationId}.${linkNo}.${sign(nominationId, linkNo)}`;
}

/** Whom a link stands for, as long as it has not ended; null for any other text, all the same. Opening it uses nothing up. */
export async function managerBy(token: string | undefined): Promise<{ readonly nominationId: string; readonly actor: Actor } | null> {
  const [id, no = "", signature = ""] = (token ?? "").split(".");
  if (!isUuid(id) || !/^\d{1,6}$/.test(no)) return null;
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(id, Number(no)))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const row = await db.nomination.findUnique({ where: { id }, select: { linkNo: true, approveBy: true, lineManagerId: true, lineManager: { select: { leftAt: true } } } });
  if (!row || row.linkNo !== Number(no) || row.approveBy.toISOString().slice(0, 10) < dayOf(now()) || (row.lineManager.leftAt && row.lineManager.leftAt <= now())) return null;
  return { nominationId: id, actor: { kind: "person", personId: row.lineManagerId } };
}
