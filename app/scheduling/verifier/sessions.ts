/** Checks a sessions answer against its question. Shares nothing with the solvers. */
import { z } from "zod";

import type { Verdict } from "./verdict";

const text = z.array(z.string());
const question = z.looseObject({
  sessions: z.array(z.looseObject({ id: z.string(), members: text, challengers: z.number().optional(), themes: text.optional(), lead: z.boolean().optional() })),
  dates: z.array(z.looseObject({ id: z.string(), capacity: z.number().optional() })),
  availability: z.array(z.looseObject({ member: z.string(), date: z.string(), answer: z.string() })).optional(),
  venues: z.array(z.looseObject({ id: z.string(), host: z.string(), dates: text })).optional(),
  challengers: z
    .array(
      z.looseObject({
        id: z.string(),
        employer: z.string().optional(),
        themes: text.optional(),
        canLead: z.boolean().optional(),
        maxLoad: z.number().optional(),
        notOn: text.optional(),
        conflicts: text.optional(),
        sitsFor: text.optional(),
        trainedUntil: z.string().optional(),
      }),
    )
    .optional(),
  summit: z.string().optional(),
  blocked: text.optional(),
  bankHolidays: text.optional(),
  weights: z.looseObject({ ifNeedBe: z.number().optional(), notAnswered: z.number().optional(), load: z.number().optional() }).optional(),
});
const answered = z.looseObject({
  status: z.enum(["solved", "infeasible", "unknown"]),
  sessions: z.array(z.looseObject({ id: z.string(), date: z.string(), venue: z.string().nullable(), lead: z.string().nullable(), challengers: text })),
  unplaced: z.array(z.looseObject({ id: z.string(), reason: z.string().min(1) })),
  cost: z.number(),
  lowerBound: z.number(),
  proven: z.boolean(),
});

export function verifySessions(problem: unknown, answer: unknown): Verdict {
  const asked = question.safeParse(problem);
  const told = answered.safeParse(answer);
  if (!asked.success) return { valid: false, problems: [`The question cannot be read: ${asked.error.issues[0]?.message ?? ""}`] };
  if (!told.success) return { valid: false, problems: [`The answer cannot be read at ${told.error.issues[0]?.path.join(".") ?? ""}: ${told.error.issues[0]?.message ?? ""}`] };
  const { data: q } = asked;
  const { data: a } = told;
  const problems: string[] = [];
  const say = (words: string): void => void problems.push(words);

  const handled = [...a.sessions.map(({ id }) => id), ...a.unplaced.map(({ id }) => id)];
  for (const { id } of q.sessions) if (handled.filter((other) => other === id).length !== 1) say(`${id} must be placed or unplaced, once.`);
  for (const id of handled) if (!q.sessions.some((session) => session.id === id)) say(`${id} is not among the sessions.`);

  const saying = new Map((q.availability ?? []).map(({ member, date, answer: word }) => [`${member}\n${date}`, word]));
  const perDate = new Map<string, number>();
  const perVenue = new Set<string>();
  const busy = new Set<string>();
  const load = new Map<string, number>();
  let cost = 0;
  for (const placed of a.sessions) {
    const session = q.sessions.find(({ id }) => id === placed.id);
    if (!session) continue;
    const where = `${placed.id} on ${placed.date}`;
    const date = q.dates.find(({ id }) => id === placed.date);
    if (!date) say(`${where}: not one of the dates.`);
    if (q.summit !== undefined && placed.date >= q.summit) say(`${where}: not before the summit.`);
    if ([...(q.blocked ?? []), ...(q.bankHolidays ?? [])].includes(placed.date)) say(`${where}: the date is blocked.`);
    perDate.set(placed.date, (perDate.get(placed.date) ?? 0) + 1);
    for (const member of session.members) {
      const word = saying.get(`${member}\n${placed.date}`);
      if (word === "no") say(`${where}: ${member} said no.`);
      else if (word === undefined) cost += q.weights?.notAnswered ?? 5;
      else if (word !== "yes") cost += q.weights?.ifNeedBe ?? 10;
    }
    if (q.venues !== undefined) {
      const venue = q.venues.find(({ id }) => id === placed.venue);
      if (!venue) say(`${where}: no venue.`);
      else {
        if (!session.members.includes(venue.host)) say(`${where}: ${venue.id} does not belong to a member.`);
        if (!venue.dates.includes(placed.date)) say(`${where}: ${venue.id} is not free.`);
        if (perVenue.has(`${venue.id}\n${placed.date}`)) say(`${where}: ${venue.id} is used twice.`);
        perVenue.add(`${venue.id}\n${placed.date}`);
      }
    }
    const team = placed.challengers.map((id) => (q.challengers ?? []).find((challenger) => challenger.id === id));
    if (placed.challengers.length !== (session.challengers ?? 0)) say(`${where}: ${placed.challengers.length} challengers instead of ${session.challengers ?? 0}.`);
    if (new Set(placed.challengers).size !== placed.challengers.length) say(`${where}: a challenger is listed twice.`);
    placed.challengers.forEach((id, at) => {
      const challenger = team[at];
      if (!challenger) return say(`${where}: ${id} is not among the challengers.`);
      if (challenger.employer !== undefined && session.members.includes(challenger.employer)) say(`${where}: ${id} is employed by ${challenger.employer}.`);
      for (const member of challenger.conflicts ?? []) if (session.members.includes(member)) say(`${where}: ${id} has a conflict with ${member}.`);
      if (challenger.notOn?.includes(placed.date)) say(`${where}: ${id} is not free.`);
      for (const own of a.sessions) {
        const sitting = own.date === placed.date && q.sessions.find((one) => one.id === own.id)?.members.find((member) => challenger.sitsFor?.includes(member));
        if (sitting) say(`${where}: ${id} sits in ${own.id} that day, for ${sitting}.`);
      }
      if (challenger.trainedUntil !== undefined && challenger.trainedUntil < placed.date) say(`${where}: ${id}'s training has expired.`);
      if (busy.has(`${id}\n${placed.date}`)) say(`${where}: ${id} has two sessions that day.`);
      busy.add(`${id}\n${placed.date}`);
      load.set(id, (load.get(id) ?? 0) + 1);
    });
    for (const theme of session.themes ?? []) if (!team.some((challenger) => challenger?.themes?.includes(theme))) say(`${where}: nobody covers ${theme}.`);
    const lead = team.find((challenger) => challenger?.id === placed.lead);
    if (session.lead && !lead?.canLead) say(`${where}: no challenger who can lead.`);
  }
  for (const date of q.dates) if ((perDate.get(date.id) ?? 0) > (date.capacity ?? Infinity)) say(`${date.id}: more sessions than ${date.capacity}.`);
  for (const challenger of q.challengers ?? []) {
    const sessions = load.get(challenger.id) ?? 0;
    if (sessions > (challenger.maxLoad ?? Infinity)) say(`${challenger.id}: ${sessions} sessions, at most ${challenger.maxLoad}.`);
    cost += (q.weights?.load ?? 1) * sessions ** 2;
  }
  if (Math.abs(cost - a.cost) > 1e-6 * Math.max(1, Math.abs(cost))) say(`The cost is ${cost}, not ${a.cost}.`);
  if (a.lowerBound > a.cost + 1e-6) say("The lower bound is above the cost.");
  if (a.proven && a.cost - a.lowerBound > 1e-6 * Math.max(1, Math.abs(a.cost))) say("It is called proven with a gap.");
  return { valid: problems.length === 0, problems };
}
