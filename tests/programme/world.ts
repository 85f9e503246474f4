import { accept, approve, draftDecisions, endorse, nominate, type Service, type ToNominate } from "~/features/nomination";
import { beginProgramme, closeNominations, completeProgramme, makeProgramme, openNominations, planCohort, releaseAll, type ProgrammeDetails, type Quota } from "~/features/programme";
import { addDay, bookDays, closeEvaluation, daysOf, holdDay, recordRegister } from "~/features/programme-day";
import type { SessionDate } from "~/features/booking";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { londonTime } from "~/workflow/working-days";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import { aHolder, aRegion, type TestRegion } from "../cycle/region";
import { someDate } from "../booking/world";
import { workingDay } from "../support/days";

export { aHolder, aRegion } from "../cycle/region";
export { someDate, stateOf } from "../booking/world";
export { workingDay } from "../support/days";

export interface TestCohort {
  readonly region: TestRegion;
  readonly programmeId: string;
  readonly cohortId: string;
}

export interface CohortOver {
  readonly region?: TestRegion;
  readonly places?: number;
  readonly quotas?: readonly Quota[];
  readonly programme?: Partial<ProgrammeDetails>;
  readonly offerHours?: number;
  readonly days?: readonly Partial<SessionDate>[];
}

/** A cohort whose nominations are open, with days a month ahead. */
export async function anOpenCohort(over: CohortOver = {}): Promise<TestCohort> {
  const region = over.region ?? (await aRegion());
  const actor = region.coordinator;
  const made = await makeProgramme({ regionId: region.id, actor, details: { title: "Senior Leaders Programme", short: "SLP", aims: "To lead across services", eligibility: "", sponsors: "", inTeams: false, mayMiss: 1, hasAssignment: false, ...over.programme } });
  if (made.kind !== "made") throw new Error(made.reason);
  const planned = await planCohort({ programmeId: made.id, actor, quotas: over.quotas ?? [], details: { places: over.places ?? 2, closesOn: workingDay(10), selectBy: workingDay(14), offerHours: over.offerHours ?? 40 } });
  if (planned.kind !== "made") throw new Error(planned.reason);
  for (const [index, date] of (over.days ?? [{}]).entries()) {
    const day = await addDay({ cohortId: planned.id, actor, details: { title: `Day ${index + 1}`, about: "", tutorIds: [] }, date: someDate({ day: workingDay(30 + index), capacity: 20, ...date }) });
    if (day.kind !== "made") throw new Error(day.reason);
  }
  const opened = await openNominations({ cohortId: planned.id, actor });
  if (opened.kind !== "moved") throw new Error(JSON.stringify(opened));
  return { region, programmeId: made.id, cohortId: planned.id };
}

/** A nomination by the delegate of an authority (its number in the region), whose line manager is somebody else. */
export async function toNominate({ region, cohortId }: TestCohort, { authority = 0, service = "children", name = "Jo Field", team = "" }: { readonly authority?: number; readonly service?: Service; readonly name?: string; readonly team?: string } = {}): Promise<ToNominate & { readonly who: SignedIn; readonly manager: SignedIn }> {
  const of = region.authorities[authority]!;
  if (service === "adult" && (await db.post.count({ where: { authorityId: of.id, kind: "dass" } })) === 0) await aHolder({ regionId: region.id, authorityId: of.id, kind: "dass", name: "Adult Director" });
  const [who, manager] = [await aHolder({ regionId: region.id, authorityId: of.id, kind: "section-author", name }), await aHolder({ regionId: region.id, authorityId: of.id, kind: "section-author", name: "Sam Okafor" })];
  return { cohortId, authorityId: of.id, service, person: who, lineManager: manager, jobTitle: "Head of Service", statement: "To learn and to share.", team, actor: of.delegate, who, manager };
}

export interface TestNomination {
  readonly id: string;
  readonly who: SignedIn;
  readonly manager: SignedIn;
  readonly sponsor: SignedIn | Actor;
}

export async function aNomination(cohort: TestCohort, over: Parameters<typeof toNominate>[1] = {}): Promise<TestNomination> {
  const { who, manager, ...given } = await toNominate(cohort, over);
  const made = await nominate(given);
  if (made.kind !== "made") throw new Error(made.reason);
  return { id: made.id, who, manager, sponsor: await sponsorOf(cohort, given.authorityId, given.service) };
}

export async function sponsorOf({ region }: TestCohort, authorityId: string, service: Service): Promise<Actor> {
  if (service === "children") return region.authorities.find(({ id }) => id === authorityId)!.dcs;
  const { personId } = await db.holding.findFirstOrThrow({ where: { post: { kind: "dass", authorityId } } });
  return { kind: "person", personId };
}

/** A nomination that is with the board. */
export async function aSubmitted(cohort: TestCohort, over: Parameters<typeof toNominate>[1] = {}): Promise<TestNomination> {
  const made = await aNomination(cohort, over);
  await approve({ nominationId: made.id, actor: made.manager });
  const endorsed = await endorse({ nominationId: made.id, actor: made.sponsor });
  if (endorsed.kind !== "moved") throw new Error(JSON.stringify(endorsed));
  return made;
}

/** Closes nominations, drafts as said in the order given, and releases. */
export async function release({ region, cohortId }: TestCohort, decisions: readonly (readonly [TestNomination, "offer" | "reserve" | "refuse"])[]) {
  await closeNominations({ cohortId, actor: region.coordinator });
  await draftDecisions({ cohortId, actor: region.coordinator, drafts: new Map(decisions.map(([{ id }, draft], index) => [id, { draft, order: index + 1 }])) });
  return releaseAll({ cohortId, actor: region.coordinator });
}

/** A cohort of so many who have accepted, and so many on the reserve list. */
export async function aConfirmed(over: CohortOver & { readonly accepted: number; readonly reserves?: number }): Promise<TestCohort & { readonly people: readonly TestNomination[]; readonly reserves: readonly TestNomination[] }> {
  const cohort = await anOpenCohort({ places: over.accepted, ...over });
  const all: TestNomination[] = [];
  for (let index = 0; index < over.accepted + (over.reserves ?? 0); index += 1) all.push(await aSubmitted(cohort, { name: `Person ${index}`, authority: index % 2 }));
  const released = await release(cohort, all.map((one, index) => [one, index < over.accepted ? "offer" : "reserve"] as const));
  if (released.kind !== "moved") throw new Error(JSON.stringify(released));
  const people = all.slice(0, over.accepted);
  for (const { id, who } of people) await accept({ nominationId: id, actor: who });
  return { ...cohort, people, reserves: all.slice(over.accepted) };
}

/** The places of a cohort as the database counts them, and as the states say. */
export async function placesOf(cohortId: string): Promise<{ readonly places: number; readonly taken: number; readonly holding: number; readonly reserves: number }> {
  const { places, taken } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  const count = (where: object) => db.nomination.count({ where: { cohortId, ...where } });
  return {
    places, taken, reserves: await count({ workflow: { state: "reserve" } }),
    holding: await count({ OR: [{ workflow: { state: { in: ["offered", "accepted", "participating", "completed", "notCompleted"] } } }, { replacesId: { not: null }, workflow: { state: { in: ["awaitingManager", "awaitingSponsor"] } } }] }),
  };
}

/** Every letter about a record, reminders too. */
export function lettersOf(workflowId: string): Promise<{ template: string; props: unknown }[]> {
  return db.outboxEmail.findMany({ where: { workflowId }, select: { template: true, props: true } });
}

/** Somebody who has completed a programme and holds no post, as people of adult services do. */
export async function anAlumnus() {
  const cohort = await aConfirmed({ accepted: 1 });
  const { coordinator } = cohort.region;
  const { who } = cohort.people[0]!;
  const [day] = await daysOf(cohort.cohortId);
  const sessionId = day!.dates[0]!.id;
  await bookDays({ cohortId: cohort.cohortId, choices: new Map([[day!.id, sessionId]]), needs: "", actor: who });
  await at(londonTime(workingDay(30), "11:00"), async () => {
    await beginProgramme({ cohortId: cohort.cohortId, actor: coordinator });
    const { id } = await db.booking.findFirstOrThrow({ where: { sessionId } });
    await recordRegister({ dayId: day!.id, sessionId, came: new Map([[id, "full"]]), actor: coordinator });
  });
  await at(londonTime(workingDay(30), "18:00"), () => holdDay({ dayId: day!.id, actor: coordinator }));
  await at(londonTime(workingDay(45), "10:00"), async () => {
    await closeEvaluation({ dayId: day!.id, actor: coordinator });
    const completed = await completeProgramme({ cohortId: cohort.cohortId, actor: coordinator });
    if (completed.kind !== "moved") throw new Error(JSON.stringify(completed));
  });
  const own = cohort.region.authorities[0]!;
  await db.holding.deleteMany({ where: { personId: who.personId } });
  return { ...cohort, who: { ...who, holdings: [] } as SignedIn, own };
}
