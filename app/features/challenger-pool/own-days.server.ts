import { now } from "~/platform/clock.server";
import { dayDate } from "~/platform/day-column";
import type { Tx } from "~/workflow/process.server";

type Reads = Pick<Tx, "$queryRaw">;
export interface Span { readonly from: string; readonly to: string }

/**
 * Days on which people are wanted by their own authority: they are named for its session, they are its director and
 * nobody is named for it yet, or they are its director while a team visits. Nobody is proposed as a challenger
 * elsewhere on such a day. ISO days by person.
 */
export async function ownDaysOf(tx: Reads, personIds: readonly string[], { from, to }: Span): Promise<ReadonlyMap<string, readonly string[]>> {
  if (personIds.length === 0) return new Map();
  const [moment, people, first, last] = [now(), [...personIds], dayDate(from), dayDate(to)];
  const rows = await tx.$queryRaw<{ personId: string; day: string }[]>`
    WITH director AS (
      SELECT h.person_id, p.authority_id FROM holding h JOIN post p ON p.id = h.post_id
       WHERE h.person_id = ANY(${people}::uuid[]) AND p.kind = 'dcs' AND h."from" <= ${moment} AND (h."to" IS NULL OR h."to" > ${moment})
    ), sitting AS (
      SELECT m.authority_id, m.attendee_id, m.confirmed_at, t.session_on
        FROM triad t JOIN workflow w ON w.id = t.id JOIN triad_member m ON m.triad_id = t.id AND m.left_at IS NULL
       WHERE t.session_on BETWEEN ${first}::date AND ${last}::date AND w.state NOT IN ('cancelled', 'postponed')
    )
    SELECT attendee_id::text AS "personId", session_on::text AS day FROM sitting WHERE confirmed_at IS NOT NULL AND attendee_id = ANY(${people}::uuid[])
    UNION
    SELECT d.person_id::text, s.session_on::text FROM sitting s JOIN director d ON d.authority_id = s.authority_id WHERE s.confirmed_at IS NULL
    UNION
    SELECT d.person_id::text, day::date::text
      FROM visit v JOIN workflow w ON w.id = v.id JOIN director d ON d.authority_id = v.authority_id, generate_series(v.first_day, v.last_day, interval '1 day') AS day
     WHERE v.first_day <= ${last}::date AND v.last_day >= ${first}::date AND w.state NOT IN ('declined', 'withdrawn', 'postponed')`;
  const days = new Map<string, string[]>();
  for (const { personId, day } of rows) days.set(personId, [...(days.get(personId) ?? []), day]);
  return days;
}

/** Whether somebody is named for their own authority's session on a day from one to another: then they can be nowhere else. */
export async function isNamedFor(tx: Pick<Tx, "triadMember">, personId: string, { from, to }: Span): Promise<boolean> {
  const named = { attendeeId: personId, confirmedAt: { not: null }, leftAt: null };
  return (await tx.triadMember.count({ where: { ...named, triad: { sessionOn: { gte: dayDate(from), lte: dayDate(to) }, workflow: { state: { notIn: ["cancelled", "postponed"] } } } } })) > 0;
}

/** Whether somebody has accepted a place as a challenger on a day. Their days are held until the caller's transaction ends. */
export async function hasPlaceOn(tx: Pick<Tx, "$queryRaw" | "assignmentDay">, personId: string, day: string): Promise<boolean> {
  // The lock that whoever invites or accepts takes too: of two that meet, the second sees the first.
  await tx.$queryRaw`SELECT id FROM challenger WHERE person_id = ${personId}::uuid ORDER BY id FOR UPDATE`;
  return (await tx.assignmentDay.count({ where: { day: dayDate(day), challenger: { personId }, assignment: { workflow: { state: "accepted" } } } })) > 0;
}
