import { scheduleSessions, type SessionsInput } from "~/scheduling";
import { db } from "~/platform/db.server";
import { dayText } from "~/platform/day-column";
import { daysFrom, lastDayFrom } from "./days";
import { candidatesOf } from "./pool.server";
import { brokenBy, leadsFor, lookAtTeam, whyNot, whyThis, type Candidate, type Seat, type Wanted } from "./team-choice";
import { isVariant } from "./variants";

export interface ProposedSeat extends Seat {
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly why: string;
}

/** What the search found for one visit: a team with a reason for each, or why there is none. */
export type Proposal =
  | { readonly kind: "team"; readonly visitId: string; readonly firstDay: string; readonly lastDay: string; readonly seats: readonly ProposedSeat[]; readonly warnings: readonly string[]; readonly proven: boolean }
  | { readonly kind: "none"; readonly visitId: string; readonly reason: string };

/** A visit as a team is looked for, with those who stay on it. */
export interface Question {
  readonly visitId: string;
  readonly wanted: Wanted;
  /** Members who have been asked and not said no: they stay, on the days already set. */
  readonly stays: readonly Seat[];
  /** Those who were on it and said no, withdrew, were released or objected to: not asked again. */
  readonly gone: readonly string[];
}

const HELD: readonly string[] = ["invited", "awaitingDecision", "accepted"];

/** What a visit asks of the search; null when it is in no state to have a team. */
export async function questionOf(visitId: string): Promise<(Question & { readonly regionId: string }) | null> {
  const [visit, places] = await Promise.all([
    db.visit.findUnique({ where: { id: visitId }, select: { authorityId: true, variant: true, days: true, teamSize: true, themes: true, candidateDays: true, firstDay: true, workflow: { select: { regionId: true, state: true } } } }),
    db.assignment.findMany({ where: { activityId: visitId }, select: { challengerId: true, role: true, workflow: { select: { state: true } } } }),
  ]);
  if (!visit || !isVariant(visit.variant)) return null;
  const stays = places.filter((place) => HELD.includes(place.workflow.state)).map((place) => ({ candidateId: place.challengerId, lead: place.role === "lead" }));
  return {
    visitId,
    regionId: visit.workflow.regionId,
    wanted: {
      hostId: visit.authorityId, variant: visit.variant, days: visit.days, teamSize: visit.teamSize, themes: visit.themes,
      // Once days are set and somebody has been asked for them, a free place is filled for those days.
      candidateDays: visit.firstDay && (stays.length > 0 || visit.workflow.state === "awaitingAcceptances") ? [dayText(visit.firstDay)] : visit.candidateDays,
    },
    stays,
    gone: places.filter((place) => !HELD.includes(place.workflow.state)).map((place) => place.challengerId),
  };
}

/**
 * The best teams for one visit, or for several of a region together: nobody on two that overlap, nobody of
 * the host, no declared conflict, training in date, themes covered, a lead of the right kind, and the load
 * fair: those who have taken on least are asked first. Where there is none, the smallest set of rules in the way.
 */
export async function proposeTeams(regionId: string, questions: readonly Question[]): Promise<readonly Proposal[]> {
  const days = questions.flatMap(({ wanted }) => wanted.candidateDays.flatMap((first) => daysFrom(first, wanted.days))).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return questions.map(({ visitId }) => ({ kind: "none", visitId, reason: "No possible first day is set. Take the scope back, or postpone the visit and set new days." }));
  const only = questions.length === 1 ? questions[0] : undefined;
  const candidates = await candidatesOf(regionId, { from, to }, only?.visitId);
  const proposals: Proposal[] = [];
  const open: Question[] = [];
  for (const question of questions) {
    const reason = whyNot(ableFor(question, candidates), restOf(question, candidates));
    if (reason) proposals.push({ kind: "none", visitId: question.visitId, reason });
    else open.push(question);
  }
  if (open.length > 0) proposals.push(...(await solve(open, candidates)));
  return questions.map(({ visitId }) => proposals.find((one) => one.visitId === visitId)!);
}

/** Those who may take a free place: not on the team already, not asked before. */
function ableFor(question: Question, candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = new Set([...question.stays.map((seat) => seat.candidateId), ...question.gone]);
  return candidates.filter((one) => !taken.has(one.id));
}

/** What is still wanted beside those who stay. */
function restOf(question: Question, candidates: readonly Candidate[]): Wanted {
  const staying = question.stays.flatMap((seat) => candidates.find(({ id }) => id === seat.candidateId) ?? []);
  return { ...question.wanted, leadStays: question.stays.some((seat) => seat.lead), teamSize: question.wanted.teamSize - question.stays.length, themes: question.wanted.themes.filter((theme) => !staying.some((one) => one.themes.includes(theme))) };
}

/** How much those who may lead, and the others, may have taken on already to be asked. */
interface Level {
  readonly lead: number;
  readonly other: number;
}

const leadTheme = (variant: string) => `lead of ${variant}`;

/** As the solver asks it: one session a visit, its first day the date; what breaks a rule on a day makes it "not on". */
function asInput(questions: readonly Question[], candidates: readonly Candidate[], most: Level, apart: readonly { readonly candidateId: string; readonly day: string }[]): SessionsInput {
  const dates = [...new Set(questions.flatMap(({ wanted }) => wanted.candidateDays))].sort();
  const longest = Math.max(...questions.map(({ wanted }) => wanted.days));
  return {
    sessions: questions.map((question) => {
      const rest = restOf(question, candidates);
      return { id: question.visitId, members: [question.wanted.hostId, ...question.gone.map((id) => `not ${id}`), ...question.stays.map((seat) => `not ${seat.candidateId}`)], challengers: rest.teamSize, themes: [...rest.themes, ...(rest.leadStays ? [] : [leadTheme(rest.variant)])] };
    }),
    dates: dates.map((id) => ({ id })),
    // A first day that is not a visit's own is one its host cannot make.
    availability: questions.flatMap(({ wanted }) => dates.map((date) => ({ member: wanted.hostId, date, answer: wanted.candidateDays.includes(date) ? ("yes" as const) : ("no" as const) }))).filter((row, index, all) => all.findIndex((other) => other.member === row.member && other.date === row.date) === index),
    challengers: candidates.filter((one) => one.room > 0 && one.load <= (questions.some(({ wanted }) => leadsFor(one, wanted)) ? most.lead : most.other)).map((one) => ({
      id: one.id,
      ...(one.employer ? { employer: one.employer } : {}),
      themes: [...one.themes, ...questions.flatMap(({ wanted }) => (leadsFor(one, wanted) ? [leadTheme(wanted.variant)] : []))],
      maxLoad: Math.min(one.room, 20),
      notOn: [...dates.filter((date) => brokenBy(one, { hostId: "", days: longest }, date).some((rule) => rule === "free" || rule === "training")), ...apart.filter(({ candidateId }) => candidateId === one.id).map(({ day }) => day)],
      conflicts: [...one.conflicts, `not ${one.id}`],
    })),
  };
}

/** The most times an overlap found is forbidden and the question asked again. */
const RETRIES = 12;

/** Found in milliseconds; a machine with much else to do is given longer before it is said that there was no time. */
const PATIENCE_MS = 20_000;

async function solve(questions: readonly Question[], candidates: readonly Candidate[]): Promise<readonly Proposal[]> {
  const loads = [...new Set(candidates.map((one) => one.load))].sort((a, b) => a - b);
  // Leads are few: before others who have done much are asked, a lead who has done much is.
  const levels = loads.flatMap((other) => loads.filter((lead) => lead >= other).map((lead): Level => ({ lead, other })));
  const apart: { candidateId: string; day: string }[] = [];
  let level = 0;
  for (let attempt = 0; attempt < RETRIES + levels.length; attempt += 1) {
    const answer = await scheduleSessions(asInput(questions, candidates, levels[level] ?? { lead: 0, other: 0 }, apart), { timeLimitMs: PATIENCE_MS, seed: 1 });
    // Those who have taken on most are asked only when the others are not enough.
    if (answer.unplaced.length > 0 && level < levels.length - 1) {
      level += 1;
      continue;
    }
    const overlap = overlapIn(answer.sessions, questions);
    if (overlap && attempt < RETRIES + levels.length - 1) {
      apart.push(overlap);
      continue;
    }
    return questions.map((question): Proposal => {
      const placed = answer.sessions.find(({ id }) => id === question.visitId);
      if (!placed || (overlap && placed.challengers.includes(overlap.candidateId) && placed.date === overlap.day)) {
        const said = answer.unplaced.find(({ id }) => id === question.visitId)?.reason;
        return { kind: "none", visitId: question.visitId, reason: questions.length > 1 ? "Alone it could have a team; together with the others there are not enough challengers for the days. Propose it alone, or offer more days." : (said ?? "The search ended without an answer. Try again, or put the team together by hand.") };
      }
      return asProposal(question, placed, candidates, answer.proven);
    });
  }
  return questions.map(({ visitId }) => ({ kind: "none", visitId, reason: "The search ended without an answer. Try again, or put the team together by hand." }));
}

type Placed = { readonly id: string; readonly date: string; readonly challengers: readonly string[] };

/** Somebody who would be on two visits whose days overlap; the later first day is then taken from them. */
function overlapIn(placed: readonly Placed[], questions: readonly Question[]): { candidateId: string; day: string } | null {
  const spans = placed.map((one) => ({ ...one, until: lastDayFrom(one.date, questions.find(({ visitId }) => visitId === one.id)!.wanted.days) }));
  for (const one of spans) {
    for (const other of spans) {
      if (one === other || one.date > other.date || other.date > one.until) continue;
      const both = one.challengers.find((id) => other.challengers.includes(id));
      if (both) return { candidateId: both, day: other.date };
    }
  }
  return null;
}

function asProposal(question: Question, placed: Placed, candidates: readonly Candidate[], proven: boolean): Proposal {
  const of = (id: string) => candidates.find((one) => one.id === id)!;
  const hasLead = question.stays.some((seat) => seat.lead);
  const leader = hasLead ? undefined : placed.challengers.map(of).filter((one) => leadsFor(one, question.wanted)).sort((a, b) => a.load - b.load || a.name.localeCompare(b.name, "en-GB"))[0];
  const found = placed.challengers.map((id) => ({ candidateId: id, lead: id === leader?.id }));
  const seats = [...question.stays.filter((seat) => candidates.some(({ id }) => id === seat.candidateId)), ...found].map((seat): ProposedSeat => {
    const one = of(seat.candidateId);
    return { ...seat, personId: one.personId, name: one.name, post: one.post, why: whyThis(one, question.wanted, placed.date, seat.lead) };
  });
  seats.sort((a, b) => Number(b.lead) - Number(a.lead) || a.name.localeCompare(b.name, "en-GB"));
  return {
    kind: "team", visitId: question.visitId, firstDay: placed.date, lastDay: lastDayFrom(placed.date, question.wanted.days), seats,
    warnings: lookAtTeam(seats, candidates, question.wanted, placed.date).warnings, proven,
  };
}
