import { counted } from "~/ui/dates";

import type { Change, Effect } from "./arranging";
import type { ArrangementRules, Certificate, Leaning, SearchProgress, SearchStage } from "./rules";

/** "Kent", from an id. */
export type NameOf = (id: string) => string;

/** What costs are counted in: kilometres where only the journey counts, points of one kilometre where other rules count too. */
export function unitOf(rules: ArrangementRules): "km" | "points" {
  const others = rules.grade > 0 || rules.neighbours.leaning !== "none" || rules.size.leaning !== "none" || rules.wanted.length > 0;
  return others || !rules.distance ? "points" : "km";
}

/** "612 km", "85 points". */
export function costWords(cost: number, unit: "km" | "points"): string {
  const rounded = Math.round(cost);
  return unit === "km" ? `${rounded.toLocaleString("en-GB")} km` : counted(rounded, "point");
}

/** What a change does, best part first: "12 points better", "7 points worse, and 1 pair meets again". */
export function effectWords(effect: Pick<Effect, "conflicts" | "repeats" | "cost" | "sizes">, unit: "km" | "points"): string {
  const { conflicts, repeats, cost, sizes } = effect;
  const rounded = Math.round(cost);
  const price = rounded === 0 ? "costs the same" : `${costWords(Math.abs(rounded), unit)} ${rounded < 0 ? "better" : "worse"}`;
  const parts = [price];
  if (repeats > 0) parts.push(`${counted(repeats, "more pair meets", "more pairs meet")} again`);
  if (repeats < 0) parts.push(`${counted(-repeats, "pair fewer meets", "pairs fewer meet")} again`);
  if (conflicts > 0) parts.push(`puts ${counted(conflicts, "pair", "pairs")} together that must never be`);
  if (conflicts < 0) parts.push(`parts ${counted(-conflicts, "pair", "pairs")} that must never be together`);
  if (sizes.length > 0) parts.push(`leaves groups of ${sizes.join(" and ")}`);
  return parts.join(", ");
}

/** Whether a change is one nobody is warned of. */
export function isHarmless({ conflicts, repeats, sizes }: Pick<Effect, "conflicts" | "repeats" | "sizes">): boolean {
  return conflicts <= 0 && repeats <= 0 && sizes.length === 0;
}

/** "Kent and Surrey changed places", for the list of what was done. */
export function changedWords(change: Change, nameOf: NameOf): string {
  return change.kind === "swap" ? `${nameOf(change.a)} and ${nameOf(change.b)} changed places` : `${nameOf(change.authority)} moved to group ${change.to}`;
}

/** A change before it is made, of the authority that asks: "Change places with Surrey (group 4)". */
export function proposalWords(change: Change, nameOf: NameOf, groupOf: (id: string) => number): string {
  return change.kind === "swap" ? `Change places with ${nameOf(change.b)} (group ${groupOf(change.b)})` : `Move to group ${change.to}`;
}

export interface Standing {
  readonly title: string;
  readonly kind: "proven" | "open" | "changed";
  readonly sentences: readonly string[];
}

/**
 * What is known of the groups on the board: proven best, best found with an honest gap, or changed
 * since with what that gave up.
 */
export function standingWords({ certificate, now, unit, asFound, sameQuestion }: {
  readonly certificate: Certificate | null;
  /** What the groups on the board are worth. */
  readonly now: { readonly cost: number; readonly repeats: number };
  readonly unit: "km" | "points";
  /** Whether the groups on the board are those that were found. */
  readonly asFound: boolean;
  readonly sameQuestion: boolean;
}): Standing {
  const total = `${costWords(now.cost, unit)} in all${unit === "points" ? ", where a point is a kilometre between two members" : " between members"}.`;
  const repeats = now.repeats === 0 ? "No pair has met in the earlier rounds that count." : `${counted(now.repeats, "pair has", "pairs have")} met before.`;
  if (!certificate) return { kind: "open", title: "Set by hand: nothing has been proven", sentences: [repeats, total, "Press “Find the best groups” to learn how much better they could be."] };
  const left = roundsWords(certificate);
  const around = certificate.kept === 0 ? "" : certificate.kept === 1 ? " around the group you kept" : ` around the ${certificate.kept} groups you kept`;
  if (!sameQuestion) return { kind: "changed", title: "The rules or the authorities have changed since these were found", sentences: [repeats, total, "Search again to see what is best now. What you have stays until then."] };
  if (!asFound) {
    const [cost, more] = [now.cost - certificate.cost, now.repeats - certificate.repeats];
    const better = more < 0 || (more === 0 && Math.round(cost) < 0);
    const difference = [
      ...(more === 0 ? [] : [`${counted(Math.abs(more), "pair", "pairs")} ${more > 0 ? "more" : "fewer"} that met before`]),
      Math.round(cost) === 0 ? "the same cost" : `${costWords(Math.abs(cost), unit)} ${cost > 0 ? "more" : "less"}`,
    ].join(" and ");
    return {
      kind: "changed",
      title: better ? `Changed by hand, and better than what was found${around}` : certificate.proven ? `Changed by hand: ${difference} than the best possible${around}` : `Changed by hand: ${difference} than the best found${around}`,
      sentences: [repeats, total, ...(certificate.roundsLeft > 0 ? ["How many rounds without a repeat remain was counted for the groups as found; search again around your groups to count for these."] : [])],
    };
  }
  if (certificate.proven) return { kind: "proven", title: `The best possible under your rules${around}: proven.`, sentences: [repeats, total, ...left] };
  const possible = certificate.repeats > certificate.repeatsLowerBound ? `It is not proven that fewer than ${counted(certificate.repeats, "repeat is", "repeats are")} impossible.` : `No arrangement can be more than ${costWords(Math.max(1, Math.ceil(certificate.gap)), unit)} better.`;
  return { kind: "open", title: `The best found in ${counted(Math.max(1, Math.round(certificate.elapsedMs / 1000)), "second")}${around}`, sentences: [repeats, total, possible, ...left] };
}

/** How many rounds without a repeat remain: a plan in hand, and what no plan can exceed. */
export function roundsWords({ roundsLeft, roundsAtMost, counting }: Pick<Certificate, "roundsLeft" | "roundsAtMost" | "counting">): string[] {
  const promise = roundsLeft === 0 ? "No further round without a repeat is in hand" : `After this round, ${counted(roundsLeft, "more round", "more rounds")} without a repeat ${roundsLeft === 1 ? "is" : "are"} guaranteed`;
  if (counting) return [`${promise} so far; further ones are being looked for.`];
  return [roundsLeft === roundsAtMost ? `${promise}${roundsLeft > 0 ? ", and there cannot be more" : ""}.` : `${promise}; there could be ${roundsAtMost} at the very most.`];
}

/** What a search knows while it runs. */
export function progressWords(progress: SearchProgress | null, unit: "km" | "points"): string {
  if (!progress) return "Looking for a first arrangement.";
  const repeats = progress.repeats === undefined ? "" : progress.repeats === 0 ? " No pair meets again." : ` ${counted(progress.repeats, "pair meets", "pairs meet")} again.`;
  const gap = progress.gap < 0.01 ? "Nothing can be better: writing it down." : `Nothing better than ${costWords(Math.max(0, progress.bound), unit)} is possible.`;
  return `Best so far: ${costWords(progress.best, unit)}. ${gap}${repeats}`;
}

export const searchLabels = {
  waiting: "Waiting to begin",
  running: "Searching",
  counting: "Counting the rounds that remain",
  done: "Finished",
  failed: "Not finished",
  cancelled: "Stopped",
} satisfies Record<SearchStage, string>;

export function searchLabel(stage: string): string {
  return Object.hasOwn(searchLabels, stage) ? searchLabels[stage as SearchStage] : stage;
}

export const neighbourWords = {
  none: "Does not matter",
  together: "Bring statistical neighbours together",
  apart: "Keep statistical neighbours apart",
} satisfies Record<Leaning, string>;

export const sizeWords = {
  none: "Does not matter",
  together: "Bring authorities of like size together",
  apart: "Mix large and small",
} satisfies Record<Leaning, string>;

/** The rules of a draft in a few lines, for comparing and for the board. */
export function rulesInWords(rules: ArrangementRules, nameOf: NameOf): string[] {
  const lines = [rules.distance ? "Short journeys: 1 for each km between members" : "Journeys do not count"];
  if (rules.grade > 0) lines.push(`Different inspection grades: the same grade counts like ${rules.grade} km`);
  if (rules.neighbours.leaning !== "none") lines.push(`${neighbourWords[rules.neighbours.leaning]}: counts like ${rules.neighbours.km} km`);
  if (rules.size.leaning !== "none") lines.push(`${sizeWords[rules.size.leaning]}: each doubling counts like ${rules.size.km} km`);
  for (const { pair: [a, b], leaning, km } of rules.wanted) lines.push(`${nameOf(a)} and ${nameOf(b)} rather ${leaning}: counts like ${km} km`);
  for (const [a, b] of rules.never) lines.push(`${nameOf(a)} and ${nameOf(b)} never together`);
  lines.push(rules.earlier.length === 0 ? "No earlier round counts: pairs may meet again" : `As few pairs as possible that met in ${counted(rules.earlier.length, "earlier round")}`);
  if (rules.leftOut.length > 0) lines.push(`Left out: ${rules.leftOut.map(nameOf).join(", ")}`);
  return lines;
}

const refusals: Readonly<Record<string, string>> = {
  "not-your-role": "Only the region’s SLI coordinator can do this.",
  searching: "A search is under way. Wait until it has ended, or stop it first.",
  published: "The groups of this round have been published. A draft can no longer be changed.",
  "already-published": "The groups of this round have been published already. Look at its triads.",
  "round-not-open": "The round is not open. Groups are published to authorities that have been asked to take part: open the round first.",
  "wrong-size": "A group has three or four members. The board says which has not.",
  "in-two-groups": "An authority is in two groups. Look at the board.",
  "not-taking-part": "An authority in the groups takes no part in the round any more. Look at the board.",
  kept: "One of the two groups is kept as it is. Stop keeping it first.",
  "same-group": "They are in one group already.",
  "no-such-change": "This change cannot be made any more: the groups are not what they were. Look at them and choose again.",
  "nothing-to-undo": "There is nothing to undo.",
  "nothing-to-redo": "There is nothing to do again.",
  "no-groups": "This draft has no groups yet. Find them first, or type them.",
  "too-many-drafts": "A round can have 12 drafts. Remove one first.",
  "no-such-draft": "There is no such draft.",
  "no-such-round": "There is no such round any more. Choose one from the list.",
  "not-ready": "This draft cannot be published as it is. The board says what is missing.",
};

/** A refusal in words. */
export function sayRefusal(reason: string): string {
  return refusals[reason] ?? "This cannot be done just now. Look at the board and try again.";
}

/** Somebody moved first. Nothing was overwritten; what one wanted is said so that it can be done again. */
export const conflictWords = "Somebody else changed this draft while you were looking at it. Nothing of theirs was overwritten and your change was not made. The board below is as it is now: look, and make your change again if it is still wanted.";
