import type { SessionDate } from "~/features/booking";
import { defaultQuestions, questionsOf, type Question } from "~/features/evaluation";
import { coordinates, lockCohort, settleReserves } from "~/features/nomination";
import { addDayWithin } from "~/features/programme-day";
import { now } from "~/platform/clock.server";
import { orRefusal, personOf, Refusal, writing, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { begin } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { formatTime } from "~/ui/dates";

export interface ProgrammeDetails {
  readonly title: string;
  readonly short: string;
  readonly aims: string;
  readonly eligibility: string;
  readonly sponsors: string;
  readonly inTeams: boolean;
  readonly mayMiss: number;
  readonly hasAssignment: boolean;
}

export interface CohortDetails {
  readonly places: number;
  readonly closesOn: string;
  readonly selectBy: string;
  readonly offerHours: number;
}

/** Most places of one service of one authority; what is left out has no quota. */
export interface Quota {
  readonly authorityId: string;
  readonly service: "children" | "adult";
  readonly places: number;
}

type Made = { readonly kind: "made"; readonly id: string } | Refused;

const dayDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Makes a programme. The same press makes one. */
export function makeProgramme({ regionId, details, actor, requestKey }: { readonly regionId: string; readonly details: ProgrammeDetails; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<Made> {
  return writing(async (tx) => {
    if (!(await coordinates(tx, actor, regionId))) throw new Refusal("not-your-role");
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.programme.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made" as const, id: known.id };
    }
    const id = uuidv7();
    await tx.programme.create({ data: { id, regionId, ...details, createdById: personOf(actor), createdAt: now(), requestKey: requestKey ?? null }, select: { id: true } });
    return { kind: "made" as const, id };
  });
}

/** Changes what a programme is. Cohorts keep their names. */
export function changeProgramme({ programmeId, details, actor }: { readonly programmeId: string; readonly details: ProgrammeDetails; readonly actor: Actor }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    const programme = await tx.programme.findUnique({ where: { id: programmeId }, select: { regionId: true } });
    if (!programme || !(await coordinates(tx, actor, programme.regionId))) throw new Refusal("not-your-role");
    await tx.programme.update({ where: { id: programmeId }, data: details, select: { id: true } });
    return { kind: "saved" as const };
  });
}

export interface ToPlan {
  readonly programmeId: string;
  readonly details: CohortDetails;
  readonly quotas: readonly Quota[];
  readonly actor: Actor;
  readonly requestKey?: string | undefined;
  /** For records of cohorts that ran before: the next number when left out. */
  readonly number?: number | undefined;
}

/** Plans the next cohort of a programme. Nobody but the region's coordinators sees it until nominations open. The same press plans one. */
export function planCohort(given: ToPlan): Promise<Made> {
  return orRefusal(() => inTransaction(async (tx) => ({ kind: "made" as const, id: await planWithin(tx, given, defaultQuestions) })));
}

async function planWithin(tx: Tx, { programmeId, details, quotas, actor, requestKey, number }: ToPlan, questions: readonly Question[]): Promise<string> {
  const [programme] = await tx.$queryRaw<{ regionId: string; short: string }[]>`SELECT region_id AS "regionId", short FROM programme WHERE id = ${programmeId}::uuid FOR UPDATE`;
  if (!programme || !(await coordinates(tx, actor, programme.regionId))) throw new Refusal("not-your-role");
  if (requestKey) {
    const known = await tx.cohort.findUnique({ where: { requestKey }, select: { id: true } });
    if (known) return known.id;
  }
  const last = (await tx.cohort.aggregate({ where: { programmeId }, _max: { number: true } }))._max.number ?? 0;
  const [posts, own] = await Promise.all([
    tx.post.findMany({ where: { regionId: programme.regionId, authorityId: null, kind: "sli-coordinator" }, select: { id: true } }),
    tx.authority.findMany({ where: { regionId: programme.regionId }, select: { id: true } }),
  ]);
  if (quotas.some(({ authorityId }) => !own.some(({ id }) => id === authorityId))) throw new Refusal("choose-authority");
  const id = uuidv7();
  const of = number ?? last + 1;
  await begin(
    {
      id, machine: "cohort", regionId: programme.regionId, title: `${programme.short} cohort ${of}`, actor, parties: posts.map((post) => ({ role: "coordinator", postId: post.id })),
      write: async (inner) => {
        await inner.cohort.create({
          data: {
            id, programmeId, regionId: programme.regionId, number: of, places: details.places, closesOn: dayDate(details.closesOn), selectBy: dayDate(details.selectBy), offerHours: details.offerHours,
            evaluationForm: questions as unknown as object[], createdById: personOf(actor), createdAt: now(), requestKey: requestKey ?? null, quotas: { create: quotas.map((quota) => ({ ...quota })) },
          },
          select: { id: true },
        });
      },
    },
    tx,
  );
  return id;
}

/**
 * Copies a cohort to the next: places, quota, evaluation form, and every day with its tutors, one year later
 * or the next working day after it. Dates are to be checked before nominations open.
 */
export function copyCohort({ cohortId, actor, requestKey }: { readonly cohortId: string; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<Made> {
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const was = await tx.cohort.findUnique({
        where: { id: cohortId },
        include: { quotas: true, days: { orderBy: { number: "asc" }, include: { tutors: { select: { personId: true } }, workflow: { select: { state: true, bookableSessions: { orderBy: { startsAt: "asc" } } } } } } },
      });
      if (!was) throw new Refusal("no-such-record");
      if (requestKey) {
        const known = await tx.cohort.findUnique({ where: { requestKey }, select: { id: true } });
        if (known) return { kind: "made" as const, id: known.id };
      }
      // All dates by the same number of years, so that they stay in their order.
      const closed = was.closesOn.toISOString().slice(0, 10);
      let years = 1;
      while (yearsAfter(closed, years) <= dayOf(now())) years += 1;
      const later = (day: string): string => addWorkingDays(addWorkingDays(yearsAfter(day, years), -1), 1);
      const id = await planWithin(
        tx,
        {
          programmeId: was.programmeId, actor, requestKey,
          details: { places: was.places, closesOn: later(closed), selectBy: later(was.selectBy.toISOString().slice(0, 10)), offerHours: was.offerHours },
          quotas: was.quotas.map(({ authorityId, service, places }) => ({ authorityId, service: service as Quota["service"], places })),
        },
        questionsOf(was.evaluationForm),
      );
      for (const day of was.days.filter(({ workflow }) => workflow.state !== "cancelled")) {
        const dates = day.workflow.bookableSessions.map((session): SessionDate => ({
          day: later(dayOf(session.startsAt)), startsAt: formatTime(session.startsAt), endsAt: formatTime(session.endsAt), mode: session.mode as SessionDate["mode"], place: session.place, joinLink: session.joinLink,
          instructions: session.instructions, capacity: session.capacity,
        }));
        await addDayWithin(tx, { cohortId: id, actor, details: { title: day.title, about: day.about, tutorIds: day.tutors.map(({ personId }) => personId) }, dates });
      }
      return { kind: "made" as const, id };
    }),
  );
}

function yearsAfter(day: string, years: number): string {
  const date = dayDate(day);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

/** Changes places, quota and dates of a cohort until its decisions are out. Refused: fewer places than are taken. */
export function changeCohort({ cohortId, details, quotas, actor }: { readonly cohortId: string; readonly details: CohortDetails; readonly quotas: readonly Quota[]; readonly actor: Actor }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    const cohort = await lockCohort(tx, cohortId);
    if (!(await coordinates(tx, actor, cohort.regionId))) throw new Refusal("not-your-role");
    if (!["planned", "nominationsOpen", "selecting", "confirmed"].includes(cohort.state)) throw new Refusal("no-such-step");
    if (details.places < cohort.taken) throw new Refusal("places-below-taken");
    const was = await tx.cohortQuota.findMany({ where: { cohortId } });
    for (const { authorityId, service, taken } of was) {
      const is = quotas.find((one) => one.authorityId === authorityId && one.service === service);
      if (is && is.places < taken) throw new Refusal("quota-below-taken");
    }
    // The closing date has a deadline of its own: once nominations are open, it moves by the step that tells of it.
    const dates = cohort.state === "planned" ? { closesOn: dayDate(details.closesOn), selectBy: dayDate(details.selectBy) } : {};
    await tx.cohort.update({ where: { id: cohortId }, data: { places: details.places, offerHours: details.offerHours, ...dates }, select: { id: true } });
    await tx.cohortQuota.deleteMany({ where: { cohortId } });
    for (const { authorityId, service, places } of quotas) {
      const taken = await tx.nomination.count({ where: { cohortId, authorityId, service, holds: true } });
      if (taken > places) throw new Refusal("quota-below-taken");
      await tx.cohortQuota.create({ data: { cohortId, authorityId, service, places, taken } });
    }
    // Added places go to the reserve list first.
    await settleReserves(tx, cohortId);
    return { kind: "saved" as const };
  });
}

/** Changes the questions of the days that are still to be held. */
export function changeForm({ cohortId, questions, actor }: { readonly cohortId: string; readonly questions: readonly Question[]; readonly actor: Actor }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    const cohort = await lockCohort(tx, cohortId);
    if (!(await coordinates(tx, actor, cohort.regionId))) throw new Refusal("not-your-role");
    await tx.cohort.update({ where: { id: cohortId }, data: { evaluationForm: questions as unknown as object[] }, select: { id: true } });
    return { kind: "saved" as const };
  });
}

/** Puts somebody into the region's pool of tutors. */
export function addTutor({ regionId, personId, about, actor }: { readonly regionId: string; readonly personId: string; readonly about: string; readonly actor: Actor }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    if (!(await coordinates(tx, actor, regionId))) throw new Refusal("not-your-role");
    await tx.tutor.upsert({ where: { regionId_personId: { regionId, personId } }, create: { regionId, personId, about, since: now() }, update: { about } });
    return { kind: "saved" as const };
  });
}
