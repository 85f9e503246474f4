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
 * A Kirkman plan for 2 x u x weight + 1 members from one for 2u + 1 (`outer`) and one for 2 x weight + 1
 * (`inner`). Without its last member the outer plan is a Kirkman frame: u holes of two, and each round
 * misses one hole. Blown up, a hole of 2 x weight members and the one added member meet by the inner plan,
 * one of its rounds beside each of the classes that miss the hole.
 */
export function framed(outer: Rounds, inner: Rounds, weight: number): Rounds | undefined {
  const classes = transversalClasses(weight);
  if (!classes || inner.length !== weight) return undefined;
  const last = 2 * outer.length;
  return outer.flatMap((round) => {
    const hole = round.find((group) => group.includes(last))!.filter((point) => point !== last);
    const others = round.filter((group) => !group.includes(last));
    const inHole = (point: number): number => (point === 2 * weight ? last * weight : hole[Math.floor(point / weight)]! * weight + (point % weight));
    return classes.map((triples, at) => [...others.flatMap((group) => blowUp(group, triples, weight)), ...inner[at]!.map((group) => group.map(inHole))]);
  });
}

function blowUp(group: readonly number[], triples: readonly (readonly [number, number, number])[], weight: number): number[][] {
  return triples.map((triple) => triple.map((value, corner) => group[corner]! * weight + value));
}
