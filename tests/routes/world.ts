import { firstRules } from "~/features/arrangement/rules";
import { beginChallengeRecord, beginFinding } from "~/features/challenge-record";
import { publishGroups } from "~/features/triad";
import { personLeft } from "~/features/people";
import { inviteToActivity } from "~/features/assignment";
import { bookPlaces } from "~/features/booking";
import { makeCommitment } from "~/features/commitment";
import { enterChallenger } from "~/features/challenger-pool";
import { openBooking, planEvent } from "~/features/event";
import { addAction, addPriority, addWorkstream, beginPlan, closeConsultation, decidePlan, draftPlan, openConsultation, putOnAgenda } from "~/features/plan";
import { addToAgenda, draftRecommendation, planMeeting, proposeRecommendation, sendAgenda } from "~/features/summit";
import { proposeAllocation, publishAllocation } from "~/features/validation";
import { nominateTeam, openAward, planAward, setJudges } from "~/features/award";
import { joinNetwork, openNetwork, planNetwork } from "~/features/network";
import { openSeries, planSeries } from "~/features/series";
import { nominate } from "~/features/nomination";
import { makeProgramme, openNominations, planCohort } from "~/features/programme";
import { addDay, openDay } from "~/features/programme-day";
import { beginVisit, saveRequest, sendRequest } from "~/features/visit";
import { wrongWithDay } from "~/features/visit/days";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { inTransaction } from "~/workflow/transaction.server";
import { dayOf } from "~/workflow/working-days";
import { signedIn } from "../../prisma/seed/people";
import { seedSmall, type SmallRegion } from "../../prisma/seed/small";
import { aRecordWithFinalLetter } from "~tests/letter/small";
import { cookieOf } from "~tests/session/world";

/** Whoever may knock: ten posts of a region, all but the last three of one authority or of the region itself. */
export const roles = ["coordinator", "chair", "dcs", "delegate", "performanceLead", "sectionAuthor", "chiefExecutive", "leadMember", "neighbourDcs", "observer"] as const;
export type Role = (typeof roles)[number];

/** What the examples' addresses are made from. */
export interface Ids {
  readonly regionId: string;
  readonly authorityId: string;
  readonly cycleId: string;
  readonly selfAssessmentId: string;
  readonly templateVersionId: string;
  readonly personId: string;
  readonly postId: string;
  readonly holdingId: string;
  readonly challengerId: string;
  readonly assignmentId: string;
  readonly challengeRecordId: string;
  readonly findingId: string;
  readonly arrangementId: string;
  /** A challenge record of the authority whose letter is final, written by people from elsewhere. */
  readonly letterRecordId: string;
  readonly planAreaId: string;
  readonly visitId: string;
  readonly triadId: string;
  readonly eventId: string;
  readonly sessionId: string;
  readonly bookingId: string;
  /** A validation event whose readers are named, and the scrutiny of the authority's report by that of the chair. */
  readonly scrutinyId: string;
  readonly validationId: string;
  /** A series with two sessions whose booking is open. */
  readonly seriesId: string;
  readonly seriesEventId: string;
  /** A cohort whose nominations are open, with a day that can be booked; the authority’s delegate is nominated by the director, as their manager. */
  readonly programmeId: string;
  readonly cohortId: string;
  readonly dayId: string;
  readonly daySessionId: string;
  readonly nominationId: string;
  /** A summit whose booking is open, what the authority's delegate proposed there, and the meeting whose agenda has it. */
  readonly summitId: string;
  readonly recommendationId: string;
  readonly meetingId: string;
  /** What the authority's delegate took on at the summit. */
  readonly commitmentId: string;
  /** A plan that has begun, and its workstream, which the authority's director sponsors and leads. */
  readonly planId: string;
  readonly workstreamId: string;
  /** A network of the whole region to which the authority's delegate belongs, and their membership. */
  readonly networkId: string;
  readonly membershipId: string;
  /** An award whose nominations are open, judged by the director next door, and what the authority's delegate nominated. */
  readonly awardId: string;
  readonly awardNominationId: string;
}

export interface Persona {
  /** "leeds' delegate" reads better in a failure than an id. */
  readonly name: string;
  /** Null for the unsigned. */
  readonly role: Role | null;
  readonly regionId: string | null;
  readonly cookie: string | null;
  readonly holdings: readonly { readonly kind: string; readonly regionId: string; readonly authorityId: string | null }[];
}

export interface RegionInMatrix {
  readonly regionId: string;
  readonly ids: Ids;
}

export interface MatrixWorld {
  readonly regions: readonly RegionInMatrix[];
  readonly personas: readonly Persona[];
}

/** Ids of the right shape that nothing has. */
export const nothing: Ids = {
  regionId: "no-such-region",
  authorityId: "no-such-authority",
  cycleId: crypto.randomUUID(),
  selfAssessmentId: crypto.randomUUID(),
  templateVersionId: crypto.randomUUID(),
  personId: crypto.randomUUID(),
  postId: crypto.randomUUID(),
  holdingId: crypto.randomUUID(),
  challengerId: crypto.randomUUID(),
  assignmentId: crypto.randomUUID(),
  challengeRecordId: crypto.randomUUID(),
  findingId: crypto.randomUUID(),
  arrangementId: crypto.randomUUID(),
  letterRecordId: crypto.randomUUID(),
  planAreaId: crypto.randomUUID(),
  visitId: crypto.randomUUID(),
  triadId: crypto.randomUUID(),
  eventId: crypto.randomUUID(),
  sessionId: crypto.randomUUID(),
  bookingId: crypto.randomUUID(),
  scrutinyId: crypto.randomUUID(),
  validationId: crypto.randomUUID(),
  seriesId: crypto.randomUUID(),
  seriesEventId: crypto.randomUUID(),
  programmeId: crypto.randomUUID(),
  cohortId: crypto.randomUUID(),
  dayId: crypto.randomUUID(),
  daySessionId: crypto.randomUUID(),
  nominationId: crypto.randomUUID(),
  summitId: crypto.randomUUID(),
  recommendationId: crypto.randomUUID(),
  meetingId: crypto.randomUUID(),
  commitmentId: crypto.randomUUID(),
  planId: crypto.randomUUID(),
  workstreamId: crypto.randomUUID(),
  networkId: crypto.randomUUID(),
  membershipId: crypto.randomUUID(),
  awardId: crypto.randomUUID(),
  awardNominationId: crypto.randomUUID(),
};

/** Two regions with an open round each, everybody in post, and a browser for each of them. */
export async function theWorld(): Promise<MatrixWorld> {
  const { southEast, yorkshire } = await seedSmall();
  const regions = [await inMatrix(southEast, "reading", "medway"), await inMatrix(yorkshire, "york", "sheffield")];
  const personas: Persona[] = [{ name: "somebody not signed in", role: null, regionId: null, cookie: null, holdings: [] }];
  for (const [region, authorityId, neighbour] of [[southEast, "reading", "medway"], [yorkshire, "york", "sheffield"]] as const) {
    const people: Readonly<Record<Role, string>> = {
      coordinator: region.person("sli-coordinator").id,
      chair: region.person("regional-chair").id,
      dcs: region.person("dcs", authorityId).id,
      delegate: region.person("dcs-delegate", authorityId).id,
      performanceLead: region.person("performance-lead", authorityId).id,
      sectionAuthor: await aSectionAuthor(region.regionId, authorityId),
      chiefExecutive: region.person("chief-executive", authorityId).id,
      leadMember: region.person("lead-member", authorityId).id,
      neighbourDcs: region.person("dcs", neighbour).id,
      observer: region.person("region-observer").id,
    };
    for (const role of roles) personas.push(await aPersona(role, region.regionId, people[role]));
  }
  const leaver = await aSectionAuthor(southEast.regionId, "reading");
  const cookie = await cookieOf(leaver);
  await personLeft(leaver, { kind: "system" });
  personas.push({ name: "somebody who left, with the cookie they had", role: null, regionId: null, cookie, holdings: [] });
  return { regions, personas };
}

async function aPersona(role: Role, regionId: string, personId: string): Promise<Persona> {
  const holdings = await db.holding.findMany({ where: { personId, to: null }, select: { post: { select: { kind: true, regionId: true, authorityId: true } } } });
  return { name: `${role} of ${regionId}`, role, regionId, cookie: await cookieOf(personId), holdings: holdings.map((one) => one.post) };
}

/** Somebody of the authority who has not been asked to write anything. */
async function aSectionAuthor(regionId: string, authorityId: string): Promise<string> {
  const post = await db.post.create({ data: { kind: "section-author", title: `Author ${crypto.randomUUID().slice(0, 8)}`, regionId, authorityId } });
  const person = await db.person.create({ data: { name: "Section Author", email: `${post.id}@example.org`, holdings: { create: { postId: post.id, from: new Date("2026-01-01") } } } });
  return person.id;
}

async function inMatrix(region: SmallRegion, authorityId: string, neighbour: string): Promise<RegionInMatrix> {
  const { templateVersionId } = await db.cycle.findUniqueOrThrow({ where: { id: region.cycleId }, select: { templateVersionId: true } });
  const delegate = await db.holding.findFirstOrThrow({ where: { to: null, post: { kind: "dcs-delegate", authorityId } }, select: { id: true, postId: true, personId: true } });
  // A draft of the groups, whoever may make one: those of a round without triads are in the matrix only to be found by nobody.
  const arrangement = await db.arrangement.create({
    data: { cycleId: region.cycleId, name: "Best groups", rules: firstRules, groups: [{ members: [...region.authorityIds], pinned: false }], createdAt: new Date(), updatedAt: new Date() },
    select: { id: true },
  });
  // All the authorities of the small region make one group, published just now.
  const published = await publishGroups({ cycleId: region.cycleId, groups: [region.authorityIds], actor: region.person("sli-coordinator").actor, requestKey: crypto.randomUUID() });
  if (published.kind !== "published") throw new Error(published.reason);
  return {
    regionId: region.regionId,
    ids: {
      arrangementId: arrangement.id,
      triadId: published.triadIds[0] ?? "",
      regionId: region.regionId, authorityId, cycleId: region.cycleId, selfAssessmentId: region.selfAssessmentId(authorityId), templateVersionId,
      ...(await aRecordLedByNeighbour(region, authorityId, neighbour)),
      ...(await anInvitation(region, authorityId, neighbour)),
      personId: delegate.personId, postId: delegate.postId, holdingId: delegate.id,
      ...(await aFinalLetter(region, authorityId)),
      visitId: await aRequestedVisit(region, authorityId),
      ...(await aNomination(region, authorityId)),
      ...(await aBooking(region, delegate.personId)),
      ...(await aValidation(region, authorityId)),
      ...(await aSeries(region, delegate.personId)),
      ...(await aSummit(region, delegate.personId)),
      ...(await aPlan(region, region.person("dcs", authorityId).id)),
      ...(await aNetwork(region, delegate.personId)),
      ...(await anAward(region, authorityId, neighbour, delegate.personId)),
    },
  };
}

/** The authority's challenge record, led by the director next door, who has begun a finding. Its activity is the round: a record asks nothing of it. */
async function aRecordLedByNeighbour(region: SmallRegion, authorityId: string, neighbour: string): Promise<{ challengeRecordId: string; findingId: string }> {
  const lead = region.person("dcs", neighbour);
  const { id } = await inTransaction((tx) =>
    beginChallengeRecord(tx, {
      activityId: region.cycleId, kind: "triad", cycleId: region.cycleId, regionId: region.regionId, authorityId, heldOn: "2026-11-20", title: "A challenge record",
      actor: region.person("sli-coordinator").actor, team: { leadId: lead.id, challengerIds: [] },
    }),
  );
  const begun = await beginFinding({ recordId: id, kind: "strength", actor: lead.actor });
  if (begun.kind !== "made") throw new Error(begun.reason);
  return { challengeRecordId: id, findingId: begun.id };
}

/** Led by somebody of an authority that is nobody's here: all others stay strangers to it. */
async function aFinalLetter(region: SmallRegion, authorityId: string): Promise<Pick<Ids, "letterRecordId" | "planAreaId">> {
  const elsewhere = region.authorityIds.find((id) => !["reading", "york", "medway", "sheffield"].includes(id)) ?? "";
  const id = await aRecordWithFinalLetter({
    regionId: region.regionId, cycleId: region.cycleId, activityId: region.selfAssessmentId(authorityId), authorityId,
    coordinator: region.person("sli-coordinator").actor, dcs: region.person("dcs", authorityId).actor, lead: { kind: "person", personId: await aSectionAuthor(region.regionId, elsewhere) },
  });
  const area = await db.planArea.findFirstOrThrow({ where: { recordId: id }, select: { id: true } });
  return { letterRecordId: id, planAreaId: area.id };
}

/** A visit that the authority's director has asked for, and nobody has scoped yet. */
async function aRequestedVisit(region: SmallRegion, authorityId: string): Promise<string> {
  const { actor } = region.person("dcs", authorityId);
  const begun = await beginVisit({ authorityId, variant: "peer", theme: "SEND", actor });
  if (begun.kind === "refused") throw new Error(begun.reason);
  const { endsOn } = await db.cycle.findUniqueOrThrow({ where: { id: region.cycleId }, select: { endsOn: true } });
  await saveRequest({ visitId: begun.id, actor }, { variant: "peer", theme: "SEND", passage: "", themeReason: "A new strategy", wants: "An outside view", wishedDays: [someFirstDay(endsOn)] });
  const sent = await sendRequest({ visitId: begun.id, actor });
  if (sent.kind !== "moved") throw new Error(`the visit was not asked for: ${JSON.stringify(sent)}`);
  return begun.id;
}

/** An event whose booking is open, and a place at it. */
async function aBooking(region: SmallRegion, personId: string): Promise<{ eventId: string; sessionId: string; bookingId: string }> {
  const { actor } = region.person("sli-coordinator");
  const planned = await planEvent({
    regionId: region.regionId, details: { title: "Conference", kind: "conference", about: "" }, actor,
    date: { day: "2030-02-12", startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 40 },
    rules: { bookBy: "2030-01-31", audience: "region", attendedOwnerId: null, anyTicket: false, quota: 3, offerHours: 8 },
  });
  if (planned.kind !== "made") throw new Error(planned.reason);
  await openBooking({ eventId: planned.id, actor });
  const { id: sessionId } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: planned.id }, select: { id: true } });
  const booked = await bookPlaces({ sessionId, personIds: [personId], actor: { kind: "person", personId } });
  if (booked.kind !== "made") throw new Error(booked.reason);
  return { eventId: planned.id, sessionId, bookingId: booked.bookings[0]?.bookingId ?? "" };
}

/** A plan with one workstream, approved at a meeting of today and begun. */
async function aPlan(region: SmallRegion, dcsId: string): Promise<Pick<Ids, "planId" | "workstreamId">> {
  const { actor } = region.person("sli-coordinator");
  const post = (await signedIn(dcsId)).holdings[0]?.postId ?? "";
  const made = await draftPlan({ regionId: region.regionId, previousId: null, name: "The plan", consultBy: "2029-12-31", startsOn: "2030-01-01", endsOn: "2031-06-30", actor });
  if (made.kind !== "made") throw new Error(made.reason);
  const planId = made.id;
  await addPriority({ planId, actor, title: "Enough good homes" });
  const { id: priorityId } = await db.planPriority.findFirstOrThrow({ where: { planId } });
  await addWorkstream({ planId, actor, title: "Placements together", priorityId, sponsorPostId: post, leadPostId: post });
  const { id: workstreamId } = await db.workstream.findFirstOrThrow({ where: { planId } });
  await addAction({ planId, actor, workstreamId, text: "Publish one framework", ownerPostId: post, doneBy: "2030-06-30" });
  await openConsultation({ planId, actor });
  await closeConsultation({ planId, actor });
  const meeting = await planMeeting({ regionId: region.regionId, heldOn: dayOf(now()), place: "County Hall", actor });
  if (meeting.kind !== "made") throw new Error(meeting.reason);
  await putOnAgenda({ planId, meetingId: meeting.id, paper: "", actor });
  await decidePlan({ planId, kind: "approve", reason: "Yes.", actor: region.person("regional-chair").actor });
  const begun = await beginPlan({ planId, actor });
  if (begun.kind !== "moved") throw new Error(JSON.stringify(begun));
  return { planId, workstreamId };
}

/** Proposed at the summit, and on the agenda that has gone out. */
async function aSummit(region: SmallRegion, submitterId: string): Promise<Pick<Ids, "summitId" | "recommendationId" | "meetingId" | "commitmentId">> {
  const { actor } = region.person("sli-coordinator");
  const planned = await planEvent({
    regionId: region.regionId, details: { title: "Summit", kind: "summit", about: "" }, actor,
    date: { day: "2030-03-22", startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 40 },
    rules: { bookBy: "2030-03-01", audience: "region", attendedOwnerId: null, anyTicket: false, quota: 3, offerHours: 8 },
  });
  if (planned.kind !== "made") throw new Error(planned.reason);
  await openBooking({ eventId: planned.id, actor });
  const submitter = await signedIn(submitterId);
  const drafted = await draftRecommendation({ regionId: region.regionId, eventId: planned.id, title: "One offer", text: "Agree one offer.", theme: "", cycleId: null, actor: submitter });
  if (drafted.kind !== "made") throw new Error(drafted.reason);
  await proposeRecommendation({ recommendationId: drafted.id, actor: submitter });
  const meeting = await planMeeting({ regionId: region.regionId, heldOn: "2030-04-07", place: "County Hall", actor });
  if (meeting.kind !== "made") throw new Error(meeting.reason);
  await addToAgenda({ recommendationId: drafted.id, meetingId: meeting.id, paper: "", actor });
  const sent = await sendAgenda({ meetingId: meeting.id, actor });
  if (sent.kind !== "moved") throw new Error(JSON.stringify(sent));
  const made = await makeCommitment({ regionId: region.regionId, eventId: planned.id, recommendationId: drafted.id, text: "Share our offer", ownerPostId: submitter.holdings[0]?.postId ?? "", doneBy: "2030-06-30", actor: submitter });
  if (made.kind !== "made") throw new Error(made.reason);
  return { summitId: planned.id, recommendationId: drafted.id, meetingId: meeting.id, commitmentId: made.id };
}

/** Open to the whole region, and joined by one person. */
async function aNetwork(region: SmallRegion, personId: string): Promise<Pick<Ids, "networkId" | "membershipId">> {
  const { actor } = region.person("sli-coordinator");
  const made = await planNetwork({ regionId: region.regionId, actor, details: { kind: "network", title: "Network", about: "", instructions: "Come in by the side door.", joinLink: "", sourceIds: [] } });
  if (made.kind !== "made") throw new Error(made.reason);
  await openNetwork({ networkId: made.id, actor });
  const joined = await joinNetwork({ networkId: made.id, actor: { kind: "person", personId } });
  if (joined.kind !== "joined") throw new Error(joined.reason);
  return { networkId: made.id, membershipId: joined.membershipId };
}

/** Judged by the director next door. */
async function anAward(region: SmallRegion, authorityId: string, neighbour: string, personId: string): Promise<Pick<Ids, "awardId" | "awardNominationId">> {
  const { actor } = region.person("sli-coordinator");
  const made = await planAward({ regionId: region.regionId, actor, details: { title: "Award", about: "", criteria: "Team work.", closesOn: "2030-02-01", shortlist: 2 } });
  if (made.kind !== "made") throw new Error(made.reason);
  await setJudges({ awardId: made.id, actor, personIds: [region.person("dcs", neighbour).id] });
  await openAward({ awardId: made.id, actor });
  const nominated = await nominateTeam({ awardId: made.id, authorityId, team: "Front door", text: "They answer within the hour.", actor: { kind: "person", personId } });
  if (nominated.kind !== "made") throw new Error(nominated.reason);
  return { awardId: made.id, awardNominationId: nominated.id };
}

/** The authority's report, kept elsewhere, is read by the first authority of the region, whose director chairs it. */
async function aValidation(region: SmallRegion, authorityId: string): Promise<Pick<Ids, "scrutinyId" | "validationId">> {
  const { actor } = region.person("sli-coordinator");
  const planned = await planEvent({
    regionId: region.regionId, details: { title: "Challenge event", kind: "validation", about: "" }, actor,
    date: { day: "2030-01-08", startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 40 },
    rules: { bookBy: "2029-12-20", audience: "region", attendedOwnerId: null, anyTicket: false, quota: 3, offerHours: 8 },
  });
  if (planned.kind !== "made") throw new Error(planned.reason);
  const proposed = await proposeAllocation({ eventId: planned.id, actor, rules: { cycleId: region.cycleId, perReport: 1, tables: 2, replyDays: 10, groupsAllowed: true, never: [], elsewhere: [authorityId] } });
  if (proposed.kind !== "proposed") throw new Error(JSON.stringify(proposed));
  const published = await publishAllocation({ eventId: planned.id, actor });
  if (published.kind !== "published") throw new Error(JSON.stringify(published));
  const { id } = await db.validation.findFirstOrThrow({ where: { scrutinyId: planned.id }, select: { id: true } });
  return { scrutinyId: planned.id, validationId: id };
}

/** A series whose booking is open, and a place at its first session. */
async function aSeries(region: SmallRegion, personId: string): Promise<{ seriesId: string; seriesEventId: string }> {
  const { actor } = region.person("sli-coordinator");
  const planned = await planSeries({
    regionId: region.regionId, details: { title: "Action learning", kind: "actionLearning", about: "" }, coversKind: null, pattern: { first: "2030-03-05", everyWeeks: 2, count: 2 }, actor, bookByBefore: 2,
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

/** A cohort whose nominations are open and whose first day can be booked already, and a nomination that waits for the director. */
async function aNomination(region: SmallRegion, authorityId: string): Promise<Pick<Ids, "programmeId" | "cohortId" | "dayId" | "daySessionId" | "nominationId">> {
  const { actor } = region.person("sli-coordinator");
  const made = await makeProgramme({ regionId: region.regionId, actor, details: { title: "Leaders", short: "LP", aims: "", eligibility: "", sponsors: "", inTeams: false, mayMiss: 1, hasAssignment: false } });
  if (made.kind !== "made") throw new Error(made.reason);
  const planned = await planCohort({ programmeId: made.id, actor, quotas: [], details: { places: 10, closesOn: "2030-01-15", selectBy: "2030-01-31", offerHours: 40 } });
  if (planned.kind !== "made") throw new Error(planned.reason);
  const day = await addDay({
    cohortId: planned.id, actor, details: { title: "First day", about: "", tutorIds: [] },
    date: { day: "2030-03-12", startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 10 },
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

/** A day well before the end of the round from which three working days follow each other. */
function someFirstDay(endsOn: Date): string {
  const end = endsOn.toISOString().slice(0, 10);
  for (let back = 30; ; back += 1) {
    const day = new Date(endsOn.getTime() - back * 86_400_000).toISOString().slice(0, 10);
    if (wrongWithDay(day, { today: "2000-01-01", endsOn: end, days: 3 }) === null) return day;
  }
}

/** The authority's delegate is in the pool, and asked to a session of the authority next door. The round stands for the session. */
async function anInvitation(region: SmallRegion, authorityId: string, neighbour: string): Promise<{ challengerId: string; assignmentId: string }> {
  const { actor } = region.person("sli-coordinator");
  const { id: personId } = region.person("dcs-delegate", authorityId);
  const entered = await enterChallenger({ regionId: region.regionId, personId, level: "challenger", themes: [], about: "", maxLoad: 2, trainedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), actor });
  if (entered.kind !== "entered") throw new Error(entered.reason);
  const invited = await inTransaction((tx) =>
    inviteToActivity(tx, {
      activityId: region.cycleId, challengerId: entered.challengerId, role: "challenger", why: "", activityTitle: "a session", on: null, hostAuthorityIds: [neighbour],
      regionId: region.regionId, respondBy: "2030-01-31", actor,
    }),
  );
  if (invited.kind !== "invited") throw new Error(invited.reason);
  return { challengerId: entered.challengerId, assignmentId: invited.assignmentId };
}
