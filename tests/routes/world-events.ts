import { bookPlaces } from "~/features/booking";
import { openBooking, planEvent, type Kind } from "~/features/event";
import { nominateTeam, openAward, planAward, setJudges } from "~/features/award";
import { joinNetwork, openNetwork, planNetwork } from "~/features/network";
import { openSeries, planSeries } from "~/features/series";
import { nominate } from "~/features/nomination";
import { makeProgramme, openNominations, planCohort } from "~/features/programme";
import { addDay, openDay } from "~/features/programme-day";
import { db } from "~/platform/db.server";
import { signedIn } from "../../prisma/seed/people";
import { type SmallRegion } from "../../prisma/seed/small";
import { workingDay } from "../support/days";
import type { Ids } from "./world";

// What the matrix needs of events and what is like them: a booking, a series, a network, an award, a nomination.
// Their days are years away: no press on another day comes near them.
/** An event of a day, planned by the coordinator for the whole region. */
export async function anEvent(region: SmallRegion, { title, kind, day, bookBy }: { readonly title: string; readonly kind: Kind; readonly day: string; readonly bookBy: string }): Promise<{ readonly id: string }> {
  const planned = await planEvent({
    regionId: region.regionId, details: { title, kind, about: "" }, actor: region.person("sli-coordinator").actor,
    date: { day, startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 40 },
    rules: { bookBy, audience: "region", attendedOwnerId: null, anyTicket: false, quota: 3, offerHours: 8 },
  });
  if (planned.kind !== "made") throw new Error(planned.reason);
  return planned;
}

/** An event whose booking is open, and a place at it. */
export async function aBooking(region: SmallRegion, personId: string): Promise<{ eventId: string; sessionId: string; bookingId: string }> {
  const { actor } = region.person("sli-coordinator");
  const planned = await anEvent(region, { title: "Conference", kind: "conference", day: workingDay(810), bookBy: workingDay(800) });
  await openBooking({ eventId: planned.id, actor });
  const { id: sessionId } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: planned.id }, select: { id: true } });
  const booked = await bookPlaces({ sessionId, personIds: [personId], actor: { kind: "person", personId } });
  if (booked.kind !== "made") throw new Error(booked.reason);
  return { eventId: planned.id, sessionId, bookingId: booked.bookings[0]?.bookingId ?? "" };
}

/** A series whose booking is open, and a place at its first session. */
export async function aSeries(region: SmallRegion, personId: string): Promise<{ seriesId: string; seriesEventId: string }> {
  const { actor } = region.person("sli-coordinator");
  const planned = await planSeries({
    regionId: region.regionId, details: { title: "Action learning", kind: "actionLearning", about: "" }, coversKind: null, pattern: { first: workingDay(825), everyWeeks: 2, count: 2 }, actor, bookByBefore: 2,
    date: { startsAt: "10:00", endsAt: "12:00", mode: "online", place: "", joinLink: "", instructions: "", capacity: 10 }, rules: { audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 },
  });
  if (planned.kind !== "made") throw new Error(planned.reason);
  await openSeries({ seriesId: planned.id, actor });
  const { id } = await db.event.findFirstOrThrow({ where: { seriesId: planned.id, number: 1 }, select: { id: true } });
  const session = await db.bookableSession.findFirstOrThrow({ where: { ownerId: id }, select: { id: true } });
  const booked = await bookPlaces({ sessionId: session.id, personIds: [personId], actor: { kind: "person", personId } });
  if (booked.kind !== "made") throw new Error(booked.reason);
  return { seriesId: planned.id, seriesEventId: id };
}

/** Open to the whole region, and joined by one person. */
export async function aNetwork(region: SmallRegion, personId: string): Promise<Pick<Ids, "networkId" | "membershipId">> {
  const { actor } = region.person("sli-coordinator");
  const made = await planNetwork({ regionId: region.regionId, actor, details: { kind: "network", title: "Network", about: "", instructions: "Come in by the side door.", joinLink: "", sourceIds: [] } });
  if (made.kind !== "made") throw new Error(made.reason);
  await openNetwork({ networkId: made.id, actor });
  const joined = await joinNetwork({ networkId: made.id, actor: { kind: "person", personId } });
  if (joined.kind !== "joined") throw new Error(joined.reason);
  return { networkId: made.id, membershipId: joined.membershipId };
}

/** Judged by the director next door. */
export async function anAward(region: SmallRegion, authorityId: string, neighbour: string, personId: string): Promise<Pick<Ids, "awardId" | "awardNominationId">> {
  const { actor } = region.person("sli-coordinator");
  const made = await planAward({ regionId: region.regionId, actor, details: { title: "Award", about: "", criteria: "Team work.", closesOn: workingDay(800), shortlist: 2 } });
  if (made.kind !== "made") throw new Error(made.reason);
  await setJudges({ awardId: made.id, actor, personIds: [region.person("dcs", neighbour).id] });
  await openAward({ awardId: made.id, actor });
  const nominated = await nominateTeam({ awardId: made.id, authorityId, team: "Front door", text: "They answer within the hour.", actor: { kind: "person", personId } });
  if (nominated.kind !== "made") throw new Error(nominated.reason);
  return { awardId: made.id, awardNominationId: nominated.id };
}

/** A cohort whose nominations are open and whose first day can be booked already, and a nomination that waits for the director. */
export async function aNomination(region: SmallRegion, authorityId: string): Promise<Pick<Ids, "programmeId" | "cohortId" | "dayId" | "daySessionId" | "nominationId">> {
  const { actor } = region.person("sli-coordinator");
  const made = await makeProgramme({ regionId: region.regionId, actor, details: { title: "Leaders", short: "LP", aims: "", eligibility: "", sponsors: "", inTeams: false, mayMiss: 1, hasAssignment: false } });
  if (made.kind !== "made") throw new Error(made.reason);
  const planned = await planCohort({ programmeId: made.id, actor, quotas: [], details: { places: 10, closesOn: workingDay(790), selectBy: workingDay(800), offerHours: 40 } });
  if (planned.kind !== "made") throw new Error(planned.reason);
  const day = await addDay({
    cohortId: planned.id, actor, details: { title: "First day", about: "", tutorIds: [] },
    date: { day: workingDay(830), startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 10 },
  });
  if (day.kind !== "made") throw new Error(day.reason);
  await openNominations({ cohortId: planned.id, actor });
  await openDay({ dayId: day.id, actor });
  const [director, delegate] = [await signedIn(region.person("dcs", authorityId).id), await signedIn(region.person("dcs-delegate", authorityId).id)];
  const nominated = await nominate({
    cohortId: planned.id, actor: director, person: delegate, lineManager: director, jobTitle: "Head of Improvement", authorityId, service: "children", statement: "To learn and to share.", team: "",
  });
  if (nominated.kind !== "made") throw new Error(nominated.reason);
  const { id: daySessionId } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: day.id }, select: { id: true } });
  return { programmeId: made.id, cohortId: planned.id, dayId: day.id, daySessionId, nominationId: nominated.id };
}
