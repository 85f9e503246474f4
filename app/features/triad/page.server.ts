import { LIVE, teamOf } from "~/features/assignment";
import { recordsOf, visibleTo as recordsVisibleTo } from "~/features/challenge-record";
import { regionsRunBy, statesThatAre } from "~/features/cycle";
import { kloesOf } from "~/features/kloe";
import { dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn } from "~/workflow/reading.server";
import { speaksFor, visibleTo } from "./access.server";
import { owingOf } from "./asked.server";
import { triadRulesOf } from "./rules.server";
import { plannedAgenda } from "./times.server";

/** A group for a page, or null when it does not exist for this person. */
export async function triadPage(actor: SignedIn, id: string | undefined) {
  if (!isUuid(id)) return null;
  const row = await db.triad.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      id: true, number: true, cycleId: true, poll: true, pollClosesOn: true, sessionOn: true, startsAt: true, endsAt: true, venue: true, joining: true, attendanceDueOn: true, reason: true, pairReason: true, postponed: true, team: true, agenda: true,
      host: { select: { id: true, name: true } },
      cycle: { select: { name: true, rules: true, regionId: true, region: { select: { name: true } } } },
      workflow: { select: { title: true } },
      members: { select: { leftAt: true, confirmedAt: true, cannotReason: true, attendee: { select: { id: true, name: true } }, authority: { select: { id: true, name: true } }, selfAssessment: { select: { workflow: { select: { state: true } } } } }, orderBy: { authority: { name: "asc" } } },
      options: { select: { id: true, poll: true, day: true, answers: { select: { authorityId: true, answer: true } } }, orderBy: { day: "asc" } },
      offers: { select: { authorityId: true, venue: true } },
      waivers: { select: { authorityId: true, reason: true } },
      attendances: { select: { personId: true } },
    },
  });
  const standing = row && (await stepsOn(id, actor));
  if (!row || !standing) return null;
  const mayRun = regionsRunBy(actor).includes(row.cycle.regionId);
  const members = row.members.filter((member) => member.leftAt === null);
  const speaks = speaksFor(actor);
  const parties = members.map((member) => member.authority);
  const rules = triadRulesOf(row.cycle.rules);
  const [team, lines, owing, records, seen] = await Promise.all([
    teamOf(id),
    kloesOf(id),
    owingIn(id, standing.state),
    recordsOf(id),
    db.challengeRecord.findMany({ where: { AND: [{ activityId: id }, recordsVisibleTo(actor)] }, select: { id: true } }),
  ]);
  const accepted = team.some((member) => ["accepted", "completed"].includes(member.state));
  return {
    id, number: row.number, title: row.workflow.title,
    round: { id: row.cycleId, name: row.cycle.name, region: row.cycle.region.name, regionId: row.cycle.regionId },
    standing, mayRun, rules,
    mine: parties.filter((party) => speaks.includes(party.id)),
    /** Whose deputy at the session this person is. */
    deputyOf: members.find((member) => member.attendee?.id === actor.personId)?.authority.id ?? null,
    speaks,
    members: members.map((member) => ({
      ...member.authority,
      attendee: member.attendee, confirmed: member.confirmedAt !== null, cannot: member.cannotReason,
      owes: owing.includes(member.authority.id),
      waiver: row.waivers.find((waiver) => waiver.authorityId === member.authority.id)?.reason ?? null,
      /** The pack waits for its self-assessment, or for a waiver. */
      missing: !statesThatAre("in").some((state) => state === member.selfAssessment.workflow.state) && !row.waivers.some((waiver) => waiver.authorityId === member.authority.id),
      lines: lines.filter((line) => line.authorityId === member.authority.id && (line.shared || speaks.includes(member.authority.id))),
      venue: row.offers.find((offer) => offer.authorityId === member.authority.id)?.venue ?? null,
    })),
    left: row.members.filter((member) => member.leftAt !== null).map((member) => member.authority.name),
    options: row.options.filter((option) => option.poll === row.poll).map((option) => ({ id: option.id, day: dayText(option.day), answers: Object.fromEntries(option.answers.map((one) => [one.authorityId, one.answer])) as Record<string, string> })),
    pollClosesOn: row.pollClosesOn && dayText(row.pollClosesOn),
    attendanceDueOn: row.attendanceDueOn && dayText(row.attendanceDueOn),
    session: row.sessionOn ? { day: dayText(row.sessionOn), startsAt: row.startsAt, endsAt: row.endsAt, venue: row.venue, joining: row.joining, host: row.host } : null,
    /** Hours, host and place as they were last set: what a postponed session keeps. */
    place: { startsAt: row.startsAt, endsAt: row.endsAt, venue: row.venue, joining: row.joining, hostId: row.host?.id ?? "" },
    reason: row.reason, pairReason: row.pairReason, postponed: row.postponed,
    team: team.map(({ assignmentId, name, employers, role, state, why, respondBy }) => ({ assignmentId, name, employers, role, state, why, respondBy: row.sessionOn ? respondBy : null })),
    placesOpen: Math.max(0, rules.challengersPerSession - team.filter((member) => LIVE.includes(member.state)).length),
    present: row.attendances.map((one) => one.personId),
    agenda: plannedAgenda({ members: parties, withChallengers: accepted, startsAt: row.startsAt, endsAt: row.endsAt, agenda: row.agenda }),
    records: records.filter((record) => seen.some((one) => one.id === record.id)),
    recordsInAll: records.length,
  };
}

export type TriadPage = NonNullable<Awaited<ReturnType<typeof triadPage>>>;

async function owingIn(id: string, state: string): Promise<readonly string[]> {
  const wanted = wantedOf(state);
  return wanted ? owingOf(db, id, wanted) : [];
}

function wantedOf(state: string): "answers" | "attendance" | "kloes" | null {
  if (state === "awaitingAnswers") return "answers";
  if (state === "awaitingConfirmation") return "attendance";
  return state === "confirmed" || state === "packsReleased" ? "kloes" : null;
}

/** The groups that exist for a person, newest rounds first. */
export async function triadsFor(actor: SignedIn) {
  const rows = await db.triad.findMany({
    where: visibleTo(actor),
    orderBy: [{ cycle: { opensOn: "desc" } }, { number: "asc" }],
    select: { id: true, sessionOn: true, cycle: { select: { id: true, name: true, region: { select: { name: true } } } }, workflow: { select: { state: true, title: true } } },
  });
  return rows.map((row) => ({ id: row.id, title: row.workflow.title, state: row.workflow.state, round: `${row.cycle.region.name} ${row.cycle.name}`, sessionOn: row.sessionOn && dayText(row.sessionOn) }));
}

/** The self-assessments of a group's members: where each stands, and whether this reader may open it. */
export async function documentsOf(cycleId: string, authorityIds: readonly string[], readableBy: Prisma.SelfAssessmentWhereInput) {
  const where = { cycleId, authorityId: { in: [...authorityIds] } };
  const [all, readable] = await Promise.all([
    db.selfAssessment.findMany({ where, select: { id: true, authorityId: true, workflow: { select: { state: true } } } }),
    db.selfAssessment.findMany({ where: { AND: [where, readableBy, { versions: { some: { submittedAt: { not: null }, voidedAt: null } } }] }, select: { id: true } }),
  ]);
  return all.map((document) => ({ ...document, readable: readable.some((one) => one.id === document.id) }));
}

