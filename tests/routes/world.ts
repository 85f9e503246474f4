import { firstRules } from "~/features/arrangement/rules";
import { publishGroups } from "~/features/triad";
import { personLeft } from "~/features/people";
import { db } from "~/platform/db.server";
import { seedSmall, type SmallRegion } from "../../prisma/seed/small";
import { cookieOf } from "~tests/session/world";
import { aFinalLetter, anInvitation, aRecordLedByNeighbour, aRequestedVisit } from "./world-challenge";
import { aPlan, aSummit, aValidation } from "./world-deciding";
import { anAward, aBooking, aNetwork, aNomination, aSeries } from "./world-events";
import { aSectionAuthor } from "./world-people";

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
  /** A file among its papers. */
  readonly paperId: string;
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
  paperId: crypto.randomUUID(),
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
