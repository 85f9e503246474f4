import type { DraftGroup } from "./rules";

/** One change by hand: two authorities change places, or one moves to another group (counted from 1). */
export type Change =
  | { readonly kind: "swap"; readonly a: string; readonly b: string }
  | { readonly kind: "move"; readonly authority: string; readonly to: number };

/** What groups are worth: fewer is better in each, and conflicts weigh more than repeats, repeats more than cost. */
export interface Score {
  readonly conflicts: number;
  readonly repeats: number;
  /** In kilometres of journey, or what the rules make equal to them. */
  readonly cost: number;
}

/** What a change does to the score, and to the sizes of the groups. */
export interface Effect extends Score {
  readonly change: Change;
  /** Sizes of the two groups afterwards when they are not what they should be, as in "groups of 2 and 4". */
  readonly sizes: readonly number[];
}

export type Members = readonly (readonly string[])[];

/** The groups of a draft as plain lists. */
export function membersOf(groups: readonly DraftGroup[]): string[][] {
  return groups.map((group) => [...group.members]);
}

/** The groups after a change. An authority that is in no group enters with a move. */
export function applied(change: Change, groups: readonly DraftGroup[]): DraftGroup[] {
  if (change.kind === "swap") {
    const { a, b } = change;
    return groups.map((group) => ({ ...group, members: group.members.map((member) => (member === a ? b : member === b ? a : member)) }));
  }
  return groups.map((group, at) => {
    const rest = group.members.filter((member) => member !== change.authority);
    return { ...group, members: at + 1 === change.to ? [...rest, change.authority] : rest };
  });
}

/** Why a change cannot be made, or null: to or from a kept group, within one group, or of somebody who is not there. */
export function whyNot(change: Change, groups: readonly DraftGroup[]): "kept" | "same-group" | "no-such-change" | null {
  const at = (member: string): DraftGroup | undefined => groups.find((group) => group.members.includes(member));
  if (change.kind === "swap") {
    const [one, other] = [at(change.a), at(change.b)];
    if (!one || !other) return "no-such-change";
    if (one === other) return "same-group";
    return one.pinned || other.pinned ? "kept" : null;
  }
  const [from, to] = [at(change.authority), groups[change.to - 1]];
  if (!to) return "no-such-change";
  if (from === to) return "same-group";
  return from?.pinned || to.pinned ? "kept" : null;
}

/** A change as one word for a form or an address: "swap:kent", "move:3", said of an authority. */
export function keyOf(change: Change): string {
  return change.kind === "swap" ? `swap:${change.b}` : `move:${change.to}`;
}

/** The change that a word means for an authority; null when it means none. */
export function changeFrom(authority: string, key: string): Change | null {
  const [kind, target] = key.split(":");
  if (!target || authority === "") return null;
  if (kind === "swap") return { kind, a: authority, b: target };
  if (kind === "move" && /^\d{1,3}$/.test(target)) return { kind, authority, to: Number(target) };
  return null;
}

/** What turns one list of groups into another, when it is a single change; null when it is none or more. */
export function changeBetween(before: Members, after: Members): Change | null {
  const placeIn = (groups: Members): Map<string, number> => new Map(groups.flatMap((group, at) => group.map((member) => [member, at] as const)));
  const [from, to] = [placeIn(before), placeIn(after)];
  const moved = [...from.keys()].filter((member) => from.get(member) !== to.get(member));
  const [a, b] = moved;
  if (moved.length === 1 && a) return { kind: "move", authority: a, to: (to.get(a) ?? -1) + 1 };
  if (moved.length === 2 && a && b && from.get(a) === to.get(b) && from.get(b) === to.get(a)) return { kind: "swap", a, b };
  return null;
}

/** Whether two lists have the same groups, whatever their order. */
export function sameGroups(one: Members, other: Members): boolean {
  const text = (groups: Members): string => groups.map((group) => [...group].sort().join(" ")).sort().join(";");
  return text(one) === text(other);
}

/**
 * Groups in a steady order: those that were there before stay in their place, so that their number and
 * colour do not change; the others follow by the name of their first member.
 */
export function inOrder(groups: Members, nameOf: (id: string) => string, before: readonly DraftGroup[] = []): DraftGroup[] {
  const key = (members: readonly string[]): string => [...members].sort().join(" ");
  const sorted = groups.map((group) => [...group].sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en-GB")));
  const byKey = new Map(sorted.map((members) => [key(members), members]));
  const placed: (DraftGroup | null)[] = groups.map(() => null);
  before.forEach((group, at) => {
    const members = byKey.get(key(group.members));
    if (!members || at >= placed.length) return;
    placed[at] = { members, pinned: group.pinned };
    byKey.delete(key(group.members));
  });
  const rest = [...byKey.values()].sort((a, b) => nameOf(a[0] ?? "").localeCompare(nameOf(b[0] ?? ""), "en-GB"));
  return placed.map((group) => group ?? { members: rest.shift() ?? [], pinned: false });
}
