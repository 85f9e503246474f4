import type { FireResult } from "~/workflow/fire.server";
import type { Actor } from "~/workflow/actor.server";
import type { CycleDates, CycleRules } from "./rules";

/** What a round is made from. Rules not given are the region's own settings; authorities not given are all of the region. */
export interface NewCycle {
  /** Given by the form so that the same request sent twice makes one round. */
  readonly id?: string;
  readonly regionId: string;
  readonly name: string;
  readonly templateVersionId: string;
  readonly dates: CycleDates;
  readonly rules?: Partial<Omit<CycleRules, "takingPart">>;
  readonly authorityIds?: readonly string[];
  readonly actor: Actor;
}

export type CycleRefusal =
  | "not-your-role"
  | "name-missing"
  | "name-taken"
  | "dates-not-in-order"
  | "no-such-template"
  | "not-of-this-region"
  | "no-authorities"
  | "rules-not-valid"
  | "already-opened"
  | "no-such-round";

export type CycleMade = { readonly kind: "made"; readonly id: string } | { readonly kind: "refused"; readonly reason: CycleRefusal };
export type CycleSaved = { readonly kind: "saved" } | { readonly kind: "refused"; readonly reason: CycleRefusal };

/** Beside the act itself: the page's revision, and a key by which the same press sent twice acts once. */
export interface Press {
  readonly expectedRevision?: number;
  readonly requestKey?: string;
}

/** One self-assessment whose people were to be reminded. */
export interface Reminded {
  readonly selfAssessmentId: string;
  readonly authority: string;
  /** Names of those told; empty when nobody could be. */
  readonly told: readonly string[];
  /** Why nobody was told: "nothing-waits" (no step of theirs is awaited), "post-vacant", or the process's own refusal. */
  readonly refused?: string;
}

export type RemindResult =
  | { readonly kind: "reminded"; readonly rows: readonly Reminded[] }
  | { readonly kind: "refused"; readonly reason: CycleRefusal };

/** The verbs of a round. Each is refused, as a value, for anyone but the region's coordinator. */
export interface CycleVerbs {
  createCycle(round: NewCycle): Promise<CycleMade>;
  openRound(cycleId: string, actor: Actor, press?: Press): Promise<FireResult>;
  moveDates(cycleId: string, change: { dates: CycleDates; reason: string }, actor: Actor, press?: Press): Promise<FireResult>;
  joinLate(cycleId: string, authorityId: string, actor: Actor, press?: Press): Promise<FireResult>;
  closeSubmissions(cycleId: string, actor: Actor, press?: Press): Promise<FireResult>;
  reopenSubmissions(cycleId: string, reason: string, actor: Actor, press?: Press): Promise<FireResult>;
  beginChallenge(cycleId: string, actor: Actor, press?: Press): Promise<FireResult>;
  beginSynthesis(cycleId: string, actor: Actor, press?: Press): Promise<FireResult>;
  recordDecisions(cycleId: string, actor: Actor, press?: Press): Promise<FireResult>;
  closeRound(cycleId: string, actor: Actor, press?: Press): Promise<FireResult>;
  cancelRound(cycleId: string, reason: string, actor: Actor, press?: Press): Promise<FireResult>;
  remindChosen(cycleId: string, selfAssessmentIds: readonly string[], actor: Actor, press?: Press): Promise<RemindResult>;
  /** Groups of authority ids, in order; replaces what was there. */
  setGroups(cycleId: string, groups: readonly (readonly string[])[], actor: Actor): Promise<CycleSaved>;
}
