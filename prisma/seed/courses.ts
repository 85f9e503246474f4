import { accept, draftDecisions, endorse, nominate, nominateTeam, refuseAsSponsor, type Service } from "~/features/nomination";
import { addTutor, releaseAll } from "~/features/programme";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import { inventor } from "./names";
import { signedIn } from "./people";
import { cohortOf, demo, inState, planned, statements, type Cohort, type Told } from "./programmes";
import { must } from "./rounds";

const course: Cohort = {
  details: {
    title: "Aspirant Directors Course", short: "ADC", aims: "Assistant directors of children’s services prepare to lead a whole service: five days with those who do.", eligibility: "Assistant directors and heads of service of children’s services, endorsed by their director",
    sponsors: "The directors of children’s services of the South East", inTeams: false, mayMiss: 1, hasAssignment: false,
  },
  number: 3, places: 24, opensOn: -9, closesOn: 6, offerHours: 40, adults: 0, children: 0, jobs: ["Assistant Director", "Head of Service"], venues: ["Winchester, Guildhall", "Reading, Town Hall"],
  days: [
    { title: "What a director answers for", about: "The statutory role, and what the public expects of it.", on: [24] },
    { title: "Leading with others", about: "Police, health, schools and the lead member.", on: [31] },
    { title: "Money and choices", about: "Medium-term plans, and saying no.", on: [38] },
    { title: "Quality and inspection", about: "Knowing how good practice is before somebody else says.", on: [45] },
    { title: "The first hundred days", about: "Those who have done it tell what they would do again.", on: [52] },
  ],
};

/** Authorities with two places; the others have one. */
const large = new Set(["buckinghamshire", "east-sussex", "hampshire", "kent", "oxfordshire", "surrey", "west-sussex"]);

/**
 * The South East's course of five days: two places for a large authority and one for a small one, a fixed
 * closing date a few days ahead, nominations with their line managers, with directors, with the board, and
 * one that was not endorsed.
 */
export function courseStory(told: Told): Moment[] {
  const { calendar, staff, authorityIds, regionId } = told;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const cohort: Cohort = { ...course, quotas: authorityIds.map((authorityId) => ({ authorityId, service: "children" as const, places: large.has(authorityId) ? 2 : 1 })) };
  const nominating = authorityIds.slice(0, 9);
  return [
    {
      of: `programmes ${regionId}`, at: calendar.moment(course.opensOn - 7, 10),
      act: async () => {
        for (const authorityId of authorityIds.slice(0, 4)) must("add a tutor", await addTutor({ regionId, personId: staff.actor("dcs", authorityId, now()).personId, about: "Leading a children’s service", actor: coordinator() }));
      },
    },
    ...planned(cohort, told),
    {
      of: "ADC cohort 3", at: calendar.moment(course.opensOn + 2, 11),
      act: async () => {
        const cohortId = await cohortOf(cohort);
        for (const [index, authorityId] of nominating.entries()) {
          const delegate = await signedIn(staff.actor("dcs-delegate", authorityId, now()).personId);
          const [nominee, manager] = await Promise.all([0, 1].map((at) => db.person.findUniqueOrThrow({ where: { id: staff.authors(authorityId)[at] ?? "" }, select: { name: true, email: true } })));
          if (!nominee || !manager) continue;
          must("nominate", await nominate({
            cohortId, authorityId, service: "children", person: nominee, lineManager: index < 3 ? manager : delegate, jobTitle: course.jobs[index % 2] ?? "", statement: statements[index % statements.length] ?? "", team: "", actor: delegate,
          }));
        }
      },
    },
    {
      of: "ADC cohort 3", at: calendar.moment(course.opensOn + 5, 15),
      act: async () => {
        // Two directors have yet to look, and one says no.
        for (const [index, { id, authorityId }] of (await inState(cohort, "awaitingSponsor")).slice(0, 4).entries()) {
          const actor = staff.actor("dcs", authorityId, now());
          must("endorse or refuse", await (index === 3 ? refuseAsSponsor({ nominationId: id, actor, reason: "Next year, after the inspection." }) : endorse({ nominationId: id, actor })));
        }
      },
    },
  ];
}

const teams: Cohort = {
  details: {
    title: "Systems Thinking Programme", short: "STP", aims: "Teams of one authority study how people really come to a service, and change it.", eligibility: "Teams of four from children’s and adult services who can change how they work",
    sponsors: "ADCS Yorkshire and The Humber and the DASS network", inTeams: true, mayMiss: 0, hasAssignment: false,
  },
  number: 1, places: 12, opensOn: -26, closesOn: -13, offerHours: 160, adults: 0, children: 0, jobs: ["Service Manager", "Team Manager"], venues: ["Leeds Civic Hall"],
  days: [
    { title: "Study the demand", about: "Listen to what people ask for, and what becomes of it.", on: [11] },
    { title: "Redesign with the people who do the work", about: "Try it small, and measure.", on: [25] },
  ],
};

/** The next round of teams takes nominations. */
const nextTeams: Cohort = { ...teams, number: 2, opensOn: -5, closesOn: 9, days: teams.days.map((day, index) => ({ ...day, on: [40 + index * 14] })) };

/**
 * Teams of four authorities, two people of each service: two have accepted, one has an offer, one waits on the reserve list, all
 * four of each together. Nominations of the next teams are open: one team has been nominated, and waits for its directors.
 */
export function teamsStory(told: Told, directorsOfAdults: ReadonlyMap<string, string>): Moment[] {
  const { calendar, staff, authorityIds } = told;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const invent = inventor(72);
  const own = authorityIds.slice(4, 8);
  return [
    ...planned(teams, told),
    ...planned(nextTeams, told),
    {
      of: "STP cohort 2", at: calendar.moment(nextTeams.opensOn + 3, 10),
      act: async () => {
        const authorityId = authorityIds[8] ?? "";
        const delegate = await signedIn(staff.actor("dcs-delegate", authorityId, now()).personId);
        const members = (["children", "adult"] as const).map((service, index) => ({ service, person: invent(`${service}.${authorityId}.next`), lineManager: delegate, jobTitle: nextTeams.jobs[index] ?? "" }));
        must("nominate a team", await nominateTeam({ cohortId: await cohortOf(nextTeams), authorityId, team: "Early help hub", statement: "We want families to tell their story once.", members, actor: delegate }));
      },
    },
    {
      of: "STP cohort 1", at: calendar.moment(teams.opensOn + 3, 10),
      act: async () => {
        const cohortId = await cohortOf(teams);
        for (const authorityId of own) {
          const delegate = await signedIn(staff.actor("dcs-delegate", authorityId, now()).personId);
          for (const [index, service] of (["children", "children", "adult", "adult"] as const).entries()) {
            const known = service === "children" ? await db.person.findUnique({ where: { id: staff.authors(authorityId)[6 + index] ?? crypto.randomUUID() }, select: { name: true, email: true } }) : null;
            const made = must("nominate", await nominate({
              cohortId, authorityId, service, person: known ?? invent(`${service}.${authorityId}`), lineManager: delegate, jobTitle: teams.jobs[index % 2] ?? "", statement: "We want to see the work as those see it who need it.", team: "Front door", actor: delegate,
            }));
            if (made.kind !== "made") continue;
            must("endorse", await endorse({ nominationId: made.id, actor: sponsorOf(service, authorityId) }));
          }
        }
      },
    },
    {
      of: "STP cohort 1", at: calendar.moment(teams.closesOn + 3, 10),
      act: async () => {
        const cohortId = await cohortOf(teams);
        const board = await inState(teams, "submitted");
        must("draft the decisions", await draftDecisions({ cohortId, actor: coordinator(), drafts: new Map(board.map(({ id, authorityId }, order) => [id, authorityId === own[3] ? { draft: "reserve" as const, order } : { draft: "offer" as const, order: null }])) }));
        must("release the decisions", await releaseAll({ cohortId, actor: coordinator() }));
      },
    },
    {
      of: "STP cohort 1", at: calendar.moment(teams.closesOn + 6, 12),
      act: async () => {
        for (const { id, personId, authorityId } of await inState(teams, "offered")) if (authorityId !== own[2]) must("accept", await accept({ nominationId: id, actor: demo(personId) }));
      },
    },
  ];

  function sponsorOf(service: Service, authorityId: string) {
    return service === "adult" ? demo(directorsOfAdults.get(authorityId) ?? "") : staff.actor("dcs", authorityId, now());
  }
}
