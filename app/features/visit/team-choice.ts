import { possessive } from "~/ui/wording";
import { daysFrom, lastDayFrom } from "./days";
import { variantOf, type VariantId } from "./variants";

/** A challenger as a team is chosen from: everything that speaks for or against them. Days are ISO days. */
export interface Candidate {
  /** The challenger's id in the pool. */
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** "Director of children’s services, York". */
  readonly post: string;
  readonly employer: string | undefined;
  readonly employerName: string;
  readonly themes: readonly string[];
  /** Trained to lead a team. */
  readonly canLead: boolean;
  /** Kinds of visit whose lead post they hold now. */
  readonly leads: readonly VariantId[];
  /** Sessions and visits they have taken on already, and how many more they may. */
  readonly load: number;
  readonly room: number;
  readonly notOn: readonly string[];
  /** Authorities with which they have declared a conflict. */
  readonly conflicts: readonly string[];
  readonly trainedUntil: string | undefined;
}

/** What a visit needs of its team. */
export interface Wanted {
  readonly hostId: string;
  readonly variant: VariantId;
  readonly days: number;
  readonly teamSize: number;
  readonly themes: readonly string[];
  readonly candidateDays: readonly string[];
  /** The lead is found already: only other places are free. */
  readonly leadStays?: boolean;
}

/** Rules about one person, and about the team as a whole. Nobody employed by the host is no rule: it always holds. */
export const PERSON_RULES = ["conflict", "training", "free", "room"] as const;
export const TEAM_RULES = ["size", "lead", "themes"] as const;
export type Rule = (typeof PERSON_RULES)[number] | (typeof TEAM_RULES)[number];
export const ALL_RULES: readonly Rule[] = [...PERSON_RULES, ...TEAM_RULES];

/** Which rules about one person are broken when they join this visit on these days; "host" among them can never be set aside. */
export function brokenBy(candidate: Candidate, wanted: Pick<Wanted, "hostId" | "days">, firstDay: string): readonly (Rule | "host")[] {
  const days = daysFrom(firstDay, wanted.days);
  return [
    ...(candidate.employer === wanted.hostId ? (["host"] as const) : []),
    ...(candidate.conflicts.includes(wanted.hostId) ? (["conflict"] as const) : []),
    ...(candidate.trainedUntil !== undefined && candidate.trainedUntil < lastDayFrom(firstDay, wanted.days) ? (["training"] as const) : []),
    ...(days.some((day) => candidate.notOn.includes(day)) ? (["free"] as const) : []),
    ...(candidate.room < 1 ? (["room"] as const) : []),
  ];
}

/** Whether the candidate may lead this kind of visit: holds its post now, and is trained to lead. */
export function leadsFor(candidate: Candidate, wanted: Pick<Wanted, "variant">): boolean {
  return candidate.canLead && candidate.leads.includes(wanted.variant);
}

/** Those who may join on these days while the rules given hold. */
function eligible(candidates: readonly Candidate[], wanted: Wanted, firstDay: string, rules: ReadonlySet<Rule>): readonly Candidate[] {
  return candidates.filter((candidate) => brokenBy(candidate, wanted, firstDay).every((rule) => rule !== "host" && !rules.has(rule)));
}

/** Whether a whole team can be found on these days while the rules given hold. */
export function canStaff(candidates: readonly Candidate[], wanted: Wanted, firstDay: string, rules: ReadonlySet<Rule> = new Set(ALL_RULES)): boolean {
  const able = eligible(candidates, wanted, firstDay, rules);
  if (rules.has("size") && able.length < wanted.teamSize) return false;
  const needs = [...(rules.has("themes") ? wanted.themes.map((theme) => (one: Candidate) => one.themes.includes(theme)) : []), ...(rules.has("lead") && !wanted.leadStays ? [(one: Candidate) => leadsFor(one, wanted)] : [])];
  const fewest = fewestFor(able, needs);
  return rules.has("size") ? fewest <= wanted.teamSize : fewest < Infinity;
}

/** How few people meet all the needs between them: Infinity when nobody meets one of them. Sets of needs are bits. */
function fewestFor(able: readonly Candidate[], needs: readonly ((one: Candidate) => boolean)[]): number {
  const whole = 2 ** needs.length - 1;
  const covers = new Set(able.map((one) => needs.reduce((bits, need, index) => (need(one) ? bits | (1 << index) : bits), 0)));
  let reached = new Set([0]);
  for (let count = 0; count <= needs.length; count += 1) {
    if (reached.has(whole)) return count;
    reached = new Set([...reached].flatMap((before) => [...covers].map((more) => before | more)).concat([...reached]));
  }
  return Infinity;
}

/** Whether a team can be found on any of the possible days. */
export function canBeStaffed(candidates: readonly Candidate[], wanted: Wanted, rules: ReadonlySet<Rule> = new Set(ALL_RULES)): boolean {
  return wanted.candidateDays.some((day) => canStaff(candidates, wanted, day, rules));
}

/** The smallest set of rules that cannot all be kept; empty when all can. The fewer, and the earlier in the list, the better. */
export function rulesInTheWay(candidates: readonly Candidate[], wanted: Wanted): readonly Rule[] {
  if (canBeStaffed(candidates, wanted)) return [];
  const subsets = Array.from({ length: 2 ** ALL_RULES.length }, (_, bits) => ALL_RULES.filter((_rule, index) => bits & (1 << index))).sort((a, b) => a.length - b.length);
  return subsets.find((subset) => !canBeStaffed(candidates, wanted, new Set(subset))) ?? ALL_RULES;
}

/** What a rule asks, in the words of a sentence that begins "who". */
function asks(rule: Rule, wanted: Wanted): string {
  switch (rule) {
    case "conflict": return "have no declared conflict with the host";
    case "training": return "have training in date to the last day";
    case "free": return "are free on all the days";
    case "room": return "have room for another session";
    default: return wanted.themes.length > 0 ? `know ${wanted.themes.join(", ")}` : "know the themes";
  }
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/**
 * Why no team can be found, in words: the smallest set of rules in the way, with numbers for the best of
 * the days. Null when one can be found.
 */
export function whyNot(candidates: readonly Candidate[], wanted: Wanted): string | null {
  if (wanted.candidateDays.length === 0) return "No possible first day is set. Take the scope back, or postpone the visit and set new days.";
  const rules = rulesInTheWay(candidates, wanted);
  if (rules.length === 0) return null;
  const own = candidates.filter((one) => one.employer === wanted.hostId).length;
  const outside = candidates.length - own;
  const persons = rules.filter((rule) => (PERSON_RULES as readonly Rule[]).includes(rule));
  const best = Math.max(...wanted.candidateDays.map((day) => eligible(candidates, wanted, day, new Set(persons)).length));
  const who = persons.length > 0 ? ` who ${persons.map((rule) => asks(rule, wanted)).join(" and ")}` : "";
  const pool = `There ${best === 1 ? "is" : "are"} at most ${counted(best, "challenger")} from other authorities${who} on any of the possible days (of ${outside} in the pool)`;
  const ends: string[] = [];
  if (rules.includes("lead")) ends.push(`none of them is ${variantOf(wanted.variant).leadWords} trained to lead`);
  if (rules.includes("themes")) {
    const missing = wanted.themes.filter((theme) => wanted.candidateDays.every((day) => !eligible(candidates, wanted, day, new Set(persons)).some((one) => one.themes.includes(theme))));
    ends.push(missing.length > 0 ? `none of them knows ${missing.join(" or ")}` : `no ${wanted.teamSize} of them know ${wanted.themes.join(", ")} between them`);
  }
  if (rules.includes("size") && ends.length === 0) ends.push(`the team needs ${wanted.teamSize}`);
  if (rules.includes("size") && rules.includes("lead") && !rules.includes("themes") && best >= wanted.teamSize) ends.push(`a team of ${wanted.teamSize} needs one`);
  return `${pool}, and ${ends.length > 0 ? ends.join(", and ") : "that is not enough"}. ${mend(rules)}`;
}

function mend(rules: readonly Rule[]): string {
  if (rules.includes("lead")) return "Ask somebody of that kind to train as a lead, or offer more days.";
  if (rules.includes("themes")) return "Offer more days, or scope fewer themes.";
  if (rules.includes("free")) return "Offer more days, or ask those who are away whether it must be.";
  if (rules.includes("training")) return "Offer earlier days, or have training renewed.";
  return "Offer more days, or scope a smaller team.";
}

/** Why this person, in words. */
export function whyThis(candidate: Candidate, wanted: Wanted, firstDay: string, lead: boolean): string {
  const known = wanted.themes.filter((theme) => candidate.themes.includes(theme));
  const broken = brokenBy(candidate, wanted, firstDay);
  return [
    lead ? `leads: ${variantOf(wanted.variant).leadWords} trained to lead` : null,
    known.length > 0 ? `knows ${known.join(", ")}` : null,
    broken.includes("free") ? "said they are away on one of the days" : wanted.days === 1 ? "free on the day" : `free on all ${wanted.days} days`,
    candidate.trainedUntil && !broken.includes("training") ? "training in date to the last day" : null,
    candidate.load === 0 ? "nothing else taken on so far" : `${counted(candidate.load, "other session or visit", "other sessions or visits")} taken on`,
  ].filter((part) => part !== null).join("; ");
}

export interface Seat {
  readonly candidateId: string;
  readonly lead: boolean;
}

/** A rule that nobody may set aside: the proposal is refused. */
export type Bar = "of-the-host" | "in-conflict" | "not-trained" | "not-free" | "no-room" | "cannot-lead" | "twice-on-team" | "wrong-size" | "not-in-pool";

/**
 * A team put together by hand: what stands in its way, and what the coordinator should know before asking
 * them. A warning may be passed; a bar may not.
 */
export function lookAtTeam(seats: readonly Seat[], candidates: readonly Candidate[], wanted: Wanted, firstDay: string): { readonly bars: readonly { readonly bar: Bar; readonly words: string }[]; readonly warnings: readonly string[] } {
  const bars: { bar: Bar; words: string }[] = [];
  const warnings: string[] = [];
  const members = seats.map((seat) => ({ seat, one: candidates.find(({ id }) => id === seat.candidateId) }));
  if (seats.length !== wanted.teamSize) bars.push({ bar: "wrong-size", words: `The team needs ${wanted.teamSize}; ${counted(seats.length, "place is", "places are")} filled.` });
  if (new Set(seats.map((seat) => seat.candidateId)).size < seats.length) bars.push({ bar: "twice-on-team", words: "The same person is on the team twice." });
  const leads = members.filter(({ seat }) => seat.lead);
  if (leads.length !== 1 || !leads[0]?.one || !leadsFor(leads[0].one, wanted)) {
    bars.push({ bar: "cannot-lead", words: `It must be led by ${variantOf(wanted.variant).leadWords} of another authority who is trained to lead.` });
  }
  for (const { one } of members) {
    if (!one) {
      bars.push({ bar: "not-in-pool", words: "Somebody on the team is not in the pool of available challengers any more." });
      continue;
    }
    const broken = brokenBy(one, wanted, firstDay);
    if (broken.includes("host")) bars.push({ bar: "of-the-host", words: `${one.name} is employed by the host.` });
    if (broken.includes("conflict")) bars.push({ bar: "in-conflict", words: `${one.name} has declared a conflict with the host.` });
    if (broken.includes("training")) bars.push({ bar: "not-trained", words: `${possessive(one.name)} training ends before the last day.` });
    if (broken.includes("free")) bars.push({ bar: "not-free", words: `${one.name} is not free on one of the days.` });
    if (broken.includes("room")) bars.push({ bar: "no-room", words: `${one.name} has taken on as much as they said they would.` });
  }
  const there = members.flatMap(({ one }) => one ?? []);
  const mostTaken = Math.min(...candidates.filter((one) => brokenBy(one, wanted, firstDay).length === 0).map((one) => one.load));
  for (const one of there) if (one.load > mostTaken + 1) warnings.push(`${one.name} has taken on ${one.load} already; others have taken on ${mostTaken}.`);
  const missing = wanted.themes.filter((theme) => !there.some((one) => one.themes.includes(theme)));
  if (missing.length > 0) warnings.push(`Nobody on the team knows ${missing.join(" or ")}.`);
  const employers = there.map((one) => one.employerName).filter((name) => name !== "");
  for (const name of new Set(employers)) {
    const count = employers.filter((other) => other === name).length;
    if (count > 1) warnings.push(`${count} of the team are from ${name}.`);
  }
  return { bars, warnings };
}
