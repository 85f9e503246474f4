import { readDate } from "~/ui/dates";
import type { FormValues } from "~/ui/form-state";
import { readTime } from "./days";
import { posted } from "./forms";

export interface PlacingForm {
  readonly day: string;
  readonly hostId: string;
  readonly venue: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Reads a day, times, a host and a place, everything wrong said at once. `day` given: it is not asked for. */
export function readPlacing(values: FormValues, day: string | null): { readonly ok: true; readonly placing: PlacingForm } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const date = day === null ? readDate(values, "day", "The day of the session") : ({ ok: true, date: day } as const);
  if (!date.ok) errors["day"] = date.message;
  else if (!date.date) errors["day"] = "Enter the day of the session";
  const [startsAt, endsAt] = [readTime(posted(values, "startsAt")), readTime(posted(values, "endsAt"))];
  if (!startsAt) errors["startsAt"] = "Enter the time it begins, like 09:30";
  if (!endsAt) errors["endsAt"] = "Enter the time it ends, like 16:00";
  const hostId = posted(values, "hostId");
  if (hostId === "") errors["hostId"] = "Choose the host";
  const venue = posted(values, "venue");
  if (venue === "" || venue.length > 200) errors["venue"] = venue === "" ? "Enter where the session is" : "Where it is must be 200 characters or fewer";
  if (!date.ok || !date.date || !startsAt || !endsAt || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, placing: { day: date.date, hostId, venue, startsAt, endsAt } };
}

/** The field that a refusal of a placing is about. */
export function fieldOf(reason: string): string | undefined {
  if (["in-the-past", "on-a-weekend", "on-a-bank-holiday", "blocked-date", "before-the-challenge", "after-the-summit", "no-day"].includes(reason)) return "day";
  if (reason === "host-not-in-group") return "hostId";
  if (reason === "no-venue") return "venue";
  return reason === "ends-before-it-begins" || reason === "no-such-time" ? "endsAt" : undefined;
}
