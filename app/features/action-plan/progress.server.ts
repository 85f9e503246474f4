import { type Act, takeStep } from "~/features/challenge-record";
import { now } from "~/platform/clock.server";
import { Refusal, personOf } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { actionStatuses, LONGEST_TEXT, type ActionStatus } from "./content";

export interface ProgressItem {
  readonly actionId: string;
  readonly status: ActionStatus;
  readonly text: string;
}

/**
 * The authority says how its actions go. What is said is kept for good; the newest status is the action's.
 * Refused: "nothing-said", "no-such-action", "too-long".
 */
export function updateProgress(given: Act & { readonly items: readonly ProgressItem[] }): Promise<FireResult> {
  return takeStep(given, "progress.update", {
    payload: { actions: given.items.length },
    write: async (tx) => {
      const byId = personOf(given.actor);
      if (given.items.length === 0) throw new Refusal("nothing-said");
      for (const { actionId, status, text } of given.items) {
        if (!actionStatuses.includes(status)) throw new Refusal("no-such-action");
        if (text.length > LONGEST_TEXT) throw new Refusal("too-long");
        const there = await tx.planAction.updateMany({ where: { id: actionId, recordId: given.recordId, removedAt: null }, data: { status } });
        if (there.count === 0) throw new Refusal("no-such-action");
        await tx.actionUpdate.create({ data: { recordId: given.recordId, actionId, status, text: text.trim(), byId, at: now() }, select: { id: true } });
      }
    },
  });
}
