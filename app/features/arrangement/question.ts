import type { CostWeights, GroupsInput, MemberFeatures } from "~/scheduling";

import type { ArrangementRules } from "./rules";

/** What is known about one authority of a round that a rule can use. */
export interface MemberFacts {
  readonly id: string;
  readonly name: string;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** The latest inspection's overall grade; null where none is known. */
  readonly grade: string | null;
  /** Statistical neighbours that take part as well, in either direction. */
  readonly neighbours: readonly string[];
  /** Children and young people aged 0 to 25. */
  readonly size: number | null;
  /** Why it stands aside (opted out, waived, withdrawn); null for who takes part. */
  readonly excused: string | null;
}

/** An earlier round of the region with its groups; those that stood aside met nobody and are not in them. */
export interface EarlierRound {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly (readonly string[])[];
}

/** Everything the board needs to know from the register and from earlier rounds. */
export interface BoardFacts {
  readonly members: readonly MemberFacts[];
  readonly earlier: readonly EarlierRound[];
}

/** Who is in the groups of a draft: all that take part but those it leaves out. */
export function takingPart(facts: BoardFacts, rules: ArrangementRules): MemberFacts[] {
  const leftOut = new Set(rules.leftOut);
  return facts.members.filter((member) => member.excused === null && !leftOut.has(member.id));
}

/** The coordinator's rules as the costs of a pair. Positive keeps apart, negative brings together. */
export function weightsOf(rules: ArrangementRules): CostWeights {
  const signed = ({ leaning, km }: { readonly leaning: "none" | "together" | "apart"; readonly km: number }): number => (leaning === "none" ? 0 : leaning === "together" ? -km : km);
  return {
    distancePerKm: rules.distance ? 1 : 0,
    sameGrade: rules.grade,
    statisticalNeighbour: signed(rules.neighbours),
    // A difference in size is what is counted: wanting like sizes together makes it dear.
    sizeDoubling: -signed(rules.size),
    wanted: rules.wanted.map(({ pair, ...want }) => ({ pair, cost: signed(want) })),
  };
}

/** A member as the scheduling library and its explanations know it. */
export function featuresOf(member: MemberFacts): MemberFeatures & { lat: number; lon: number } {
  return {
    id: member.id,
    name: member.name,
    lat: member.latitude,
    lon: member.longitude,
    ...(member.grade === null ? {} : { grade: member.grade }),
    neighbours: [...member.neighbours],
    ...(member.size === null || member.size <= 0 ? {} : { size: member.size }),
  };
}

/** Pairs that met in the earlier rounds that count. */
export function metPairs(facts: BoardFacts, counted: readonly string[]): [string, string][] {
  const met = new Map<string, [string, string]>();
  for (const round of facts.earlier) {
    if (!counted.includes(round.id)) continue;
    for (const group of round.groups) {
      group.forEach((a, index) => {
        for (const b of group.slice(index + 1)) {
          const pair: [string, string] = a < b ? [a, b] : [b, a];
          met.set(pair.join(" "), pair);
        }
      });
    }
  }
  return [...met.values()];
}

/**
 * The question for the solver: who takes part, what each pair costs, who met before, who may never
 * meet. Rules about somebody who does not take part are passed over: they wait for a round in which both do.
 */
export function questionOf(facts: BoardFacts, rules: ArrangementRules): GroupsInput {
  const members = takingPart(facts, rules);
  const ids = new Set(members.map((member) => member.id));
  const both = ([a, b]: readonly [string, string]): boolean => ids.has(a) && ids.has(b);
  const weights = weightsOf(rules);
  return {
    members: members.map((member) => ({ ...featuresOf(member), neighbours: member.neighbours.filter((id) => ids.has(id)) })),
    rounds: 1,
    weights: {
      distancePerKm: weights.distancePerKm, sameGrade: weights.sameGrade, statisticalNeighbour: weights.statisticalNeighbour, sizeDoubling: weights.sizeDoubling,
      wanted: (weights.wanted ?? []).filter(({ pair }) => both(pair)).map(({ pair, cost }) => ({ pair: [...pair] as [string, string], cost })),
    },
    never: rules.never.filter(both).map(([a, b]): [string, string] => [a, b]),
    metBefore: metPairs(facts, rules.earlier).filter(both),
  };
}

/** Why this number of authorities cannot be grouped and how to mend it; null when it can. */
export function whyNotGroupable(n: number): string | null {
  if (n === 5) return "Five authorities cannot be split into groups of three and four. Leave one out for a group of four, or two for a group of three, or let another authority join the round.";
  if (n < 3) return `${n === 0 ? "No authority takes" : n === 1 ? "Only one authority takes" : "Only two authorities take"} part. A group needs at least three.`;
  return null;
}

/** The same question has the same fingerprint, in whatever order its parts are told or stored. What is kept of the groups is not part of it. */
export function fingerprintOf({ pinned: _pinned, ...question }: GroupsInput): string {
  const text = canonical({ ...question, members: [...question.members].sort((a, b) => idOf(a).localeCompare(idOf(b))) });
  // FNV-1a, forwards and backwards: enough to tell one question from the next.
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x85ebca6b);
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

function idOf(member: GroupsInput["members"][number]): string {
  return typeof member === "string" ? member : member.id;
}
