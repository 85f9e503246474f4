import { valueOf, type FormValues } from "~/ui/form-state";
import type { Seat } from "./team-choice";

export const seatField = (index: number) => `seat.${index}`;

/** A team as its boxes show it: the lead first. */
export function teamValues(firstDay: string, seats: readonly Seat[]): FormValues {
  const ordered = [...seats].sort((a, b) => Number(b.lead) - Number(a.lead));
  return { firstDay, ...Object.fromEntries(ordered.map((seat, index) => [seatField(index), seat.candidateId])) };
}

/** A team as posted: the first box is the lead's. Empty boxes are places not filled. */
export function teamPosted(values: FormValues, teamSize: number): { readonly firstDay: string; readonly seats: readonly Seat[] } {
  const form = { values, errors: {} };
  const seats = Array.from({ length: teamSize }, (_, index) => ({ candidateId: valueOf(form, seatField(index)), lead: index === 0 })).filter((seat) => seat.candidateId !== "");
  return { firstDay: valueOf(form, "firstDay"), seats };
}
