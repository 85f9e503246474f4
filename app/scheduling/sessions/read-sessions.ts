import { z } from "zod";

import { inputErrorFrom, SchedulingInputError } from "../input-error";

const id = z.string({ error: "Give an id as text." }).min(1, "An id cannot be empty.");
const ids = z.array(id, { error: "Give a list of ids." });
const day = z.string({ error: "Give a date as year-month-day." }).regex(/^\d{4}-\d{2}-\d{2}$/, "Give a date as year-month-day, such as 2027-02-03.");
const count = z.number({ error: "Give a whole number." }).int("Give a whole number.").min(0, "It cannot be negative.");
const weight = z.number({ error: "A weight must be a finite number." }).min(0, "A weight cannot be negative.");

const sessionsFile = z.looseObject(
  {
    sessions: z
      .array(z.looseObject({ id, members: ids.min(1, "A session needs members."), challengers: count.optional(), themes: ids.optional(), lead: z.boolean().optional() }), { error: "Give the list of sessions." })
      .min(1, "There are no sessions to place."),
    dates: z.array(z.looseObject({ id: day, capacity: count.optional() }), { error: "Give the list of dates." }),
    availability: z
      .array(z.looseObject({ member: id, date: day, answer: z.enum(["yes", "if need be", "ifNeedBe", "maybe", "no"], { error: 'An answer is "yes", "if need be" or "no".' }) }))
      .optional(),
    venues: z.array(z.looseObject({ id, host: id, dates: z.array(day) })).optional(),
    challengers: z
      .array(
        z.looseObject({
          id,
          employer: id.optional(),
          themes: ids.optional(),
          canLead: z.boolean().optional(),
          maxLoad: count.optional(),
          notOn: z.array(day).optional(),
          conflicts: ids.optional(),
          sitsFor: ids.optional(),
          trainedUntil: day.optional(),
        }),
      )
      .optional(),
    summit: day.optional(),
    blocked: z.array(day).optional(),
    bankHolidays: z.array(day).optional(),
    weights: z.looseObject({ ifNeedBe: weight.optional(), notAnswered: weight.optional(), load: weight.optional() }).optional(),
  },
  { error: "The file must hold one JSON object." },
);

/** The question as it is written in a file or passed by a page. */
export type SessionsInput = z.input<typeof sessionsFile>;

export type Session = { readonly id: string; readonly members: readonly string[]; readonly challengers: number; readonly themes: readonly string[]; readonly lead: boolean };
export type Challenger = {
  readonly id: string;
  readonly employer: string | undefined;
  readonly themes: ReadonlySet<string>;
  readonly canLead: boolean;
  readonly maxLoad: number;
  readonly notOn: ReadonlySet<string>;
  readonly conflicts: ReadonlySet<string>;
  /** Members whose own session this person sits in, as their director does: that day they are nowhere else. */
  readonly sitsFor: ReadonlySet<string>;
  readonly trainedUntil: string | undefined;
};

export type SessionsProblem = {
  readonly sessions: readonly Session[];
  /** In order; `closed` says why a date cannot be used at all. */
  readonly dates: readonly { readonly id: string; readonly capacity: number; readonly closed: string | undefined }[];
  readonly said: (member: string, date: string) => "yes" | "if need be" | "no" | undefined;
  /** Undefined when the question names no venues: then none is needed. */
  readonly venues: readonly { readonly id: string; readonly host: string; readonly dates: ReadonlySet<string> }[] | undefined;
  readonly challengers: readonly Challenger[];
  readonly weights: { readonly ifNeedBe: number; readonly notAnswered: number; readonly load: number };
};

/**
 * Reads and checks a sessions question. Left out: 0 challengers, no themes, no lead, any number of sessions
 * a day, any load. Costs: 10 for each "if need be", 5 for each member who has not answered, and the square of
 * each challenger's load times `weights.load` (1).
 * @throws SchedulingInputError naming the field.
 */
export function readSessions(input: unknown): SessionsProblem {
  const parsed = sessionsFile.safeParse(input);
  if (!parsed.success) throw inputErrorFrom(parsed.error.issues);
  const file = parsed.data;
  unique(file.sessions, "sessions");
  unique(file.dates, "dates");
  unique(file.venues ?? [], "venues");
  unique(file.challengers ?? [], "challengers");
  file.sessions.forEach((session, at) => {
    session.members.forEach((member, side) => {
      if (session.members.indexOf(member) !== side) throw new SchedulingInputError(`sessions[${at}].members[${side}]`, `"${member}" is listed twice.`);
    });
  });
  const dates = new Set(file.dates.map((date) => date.id));
  const said = new Map<string, "yes" | "if need be" | "no">();
  (file.availability ?? []).forEach(({ member, date, answer }, at) => {
    if (!dates.has(date)) throw new SchedulingInputError(`availability[${at}].date`, `"${date}" is not one of the dates.`);
    const plain = answer === "yes" || answer === "no" ? answer : "if need be";
    const key = `${member}\n${date}`;
    if (said.has(key) && said.get(key) !== plain) throw new SchedulingInputError(`availability[${at}]`, `"${member}" gives two different answers for ${date}.`);
    said.set(key, plain);
  });
  const holidays = new Set(file.bankHolidays ?? []);
  const blocked = new Set(file.blocked ?? []);
  const closed = (date: string): string | undefined => {
    if (holidays.has(date)) return "a bank holiday";
    if (blocked.has(date)) return "blocked";
    if (file.summit !== undefined && date >= file.summit) return "not before the summit";
    return undefined;
  };
  return {
    sessions: file.sessions.map(({ id: sessionId, members, challengers, themes, lead }) => ({ id: sessionId, members, challengers: challengers ?? 0, themes: [...new Set(themes ?? [])], lead: lead ?? false })),
    dates: file.dates.map((date) => ({ id: date.id, capacity: date.capacity ?? Infinity, closed: closed(date.id) })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    said: (member, date) => said.get(`${member}\n${date}`),
    venues: file.venues?.map((venue) => ({ id: venue.id, host: venue.host, dates: new Set(venue.dates) })),
    challengers: (file.challengers ?? []).map((challenger) => ({
      id: challenger.id,
      employer: challenger.employer,
      themes: new Set(challenger.themes ?? []),
      canLead: challenger.canLead ?? false,
      maxLoad: challenger.maxLoad ?? Infinity,
      notOn: new Set(challenger.notOn ?? []),
      conflicts: new Set(challenger.conflicts ?? []),
      sitsFor: new Set(challenger.sitsFor ?? []),
      trainedUntil: challenger.trainedUntil,
    })),
    weights: { ifNeedBe: file.weights?.ifNeedBe ?? 10, notAnswered: file.weights?.notAnswered ?? 5, load: file.weights?.load ?? 1 },
  };
}

function unique(list: readonly { readonly id: string }[], field: string): void {
  const seen = new Set<string>();
  list.forEach((entry, at) => {
    if (seen.has(entry.id)) throw new SchedulingInputError(`${field}[${at}].id`, `"${entry.id}" is listed twice.`);
    seen.add(entry.id);
  });
}
