import { randomUUID } from "node:crypto";
import { expect } from "vitest";

import type { SmallRegion } from "../../prisma/seed/small";
import type { ChallengeLoad } from "./challenge";
import { pressed, type Caller } from "./load";

const nominated = 44;
const places = 30;
/** Of those who are offered a place at first, every so many-th declines it. */
const declines = 4;
const roomFor = 12;

/**
 * A programme while parts are killed: people accept or decline their places, so that reserves are promoted, and whoever
 * has accepted books both days, of which the second has fewer places than there are people.
 */
export async function aProgrammeUnderLoad(southEast: SmallRegion, callerOf: (personId: string) => Promise<Caller>): Promise<ChallengeLoad> {
  const { db } = await import("~/platform/db.server");
  const { approve, draftDecisions, endorse, nominate } = await import("~/features/nomination");
  const { closeNominations, makeProgramme, openNominations, planCohort, releaseAll } = await import("~/features/programme");
  const { addDay, daysOf } = await import("~/features/programme-day");
  const { signedIn } = await import("../../prisma/seed/people");
  const { addWorkingDays, dayOf } = await import("~/workflow/working-days");
  const { actor } = southEast.person("sli-coordinator");
  const { regionId } = southEast;
  const [authorityId = ""] = southEast.authorityIds;
  const inDays = (days: number) => addWorkingDays(dayOf(new Date()), days);

  const made = await makeProgramme({ regionId, actor, details: { title: "Senior Leaders Programme", short: "SLP", aims: "", eligibility: "", sponsors: "", inTeams: false, mayMiss: 1, hasAssignment: false } });
  if (made.kind !== "made") throw new Error(made.reason);
  const planned = await planCohort({ programmeId: made.id, actor, quotas: [], details: { places, closesOn: inDays(10), selectBy: inDays(12), offerHours: 40 } });
  if (planned.kind !== "made") throw new Error(planned.reason);
  const cohortId = planned.id;
  for (const [index, capacity] of [places, roomFor].entries()) {
    const day = await addDay({ cohortId, actor, details: { title: `Day ${index + 1}`, about: "", tutorIds: [] }, date: { day: inDays(30 + index), startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity } });
    if (day.kind !== "made") throw new Error(day.reason);
  }
  await openNominations({ cohortId, actor });
  const delegate = await signedIn(southEast.person("dcs-delegate", authorityId).id);
  const people: { id: string; personId: string }[] = [];
  for (let index = 0; index < nominated; index += 1) {
    const one = await nominate({ cohortId, authorityId, service: "children", person: { name: `Participant ${"abcdefghijklmnopqrstuvwxyz"[index % 26]}`, email: `${randomUUID()}@example.org` }, lineManager: { name: "Sam Okafor", email: "sam.okafor@example.org" }, jobTitle: "Head of Service", statement: "To learn.", team: "", actor: delegate });
    if (one.kind !== "made") throw new Error(one.reason);
    const { personId, lineManagerId } = await db.nomination.findUniqueOrThrow({ where: { id: one.id }, select: { personId: true, lineManagerId: true } });
    await approve({ nominationId: one.id, actor: { kind: "person", personId: lineManagerId } });
    await endorse({ nominationId: one.id, actor: southEast.person("dcs", authorityId).actor });
    people.push({ id: one.id, personId });
  }
  await closeNominations({ cohortId, actor });
  await draftDecisions({ cohortId, actor, drafts: new Map(people.map(({ id }, index) => [id, index < places ? { draft: "offer" as const, order: null } : { draft: "reserve" as const, order: index }])) });
  const released = await releaseAll({ cohortId, actor });
  if (released.kind !== "moved") throw new Error(JSON.stringify(released));
  const days = await daysOf(cohortId);

  const accepted: { id: string; personId: string; requestKey: string }[] = [];
  const declined: { id: string; requestKey: string }[] = [];
  const booked: string[] = [];

  /** Every second one of the people, in their order. */
  const lane = (from: number) => async (working: () => boolean): Promise<void> => {
    for (const [index, { id, personId }] of people.slice(0, places).entries()) {
      if (index % 2 !== from) continue;
      if (!working()) return;
      const caller = await callerOf(personId);
      const requestKey = randomUUID();
      if (index % declines === 3) {
        const { status, location } = await pressed(() => caller.post(`/nominations/${id}/act/decline`, new URLSearchParams({ requestKey, reason: "A new post." })));
        expect({ status, location }).toEqual({ status: 302, location: `/nominations/${id}` });
        declined.push({ id, requestKey });
        continue;
      }
      const taken = await pressed(() => caller.post(`/nominations/${id}/act/accept`, new URLSearchParams({ requestKey })));
      expect(taken).toEqual({ status: 302, location: `/cohorts/${cohortId}/days` });
      accepted.push({ id, personId, requestKey });
      const body = new URLSearchParams([["requestKey", randomUUID().slice(0, 18)], ["needs", "No nuts"], ...days.map((day): [string, string] => [`day-${day.id}`, day.dates[0]?.id ?? ""])]);
      const { status, location } = await pressed(() => caller.post(`/cohorts/${cohortId}/days`, body));
      expect({ status, location }).toEqual({ status: 302, location: `/cohorts/${cohortId}/days` });
      booked.push(personId);
    }
  };

  return {
    lanes: [lane(0), lane(1)],
    check: async () => {
      expect([accepted.length > 2, declined.length > 0]).toEqual([true, true]);
      for (const { id, requestKey } of accepted) expect(await db.workflowEvent.count({ where: { workflowId: id, event: "offer.accept", requestKey } })).toBe(1);
      for (const { id, requestKey } of declined) expect(await db.workflowEvent.count({ where: { workflowId: id, event: "offer.decline", requestKey } })).toBe(1);
      // No place is lost or given twice: each one declined went to the next reserve, in order.
      const states = await db.nomination.findMany({ where: { cohortId }, select: { reserveNo: true, holds: true, workflow: { select: { state: true } } } });
      const holding = states.filter(({ workflow }) => ["offered", "accepted"].includes(workflow.state));
      expect([holding.length, states.filter(({ holds }) => holds).length, (await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).taken]).toEqual([places, places, places]);
      const gone = states.filter(({ workflow }) => workflow.state === "declined").length;
      expect(states.flatMap(({ reserveNo, workflow }) => (reserveNo !== null && workflow.state !== "reserve" ? [reserveNo] : [])).sort((a, b) => a - b)).toEqual(Array.from({ length: gone }, (_, index) => index + 1));
      // Everybody whose form came through has one booking of each day, and no day has more people than places.
      for (const personId of booked) for (const day of days) expect(await db.booking.count({ where: { personId, ownerId: day.id, active: true } })).toBe(1);
      for (const [index, day] of days.entries()) expect(await db.booking.count({ where: { ownerId: day.id, workflow: { state: "booked" } } })).toBe(Math.min(await db.booking.count({ where: { ownerId: day.id } }), index === 0 ? places : roomFor));
    },
  };
}
