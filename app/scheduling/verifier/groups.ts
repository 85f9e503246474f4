/**
 * Checks a groups answer against its question. Shares nothing with the solvers, not even a type: it
 * reads both as unknown JSON and works everything out again in its own way.
 */
import { z } from "zod";

import type { Verdict } from "./verdict";

const pairShape = z.array(z.string()).length(2);
const question = z.looseObject({
  members: z.array(z.union([z.string(), z.looseObject({ id: z.string() })])),
  rounds: z.number().optional(),
  pairCosts: z.array(z.looseObject({ pair: pairShape, cost: z.number() })).optional(),
  defaultPairCost: z.number().optional(),
  never: z.array(pairShape).optional(),
  metBefore: z.array(pairShape).optional(),
  pinned: z.array(z.array(z.string())).optional(),
  weights: z
    .looseObject({
      distancePerKm: z.number().optional(),
      sameGrade: z.number().optional(),
      statisticalNeighbour: z.number().optional(),
      sizeDoubling: z.number().optional(),
      wanted: z.array(z.looseObject({ pair: pairShape, cost: z.number() })).optional(),
    })
    .optional(),
});
const groupsShape = z.array(z.array(z.string()));
const solvedAnswer = z.looseObject({
  status: z.literal("solved"),
  rounds: z.array(z.looseObject({ groups: groupsShape, cost: z.number(), repeats: z.array(pairShape) })),
  cost: z.number(),
  repeats: z.number(),
  lowerBound: z.number(),
  proven: z.boolean(),
  repeatFreeRoundsLeft: z.number(),
  planInHand: z.array(groupsShape).optional(),
  tolerance: z.number().optional(),
});

type Question = z.infer<typeof question>;
type Record = { [key: string]: unknown };

export function verifyGroups(problem: unknown, answer: unknown): Verdict {
  const asked = question.safeParse(problem);
  if (!asked.success) return { valid: false, problems: [`The question cannot be read: ${asked.error.issues[0]?.message ?? ""}`] };
  const status = typeof answer === "object" && answer !== null ? Reflect.get(answer, "status") : undefined;
  if (status === "infeasible" || status === "unknown") {
    const reason: unknown = Reflect.get(answer as object, "reason");
    return typeof reason === "string" && reason !== "" ? { valid: true, problems: [] } : { valid: false, problems: ["An answer without an arrangement must give its reason."] };
  }
  const told = solvedAnswer.safeParse(answer);
  if (!told.success) return { valid: false, problems: [`The answer cannot be read at ${told.error.issues[0]?.path.join(".") ?? ""}: ${told.error.issues[0]?.message ?? ""}`] };
  const problems: string[] = [];
  const say = (text: string): void => void problems.push(text);
  const { data } = told;

  const ids = asked.data.members.map((member) => (typeof member === "string" ? member : member.id));
  const price = priceOf(asked.data);
  const conflicts = new Set((asked.data.never ?? []).map(keyOf));
  const met = new Set((asked.data.metBefore ?? []).map(keyOf));
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

  const wanted = asked.data.rounds ?? 1;
  if (wanted > 0 && data.rounds.length !== wanted) say(`${wanted} rounds were asked for and ${data.rounds.length} given.`);
  let total = 0;
  let repeats = 0;
  data.rounds.forEach((round, at) => {
    const where = `Round ${at + 1}`;
    checkShape(round.groups, ids, where, say);
    let cost = 0;
    const again = new Set<string>();
    const together: string[] = [];
    for (const pair of pairsIn(round.groups)) {
      const key = keyOf(pair);
      cost += price(pair[0], pair[1]);
      if (conflicts.has(key)) say(`${where}: ${pair.join(" and ")} may never be together.`);
      if (met.has(key)) again.add(key);
      together.push(key);
    }
    for (const key of together) met.add(key);
    if (!close(cost, round.cost)) say(`${where}: the cost is ${cost}, not ${round.cost}.`);
    const listed = new Set(round.repeats.map(keyOf));
    if (listed.size !== again.size || [...again].some((key) => !listed.has(key))) say(`${where}: ${again.size} pairs met before, and ${listed.size} are listed or differ.`);
    total += cost;
    repeats += again.size;
  });
  for (const group of asked.data.pinned ?? []) {
    const first = data.rounds[0]?.groups ?? [];
    const sorted = [...group].sort().join("\n");
    if (!first.some((other) => [...other].sort().join("\n") === sorted)) say(`The group ${group.join(", ")} was to be kept.`);
  }
  if (!close(total, data.cost)) say(`The total cost is ${total}, not ${data.cost}.`);
  if (repeats !== data.repeats) say(`There are ${repeats} repeats, not ${data.repeats}.`);
  if (data.lowerBound > data.cost + 1e-6 * Math.max(1, Math.abs(data.cost))) say(`The lower bound ${data.lowerBound} is above the cost ${data.cost}.`);
  if (data.proven && data.cost - data.lowerBound > (data.tolerance ?? 0) * 2 + 1e-6 * Math.max(1, Math.abs(data.cost))) say(`It is called proven with a gap of ${data.cost - data.lowerBound}.`);

  const plan = data.planInHand ?? [];
  if (data.planInHand && plan.length !== data.repeatFreeRoundsLeft) say(`${data.repeatFreeRoundsLeft} repeat-free rounds are promised and ${plan.length} are in hand.`);
  if (!data.planInHand && data.repeatFreeRoundsLeft > 0) say("Repeat-free rounds are promised without a plan in hand.");
  plan.forEach((groups, at) => {
    const where = `Promised round ${at + 1}`;
    checkShape(groups, ids, where, say);
    for (const pair of pairsIn(groups)) {
      const key = keyOf(pair);
      if (met.has(key)) say(`${where}: ${pair.join(" and ")} meet again.`);
      if (conflicts.has(key)) say(`${where}: ${pair.join(" and ")} may never be together.`);
      met.add(key);
    }
  });
  return { valid: problems.length === 0, problems };
}

function checkShape(groups: readonly (readonly string[])[], ids: readonly string[], where: string, say: (text: string) => void): void {
  const times = new Map<string, number>();
  for (const id of groups.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  for (const id of ids) if (times.get(id) !== 1) say(`${where}: ${id} is in ${times.get(id) ?? 0} groups.`);
  for (const id of times.keys()) if (!ids.includes(id)) say(`${where}: ${id} is not among the members.`);
  const fours = groups.filter((group) => group.length === 4).length;
  if (groups.some((group) => group.length < 3 || group.length > 4) || fours !== ids.length % 3) say(`${where}: the groups must be ${ids.length % 3} of four and the rest of three.`);
}

function* pairsIn(groups: readonly (readonly string[])[]): Generator<[string, string]> {
  for (const group of groups) {
    for (let i = 0; i < group.length; i++) for (let j = i + 1; j < group.length; j++) yield [group[i]!, group[j]!];
  }
}

function keyOf(pair: readonly string[]): string {
  return JSON.stringify([...pair].sort());
}

/** The cost of any pair: what the file gives, and what its weights make of the members' features. */
function priceOf(asked: Question): (a: string, b: string) => number {
  const given = new Map((asked.pairCosts ?? []).map(({ pair, cost }) => [keyOf(pair), cost]));
  const about = new Map(asked.members.map((member): [string, Record] => (typeof member === "string" ? [member, {}] : [member.id, member])));
  const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
  const weights = asked.weights;
  return (a, b) => {
    const plain = given.get(keyOf([a, b])) ?? asked.defaultPairCost ?? 0;
    if (!weights) return plain;
    const [x, y] = [about.get(a) ?? {}, about.get(b) ?? {}];
    let extra = 0;
    const [lat1, lon1, lat2, lon2] = [number(x["lat"]), number(x["lon"]), number(y["lat"]), number(y["lon"])];
    if (lat1 !== undefined && lon1 !== undefined && lat2 !== undefined && lon2 !== undefined) extra += cents((weights.distancePerKm ?? 0) * arcKm(lat1, lon1, lat2, lon2));
    if (x["grade"] !== undefined && x["grade"] === y["grade"]) extra += cents(weights.sameGrade ?? 0);
    const lists = (list: unknown, id: string): boolean => Array.isArray(list) && list.includes(id);
    if (lists(x["neighbours"], b) || lists(y["neighbours"], a)) extra += cents(weights.statisticalNeighbour ?? 0);
    const [s, t] = [number(x["size"]), number(y["size"])];
    if (s && t) extra += cents((weights.sizeDoubling ?? 0) * Math.abs(Math.log(s / t) / Math.LN2));
    for (const { pair, cost } of weights.wanted ?? []) if (keyOf(pair) === keyOf([a, b])) extra += cents(cost);
    return plain + extra;
  };
}

/** Great-circle distance by the dot product of unit vectors, where the solvers' side uses the haversine. */
function arcKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const toUnit = (lat: number, lon: number): [number, number, number] => {
    const [f, l] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
    return [Math.cos(f) * Math.cos(l), Math.cos(f) * Math.sin(l), Math.sin(f)];
  };
  const [u, v] = [toUnit(lat1, lon1), toUnit(lat2, lon2)];
  const chord = Math.hypot(u[0] - v[0], u[1] - v[1], u[2] - v[2]);
  return 6371.0088 * 2 * Math.asin(Math.min(1, chord / 2));
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
