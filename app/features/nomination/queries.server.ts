import { runsEventsOf } from "~/features/booking";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing } from "~/workflow/reading.server";
import { visibleTo } from "./access.server";
import { serviceLabels, type Draft, type Service, type State } from "./words";

export interface NominationPage {
  readonly id: string;
  readonly cohortId: string;
  readonly title: string;
  readonly person: string;
  readonly self: boolean;
  readonly jobTitle: string;
  readonly authority: string;
  readonly service: Service;
  readonly programme: string;
  readonly cohort: number;
  readonly statement: string;
  readonly team: string;
  readonly nominator: string;
  readonly lineManager: string;
  readonly approveBy: string;
  readonly closesOn: string;
  readonly offerUntil: string | null;
  readonly position: number | null;
  readonly reason: string | null;
  readonly state: State;
  readonly revision: number;
  readonly replaces: string | null;
  readonly keeps: boolean;
  readonly steps: Standing["steps"];
  /** A director of the authority, but of the other service: says whose turn it is. */
  readonly otherDirector: string | null;
}

/** A nomination for those whom it exists for; null for everybody else. */
export async function nominationPage(actor: SignedIn, id: string | undefined): Promise<NominationPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.nomination.findFirst({
    where: { id, AND: [visibleTo(actor)] },
    include: {
      person: { select: { name: true } }, nominator: { select: { name: true } }, lineManager: { select: { name: true } }, authority: { select: { name: true } },
      cohort: { select: { number: true, closesOn: true, regionId: true, programme: { select: { title: true } } } }, workflow: { select: { state: true, revision: true, title: true } },
      replaces: { select: { person: { select: { name: true } } } },
    },
  });
  if (!row) return null;
  const [standing, ahead] = await Promise.all([
    stepsOn(id, actor),
    row.reserveNo === null ? null : db.nomination.count({ where: { cohortId: row.cohortId, reserveNo: { lt: row.reserveNo }, workflow: { state: "reserve" } } }),
  ]);
  const service = row.service as Service;
  const own = service === "adult" ? "dass" : "dcs";
  const directs = actor.holdings.filter((held) => held.authorityId === row.authorityId && (held.kind === "dcs" || held.kind === "dass")).map(({ kind }) => kind);
  return {
    id, cohortId: row.cohortId, title: row.workflow.title, person: row.person.name, self: row.personId === actor.personId, jobTitle: row.jobTitle, authority: row.authority.name, service,
    programme: row.cohort.programme.title, cohort: row.cohort.number, statement: row.statement, team: row.team, nominator: row.nominator.name, lineManager: row.lineManager.name,
    approveBy: row.approveBy.toISOString().slice(0, 10), closesOn: row.cohort.closesOn.toISOString().slice(0, 10), state: row.workflow.state as State, revision: row.workflow.revision,
    offerUntil: row.workflow.state === "offered" ? (row.offerUntil?.toISOString() ?? null) : null, position: row.workflow.state === "reserve" && ahead !== null ? ahead + 1 : null,
    reason: row.reason, replaces: row.replaces?.person.name ?? null, keeps: runsEventsOf(actor).includes(row.cohort.regionId), steps: standing?.steps ?? [],
    otherDirector: row.workflow.state === "awaitingSponsor" && directs.length > 0 && !directs.includes(own) ? `${serviceLabels[service]}: the director of ${service === "adult" ? "adult social services" : "children’s services"} endorses it.` : null,
  };
}

/** What a line manager reads behind their link. */
export async function approvalOf(id: string) {
  const row = await db.nomination.findUniqueOrThrow({
    where: { id },
    select: {
      statement: true, jobTitle: true, person: { select: { name: true } }, lineManager: { select: { name: true } }, nominator: { select: { name: true } }, approveBy: true,
      workflow: { select: { state: true, revision: true } }, cohort: { select: { number: true, programme: { select: { title: true, aims: true } }, days: { select: { number: true, title: true, workflow: { select: { bookableSessions: { select: { startsAt: true, endsAt: true, mode: true, place: true }, orderBy: { startsAt: "asc" } } } } }, orderBy: { number: "asc" } } } },
    },
  });
  return {
    person: row.person.name, jobTitle: row.jobTitle, lineManager: row.lineManager.name, nominator: row.nominator.name, statement: row.statement, state: row.workflow.state as State, revision: row.workflow.revision,
    programme: row.cohort.programme.title, cohort: row.cohort.number, aims: row.cohort.programme.aims, approveBy: row.approveBy.toISOString().slice(0, 10),
    days: row.cohort.days.map(({ number, title, workflow }) => ({ number, title, dates: workflow.bookableSessions.map(({ startsAt, endsAt, mode, place }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), mode, place })) })),
  };
}

export interface ListedNomination {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly authorityId: string;
  readonly authority: string;
  readonly service: Service;
  readonly state: State;
  readonly statement: string;
  readonly team: string;
  readonly draft: Draft | null;
  readonly draftOrder: number | null;
  readonly reserveNo: number | null;
  readonly holds: boolean;
  readonly active: boolean;
  readonly assignmentDone: boolean;
  readonly since: string;
  /** Cohorts of any programme for which the person was not selected before. */
  readonly refusedBefore: number;
}

/** Everybody nominated for a cohort, by authority and name. The caller has checked who may see it. */
export async function nominationsOf(cohortId: string, authorityIds?: readonly string[]): Promise<ListedNomination[]> {
  const rows = await db.nomination.findMany({
    where: { cohortId, ...(authorityIds ? { authorityId: { in: [...authorityIds] } } : {}) },
    include: { person: { select: { name: true, email: true } }, authority: { select: { name: true } }, workflow: { select: { state: true, since: true } } },
    orderBy: [{ authority: { name: "asc" } }, { person: { name: "asc" } }, { id: "asc" }],
  });
  const before = await db.nomination.groupBy({ by: ["personId"], where: { cohortId: { not: cohortId }, personId: { in: rows.map(({ personId }) => personId) }, workflow: { state: "notSelected" } }, _count: true });
  const refused = new Map(before.map(({ personId, _count }) => [personId, _count]));
  return rows.map(({ person, authority, workflow, ...row }) => ({
    id: row.id, personId: row.personId, person: person.name, email: person.email, jobTitle: row.jobTitle, authorityId: row.authorityId, authority: authority.name, service: row.service as Service, state: workflow.state as State,
    statement: row.statement, team: row.team, draft: row.draft as Draft | null, draftOrder: row.draftOrder, reserveNo: row.reserveNo, holds: row.holds, active: row.active, assignmentDone: row.assignmentDone,
    since: workflow.since.toISOString(), refusedBefore: refused.get(row.personId) ?? 0,
  }));
}

export interface Fill {
  readonly authority: string;
  readonly service: Service;
  readonly nominated: number;
  readonly places: number;
  readonly quota: number | null;
}

/** How a cohort fills, by authority and service: nominations that count, places taken, and the quota; authorities with neither are left out. */
export async function fillOf(cohortId: string): Promise<Fill[]> {
  return db.$queryRaw<Fill[]>`
    SELECT a.name AS authority, s.service, count(n.id) FILTER (WHERE n.active)::int AS nominated, count(n.id) FILTER (WHERE n.holds)::int AS places, max(q.places) AS quota
      FROM cohort c JOIN authority a ON a.region_id = c.region_id CROSS JOIN (VALUES ('children'), ('adult')) AS s(service)
      LEFT JOIN nomination n ON n.cohort_id = c.id AND n.authority_id = a.id AND n.service = s.service
      LEFT JOIN cohort_quota q ON q.cohort_id = c.id AND q.authority_id = a.id AND q.service = s.service
     WHERE c.id = ${cohortId}::uuid GROUP BY a.name, s.service HAVING count(n.id) > 0 OR max(q.places) > 0 ORDER BY a.name, s.service DESC`;
}

export interface MyNomination {
  readonly id: string;
  readonly title: string;
  readonly cohortId: string;
  readonly state: State;
  readonly mine: boolean;
}

/** What a person is nominated for, what they nominated, and as a director or for their authority what concerns it; newest first. Coordinators read their cohorts instead. */
export async function nominationsFor(actor: SignedIn): Promise<MyNomination[]> {
  const rows = await db.nomination.findMany({
    where: { AND: [visibleTo(actor)], NOT: { cohort: { regionId: { in: [...runsEventsOf(actor)] } }, personId: { not: actor.personId } } },
    orderBy: { id: "desc" }, take: 100, select: { id: true, cohortId: true, personId: true, workflow: { select: { title: true, state: true } } },
  });
  return rows.map(({ id, cohortId, personId, workflow }) => ({ id, cohortId, title: workflow.title, state: workflow.state as State, mine: personId === actor.personId }));
}
