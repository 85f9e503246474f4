import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { act, type Act } from "./acting.server";
import { setVisitDays } from "./calendar.server";

/** Where it is, whom to ask, and how to get there and in. */
export interface Arrangements {
  readonly venue: string;
  readonly contact: string;
  readonly joining: string;
}

const write = (given: Act, arrangements: Arrangements) => async (tx: Tx) => {
  await tx.visit.update({ where: { id: given.visitId }, data: { ...arrangements }, select: { id: true } });
  // The calendar entry carries the place.
  await setVisitDays(tx, given.visitId);
};

/** The host sends the arrangements to the team for the first time. Refused while place or contact are missing. */
export function sendArrangements(given: Act & { readonly arrangements: Arrangements }): Promise<FireResult> {
  return act(given, "arrangements.send", { write: write(given, given.arrangements) });
}

/** The host changes them: everybody is told, and calendars show the new place. */
export function changeArrangements(given: Act & { readonly arrangements: Arrangements }): Promise<FireResult> {
  return act(given, "arrangements.change", { write: write(given, given.arrangements) });
}
