import { judge, nominateTeam, openAward, planAward, publishShortlist, setJudges } from "~/features/award";
import { bookPlaces } from "~/features/booking";
import { inviteMembers, joinNetwork, openNetwork, planNetwork, sendInstructions } from "~/features/network";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import { announced, attended, booked, people, sessionOf, type Planned } from "./events";
import type { Staff } from "./people";
import { must } from "./rounds";

interface Told {
  readonly regionId: string;
  readonly staff: Staff;
  readonly authorityIds: readonly string[];
  readonly calendar: Calendar;
}

const CONFERENCE = "Annual conference";
const COMMUNITY = "Exploitation: community of practice";
const AWARD = "Team Excellence Award";
const JUDGED_AWARD = "Partnership award";
const COMING_AWARD = "Innovation in practice award";

/** What teams are nominated for, and what they did. */
const teams: readonly (readonly [string, string])[] = [
  ["The front door team", "Callers reach a social worker within the hour, and fewer come back with the same worry."],
  ["The kinship team", "Two in three children who could not stay at home now live with their family."],
  ["The leaving care team", "Every care leaver was offered a mentor; nine in ten are in touch."],
  ["The early help hub", "One plan and one worker for each family, whichever service it came to first."],
  ["The exploitation team", "Schools, police and youth workers meet each week and act the same day."],
  ["The virtual school", "Attendance of children in care rose above that of their schools."],
  ["The short breaks team", "Parents designed it, and parents choose."],
];

/**
 * The West Midlands: a conference with first come first served places that are booked through any authority's
 * ticket until its last day; a community of practice for those who took part in one of two workshops, with a
 * meeting of its own; and an award with nominations, judged and shortlisted, one that a judge has still to judge, and another whose nominations are open.
 */
export function networksStory(told: Told): Moment[] {
  const { regionId, staff, authorityIds, calendar } = told;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const director = (authorityId: string) => staff.actor("dcs", authorityId, now());
  const first = people(told, 14);
  const second = people(told, 14, 1);
  const workshop = (title: string, on: number): Planned => ({ ...told, title, kind: "workshop", opensOn: on - 12, bookBy: on - 2, on, about: "One day on recognising exploitation and acting together.", date: { place: "Civic Hall", capacity: 10 } });
  const one = workshop("Exploitation: first workshop", -45);
  const other = workshop("Exploitation: second workshop", -36);
  const conference: Planned = {
    ...told, title: CONFERENCE, kind: "conference", opensOn: -9, bookBy: 12, on: 20, about: "What has changed for children in the region this year. First come, first served; book through any authority’s ticket that is left.",
    date: { place: "The Council House", capacity: 20, instructions: "Sign in at the main entrance from 09:30." }, rules: { quota: 2, anyTicket: true },
  };
  const networkId = async () => (await db.network.findFirstOrThrow({ where: { regionId, title: COMMUNITY }, select: { id: true } })).id;
  const awardId = async (title: string) => (await db.award.findFirstOrThrow({ where: { regionId, title }, select: { id: true } })).id;
  const of = { community: `network ${COMMUNITY}`, award: `award ${AWARD}`, judged: `award ${JUDGED_AWARD}`, coming: `award ${COMING_AWARD}` };
  const meeting: Planned = {
    ...told, title: `${COMMUNITY}: winter meeting`, kind: "community", opensOn: -4, bookBy: 6, on: 9, about: "What you have tried since the workshops.",
    date: { mode: "online", joinLink: "https://meetings.example.org/exploitation", capacity: 20, startsAt: "13:00", endsAt: "14:30" }, members: COMMUNITY,
  };
  return [
    ...[one, other, conference, meeting].flatMap(announced),
    ...booked(one, first.slice(0, 8), { from: -56, aDay: 8 }),
    ...booked(other, second.slice(0, 6), { from: -47, aDay: 6 }),
    ...attended(one, (index) => (index % 8 === 7 ? "miss" : "full")),
    ...attended(other, (index) => (index % 6 === 5 ? "part" : "full")),
    // Fifteen book; two more of the first authority take the tickets of others, since its own two are gone.
    ...booked(conference, [...second, ...first.slice(0, 1)], { from: -8, aDay: 8 }),
    {
      of: `event ${CONFERENCE}`, at: calendar.moment(-5, 11),
      act: async () => {
        const personId = director(authorityIds[0] ?? "").personId;
        must("book with another authority’s ticket", await bookPlaces({ sessionId: await sessionOf(conference), personIds: [personId], ticket: authorityIds[1] ?? "", actor: { kind: "person", personId, channel: "demo" } }));
      },
    },
    {
      of: of.community, at: calendar.moment(-20, 10),
      act: async () => {
        const sources = await db.event.findMany({ where: { regionId, title: { in: [one.title, other.title] } }, select: { id: true } });
        const made = must("make a network", await planNetwork({
          regionId, actor: coordinator(),
          details: {
            kind: "community", title: COMMUNITY, about: "For those who took part in one of the two workshops: what you tried, and what came of it.",
            instructions: "We meet online every second month, on a Wednesday at 13:00. Bring one thing that you tried.", joinLink: "https://meetings.example.org/exploitation", sourceIds: sources.map(({ id }) => id),
          },
        }));
        if (made.kind === "made") must("open it", await openNetwork({ networkId: made.id, actor: coordinator() }));
      },
    },
    {
      of: of.community, at: calendar.moment(-18, 10),
      act: async () => {
        const id = await networkId();
        for (const personId of [...first.slice(0, 4), ...second.slice(0, 4)]) must("join", await joinNetwork({ networkId: id, actor: { kind: "person", personId, channel: "demo" } }));
        must("send how to join", await sendInstructions({ networkId: id, actor: coordinator() }));
      },
    },
    { of: of.community, at: calendar.moment(-2, 11), act: async () => void must("invite", await inviteMembers({ networkId: await networkId(), personIds: [first[4] ?? "", second[4] ?? ""], actor: coordinator() })) },
    ...booked(meeting, [...first.slice(0, 3), ...second.slice(0, 2)], { from: -3, aDay: 5 }),
    ...[
      { title: AWARD, of: of.award, on: -30, closesOn: -12 },
      { title: JUDGED_AWARD, of: of.judged, on: -16, closesOn: -5 },
      { title: COMING_AWARD, of: of.coming, on: -3, closesOn: 14 },
    ].map(({ title, of: award, on, closesOn }): Moment => ({
      of: award, at: calendar.moment(on, 10),
      act: async () => {
        const made = must("plan an award", await planAward({ regionId, actor: coordinator(), details: { title, about: "For a team whose work has changed something for children.", criteria: "What changed for children, how the team knows, and what others can learn from it.", closesOn: calendar.day(closesOn), shortlist: 3 } }));
        if (made.kind !== "made") return;
        must("choose the judges", await setJudges({ awardId: made.id, actor: coordinator(), personIds: authorityIds.slice(0, 3).map((id) => director(id).personId) }));
        must("open nominations", await openAward({ awardId: made.id, actor: coordinator() }));
      },
    })),
    {
      of: of.award, at: calendar.moment(-20, 10),
      act: async () => {
        const id = await awardId(AWARD);
        for (const [index, [team, text]] of teams.entries()) {
          const authorityId = authorityIds[index * 2] ?? "";
          must("nominate", await nominateTeam({ awardId: id, authorityId, team, text, actor: index % 2 === 0 ? director(authorityId) : { kind: "person", personId: staff.authors(authorityId)[0] ?? "", channel: "demo" } }));
        }
      },
    },
    {
      of: of.coming, at: calendar.moment(-1, 11),
      act: async () => {
        const id = await awardId(COMING_AWARD);
        for (const index of [3, 5]) must("nominate", await nominateTeam({ awardId: id, authorityId: authorityIds[index] ?? "", team: teams[index]?.[0] ?? "", text: teams[index]?.[1] ?? "", actor: director(authorityIds[index] ?? "") }));
      },
    },
    {
      of: of.judged, at: calendar.moment(-9, 11),
      act: async () => {
        const id = await awardId(JUDGED_AWARD);
        for (const index of [1, 4, 6, 9, 11]) must("nominate", await nominateTeam({ awardId: id, authorityId: authorityIds[index] ?? "", team: teams[index % teams.length]?.[0] ?? "", text: teams[index % teams.length]?.[1] ?? "", actor: director(authorityIds[index] ?? "") }));
      },
    },
    { of: of.award, at: calendar.moment(-8, 10), act: () => judgedBy(AWARD, [0, 1, 2]) },
    // The third judge has still to judge.
    { of: of.judged, at: calendar.moment(-2, 10), act: () => judgedBy(JUDGED_AWARD, [0, 1]) },
    {
      of: of.award, at: calendar.moment(-3, 10),
      act: async () => {
        const id = await awardId(AWARD);
        const nominations = await db.awardNomination.findMany({ where: { awardId: id }, include: { scores: true } });
        const mean = ({ scores }: (typeof nominations)[number]) => scores.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scores.length);
        const best = nominations.sort((a, b) => mean(b) - mean(a) || a.authorityId.localeCompare(b.authorityId)).slice(0, 3);
        must("publish the shortlist", await publishShortlist({ awardId: id, actor: coordinator(), chosen: best.map((nomination) => nomination.id) }));
      },
    },
  ];

  /** Directors of those authorities say what they think of every nomination but their own. */
  async function judgedBy(title: string, judges: readonly number[]): Promise<void> {
    const id = await awardId(title);
    const nominations = await db.awardNomination.findMany({ where: { awardId: id }, select: { id: true, authorityId: true }, orderBy: { authorityId: "asc" } });
    for (const place of judges) {
      const authorityId = authorityIds[place] ?? "";
      const scores = nominations.filter((nomination) => nomination.authorityId !== authorityId).map((nomination, index) => [nomination.id, { score: 1 + ((index * 3 + place) % 5), comment: index % 3 === 0 ? "Clear about what changed." : "" }] as const);
      must("judge", await judge({ awardId: id, actor: director(authorityId), scores: new Map(scores) }));
    }
  }
}
