import { runsEventsOf } from "~/features/booking";
import { labelOf as poolLabel } from "~/features/challenger-pool";
import { questionsOf, responsesOf, resultsOf, type Question, type Results } from "~/features/evaluation";
import { fillOf, nominationsOf, rulesMet, standsInTheWay, type Fill, type ListedNomination, type RuleMet } from "~/features/nomination";
import { daysOf, type DayOfCohort } from "~/features/programme-day";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing } from "~/workflow/reading.server";
import { visibleTo } from "./access.server";
import type { ProgrammeDetails, Quota } from "./planning.server";
import type { State } from "./words";

export interface ListedCohort {
  readonly id: string;
  readonly title: string;
  readonly number: number;
  readonly state: State;
  readonly places: number;
  readonly taken: number;
  readonly closesOn: string;
}

export interface ListedProgramme {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly keeps: boolean;
  readonly cohorts: readonly ListedCohort[];
}

/** Programmes with the cohorts that exist for this person; a coordinator's own also without a cohort. */
export async function programmesFor(actor: SignedIn): Promise<{ readonly programmes: readonly ListedProgramme[]; readonly runs: readonly { readonly id: string; readonly name: string }[] }> {
  const runsIn = [...runsEventsOf(actor)];
  const where = visibleTo(actor);
  const [rows, runs] = await Promise.all([
    db.programme.findMany({
      where: { OR: [{ regionId: { in: runsIn } }, { cohorts: { some: where } }] }, orderBy: [{ region: { name: "asc" } }, { title: "asc" }],
      select: {
        id: true, title: true, short: true, regionId: true, region: { select: { name: true } },
        cohorts: { where, orderBy: { number: "desc" }, select: { id: true, number: true, places: true, taken: true, closesOn: true, workflow: { select: { state: true } } } },
      },
    }),
    db.region.findMany({ where: { id: { in: runsIn } }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  return {
    runs,
    programmes: rows.map(({ id, title, short, regionId, region, cohorts }) => ({
      id, title, region: region.name, keeps: runsIn.includes(regionId),
      cohorts: cohorts.map(({ workflow, closesOn, ...cohort }) => ({ ...cohort, title: `${short} cohort ${cohort.number}`, state: workflow.state as State, closesOn: closesOn.toISOString().slice(0, 10) })),
    })),
  };
}

export interface ProgrammePage extends ProgrammeDetails {
  readonly id: string;
  readonly regionId: string;
  readonly region: string;
  readonly keeps: boolean;
  readonly cohorts: readonly ListedCohort[];
  /** Who completed it, newest cohort first; for the coordinator. */
  readonly alumni: readonly { readonly nominationId: string; readonly name: string; readonly email: string; readonly authority: string; readonly cohort: number; /** Where they are with the pool of challengers; null for who was never asked. */ readonly pool: string | null; readonly mayInvite: boolean; readonly teaches: boolean; /** Their invitation to teach; null for who was never asked. */ readonly tutoring: { readonly id: string; readonly state: string } | null; readonly personId: string }[];
}

/** One programme: for its coordinators, and for everybody for whom one of its cohorts exists. */
export async function programmePage(actor: SignedIn, id: string | undefined): Promise<ProgrammePage | null> {
  if (!isUuid(id)) return null;
  const runsIn = [...runsEventsOf(actor)];
  const where = visibleTo(actor);
  const row = await db.programme.findFirst({
    where: { id, OR: [{ regionId: { in: runsIn } }, { cohorts: { some: where } }] },
    include: { region: { select: { name: true } }, cohorts: { where, orderBy: { number: "desc" }, select: { id: true, number: true, places: true, taken: true, closesOn: true, workflow: { select: { state: true } } } } },
  });
  if (!row) return null;
  const keeps = runsIn.includes(row.regionId);
  const alumni = keeps
    ? await db.nomination.findMany({
        where: { cohort: { programmeId: id }, workflow: { state: "completed" } }, orderBy: [{ cohort: { number: "desc" } }, { person: { name: "asc" } }],
        select: { id: true, personId: true, authority: { select: { name: true } }, cohort: { select: { number: true } }, person: { select: { name: true, email: true, challengers: { where: { regionId: row.regionId }, select: { workflow: { select: { state: true } } } }, tutorIn: { where: { regionId: row.regionId }, select: { personId: true } }, tutorings: { where: { regionId: row.regionId }, select: { id: true, workflow: { select: { state: true } } } } } } },
      })
    : [];
  return {
    id, regionId: row.regionId, region: row.region.name, keeps, title: row.title, short: row.short, aims: row.aims, eligibility: row.eligibility, sponsors: row.sponsors, inTeams: row.inTeams, mayMiss: row.mayMiss, hasAssignment: row.hasAssignment,
    cohorts: row.cohorts.map(({ workflow, closesOn, ...cohort }) => ({ ...cohort, title: `${row.short} cohort ${cohort.number}`, state: workflow.state as State, closesOn: closesOn.toISOString().slice(0, 10) })),
    alumni: alumni.map(({ id: nominationId, personId, authority, cohort, person }) => {
      const pool = person.challengers[0]?.workflow.state ?? null;
      return {
        nominationId, personId, name: person.name, email: person.email, authority: authority.name, cohort: cohort.number, teaches: person.tutorIn.length > 0, tutoring: person.tutorings[0] ? { id: person.tutorings[0].id, state: person.tutorings[0].workflow.state } : null,
        pool: pool === "awaitingApplication" ? "Invited to the pool" : pool && (pool === "left" || pool === "notEndorsed" ? poolLabel(pool) : `Challenger: ${poolLabel(pool).toLowerCase()}`), mayInvite: pool === null || pool === "left" || pool === "notEndorsed",
      };
    }),
  };
}

export interface CohortPage {
  readonly id: string;
  readonly programmeId: string;
  readonly regionId: string;
  readonly region: string;
  readonly title: string;
  readonly programme: ProgrammeDetails;
  readonly number: number;
  readonly places: number;
  readonly taken: number;
  readonly closesOn: string;
  readonly selectBy: string;
  readonly offerHours: number;
  readonly reason: string | null;
  readonly state: State;
  readonly revision: number;
  readonly keeps: boolean;
  readonly days: readonly DayOfCohort[];
  readonly quotas: readonly (Quota & { readonly authority: string; readonly taken: number })[];
  readonly questions: readonly Question[];
  readonly steps: Standing["steps"];
  readonly mine: { readonly id: string; readonly state: string } | null;
  readonly impactOn: string | null;
}

/** One cohort for whom it exists; null for everybody else. */
export async function cohortPage(actor: SignedIn, id: string | undefined): Promise<CohortPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.cohort.findFirst({
    where: { id, AND: [visibleTo(actor)] },
    include: {
      programme: true, region: { select: { name: true } }, workflow: { select: { title: true, state: true, revision: true } }, quotas: { include: { authority: { select: { name: true } } }, orderBy: [{ authority: { name: "asc" } }, { service: "desc" }] },
      nominations: { where: { personId: actor.personId }, orderBy: { id: "desc" }, take: 1, select: { id: true, workflow: { select: { state: true } } } },
    },
  });
  if (!row) return null;
  const keeps = runsEventsOf(actor).includes(row.regionId);
  const [days, standing] = await Promise.all([daysOf(id), keeps ? stepsOn(id, actor) : undefined]);
  const { title, short, aims, eligibility, sponsors, inTeams, mayMiss, hasAssignment } = row.programme;
  const [mine] = row.nominations;
  return {
    id, programmeId: row.programmeId, regionId: row.regionId, region: row.region.name, title: row.workflow.title, programme: { title, short, aims, eligibility, sponsors, inTeams, mayMiss, hasAssignment },
    number: row.number, places: row.places, taken: row.taken, closesOn: row.closesOn.toISOString().slice(0, 10), selectBy: row.selectBy.toISOString().slice(0, 10), offerHours: row.offerHours, reason: row.reason,
    state: row.workflow.state as State, revision: row.workflow.revision, keeps, days, quotas: row.quotas.filter(({ authorityId }) => keeps || actor.holdings.some((held) => held.authorityId === authorityId)).map(({ authorityId, service, places, taken, authority }) => ({ authorityId, service: service as Quota["service"], places, taken, authority: authority.name })),
    questions: questionsOf(row.evaluationForm), steps: standing?.steps ?? [], mine: mine ? { id: mine.id, state: mine.workflow.state } : null, impactOn: row.impactOn?.toISOString().slice(0, 10) ?? null,
  };
}

export interface CohortPeople {
  readonly people: readonly ListedNomination[];
  readonly fill: readonly Fill[];
  readonly standings: readonly RuleMet[];
  readonly inTheWay: Awaited<ReturnType<typeof standsInTheWay>>;
}

/** Everybody of a cohort and how it fills; of their authorities only, for a sponsor. The caller has checked who may see it. */
export async function cohortPeople(cohortId: string, authorityIds?: readonly string[]): Promise<CohortPeople> {
  const [people, fill, standings, inTheWay] = await Promise.all([nominationsOf(cohortId, authorityIds), authorityIds ? [] : fillOf(cohortId), rulesMet(db, cohortId), standsInTheWay(db, cohortId)]);
  return { people, fill, standings, inTheWay };
}

export interface CohortReport {
  readonly days: readonly { readonly id: string; readonly title: string; readonly number: number; readonly asked: number; readonly answered: number; readonly mean: number | null }[];
  readonly impact: Results | null;
  readonly completed: number;
  readonly tookPart: number;
  readonly adult: number;
  /** The same of earlier cohorts of the programme: response and mean over all days. */
  readonly earlier: readonly { readonly cohort: number; readonly asked: number; readonly answered: number; readonly mean: number | null }[];
}

const overall = (results: readonly (Results | null)[]): number | null => {
  const means = results.flatMap((one) => (one ? one.questions.flatMap(({ mean, count }) => (mean === null ? [] : [{ mean, count }])) : []));
  const count = means.reduce((sum, one) => sum + one.count, 0);
  return count === 0 ? null : means.reduce((sum, one) => sum + one.mean * one.count, 0) / count;
};

/** What a cohort came to, counted from its records. The caller has checked who may see it. */
export async function cohortReport(cohort: Pick<CohortPage, "id" | "programmeId" | "number" | "days">): Promise<CohortReport> {
  const [results, impact, people, earlier] = await Promise.all([
    Promise.all(cohort.days.map(({ id }) => resultsOf(id))),
    resultsOf(cohort.id),
    db.nomination.findMany({ where: { cohortId: cohort.id, workflow: { state: { in: ["participating", "completed", "notCompleted"] } } }, select: { service: true, workflow: { select: { state: true } } } }),
    db.cohort.findMany({ where: { programmeId: cohort.programmeId, number: { lt: cohort.number } }, orderBy: { number: "desc" }, take: 5, select: { number: true, days: { select: { id: true } } } }),
  ]);
  const before = await Promise.all(earlier.map(async ({ number, days }) => {
    const ids = days.map(({ id }) => id);
    const responses = [...(await responsesOf(ids)).values()];
    return { cohort: number, asked: responses.reduce((sum, one) => sum + one.asked, 0), answered: responses.reduce((sum, one) => sum + one.answered, 0), mean: overall(await Promise.all(ids.map((id) => resultsOf(id)))) };
  }));
  return {
    days: cohort.days.map(({ id, title, number }, index) => ({ id, title, number, asked: results[index]?.asked ?? 0, answered: results[index]?.answered ?? 0, mean: overall([results[index] ?? null]) })),
    impact, completed: people.filter(({ workflow }) => workflow.state === "completed").length, tookPart: people.length, adult: people.filter(({ service }) => service === "adult").length, earlier: before.filter(({ asked }) => asked > 0),
  };
}
