import { randomUUID } from "node:crypto";
import type { AttendanceOutcome, SessionDate } from "~/features/booking";
import { giveAnswer } from "~/features/evaluation";
import { accept, approve, draftDecisions, endorse, nominate, type Service } from "~/features/nomination";
import { addTutor, completeProgramme, makeProgramme, openNominations, planCohort, releaseAll, type ProgrammeDetails, type Quota } from "~/features/programme";
import { addDate, addDay, bookDays, recordRegister } from "~/features/programme-day";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import { inventor } from "./names";
import { signedIn, type Staff } from "./people";
import { teamsStory } from "./courses";
import { must } from "./rounds";

export interface Told {
  readonly regionId: string;
  readonly staff: Staff;
  readonly authorityIds: readonly string[];
  readonly calendar: Calendar;
}

interface Person {
  readonly name: string;
  readonly email: string;
}

/** A cohort as the story tells it. */
export interface Cohort {
  readonly details: ProgrammeDetails;
  readonly number: number;
  readonly places: number;
  /** Working days from today. */
  readonly opensOn: number;
  readonly closesOn: number;
  readonly days: readonly { readonly title: string; readonly about: string; readonly on: readonly number[] }[];
  readonly offerHours: number;
  readonly adults: number;
  readonly children: number;
  readonly jobs: readonly string[];
  readonly venues: readonly string[];
  readonly quotas?: readonly Quota[];
}

export const demo = (personId: string): Actor & { readonly personId: string } => ({ kind: "person", personId, channel: "demo" });

const inYorkshire = ["Leeds Civic Hall", "York, West Offices"];

const slp: Cohort = {
  details: {
    title: "Senior Leaders Programme", short: "SLP", aims: "Assistant directors and heads of service of children’s and adult services learn to lead across services, with each other and from those who have done it.",
    eligibility: "Heads of service and assistant directors of both services who have led for at least two years", sponsors: "ADCS Yorkshire and The Humber and the DASS network", inTeams: false, mayMiss: 1, hasAssignment: false,
  },
  number: 7, places: 34, opensOn: -150, closesOn: -132, offerHours: 40, adults: 14, children: 20,
  days: [
    { title: "Leading across services", about: "What children’s and adult services owe each other.", on: [-110] },
    { title: "Leading improvement", about: "How to change a service while it runs.", on: [-70] },
  ],
  jobs: ["Head of Service", "Assistant Director"], venues: inYorkshire,
};

const alp: Cohort = {
  details: {
    title: "Aspirant Leaders Programme", short: "ALP", aims: "Team and service managers prepare for their first senior post.", eligibility: "Team and service managers of both services", sponsors: "ADCS Yorkshire and The Humber and the DASS network",
    inTeams: false, mayMiss: 1, hasAssignment: true,
  },
  number: 4, places: 61, opensOn: -80, closesOn: -62, offerHours: 40, adults: 26, children: 41,
  days: [
    { title: "From manager to leader", about: "What changes, and what you leave behind.", on: [-24] },
    { title: "Leading with data", about: "Reading what figures say and what they do not.", on: [-5] },
    { title: "Leading through others", about: "Coaching, supervision and difficult conversations.", on: [14, 17] },
  ],
  jobs: ["Team Manager", "Service Manager"], venues: inYorkshire,
};

export const statements = [
  "I want to learn how others lead across services, and can share what we learnt from bringing family help and adult mental health together.",
  "I hope to prepare for a senior post. I can give what I know of commissioning for people with disabilities of all ages.",
  "I would like to see how other authorities use data in supervision. I can show what our early help dashboard changed.",
] as const;

const texts = ["The story of the tutor from Leeds stayed with me.", "Time to talk with adult services.", "Shorter slides, longer exercises.", "The case study was close to our own work.", "More time for questions.", "To plan with somebody of another authority."] as const;

/**
 * Leadership programmes of Yorkshire and The Humber: cohort 7 for senior leaders is complete, with 34 people;
 * cohort 4 for aspirant leaders is under way, with 61: its first day is evaluated, its second is being
 * evaluated, its third has two dates. About two of five are from adult services in both. Beside them a
 * programme for teams of four authorities, at its offers (courses.ts).
 */
export function programmesStory(told: Told): Moment[] {
  const { calendar, staff, authorityIds, regionId } = told;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const invent = inventor(71);
  const directorsOfAdults = new Map<string, string>();
  const [senior, aspirant] = [peopleFor(slp, told, invent, 0), peopleFor(alp, told, invent, 1)];
  return [
    {
      of: `programmes ${regionId}`, at: calendar.moment(slp.opensOn - 8, 10),
      act: async () => {
        for (const authorityId of authorityIds) {
          const personId = randomUUID();
          directorsOfAdults.set(authorityId, personId);
          await db.person.create({ data: { id: personId, ...invent(`adult.${authorityId}`), emailVerified: true, createdAt: now() }, select: { id: true } });
          const post = await db.post.create({ data: { kind: "dass", title: "Director of Adult Social Services", regionId, authorityId }, select: { id: true } });
          await db.holding.create({ data: { postId: post.id, personId, from: now() } });
        }
        for (const [index, authorityId] of authorityIds.slice(0, 4).entries()) {
          must("add a tutor", await addTutor({ regionId, personId: staff.actor("dcs", authorityId, now()).personId, about: ["Leading across services", "Improvement", "Data", "Coaching"][index] ?? "", actor: coordinator() }));
        }
      },
    },
    ...planned(slp, told),
    ...nominated(slp, told, senior, directorsOfAdults),
    ...selected(slp, told),
    ...attended(slp, told),
    { of: "SLP cohort 7", at: calendar.moment(-50, 15), act: async () => void must("complete a programme", await completeProgramme({ cohortId: await cohortOf(slp), actor: coordinator() })) },
    ...planned(alp, told),
    ...nominated(alp, told, aspirant, directorsOfAdults),
    ...selected(alp, told),
    ...attended(alp, told),
    ...teamsStory(told, directorsOfAdults),
  ];
}

export async function cohortOf({ details, number }: Cohort): Promise<string> {
  return (await db.cohort.findFirstOrThrow({ where: { number, programme: { short: details.short } }, select: { id: true } })).id;
}

export async function inState(cohort: Cohort, ...states: readonly string[]) {
  return db.nomination.findMany({ where: { cohortId: await cohortOf(cohort), workflow: { state: { in: [...states] } } }, orderBy: { id: "asc" }, select: { id: true, personId: true, service: true, authorityId: true } });
}

/** Who is nominated: for children's services people who are in the directory, as far as there are any; for adult services people whom the directory does not have. */
function peopleFor(cohort: Cohort, { staff, authorityIds }: Told, invent: (place: string) => Person, turn: number): readonly { readonly authorityId: string; readonly service: Service; readonly known: string | null; readonly person: Person }[] {
  const people = [];
  for (const service of ["children", "adult"] as const) {
    for (let index = 0; index < (service === "adult" ? cohort.adults : cohort.children); index += 1) {
      const authorityId = authorityIds[index % authorityIds.length] ?? "";
      const round = Math.floor(index / authorityIds.length);
      people.push({ authorityId, service, known: service === "children" ? (staff.authors(authorityId)[turn * 2 + round] ?? null) : null, person: invent(`${service}.${authorityId}`) });
    }
  }
  return people;
}

export function planned(cohort: Cohort, { calendar, staff, regionId, authorityIds }: Told): Moment[] {
  const of = `${cohort.details.short} cohort ${cohort.number}`;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  return [
    {
      of, at: calendar.moment(cohort.opensOn - 6, 10),
      act: async () => {
        const known = await db.programme.findFirst({ where: { regionId, short: cohort.details.short }, select: { id: true } });
        const made = known ? { kind: "made" as const, id: known.id } : must("make a programme", await makeProgramme({ regionId, details: cohort.details, actor: coordinator() }));
        if (made.kind !== "made") throw new Error("no programme");
        const started = must("plan a cohort", await planCohort({
          programmeId: made.id, number: cohort.number, quotas: cohort.quotas ?? [], actor: coordinator(),
          details: { places: cohort.places, closesOn: calendar.day(cohort.closesOn), selectBy: calendar.day(cohort.closesOn + 5), offerHours: cohort.offerHours },
        }));
        if (started.kind !== "made") throw new Error("no cohort");
        for (const [index, day] of cohort.days.entries()) {
          const date = (on: number): SessionDate => ({ day: calendar.day(on), startsAt: "09:30", endsAt: "16:00", mode: "inPerson", place: cohort.venues[index % cohort.venues.length] ?? "", joinLink: "", instructions: "Sign in at the main entrance from 09:00. Lunch is there.", capacity: Math.ceil(cohort.places / day.on.length) });
          const tutorId = staff.actor("dcs", authorityIds[index % 4] ?? "", now()).personId;
          const added = must("add a day", await addDay({ cohortId: started.id, details: { title: day.title, about: day.about, tutorIds: [tutorId] }, date: date(day.on[0] ?? 0), actor: coordinator() }));
          for (const other of day.on.slice(1)) if (added.kind === "made") must("add a date", await addDate({ dayId: added.id, date: date(other), actor: coordinator() }));
        }
      },
    },
    { of, at: calendar.moment(cohort.opensOn, 9), act: async () => void must("open nominations", await openNominations({ cohortId: await cohortOf(cohort), actor: coordinator() })) },
  ];
}

/** The delegates nominate for their authority, managers approve by their link, and the directors of both services endorse. */
function nominated(cohort: Cohort, { calendar, staff }: Told, people: ReturnType<typeof peopleFor>, directorsOfAdults: ReadonlyMap<string, string>): Moment[] {
  const of = `${cohort.details.short} cohort ${cohort.number}`;
  return [
    {
      of, at: calendar.moment(cohort.opensOn + 3, 10),
      act: async () => {
        const cohortId = await cohortOf(cohort);
        for (const [index, one] of people.entries()) {
          const delegate = await signedIn(staff.actor("dcs-delegate", one.authorityId, now()).personId);
          const known = one.known ? await db.person.findUnique({ where: { id: one.known }, select: { name: true, email: true } }) : null;
          must("nominate", await nominate({
            cohortId, authorityId: one.authorityId, service: one.service, person: known ?? one.person, lineManager: delegate, jobTitle: `${cohort.jobs[index % cohort.jobs.length]}, ${one.service === "adult" ? "Adult Social Care" : "Children’s Services"}`,
            statement: statements[index % statements.length] ?? "", team: "", actor: delegate,
          }));
        }
      },
    },
    {
      of, at: calendar.moment(cohort.opensOn + 6, 14),
      act: async () => {
        for (const { id, service, authorityId } of await inState(cohort, "awaitingManager", "awaitingSponsor")) {
          const { workflow, lineManagerId } = await db.nomination.findUniqueOrThrow({ where: { id }, select: { lineManagerId: true, workflow: { select: { state: true } } } });
          if (workflow.state === "awaitingManager") must("approve", await approve({ nominationId: id, actor: demo(lineManagerId) }));
          const sponsor = service === "adult" ? demo(directorsOfAdults.get(authorityId) ?? "") : staff.actor("dcs", authorityId, now());
          must("endorse", await endorse({ nominationId: id, actor: sponsor }));
        }
      },
    },
  ];
}

/** The board drafts and releases; most accept. */
function selected(cohort: Cohort, { calendar, staff }: Told): Moment[] {
  const of = `${cohort.details.short} cohort ${cohort.number}`;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  return [
    {
      of, at: calendar.moment(cohort.closesOn + 3, 11),
      act: async () => {
        const cohortId = await cohortOf(cohort);
        const board = await inState(cohort, "submitted");
        const share = (service: string) => Math.round((cohort.places * board.filter((one) => one.service === service).length) / board.length);
        const seen = new Map<string, number>();
        const drafts = new Map(board.map((one, index) => {
          const place = (seen.get(one.service) ?? 0) + 1;
          seen.set(one.service, place);
          const offers = place <= share(one.service);
          return [one.id, { draft: offers ? ("offer" as const) : index % 3 === 0 ? ("refuse" as const) : ("reserve" as const), order: offers ? null : index }];
        }));
        must("draft the decisions", await draftDecisions({ cohortId, drafts, actor: coordinator() }));
        must("release the decisions", await releaseAll({ cohortId, actor: coordinator() }));
      },
    },
    {
      of, at: calendar.moment(cohort.closesOn + 6, 12),
      act: async () => {
        for (const { id, personId } of await inState(cohort, "offered")) must("accept", await accept({ nominationId: id, actor: demo(personId) }));
      },
    },
  ];
}

/** Every day at once; of alternative dates the first or the second by turns. */
async function bookAll(cohort: Cohort, personId: string, turn: number, needs: string): Promise<void> {
  const cohortId = await cohortOf(cohort);
  const days = await db.programmeDay.findMany({ where: { cohortId }, orderBy: { number: "asc" }, select: { id: true, workflow: { select: { bookableSessions: { orderBy: { startsAt: "asc" }, select: { id: true } } } } } });
  const choices = new Map(days.map(({ id, workflow }) => [id, workflow.bookableSessions[turn % workflow.bookableSessions.length]?.id ?? ""]));
  must("book days", await bookDays({ cohortId, choices, needs, actor: demo(personId) }));
}

/** Everybody books all days at once; each day is held by itself, and those who were there say what they thought. */
function attended(cohort: Cohort, { calendar, staff }: Told): Moment[] {
  const of = `${cohort.details.short} cohort ${cohort.number}`;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const dayOfNumber = async (number: number) => db.programmeDay.findFirstOrThrow({ where: { cohortId: await cohortOf(cohort), number }, select: { id: true, workflow: { select: { bookableSessions: { select: { id: true } } } } } });
  return [
    {
      of, at: calendar.moment(cohort.closesOn + 8, 12),
      act: async () => {
        for (const [index, { personId }] of (await inState(cohort, "accepted")).entries()) await bookAll(cohort, personId, index, index % 11 === 4 ? "No nuts, please" : "");
      },
    },
    ...cohort.days.flatMap(({ on: [on = 0] }, index): Moment[] => (on > 0 ? [] : [
      {
        of, at: calendar.moment(on + 1, 10),
        act: async () => {
          const day = await dayOfNumber(index + 1);
          const sessionId = day.workflow.bookableSessions[0]?.id ?? "";
          const bookings = await db.booking.findMany({ where: { sessionId, holds: true }, select: { id: true }, orderBy: { id: "asc" } });
          const came = new Map(bookings.map(({ id }, at): [string, AttendanceOutcome] => [id, (at + index) % 17 === 16 ? "miss" : (at + index) % 12 === 7 ? "part" : "full"]));
          must("record who came", await recordRegister({ dayId: day.id, sessionId, came, actor: coordinator() }));
        },
      },
      {
        of, at: calendar.moment(on + 3, 15),
        act: async () => {
          const { id } = await dayOfNumber(index + 1);
          const open = await db.evaluation.findMany({ where: { ownerId: id, workflow: { state: "open" } }, orderBy: { id: "asc" }, select: { id: true, personId: true } });
          // A few have still to answer, and are who is reminded.
          for (const [at, one] of open.slice(0, Math.ceil(open.length * 0.94)).entries()) {
            const scale = (shift: number) => Math.min(5, 3 + ((at * 7 + shift * 2 + index) % 3) + ((at + index + shift) % (shift + 2) === 0 ? 1 : 0));
            must("say what they thought", await giveAnswer({
              evaluationId: one.id, actor: demo(one.personId),
              answer: { useful: scale(0), teaching: scale(1), apply: Math.min(5, scale(2)), arranged: scale(3), ...(at % 5 === 0 ? { best: texts[at % texts.length] ?? "" } : {}), ...(at % 9 === 2 ? { change: texts[(at + 2) % texts.length] ?? "" } : {}) },
            }));
          }
        },
      },
    ])),
  ];
}
