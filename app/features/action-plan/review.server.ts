import { type Act, takeStep } from "~/features/challenge-record";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { Refusal, personOf } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { dayOf } from "~/workflow/working-days";
import { actionStatuses, LONGEST_TEXT, type ActionStatus } from "./content";

/** The lead challenger begins the progress review before its date. */
export function openReview(given: Act): Promise<FireResult> {
  return takeStep(given, "review.open", { write: async () => void personOf(given.actor) });
}

export interface ReviewItem {
  readonly actionId: string;
  readonly status: ActionStatus;
  readonly changed: string;
}

/**
 * The lead challenger records the progress review, and the record closes: every action has its status, and
 * what has changed for children and families is said. Refused: "no-what-changed", "not-every-action",
 * "no-such-action", "too-long", "future-date".
 */
export function recordReview(given: Act & { readonly heldOn: string; readonly whatChanged: string; readonly items: readonly ReviewItem[] }): Promise<FireResult> {
  return takeStep(given, "review.record", {
    write: async (tx) => {
      const byId = personOf(given.actor);
      const whatChanged = given.whatChanged.trim();
      if (whatChanged === "") throw new Refusal("no-what-changed");
      if (whatChanged.length > LONGEST_TEXT || given.items.some(({ changed }) => changed.length > LONGEST_TEXT)) throw new Refusal("too-long");
      if (given.heldOn > dayOf(now())) throw new Refusal("future-date");
      const actions = await tx.planAction.findMany({ where: { recordId: given.recordId, removedAt: null }, select: { id: true } });
      const said = new Map(given.items.map((item) => [item.actionId, item]));
      if ([...said.keys()].some((id) => !actions.some((action) => action.id === id))) throw new Refusal("no-such-action");
      for (const { id } of actions) {
        const item = said.get(id);
        if (!item || !actionStatuses.includes(item.status)) throw new Refusal("not-every-action");
        await tx.planAction.update({ where: { id }, data: { status: item.status, changed: item.changed.trim() || null, reviewed: true }, select: { id: true } });
      }
      await tx.progressReview.create({ data: { recordId: given.recordId, heldOn: new Date(given.heldOn), whatChanged, byId, at: now() }, select: { id: true } });
    },
  });
}

/** More time before the review: a later date, with the reason kept on the record. Refused: "not-a-date", "date-not-later". */
export function extendReview(given: Act & { readonly reason: string; readonly newDate: string }): Promise<FireResult> {
  return takeStep(given, "review.extend", { reason: given.reason, payload: { newDate: given.newDate } });
}

export interface ReviewShown {
  readonly heldOn: string;
  readonly whatChanged: string;
  readonly by: string;
  readonly at: Date;
}

/** The progress review, once it is recorded. */
export async function reviewOf(recordId: string): Promise<ReviewShown | null> {
  const row = await db.progressReview.findFirst({ where: { recordId }, orderBy: { at: "desc" } });
  if (!row) return null;
  const person = await db.person.findUnique({ where: { id: row.byId }, select: { name: true } });
  return { heldOn: row.heldOn.toISOString().slice(0, 10), whatChanged: row.whatChanged, by: person?.name ?? "", at: row.at };
}
