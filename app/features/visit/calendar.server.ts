import { cancelDate, setDate } from "~/features/calendar";
import type { Tx } from "~/workflow/process.server";

/** Puts the days of the visit into calendars, or moves them there. Inside the transition that sets them. */
export async function setVisitDays(tx: Tx, id: string): Promise<void> {
  const visit = await tx.visit.findUniqueOrThrow({ where: { id }, select: { theme: true, firstDay: true, lastDay: true, venue: true, authority: { select: { name: true } } } });
  if (!visit.firstDay || !visit.lastDay) return;
  await setDate(tx, {
    workflowId: id, kind: "visit", title: `Peer challenge visit, ${visit.authority.name}: ${visit.theme}`,
    startsAt: visit.firstDay, endsAt: visit.lastDay, allDay: true, location: visit.venue.split("\n")[0]?.trim() || null,
  });
}

/** Takes the days out of calendars. Inside the transition that puts the visit off or ends it. */
export async function cancelVisitDays(tx: Tx, id: string): Promise<void> {
  await cancelDate(tx, { workflowId: id, kind: "visit" });
}
