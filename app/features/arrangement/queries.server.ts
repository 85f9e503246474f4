import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import { explainGroup, kilometresBetween, suggestSwaps, type GroupsInput } from "~/scheduling";
import type { SignedIn } from "~/workflow/actor.server";

import { boardsOf, visibleTo } from "./access.server";
import { changeBetween, keyOf, membersOf, sameGroups } from "./arranging";
import { boardFacts } from "./facts.server";
import { Measure, measureOf } from "./measure.server";
import { undoneLast } from "./drafting.server";
import { featuresOf, fingerprintOf, questionOf, takingPart, weightsOf, whyNotGroupable, type BoardFacts } from "./question";
import { arrangementRules, certificate, draftGroups, type ArrangementRules, type Certificate, type DraftGroup } from "./rules";
import { reviveSearches } from "./searching.server";
import { effectWords, isHarmless, proposalWords, rulesInWords, standingWords, unitOf, type Standing } from "./words";

/** A board's round, as every page of the board names it. */
export interface BoardRound {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly regionId: string;
  readonly challengeStartsOn: string;
  /** Whether groups may be published: the round has been opened and its challenge is not over. */
  readonly open: boolean;
}

/** The round whose board this person runs, or null: for everybody else there is none. */
export async function boardRound(actor: SignedIn, cycleId: string | undefined): Promise<BoardRound | null> {
  if (!isUuid(cycleId)) return null;
  const row = await db.cycle.findFirst({ where: { AND: [{ id: cycleId }, boardsOf(actor)] }, select: { id: true, name: true, regionId: true, challengeStartsOn: true, region: { select: { name: true } }, workflow: { select: { state: true } } } });
  return row ? { id: row.id, name: row.name, region: row.region.name, regionId: row.regionId, challengeStartsOn: row.challengeStartsOn.toISOString().slice(0, 10), open: ["open", "submissionsClosed", "challenge"].includes(row.workflow.state) } : null;
}

export interface DraftLine {
  readonly id: string;
  readonly name: string;
  readonly by: string | null;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
  readonly groups: number;
  readonly searching: boolean;
  /** What the groups are worth; null while there are none. */
  readonly worth: { readonly cost: number; readonly repeats: number; readonly unit: "km" | "points"; readonly proven: boolean; readonly roundsLeft: number | null } | null;
}

/** The drafts of a round, newest first. */
export async function draftsOf(actor: SignedIn, cycleId: string): Promise<DraftLine[]> {
  const [rows, facts] = await Promise.all([
    db.arrangement.findMany({
      where: { AND: [{ cycleId }, visibleTo(actor)] },
      orderBy: { createdAt: "desc" },
      select: { id: true, name: true, rules: true, groups: true, certificate: true, updatedAt: true, publishedAt: true, updatedBy: { select: { name: true } }, searches: { where: { stage: { in: ["waiting", "running"] } }, select: { id: true }, take: 1 } },
    }),
    boardFacts(cycleId),
  ]);
  return rows.map((row) => {
    const groups = draftGroups.parse(row.groups);
    const read = readingOf(facts, arrangementRules.parse(row.rules), groups, certificate.nullable().parse(row.certificate));
    return {
      id: row.id, name: row.name, by: row.updatedBy?.name ?? null,
      updatedAt: row.updatedAt.toISOString(), publishedAt: row.publishedAt?.toISOString() ?? null,
      groups: groups.length, searching: row.searches.length > 0,
      worth: groups.length === 0 ? null : { cost: read.score.cost, repeats: read.score.repeats, unit: read.unit, proven: read.standing.kind === "proven", roundsLeft: read.asFound && read.found ? read.found.roundsLeft : null },
    };
  });
}

export interface GroupShown {
  readonly number: number;
  readonly pinned: boolean;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** The longest way between two members, in kilometres; null where a place is unknown. */
  readonly kilometres: number | null;
  /** "Two grades. Never met.": what the library says of the group, without names and distance. */
  readonly why: string;
  /** The whole sentence: "Kent - Medway - Surrey: 41 km apart, two grades, never met". */
  readonly sentence: string;
  readonly warnings: readonly string[];
}

interface Reading {
  readonly question: GroupsInput;
  readonly measure: Measure;
  readonly unit: "km" | "points";
  readonly score: ReturnType<Measure["score"]>;
  readonly standing: Standing;
  readonly asFound: boolean;
  readonly found: Certificate | null;
}

/** What a draft's groups are worth against its rules and what was found. */
function readingOf(facts: BoardFacts, rules: ArrangementRules, groups: readonly DraftGroup[], found: Certificate | null): Reading {
  const question = questionOf(facts, rules);
  const fingerprint = fingerprintOf(question);
  const measure = measureOf(question, fingerprint);
  const unit = unitOf(rules);
  const members = membersOf(groups);
  const score = measure.score(members);
  const sameQuestion = found !== null && found.question === fingerprint;
  const asFound = found !== null && sameGroups(members, found.groups);
  return { question, measure, unit, score, asFound, found, standing: standingWords({ certificate: found, now: score, unit, asFound, sameQuestion }) };
}

/** A board as its page shows it, or null when there is none for this person. */
export async function boardPage(actor: SignedIn, cycleId: string | undefined, id: string | undefined) {
  const found = await draftAndFacts(actor, cycleId, id);
  if (!found) return null;
  const { round, draft, facts, rules, groups } = found;
  const read = readingOf(facts, rules, groups, found.certificate);
  const { question, measure, unit } = read;
  const here = new Map(takingPart(facts, rules).map((member) => [member.id, member]));
  const nameOf = namesIn(facts);
  const placed = new Set(membersOf(groups).flat());
  const missing = [...here.values()].filter((member) => !placed.has(member.id)).map(({ id: memberId, name }) => ({ id: memberId, name }));
  const strangers = [...placed].filter((member) => !here.has(member)).map((member) => ({ id: member, name: nameOf(member), why: facts.members.find((one) => one.id === member)?.excused ?? "left out" }));
  const known = membersOf(groups).map((group) => group.filter((member) => here.has(member)));
  const impossible = whyNotGroupable(here.size);
  const numberOf = new Map(groups.flatMap((group, at) => group.members.map((member) => [member, at + 1] as const)));
  // Nothing is better than what is proven best; only a changed board is worth the looking.
  const worthLooking = !impossible && groups.length > 0 && strangers.length === 0 && read.standing.kind !== "proven";
  const suggested = worthLooking ? suggestSwaps({ ...question, pinned: usablePins(groups) }, known, 3) : [];
  const [searches, lastChange, undone, changes] = await Promise.all([
    db.arrangementSearch.findMany({
      where: { arrangementId: draft.id }, orderBy: { askedAt: "desc" }, take: 6,
      select: { id: true, kind: true, stage: true, failure: true, result: true },
    }),
    db.arrangementChange.findFirst({ where: { arrangementId: draft.id, undoneAt: null }, orderBy: { revision: "desc" }, select: { what: true } }),
    undoneLast(db, draft.id),
    db.arrangementChange.findMany({ where: { arrangementId: draft.id }, orderBy: { revision: "desc" }, take: 20, select: { id: true, what: true, at: true, undoneAt: true, by: { select: { name: true } } } }),
  ]);
  const search = searches.find((one) => one.kind === "groups") ?? null;
  const others = searches.find((one) => one.kind === "alternatives") ?? null;
  return {
    round,
    draft: { id: draft.id, name: draft.name, revision: draft.revision, publishedAt: draft.publishedAt?.toISOString() ?? null },
    unit,
    memberCount: here.size,
    excused: facts.members.filter((member) => member.excused !== null).map(({ name, excused }) => ({ name, why: excused ?? "" })),
    takingPartInRound: facts.members.length,
    groups: groups.map((group, at): GroupShown => shownGroup(group, at + 1, { facts, rules, measure, missing: strangers.map((one) => one.id) })),
    places: facts.members.map((member) => ({ name: member.name, latitude: member.latitude, longitude: member.longitude, ...(numberOf.has(member.id) ? { group: numberOf.get(member.id) } : {}) })),
    standing: read.standing,
    certificate: found.certificate,
    asFound: read.asFound,
    rulesInWords: rulesInWords(rules, nameOf),
    missing,
    strangers,
    impossible,
    /** Why it cannot be published as it is; empty when it can. */
    faults: [...(groups.length === 0 ? [] : [...missing.map(({ name }) => `${name} is in no group`), ...measure.faults(known, nameOf)]), ...strangers.map(({ name, why }) => `${name} takes no part (${why})`)],
    mayUndo: lastChange?.what ?? null,
    mayRedo: undone?.what ?? null,
    changes: changes.map((one) => ({ id: one.id, what: one.what, at: one.at.toISOString(), undone: one.undoneAt !== null, by: one.by?.name ?? null })),
    suggestions: suggested.flatMap((swap) => {
      const change = changeBetween(known, swap.groups);
      if (!change) return [];
      return [{ words: swap.words, authority: change.kind === "swap" ? change.a : change.authority, key: keyOf(change), effect: effectWords({ ...swap, sizes: [] }, unit) }];
    }),
    search: search ? { id: search.id, stage: search.stage, failure: search.failure, conflict: conflictIn(search.result) } : null,
    alternatives: others ? { id: others.id, stage: others.stage, ...alternativesIn(others.result, { question, measure, score: read.score, current: known, unit, nameOf }) } : null,
  };
}
export type BoardPage = NonNullable<Awaited<ReturnType<typeof boardPage>>>;

function shownGroup(group: DraftGroup, number: number, { facts, rules, measure, missing }: { facts: BoardFacts; rules: ArrangementRules; measure: Measure; missing: readonly string[] }): GroupShown {
  const members = group.members.flatMap((id) => facts.members.filter((member) => member.id === id));
  const features = members.map(featuresOf);
  const sentence = explainGroup(features, (a, b) => measure.haveMet(a, b), weightsOf(rules).wanted);
  const parts = sentence.slice(sentence.indexOf(": ") + 2).split(", ").filter((part) => !/^\d+ km apart$/.test(part));
  const pairs = members.flatMap((a, at) => members.slice(at + 1).map((b) => [a, b] as const));
  const distances = pairs.map(([a, b]) => kilometresBetween({ lat: a.latitude, lon: a.longitude }, { lat: b.latitude, lon: b.longitude }));
  return {
    number,
    pinned: group.pinned,
    members: members.map(({ id, name }) => ({ id, name })),
    kilometres: distances.length > 0 ? Math.round(Math.max(...distances)) : null,
    why: parts.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`).join(" "),
    sentence,
    warnings: [
      ...pairs.filter(([a, b]) => measure.mayNotMeet(a.id, b.id)).map(([a, b]) => `${a.name} and ${b.name} may never be together`),
      ...pairs.filter(([a, b]) => measure.haveMet(a.id, b.id)).map(([a, b]) => `${a.name} and ${b.name} have met before`),
      ...(members.length < 3 ? [`Only ${members.length === 1 ? "one member" : members.length === 2 ? "two members" : "no member"}`] : members.length > 4 ? [`${members.length} members: four is the most`] : []),
      ...members.filter((member) => missing.includes(member.id)).map((member) => `${member.name} takes no part (${member.excused ?? "left out"})`),
    ],
  };
}

/** The groups that may be kept by the library as they are: only those of three or four. */
function usablePins(groups: readonly DraftGroup[]): string[][] {
  return groups.filter((group) => group.pinned && (group.members.length === 3 || group.members.length === 4)).map((group) => [...group.members]);
}

function conflictIn(result: unknown): readonly string[] {
  const rules = (result as { conflict?: { rules?: unknown } } | null)?.conflict?.rules;
  return Array.isArray(rules) ? rules.filter((rule): rule is string => typeof rule === "string") : [];
}

/** The next best different arrangements, those that are on the board already left out. */
function alternativesIn(result: unknown, now: { question: GroupsInput; measure: Measure; score: { cost: number; repeats: number }; current: string[][]; unit: "km" | "points"; nameOf: (id: string) => string }) {
  const read = result as { question?: string; proven?: boolean; alternatives?: { groups: string[][]; cost: number; repeats: number; differentGroups: number }[] } | null;
  if (!read?.alternatives || read.question !== fingerprintOf(now.question)) return { proven: false, list: [] };
  return {
    proven: read.proven === true,
    list: read.alternatives.flatMap((one, index) =>
      sameGroups(one.groups, now.current)
        ? []
        : [{
            index,
            effect: effectWords({ conflicts: 0, repeats: one.repeats - now.score.repeats, cost: one.cost - now.score.cost, sizes: [] }, now.unit),
            different: one.groups.filter((group) => !now.current.some((other) => sameGroups([group], [other]))).map((group) => group.map(now.nameOf).sort().join(", ")),
          }],
    ),
  };
}

/** One alternative of the newest search for them, as groups to take; null when the board has moved on. */
export async function alternativeGroups(actor: SignedIn, id: string, index: number): Promise<string[][] | null> {
  const row = await db.arrangementSearch.findFirst({ where: { arrangementId: id, kind: "alternatives", stage: "done", arrangement: visibleTo(actor) }, orderBy: { askedAt: "desc" }, select: { result: true } });
  const list = (row?.result as { alternatives?: { groups: string[][] }[] } | null)?.alternatives;
  return list?.[index]?.groups ?? null;
}

/** Everything that one authority could change, with what each would do: for the page and for dragging alike. */
export async function movePage(actor: SignedIn, cycleId: string | undefined, id: string | undefined, authority: string | null) {
  const found = await draftAndFacts(actor, cycleId, id);
  if (!found || !authority) return null;
  const { round, draft, facts, rules, groups } = found;
  const member = facts.members.find((one) => one.id === authority);
  if (!member) return null;
  const read = readingOf(facts, rules, groups, found.certificate);
  const nameOf = namesIn(facts);
  const groupOf = (memberId: string): number => groups.findIndex((group) => group.members.includes(memberId)) + 1;
  const from = groupOf(authority);
  return {
    round,
    draft: { id: draft.id, name: draft.name, revision: draft.revision, published: draft.publishedAt !== null },
    authority: { id: authority, name: member.name },
    from,
    with: (groups[from - 1]?.members ?? []).filter((other) => other !== authority).map(nameOf),
    kept: groups[from - 1]?.pinned ?? false,
    choices: read.measure.changesOf(authority, groups).map((effect) => ({
      key: keyOf(effect.change),
      words: proposalWords(effect.change, nameOf, groupOf),
      effect: effectWords(effect, read.unit),
      harmless: isHarmless(effect),
    })),
  };
}

interface DraftAndFacts {
  readonly round: BoardRound;
  readonly draft: { readonly id: string; readonly name: string; readonly revision: number; readonly publishedAt: Date | null };
  readonly facts: BoardFacts;
  readonly rules: ArrangementRules;
  readonly groups: DraftGroup[];
  readonly certificate: Certificate | null;
}

/** A draft that this person may see, with what is known of its round; null when there is none. */
export async function draftAndFacts(actor: SignedIn, cycleId: string | undefined, id: string | undefined): Promise<DraftAndFacts | null> {
  const round = await boardRound(actor, cycleId);
  if (!round || !isUuid(id)) return null;
  await reviveSearches({ arrangementId: id });
  const row = await db.arrangement.findFirst({ where: { AND: [{ id, cycleId: round.id }, visibleTo(actor)] }, select: { id: true, name: true, revision: true, publishedAt: true, rules: true, groups: true, certificate: true } });
  if (!row) return null;
  const [facts, triads] = await Promise.all([boardFacts(round.id), db.workflow.count({ where: { parentId: round.id, machine: "triad" } })]);
  return {
    // A draft that was closed to be published, and then was not, is a draft still.
    round, draft: triads > 0 ? row : { ...row, publishedAt: null }, facts,
    rules: arrangementRules.parse(row.rules), groups: draftGroups.parse(row.groups), certificate: certificate.nullable().parse(row.certificate),
  };
}

/** Names by id, of everybody in a round. */
export function namesIn(facts: BoardFacts): (id: string) => string {
  const names = new Map(facts.members.map((member) => [member.id, member.name]));
  return (id) => names.get(id) ?? id;
}

/** Drafts side by side: the same facts in the same rows. */
export async function comparePage(actor: SignedIn, cycleId: string | undefined, ids: readonly string[]) {
  const round = await boardRound(actor, cycleId);
  if (!round) return null;
  const rows = await db.arrangement.findMany({
    where: { AND: [{ cycleId: round.id, id: { in: ids.filter(isUuid) } }, visibleTo(actor)] },
    orderBy: { createdAt: "asc" }, select: { id: true, name: true, rules: true, groups: true, certificate: true },
  });
  const facts = await boardFacts(round.id);
  const nameOf = namesIn(facts);
  return {
    round,
    drafts: rows.map((row) => {
      const rules = arrangementRules.parse(row.rules);
      const groups = draftGroups.parse(row.groups);
      const read = readingOf(facts, rules, groups, certificate.nullable().parse(row.certificate));
      const journeys = new Measure({ ...read.question, weights: { distancePerKm: 1 } }).score(membersOf(groups)).cost;
      const shown = groups.map((group, at) => shownGroup(group, at + 1, { facts, rules, measure: read.measure, missing: [] }));
      return {
        id: row.id, name: row.name, unit: read.unit, cost: read.score.cost, repeats: read.score.repeats, journeys: Math.round(journeys),
        longest: Math.max(0, ...shown.map((group) => group.kilometres ?? 0)),
        standing: read.standing.title, roundsLeft: read.asFound && read.found ? read.found.roundsLeft : null,
        rulesInWords: rulesInWords(rules, nameOf),
        groups: shown.map(({ number, members, why, kilometres }) => ({
          number, why, kilometres, names: members.map((member) => member.name),
          /** In every draft that is compared. */
          common: rows.every((other) => draftGroups.parse(other.groups).some((group) => sameGroups([group.members], [members.map((member) => member.id)]))),
        })),
        places: facts.members.map((member) => {
          const number = groups.findIndex((group) => group.members.includes(member.id)) + 1;
          return { name: member.name, latitude: member.latitude, longitude: member.longitude, ...(number > 0 ? { group: number } : {}) };
        }),
      };
    }),
  };
}
