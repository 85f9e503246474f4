import { setKloes, shareKloes } from "~/features/kloe";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { Refusal, personOf, withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { dayOf } from "~/workflow/working-days";
import { act, keepReason, type Act } from "./acting.server";
import { wrongWithDays } from "./days";
import { visitRulesOf } from "./rules.server";

/** What the coordinator agrees with the host. */
export interface Scope {
  readonly days: number;
  readonly teamSize: number;
  readonly themes: readonly string[];
  /** First days that can be. */
  readonly candidateDays: readonly string[];
  readonly kloes: readonly string[];
}

/**
 * The coordinator sets what the visit looks at and when it can be, and the chief executive is asked.
 * Refused when a date cannot be, a line of enquiry may identify a child, or something is missing.
 */
export function agreeScope(given: Act & { readonly scope: Scope }): Promise<FireResult> {
  const { scope, visitId } = given;
  return act(given, "scope.agree", {
    write: async (tx, workflow) => {
      if (workflow.state !== "awaitingScope") return;
      const visit = await tx.visit.findUniqueOrThrow({ where: { id: visitId }, select: { authorityId: true, cycle: { select: { endsOn: true, rules: true } } } });
      const rules = visitRulesOf(visit.cycle.rules);
      if (!within(scope.days, 1, 5)) throw new Refusal("days-out-of-range");
      if (!within(scope.teamSize, 2, 12)) throw new Refusal("size-out-of-range");
      if (scope.themes.length === 0 || scope.themes.some((theme) => !rules.themes.includes(theme))) throw new Refusal("no-themes");
      const wrong = wrongWithDays(scope.candidateDays, { today: dayOf(now()), endsOn: dayText(visit.cycle.endsOn), days: scope.days });
      if (wrong) throw new Refusal(wrong.reason);
      const set = await setKloes(tx, { activityId: visitId, authorityId: visit.authorityId, texts: scope.kloes, atMost: rules.kloesAtMost, afterSharing: true });
      if (set.kind === "refused") throw new Refusal(`kloes:${set.reason}`);
      // What a visit looks at is agreed with the host, and the team reads it as soon as it is there.
      await shareKloes(tx, { activityId: visitId, authorityId: visit.authorityId });
      await tx.visit.update({
        where: { id: visitId },
        data: { days: scope.days, teamSize: scope.teamSize, themes: [...scope.themes], candidateDays: [...scope.candidateDays].sort(), scopedAt: now(), reason: null },
        select: { id: true },
      });
    },
  });
}

const within = (count: number, least: number, most: number) => Number.isInteger(count) && count >= least && count <= most;

/** The coordinator takes the scope back before it is endorsed. */
export function reopenScope(given: Act): Promise<FireResult> {
  return act(given, "scope.reopen");
}

/** The chief executive of the host endorses the visit. */
export function endorseVisit(given: Act): Promise<FireResult> {
  return act(given, "endorsement.give", {
    write: async (tx, workflow) => {
      if (workflow.state !== "awaitingEndorsement") return;
      await tx.visit.update({ where: { id: given.visitId }, data: { endorsedAt: now(), endorsedById: personOf(given.actor), reason: null }, select: { id: true } });
    },
  });
}

/** The chief executive cannot endorse it: it is with the director again, with the reason. */
export function refuseEndorsement(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "endorsement.refuse", { payload, write: (tx) => keepReason(tx, given.visitId, text) });
}
