import type { Rounds } from "./constructions";
import { transversalClasses } from "./transversals";

/**
 * A plan for v members times a weight: the groups of all rounds but one are blown up by two orthogonal
 * Latin squares, and the last round's groups, now of 3 x weight members, are filled with a plan of their
 * own (`inner`). Undefined for weights whose squares are not known here.
 */
export function product(outer: Rounds, inner: Rounds, weight: number): Rounds | undefined {
  const classes = transversalClasses(weight);
  if (!classes) return undefined;
  const blown = outer.slice(1).flatMap((round) => classes.map((triples) => round.flatMap((group) => blowUp(group, triples, weight))));
  const filled = inner.map((fill) => outer[0]!.flatMap((group) => fill.map((triple) => triple.map((point) => group[Math.floor(point / weight)]! * weight + (point % weight)))));
  return [...blown, ...filled];
}

/**
 * A plan for 2 x u x weight members and a few more, from a Kirkman plan for 2u + 1 (`outer`). Without its
 * last member the outer plan is a Kirkman frame: u holes of two, and each round misses one hole. Blown up,
 * a hole of 2 x weight members and the few more meet by a plan of their own, one round of it beside each of
 * the classes that miss the hole. With one member more, a Kirkman plan fills every hole. With more of
 * them, they meet among themselves in one hole only (`whole`); in the other holes (`holed`) never, and
 * the rounds of `holed` after the first `weight`, which leave them out, run side by side.
 */
export function framed(outer: Rounds, { holed, whole }: { holed: Rounds; whole: Rounds }, weight: number): Rounds | undefined {
  const classes = transversalClasses(weight);
  if (!classes || holed.length < weight || whole.length !== holed.length) return undefined;
  const last = 2 * outer.length;
  const holes = outer.map((round, at) => {
    const [one, other] = round.find((group) => group.includes(last))!.filter((point) => point !== last);
    const inHole = (point: number): number => (point < weight ? one! * weight + point : point < 2 * weight ? other! * weight + point - weight : last * weight + point - 2 * weight);
    return (at === 0 ? whole : holed).map((groups) => groups.map((group) => group.map(inHole)));
  });
  const beside = outer.flatMap((round, at) => {
    const others = round.filter((group) => !group.includes(last));
    return classes.map((triples, row) => [...others.flatMap((group) => blowUp(group, triples, weight)), ...holes[at]![row]!]);
  });
  return [...beside, ...holed.slice(weight).map((_, row) => holes.flatMap((hole) => hole[weight + row]!))];
}

function blowUp(group: readonly number[], triples: readonly (readonly [number, number, number])[], weight: number): number[][] {
  return triples.map((triple) => triple.map((value, corner) => group[corner]! * weight + value));
}
