import { z } from "zod";

import { eachPairCost, type CostWeights, type MemberFeatures } from "../costs/pair-costs";
import { inputErrorFrom, SchedulingInputError } from "../input-error";

/** The most members one problem may have: every quad is looked at, which grows with the fourth power. */
export const mostMembers = 300;
const mostRounds = 200;

const id = z.string({ error: "Give the member's id as text." }).min(1, "An id cannot be empty.");
const cost = z.number({ error: "A cost must be a finite number." });
const pair = z.tuple([id, id], { error: "Give a pair as two ids." });
const pairs = z.array(pair, { error: "Give a list of pairs." });

const member = z.union(
  [
    id,
    z.looseObject({
      id,
      name: z.string().optional(),
      lat: z.number({ error: "A latitude is a number of degrees." }).min(-90).max(90).optional(),
      lon: z.number({ error: "A longitude is a number of degrees." }).min(-180).max(180).optional(),
      grade: z.string().optional(),
      neighbours: z.array(z.string()).optional(),
      size: z.number().positive("A size must be above zero.").optional(),
    }),
  ],
  { error: "A member is an id, or an object with an id (lat, lon, grade, neighbours and size may follow)." },
);

const weights = z.looseObject({
  distancePerKm: cost.optional(),
  sameGrade: cost.optional(),
  statisticalNeighbour: cost.optional(),
  sizeDoubling: cost.optional(),
  wanted: z.array(z.looseObject({ pair, cost })).optional(),
});

const groupsFile = z.looseObject(
  {
    members: z.array(member, { error: "Give the list of members." }),
    groupSize: z.number({ error: "groupSize must be 3." }).optional(),
    rounds: z.number({ error: "rounds must be a whole number." }).int("rounds must be a whole number.").min(0, "rounds cannot be negative.").max(mostRounds, `At most ${mostRounds} rounds.`).optional(),
    pairCosts: z.array(z.looseObject({ pair, cost }), { error: "Give a list of { pair, cost }." }).optional(),
    defaultPairCost: cost.optional(),
    never: pairs.optional(),
    metBefore: pairs.optional(),
    pinned: z.array(z.array(id), { error: "Give a list of groups." }).optional(),
    weights: weights.optional(),
  },
  { error: "The file must hold one JSON object." },
);

/** The question as it is written in a file or passed by a page. */
export type GroupsInput = z.input<typeof groupsFile>;

/** The question, checked, with members as indexes and costs as a matrix. */
export type GroupsProblem = {
  readonly ids: readonly string[];
  readonly features: readonly MemberFeatures[];
  readonly hasFeatures: boolean;
  readonly weights: CostWeights | undefined;
  readonly n: number;
  readonly quads: number;
  /** 0 asks for as many repeat-free rounds as can be found. */
  readonly rounds: number;
  /** n x n, in the caller's own unit. */
  readonly costs: Float64Array;
  readonly never: Uint8Array;
  readonly neverPairs: readonly (readonly [number, number])[];
  readonly met: Uint8Array;
  /** Groups that must stay as they are (of the first round). */
  readonly pinned: readonly (readonly number[])[];
};

/**
 * Reads and checks a groups question.
 * @throws SchedulingInputError naming the field, for anything that cannot be meant.
 */
export function readGroups(input: unknown): GroupsProblem {
  const parsed = groupsFile.safeParse(input);
  if (!parsed.success) throw inputErrorFrom(deepest(parsed.error.issues, input));
  const file = parsed.data;
  const features: MemberFeatures[] = file.members.map((entry) => (typeof entry === "string" ? { id: entry } : entry));
  const ids = features.map((feature) => feature.id);
  const n = ids.length;
  const index = new Map<string, number>();
  ids.forEach((memberId, at) => {
    const before = index.get(memberId);
    if (before !== undefined) throw new SchedulingInputError(`members[${at}]`, `"${memberId}" is listed twice (also at members[${before}]).`);
    index.set(memberId, at);
  });
  if (n < 3) throw new SchedulingInputError("members", `${n} member${n === 1 ? "" : "s"}: a group needs at least three.`);
  if (n === 5) throw new SchedulingInputError("members", "5 members cannot be split into groups of three and four.");
  if (n > mostMembers) throw new SchedulingInputError("members", `${n} members: at most ${mostMembers} can be solved in one problem.`);
  if (file.groupSize !== undefined && file.groupSize !== 3) throw new SchedulingInputError("groupSize", "groupSize must be 3 (the members left over make groups of four).");

  const pairOf = (entry: readonly [string, string], field: string): [number, number] => {
    const [i, j] = entry.map((memberId, side) => {
      const at = index.get(memberId);
      if (at === undefined) throw new SchedulingInputError(`${field}[${side}]`, `"${memberId}" is not among the members.`);
      return at;
    }) as [number, number];
    if (i === j) throw new SchedulingInputError(field, `"${entry[0]}" is paired with itself.`);
    return [i, j];
  };
  const marked = (list: readonly (readonly [string, string])[] | undefined, field: string): { matrix: Uint8Array; list: [number, number][] } => {
    const matrix = new Uint8Array(n * n);
    const distinct: [number, number][] = [];
    (list ?? []).forEach((entry, at) => {
      const [i, j] = pairOf(entry, `${field}[${at}]`);
      if (!matrix[i * n + j]) distinct.push([Math.min(i, j), Math.max(i, j)]);
      matrix[i * n + j] = matrix[j * n + i] = 1;
    });
    return { matrix, list: distinct };
  };

  const costs = new Float64Array(n * n).fill(file.defaultPairCost ?? 0);
  for (let i = 0; i < n; i++) costs[i * n + i] = 0;
  const given = new Map<number, number>();
  (file.pairCosts ?? []).forEach((entry, at) => {
    const [i, j] = pairOf(entry.pair, `pairCosts[${at}].pair`);
    const key = Math.min(i, j) * n + Math.max(i, j);
    if (given.has(key) && given.get(key) !== entry.cost) {
      throw new SchedulingInputError(`pairCosts[${at}].pair`, `The pair "${entry.pair[0]}" and "${entry.pair[1]}" is given two different costs.`);
    }
    given.set(key, entry.cost);
    costs[i * n + j] = costs[j * n + i] = entry.cost;
  });
  (file.weights?.wanted ?? []).forEach((entry, at) => pairOf(entry.pair, `weights.wanted[${at}].pair`));
  if (file.weights) {
    eachPairCost(features, file.weights, (i, j, extra) => {
      costs[i * n + j] = costs[j * n + i] = Math.round((costs[i * n + j]! + extra) * 1e6) / 1e6;
    });
  }

  const never = marked(file.never, "never");
  const met = marked(file.metBefore, "metBefore");
  const quads = n % 3;
  const pinned = readPinned(file.pinned ?? [], index, quads);
  return {
    ids,
    features,
    hasFeatures: file.members.some((entry) => typeof entry !== "string" && (entry.lat !== undefined || entry.grade !== undefined)),
    weights: file.weights,
    n,
    quads,
    rounds: file.rounds ?? 1,
    costs,
    never: never.matrix,
    neverPairs: never.list,
    met: met.matrix,
    pinned,
  };
}

function readPinned(groups: readonly (readonly string[])[], index: ReadonlyMap<string, number>, quads: number): number[][] {
  const seen = new Set<number>();
  let fours = 0;
  const pinned = groups.map((group, at) => {
    if (group.length !== 3 && group.length !== 4) throw new SchedulingInputError(`pinned[${at}]`, "A group to keep must have three or four members.");
    if (group.length === 4 && ++fours > quads) throw new SchedulingInputError(`pinned[${at}]`, `Only ${quads} group${quads === 1 ? "" : "s"} of four can be kept with this number of members.`);
    return group.map((memberId, side) => {
      const member = index.get(memberId);
      if (member === undefined) throw new SchedulingInputError(`pinned[${at}][${side}]`, `"${memberId}" is not among the members.`);
      if (seen.has(member)) throw new SchedulingInputError(`pinned[${at}][${side}]`, `"${memberId}" is in two of the groups to keep.`);
      seen.add(member);
      return member;
    });
  });
  // What is left must still split into threes and the remaining fours.
  const left = index.size - seen.size;
  if (left !== 0 && left - 4 * (quads - fours) < 0) throw new SchedulingInputError("pinned", "The members left over cannot be split into groups of three and four.");
  return pinned;
}

type Issue = z.core.$ZodIssue;

/** For a union zod only says "invalid input": find the branch that fits what was given, to name the field. */
function deepest(issues: readonly Issue[], input: unknown): readonly { path: readonly PropertyKey[]; message: string }[] {
  const issue = issues[0];
  if (issue?.code !== "invalid_union") return issues;
  const value = issue.path.reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined), input);
  const branch = typeof value === "object" && value !== null ? issue.errors[1] : typeof value === "string" ? issue.errors[0] : undefined;
  const inner = branch?.[0];
  return inner ? [{ path: [...issue.path, ...inner.path], message: inner.message }] : issues;
}
