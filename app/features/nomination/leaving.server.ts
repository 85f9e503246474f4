import { cancelBookingsOf } from "~/features/booking";
import type { Tx } from "~/workflow/process.server";

/** Lets somebody who accepted book the cohort's days. */
export async function joinDays(tx: Tx, cohortId: string, personId: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO session_guest (owner_id, person_id) SELECT id, ${personId}::uuid FROM programme_day WHERE cohort_id = ${cohortId}::uuid ON CONFLICT DO NOTHING`;
}

/** Takes somebody out of the cohort's days: their places go to whoever waits. Days they were at stay as they are. */
export async function leaveDays(tx: Tx, cohortId: string, personId: string): Promise<void> {
  const days = await tx.programmeDay.findMany({ where: { cohortId }, select: { id: true } });
  const ownerIds = days.map(({ id }) => id);
  await tx.sessionGuest.deleteMany({ where: { personId, ownerId: { in: ownerIds } } });
  await cancelBookingsOf(tx, { personId, ownerIds });
}
