/** What is known about an authority that a cost term can use. All but `id` may be missing. */
export type MemberFeatures = {
  readonly id: string;
  readonly name?: string | undefined;
  /** Degrees, WGS 84. */
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  /** Inspection grade, in the inspectorate's words. */
  readonly grade?: string | undefined;
  /** Ids of statistical neighbours, in either direction. */
  readonly neighbours?: readonly string[] | undefined;
  /** Children and young people living there, or any other measure of size above zero. */
  readonly size?: number | undefined;
};

/** What the coordinator sets. Positive keeps a pair apart, negative brings it together, zero is no matter. */
export type CostWeights = {
  /** For each kilometre between the two, great circle. */
  readonly distancePerKm?: number | undefined;
  /** When both have the same inspection grade. */
  readonly sameGrade?: number | undefined;
  /** When one is a statistical neighbour of the other. */
  readonly statisticalNeighbour?: number | undefined;
  /** For each doubling of size between the two. */
  readonly sizeDoubling?: number | undefined;
  /** Pairs the coordinator wants together (negative) or apart (positive). */
  readonly wanted?: readonly { readonly pair: readonly [string, string]; readonly cost: number }[] | undefined;
};

export type CostTerm = { readonly feature: "distance" | "grade" | "neighbour" | "size" | "wanted"; readonly cost: number; readonly words: string };

export type FeaturePairCost = { readonly pair: readonly [string, string]; readonly cost: number; readonly terms: readonly CostTerm[] };

const earthRadiusKm = 6371.0088;

/** Great-circle distance in kilometres (haversine, mean Earth radius of the IUGG). */
export function kilometresBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180;
  const half = (from: number, to: number): number => Math.sin(((to - from) * radians) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(a.lon, b.lon);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * The cost of every pair from weights over named features, each term in words. A feature that one
 * of the two lacks costs nothing: it is unknown, not zero. Costs are rounded to hundredths, so
 * that a proof can be exact.
 */
export function buildPairCosts(members: readonly MemberFeatures[], weights: CostWeights): FeaturePairCost[] {
  const costs: FeaturePairCost[] = [];
  members.forEach((a, index) => {
    for (const b of members.slice(index + 1)) {
      const terms: CostTerm[] = [];
      eachTerm(a, b, weights, (feature, cost, apart) => terms.push({ feature, cost, words: wordsOf(feature, cost, a, apart) }));
      costs.push({ pair: [a.id, b.id], cost: hundredths(terms.reduce((total, term) => total + term.cost, 0)), terms });
    }
  });
  return costs;
}

/** The same costs without their words, told pair by pair by the members' places in the list: what a board of all England is measured with. */
export function eachPairCost(members: readonly MemberFeatures[], weights: CostWeights, tell: (a: number, b: number, cost: number) => void): void {
  let total = 0;
  const add = (_feature: CostTerm["feature"], cost: number): void => void (total += cost);
  members.forEach((a, i) => {
    for (let j = i + 1; j < members.length; j++) {
      total = 0;
      eachTerm(a, members[j]!, weights, add);
      tell(i, j, hundredths(total));
    }
  });
}

/** Tells every term that is not nothing, rounded to hundredths, and how far apart the two are where that is known. */
function eachTerm(a: MemberFeatures, b: MemberFeatures, weights: CostWeights, tell: (feature: CostTerm["feature"], cost: number, apart: number) => void): void {
  const apart = distance(a, b);
  const add = (feature: CostTerm["feature"], cost: number): void => {
    if (cost !== 0) tell(feature, hundredths(cost), apart ?? 0);
  };
  if (apart !== undefined) add("distance", (weights.distancePerKm ?? 0) * apart);
  if (a.grade !== undefined && a.grade === b.grade) add("grade", weights.sameGrade ?? 0);
  if (weights.statisticalNeighbour && areNeighbours(a, b)) add("neighbour", weights.statisticalNeighbour);
  if (weights.sizeDoubling && a.size && b.size) add("size", weights.sizeDoubling * Math.abs(Math.log2(a.size / b.size)));
  for (const { pair, cost } of weights.wanted ?? []) {
    if (pair.includes(a.id) && pair.includes(b.id)) add("wanted", cost);
  }
}

function wordsOf(feature: CostTerm["feature"], cost: number, { grade }: MemberFeatures, apart: number): string {
  switch (feature) {
    case "distance":
      return `${Math.round(apart)} km apart`;
    case "grade":
      return `both ${grade}`;
    case "neighbour":
      return "statistical neighbours";
    case "size":
      return "differ in size";
    case "wanted":
      return cost < 0 ? "wanted together" : "wanted apart";
  }
}

/**
 * One group in words: "Kent - Medway - Surrey: 41 km apart, two grades, never met". The distance is
 * the longest in the group. `met` says whether two members met in an earlier round.
 */
export function explainGroup(group: readonly MemberFeatures[], met: (a: string, b: string) => boolean, wanted: CostWeights["wanted"] = []): string {
  const parts: string[] = [];
  const pairs = group.flatMap((a, index) => group.slice(index + 1).map((b) => [a, b] as const));
  const distances = pairs.map(([a, b]) => distance(a, b)).filter((km) => km !== undefined);
  if (distances.length > 0) parts.push(`${Math.round(Math.max(...distances))} km apart`);
  const grades = new Set(group.map((member) => member.grade).filter((grade) => grade !== undefined));
  if (grades.size > 0) parts.push(grades.size === 1 ? "one grade" : `${inWords(grades.size)} grades`);
  const neighbours = pairs.filter(([a, b]) => areNeighbours(a, b));
  if (neighbours.length > 2) parts.push(neighbours.length === pairs.length ? "all statistical neighbours" : `${neighbours.length} pairs of statistical neighbours`);
  else if (neighbours.length > 0) parts.push(`${naming(neighbours)} statistical neighbours`);
  const sizes = group.map((member) => member.size).filter((size): size is number => size !== undefined && size > 0);
  if (sizes.length === group.length) {
    const ratio = Math.max(...sizes) / Math.min(...sizes);
    if (ratio >= 3) parts.push(`the largest ${Math.round(ratio)} times the smallest`);
  }
  for (const { pair, cost } of wanted ?? []) {
    if (group.filter(({ id }) => pair.includes(id)).length === 2) parts.push(cost < 0 ? "a pair wanted together" : "a pair wanted apart");
  }
  const again = pairs.filter(([a, b]) => met(a.id, b.id));
  parts.push(again.length === 0 ? "never met" : `${naming(again)} met before`);
  return `${group.map(nameOf).join(" - ")}: ${parts.join(", ")}`;
}

function naming(pairs: readonly (readonly [MemberFeatures, MemberFeatures])[]): string {
  return pairs.map(([a, b]) => `${nameOf(a)} and ${nameOf(b)}`).join(" and also ");
}

function nameOf({ name, id }: MemberFeatures): string {
  return name ?? id;
}

function inWords(count: number): string {
  return ["no", "one", "two", "three", "four"][count] ?? String(count);
}

function distance(a: MemberFeatures, b: MemberFeatures): number | undefined {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return undefined;
  return kilometresBetween({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon });
}

function areNeighbours(a: MemberFeatures, b: MemberFeatures): boolean {
  return (a.neighbours?.includes(b.id) ?? false) || (b.neighbours?.includes(a.id) ?? false);
}

function hundredths(cost: number): number {
  return Math.round(cost * 100) / 100;
}
