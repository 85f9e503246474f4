import type { Tx } from "~/workflow/process.server";
import { dayDate } from "~/platform/day-column";
import { takeDays } from "./inviting.server";
import { LIVE } from "./words";

export interface NewDays {
  readonly activityId: string;
  /** ISO days; null while there is no new date. */
  readonly on: string | null;
  readonly until?: string | null;
  /** ISO day by which everybody who is asked again answers. */
  readonly respondBy: string;
}

/**
 * Gives the places of an activity their new days, in the `write` of the step that moves it; the step
 * itself cascades "activity.move" into them, and everybody is asked again. What was signed was for the
 * old days and is taken back. Somebody who is busy on a new day keeps no place on it: they can only
 * decline, which the invitation's page says. With no new date yet, the old days are free for other work.
 */
export async function moveAssignments(tx: Tx, { activityId, on, until, respondBy }: NewDays): Promise<void> {
  const places = await tx.assignment.findMany({ where: { activityId, workflow: { state: { in: [...LIVE] } } }, orderBy: { challengerId: "asc" }, select: { id: true, challengerId: true } });
  if (places.length === 0) return;
  await tx.$queryRaw`SELECT id FROM challenger WHERE id = ANY(${places.map(({ challengerId }) => challengerId)}::uuid[]) ORDER BY id FOR UPDATE`;
  const [fromDay, toDay] = on ? [dayDate(on), dayDate(until ?? on)] : [null, null];
  for (const { id, challengerId } of places) {
    await tx.assignmentDay.deleteMany({ where: { assignmentId: id } });
    await tx.assignment.update({
      where: { id },
      data: { fromDay, toDay, respondBy: dayDate(respondBy), codeVersion: null, codeSignedAt: null, conflict: null, decidedById: null, decidedAt: null },
      select: { id: true },
    });
    await takeDays(tx, id, challengerId, on, until ?? on);
  }
}
